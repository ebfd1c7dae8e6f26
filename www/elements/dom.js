// What the elements share: building nodes, style sheets and events. No HTML string ever reaches the browser's
// parser, so the elements work where Trusted Types are required.

/** The base class; a plain object where there is no browser, so that the modules can be imported anywhere. */
export const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object);

/**
 * Registers a class once; a tag that is taken stays as it is.
 * @param {CustomElementConstructor} element
 * @param {string} tag
 * @param {CustomElementRegistry} registry
 */
export function defineOnce(element, tag, registry) {
	if (!registry.get(tag)) registry.define(tag, element);
	return element;
}

/**
 * Builds an element. Members starting with `on` are listeners, the rest are attributes; `false` leaves one out.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
		else if (value !== false) element.setAttribute(name, value === true ? '' : value);
	}
	element.append(...children);
	return element;
}

/** Sheets belong to one document: of an element that moves to another one, they are made there. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Applies a style sheet to a document or a shadow root, once.
 * @param {Node} root
 * @param {string} css
 */
export function adopt(root, css) {
	if (!('adoptedStyleSheets' in root)) return;
	const scope = /** @type {Document} */ (root);
	const owner = scope.ownerDocument ?? scope;
	const own = sheets.get(owner) ?? new Map();
	let sheet = own.get(css);
	if (!sheet) {
		sheet = new /** @type {any} */ (owner.defaultView).CSSStyleSheet();
		sheet.replaceSync(css);
		sheets.set(owner, own.set(css, sheet));
	}
	if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
}

/**
 * Sends an event that leaves shadow roots and bubbles.
 * @param {Element} from
 * @param {string} type
 * @param {unknown} detail
 */
export function fire(from, type, detail) {
	from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/**
 * Says something in a live region. Words that stand there already are said again: a no-break space makes them new.
 * @param {Element} region
 * @param {string} words
 */
export function announce(region, words) {
	region.textContent = region.textContent === words ? words + '\u00a0' : words;
}

/**
 * The element of that id in the same document or shadow root.
 * @param {Element} near
 * @param {string | null} id
 * @returns {any}
 */
export function byId(near, id) {
	const root = /** @type {Document | ShadowRoot} */ (near.getRootNode());
	return id && 'getElementById' in root ? root.getElementById(id) : null;
}

/**
 * Takes over a property that a script set on the bare element before its class was known.
 * @param {any} element
 * @param {string} name
 */
export function takeProperty(element, name) {
	if (!Object.hasOwn(element, name)) return;
	const value = element[name];
	delete element[name];
	element[name] = value;
}
