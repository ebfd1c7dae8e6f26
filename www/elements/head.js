// A record's metadata in the page's head, for Zotero and for machines.

import { write } from '../cite.js';

/**
 * Puts the tags of one item into the head, once for a page: tags cannot describe two items.
 * @param {any} item
 * @returns {() => void} takes them out again
 */
export function describe(item) {
	if (document.head.querySelector('[data-callslip]')) return () => {};
	const made = [...tags(write(item, 'meta')), jsonLd(write(item, 'json-ld'))];
	for (const element of made) element.setAttribute('data-callslip', '');
	document.head.append(...made);
	// Zotero looks at the page again when it hears this.
	document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
	return () => made.forEach((element) => element.remove());
}

/** @param {string} html */
function tags(html) {
	return [...html.matchAll(/<(meta|link)((?:\s+[\w:.-]+="[^"]*")+)\s*\/?>/g)].map(([, tag, attributes]) => {
		const element = document.createElement(tag);
		for (const [, name, value] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) element.setAttribute(name, plain(value));
		return element;
	});
}

/**
 * Data only: a script of another type never runs. Where Trusted Types are required, Chromium asks for a trusted script all the
 * same, unless the element is one that was begun already: a copy of one of the page's own scripts is.
 * @param {string} json
 */
function jsonLd(json) {
	const begun = document.querySelector('script[src]:not([type]), script[type="module"]');
	const script = /** @type {HTMLScriptElement} */ (begun?.cloneNode() ?? document.createElement('script'));
	for (const name of script.getAttributeNames()) script.removeAttribute(name);
	script.type = 'application/ld+json';
	script.append(json);
	return script;
}

/** @param {string} value */
const plain = (value) => value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
