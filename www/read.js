// Reading documents and showing them: what comes with the whole module.

import { withModule } from './load.js';
import { json, object } from './request.js';

/** @typedef {import('./callslip.js').Document} Document */
/** @typedef {import('./callslip.js').Reading} Reading */

/**
 * Reads a document: archival text, CSL-JSON, RIS, BibTeX, TEI, EAD, MARCXML ...
 *
 * @param {string | Uint8Array} input The text, or the bytes of a file.
 * @param {{ format?: string, url?: string }} [options] `format` is found out unless given; `url` is where it came from.
 * @returns {Reading}
 * @throws {TypeError} When an argument is of the wrong type.
 */
export function read(input, options) {
	const told = json('options', options ?? {});
	if (typeof input === 'string' || input instanceof Uint8Array) return withModule((module) => module.readWith(input, told));
	throw new TypeError('input: expected a string or a Uint8Array');
}

/**
 * Writes a document as HTML that is safe by construction.
 *
 * @param {Document} document What `read` gave as `document`.
 * @param {{ heading?: number, prefix?: string, places?: boolean }} [options] The level of the title; what stands before
 * identifiers; whether elements say where in the input they stood.
 * @returns {string}
 * @throws {TypeError} When an argument is of the wrong type.
 */
export function show(document, options) {
	object('document', document);
	const told = json('options', options ?? {});
	return withModule((module) => module.showUnseen(document, told) ?? module.show(JSON.stringify(document), told));
}
