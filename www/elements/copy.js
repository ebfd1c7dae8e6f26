// Copying: three steps, each for browsers or pages that refuse the one before.

/**
 * Puts a text on the clipboard, as rich text and as plain text.
 *
 * 1. the clipboard's own interface; 2. the copy command, where the interface is missing (http) or refused (frames);
 * 3. the text is left selected, so that the reader can press the keys.
 * @param {{ html: string, text: string }} what
 * @param {Element} shown the element that shows the text, to select
 * @returns {Promise<'copied' | 'selected'>}
 */
export async function copy(what, shown) {
	if (await byInterface(what)) return 'copied';
	const undo = select(shown);
	if (!byCommand(what)) return 'selected';
	undo();
	return 'copied';
}

/** @param {{ html: string, text: string }} what */
async function byInterface({ html, text }) {
	try {
		const item = new ClipboardItem({
			'text/html': new Blob([html], { type: 'text/html' }),
			'text/plain': new Blob([text], { type: 'text/plain' }),
		});
		await navigator.clipboard.write([item]);
		return true;
	} catch {
		return false;
	}
}

/** @param {{ html: string, text: string }} what */
function byCommand({ html, text }) {
	let done = false;
	/** @param {ClipboardEvent} event */
	const listen = (event) => {
		if (!event.clipboardData) return;
		event.clipboardData.setData('text/html', html);
		event.clipboardData.setData('text/plain', text);
		event.preventDefault();
		event.stopImmediatePropagation();
		done = true;
	};
	document.addEventListener('copy', listen, true);
	try {
		return document.execCommand('copy') && done;
	} catch {
		return false;
	} finally {
		document.removeEventListener('copy', listen, true);
	}
}

/**
 * Selects what an element shows, and gives back how to restore the reader's own selection.
 * @param {Element} shown
 */
function select(shown) {
	const selection = getSelection();
	if (!selection) return () => {};
	const before = selection.rangeCount ? selection.getRangeAt(0) : null;
	selection.removeAllRanges();
	const range = document.createRange();
	range.selectNodeContents(shown);
	selection.addRange(range);
	return () => {
		selection.removeAllRanges();
		if (before) selection.addRange(before);
	};
}

/** The keys that copy on this machine. */
export function copyKeys() {
	return /Mac|iP(hone|ad)/.test(navigator.platform ?? '') ? '⌘C' : 'Ctrl+C';
}

/**
 * Offers a text as a file.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function download(name, type, text) {
	const address = URL.createObjectURL(new Blob([text], { type: type + ';charset=utf-8' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
