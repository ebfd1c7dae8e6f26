// A quotation from a shown document: its words, the place it stands at, and a link that leads to it.

/**
 * What the reader has selected in a document; `null` when that is nothing of it.
 * @param {Element} within
 * @returns {Range | null}
 */
export function selectedIn(within) {
	const selection = getSelection();
	if (!selection?.rangeCount || selection.isCollapsed) return null;
	const body = within.querySelector('.callslip-body') ?? within;
	const range = selection.getRangeAt(0).cloneRange();
	if (!range.intersectsNode(body)) return null;
	if (!body.contains(range.startContainer)) range.setStart(body, 0);
	if (!body.contains(range.endContainer)) range.setEnd(body, body.childNodes.length);
	return range.toString().trim() ? range : null;
}

/**
 * The words of a range, paragraph by paragraph, without what is not the document's: numbers in the margin, page marks.
 * @param {Range} range
 * @returns {string[]}
 */
export function wordsOf(range) {
	const fragment = range.cloneContents();
	for (const extra of fragment.querySelectorAll('.callslip-number, .callslip-noteref, .callslip-page')) extra.remove();
	const blocks = [...fragment.children].filter((child) => child.matches('p, div, li, ul, blockquote, pre, tr, h2, h3, h4, h5, h6'));
	const texts = blocks.length ? blocks.map((block) => block.textContent) : [fragment.textContent];
	return texts.map((text) => (text ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/**
 * Where a range stands, as a locator: pages where the document marks them, otherwise paragraphs.
 * @param {Range} range
 * @param {Element} within
 * @returns {{ label: string, value: string } | undefined}
 */
export function placeOf(range, within) {
	for (const [label, selector, name] of [
		['page', '.callslip-page', (/** @type {any} */ mark) => mark.textContent],
		['paragraph', '[data-para]', (/** @type {any} */ mark) => mark.dataset.para],
	]) {
		const marks = [...within.querySelectorAll(/** @type {string} */ (selector))];
		const from = lastBefore(marks, range.startContainer, range.startOffset);
		if (!from) continue;
		const end = trimmedEnd(range);
		const to = lastBefore(marks, end.node, end.offset) ?? from;
		const [first, last] = [from, to].map(/** @type {any} */ (name));
		return { label: /** @type {string} */ (label), value: first === last ? first : `${first}–${last}` };
	}
	return undefined;
}

/** The last of the marks that begins before a point. @param {Element[]} marks @param {Node} node @param {number} offset */
function lastBefore(marks, node, offset) {
	const point = document.createRange();
	point.setStart(node, offset);
	let low = 0;
	let high = marks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const mark = marks[middle];
		const begins = mark.contains(node) || point.comparePoint(mark, 0) < 0;
		if (begins) low = middle + 1;
		else high = middle;
	}
	return marks[low - 1];
}

/** A triple click ends a selection at the start of the next paragraph; that is no part of it. @param {Range} range */
function trimmedEnd(range) {
	const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
	/** @type {{ node: Node, offset: number }} */
	let end = { node: range.startContainer, offset: range.startOffset };
	let node = walker.currentNode.nodeType === Node.TEXT_NODE ? walker.currentNode : walker.nextNode();
	// What the two ends have in common begins before the range does.
	while (node && !range.intersectsNode(node)) node = walker.nextNode();
	for (; node && range.intersectsNode(node); node = walker.nextNode()) {
		const text = /** @type {Text} */ (node);
		const stop = node === range.endContainer ? range.endOffset : text.length;
		const start = node === range.startContainer ? range.startOffset : 0;
		if (text.data.slice(start, stop).trim()) end = { node, offset: stop };
	}
	return end;
}

/**
 * A quotation as the Manual sets it: run in between quotation marks, the marks within it single (17th 13.30);
 * a hundred words or several paragraphs set off as a block, without marks (17th 13.10).
 * @param {string[]} paragraphs
 */
export function quotation(paragraphs) {
	const words = paragraphs.join(' ').split(' ').length;
	const isBlock = paragraphs.length > 1 || words >= 100;
	if (isBlock) return { isBlock, paragraphs };
	let opening = true;
	const inner = paragraphs[0].replace(/[“”„"]/g, (mark) => {
		const isOpening = mark === '"' ? opening : mark !== '”';
		opening = !isOpening;
		return isOpening ? '‘' : '’';
	});
	return { isBlock, paragraphs: [`“${inner}”`] };
}

/**
 * An address that leads to the passage: a text fragment.
 * @param {Range} range
 * @param {Element} within
 * @param {string} address
 */
export function linkTo(range, within, address) {
	const text = range.toString().replace(/\s+/g, ' ').trim();
	const all = (within.textContent ?? '').replace(/\s+/g, ' ');
	const inOneBlock = wordsOf(range).length === 1;
	const words = text.split(' ');
	let directive = encode(text);
	if (!inOneBlock || text.length > 120) {
		const paragraphs = wordsOf(range);
		const first = inOneBlock ? words : paragraphs[0].split(' ');
		const last = inOneBlock ? words : paragraphs[paragraphs.length - 1].split(' ');
		directive = `${encode(first.slice(0, 6).join(' '))},${encode(last.slice(-6).join(' '))}`;
	} else if (all.indexOf(text) !== all.lastIndexOf(text)) {
		directive = inContext(range, within, text);
	}
	return `${address.split('#')[0]}#:~:text=${directive}`;
}

/** Words that occur more than once are told apart by the words around them. @param {Range} range @param {Element} within @param {string} text */
function inContext(range, within, text) {
	const around = document.createRange();
	around.selectNodeContents(blockOf(range.startContainer) ?? within);
	around.setEnd(range.startContainer, range.startOffset);
	const before = around.toString().trim().split(/\s+/).slice(-4).join(' ');
	around.selectNodeContents(blockOf(range.endContainer) ?? within);
	around.setStart(range.endContainer, range.endOffset);
	const after = around.toString().trim().split(/\s+/).slice(0, 4).join(' ');
	return `${before ? encode(before) + '-,' : ''}${encode(text)}${after ? ',-' + encode(after) : ''}`;
}

/** @param {Node} node */
function blockOf(node) {
	const element = node instanceof Element ? node : node.parentElement;
	return element?.closest('p, li, td, blockquote, pre, h2, h3, h4, h5, h6');
}

/** A hyphen is a sign in a text fragment. @param {string} text */
const encode = (text) => encodeURIComponent(text).replace(/-/g, '%2D');

/** Takes whole words: a text fragment matches nothing less. @param {Range} range */
export function toWords(range) {
	const isWord = (/** @type {string | undefined} */ character) => /[\p{L}\p{N}\p{M}]/u.test(character ?? '');
	const { startContainer: start, endContainer: end } = range;
	if (start instanceof Text) {
		let at = range.startOffset;
		while (at > 0 && isWord(start.data[at]) && isWord(start.data[at - 1])) at -= 1;
		range.setStart(start, at);
	}
	if (end instanceof Text) {
		let at = range.endOffset;
		while (at < end.length && at > 0 && isWord(end.data[at - 1]) && isWord(end.data[at])) at += 1;
		range.setEnd(end, at);
	}
	return range;
}
