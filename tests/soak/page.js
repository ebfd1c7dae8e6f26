// The soak test in a page: citations by the functions, documents and citations by elements that come and go.

import * as callslip from '/www/callslip.js';
import init from '/www/pkg/callslip.js';
import { CallslipCiteElement, CallslipDocumentElement, CallslipListElement, CallslipQuoteElement } from '/www/elements/index.js';
import { citeMany, item, source } from '/tests/soak/work.js';

for (const element of [CallslipCiteElement, CallslipDocumentElement, CallslipListElement, CallslipQuoteElement]) element.define();
const PLACE = document.querySelector('main');

/** The elements for a document: it, its citation, another's, a quotation's button, the list. @param {number} at */
function elements(at) {
	const [shown, cite, other, quote, list] = ['document', 'cite', 'cite', 'quote', 'list'].map((name) => document.createElement(`callslip-${name}`));
	const [format, text] = source(at);
	Object.assign(shown, { id: `d${at}`, format, value: text, prefix: `d${at}-`, metadata: at % 10 === 0 });
	Object.assign(cite, { for: `d${at}`, compact: at % 2 === 0, collect: true });
	other.item = item(at);
	return [shown, cite, other, quote, list];
}

/** Shows documents with their citations, and takes them out again. @param {number} from @param {number} count */
async function showMany(from, count) {
	for (let at = from; at < from + count; at += 1) {
		const made = elements(at);
		const [shown, cite, other] = made;
		const read = new Promise((done, failed) => {
			shown.addEventListener('callslip-read', done, { once: true });
			shown.addEventListener('callslip-error', ({ detail }) => failed(detail.error), { once: true });
		});
		PLACE.append(...made);
		await read;
		// Moved, as frameworks move elements.
		if (at % 7 === 0) document.body.append(shown, cite);
		for (let tries = 0; !(cite.citation && other.citation); tries += 1) {
			if (tries > 1000) throw new Error(`document ${at} was not cited`);
			await new Promise((done) => setTimeout(done));
		}
		for (const element of made) element.remove();
	}
}

globalThis.soak = {
	load: () => callslip.load(),
	cite: (/** @type {number} */ from, /** @type {number} */ count) => citeMany(callslip, from, count),
	show: showMany,
	memory: async () => (await init()).memory.buffer.byteLength,
};
