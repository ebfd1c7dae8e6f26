// Citing and exporting: what pages load first.

import { load as loadModule, usually, withModule } from './load.js';
import { bytesOf, json, object } from './request.js';

/** @typedef {import('./callslip.js').Citation} Citation */
/** @typedef {import('./callslip.js').CitedItem} CitedItem */
/** @typedef {import('./callslip.js').CiteOptions} CiteOptions */
/** @typedef {import('./callslip.js').Item} Item */

/**
 * Loads the WebAssembly module. Repeated calls are free; after a failure it may be called again.
 *
 * @param {{ only?: 'cite' }} [options] `only: 'cite'` is enough for `cite` and `bibliography`, and downloads less than half.
 * @returns {Promise<void>}
 */
export async function load(options) {
	await loadModule(options);
}

/**
 * Cites one item, or several in one note or one parenthesis.
 *
 * @param {Item | (Item | CitedItem)[]} item
 * @param {CiteOptions} [options]
 * @returns {Citation}
 * @throws {TypeError} When an argument is of the wrong type, or an option has a value that it cannot have.
 */
export function cite(item, options) {
	return withModule(citing(item, options), 'cite');
}

/**
 * Cites as `cite` does, and loads what this citation takes: for most items two thirds of what `load({ only: 'cite' })` does.
 *
 * @param {Item | (Item | CitedItem)[]} item
 * @param {CiteOptions} [options]
 * @returns {Promise<Citation>} Rejects with a `TypeError` where `cite` throws one.
 */
export async function citeAsync(item, options) {
	// They are cited as they are now, however long the module takes to come.
	const [given, told] = JSON.parse(JSON.stringify([item, options]));
	return usually(citing(given, told));
}

/**
 * @param {Item | (Item | CitedItem)[]} item
 * @param {CiteOptions} [options]
 * @returns {(module: import('./load.js').Module) => Citation}
 */
function citing(item, options) {
	if (!Array.isArray(item)) object('item', item);
	const told = object('options', options ?? {});
	return (module) => module.citation?.(item, told) ?? JSON.parse(module.cite(bytesOf(JSON.stringify([item, told]))));
}

/**
 * Exports an item in another system's format.
 *
 * @param {Item} item
 * @param {string} format `csl-json`, `ris`, `bibtex`, `biblatex`, `json-ld`, `coins`, `meta`.
 * @returns {string}
 * @throws {TypeError} When an argument is of the wrong type, or there is no such format.
 */
export function write(item, format) {
	if (typeof format !== 'string') throw new TypeError('format: expected a string');
	const given = json('item', item);
	return withModule((module) => module.write(given, format));
}
