// HTML as Callslip writes it, to nodes: the same markup as the string, without the browser's parser.

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|[^<]+|</g;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const TAGS = new Set(
	('a abbr article b blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 header hr i li ol p pre section span sub sup table ' +
		'tbody td th tr ul').split(' '),
);
const ATTRIBUTES = /^(class|dir|id|lang|role|tabindex|aria-label|data-[a-z-]+)$/;
/** A step of building is so many tags and texts. */
const PIECES = 64;
const SAFE = /^(https?:\/\/|mailto:|#)/i;
/** @type {Record<string, string>} */
const CHARACTERS = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** @param {string} text */
const plain = (text) => text.replace(/&(?:amp|lt|gt|quot);/g, (name) => CHARACTERS[name]);

/**
 * Builds the nodes of a piece of HTML. Elements and attributes that Callslip never writes are left out; their text stays.
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function nodes(html) {
	const fragment = document.createDocumentFragment();
	for (const _ of building(html, fragment));
	return fragment;
}

/**
 * The same, step by step: so many pieces of HTML are put into the fragment each time it is asked to go on.
 * @param {string} html
 * @param {DocumentFragment} fragment
 */
export function* building(html, fragment) {
	/** @type {(Element | DocumentFragment)[]} */
	const open = [fragment];
	let count = 0;
	for (const [token, slash, tag, attributes] of html.matchAll(TOKEN)) {
		if (++count % PIECES === 0) yield;
		const top = open[open.length - 1];
		if (!tag) top.append(plain(token));
		else if (!TAGS.has(tag)) continue;
		else if (!slash) {
			const element = build(tag, attributes);
			top.append(element);
			if (tag !== 'br' && tag !== 'hr') open.push(element);
		} else if (/** @type {Element} */ (top).localName === tag) open.pop();
	}
}

/**
 * @param {string} tag
 * @param {string} attributes
 */
function build(tag, attributes) {
	const element = document.createElement(tag);
	for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) {
		if (ATTRIBUTES.test(name) || (name === 'href' && SAFE.test(value))) element.setAttribute(name, plain(value));
	}
	return element;
}

/**
 * Makes the addresses in a citation links, for show: what is copied stays as it was written.
 * @param {DocumentFragment | Element} root
 */
export function linkAddresses(root) {
	const texts = [];
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
	for (const text of texts) {
		const found = /https?:\/\/[^\s“”<>]+[^\s“”<>.,;:)\]]/.exec(text.data);
		if (!found || text.parentElement?.closest('a')) continue;
		const address = text.splitText(found.index);
		address.splitText(found[0].length);
		const link = document.createElement('a');
		link.href = found[0];
		address.replaceWith(link);
		// An address breaks after `://`, and before the signs within it, as the Manual breaks it.
		found[0].split(/(?<=:\/\/)|(?<=[^/:])(?=[/.,?#~_=&-])/).forEach((part, at) => {
			link.append(...(at ? [document.createElement('wbr'), part] : [part]));
		});
	}
}
