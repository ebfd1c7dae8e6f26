// Citing and exporting: what pages load first.

import { load as loadModule, usually, withModule } from './load.js';
import { bytesOf, json, object, text } from './request.js';

/** @typedef {import('./callslip.js').Citation} Citation */
/** @typedef {import('./callslip.js').CitedItem} CitedItem */
/** @typedef {import('./callslip.js').CiteOptions} CiteOptions */
/** @typedef {import('./callslip.js').Item} Item */

/**
 * Loads the WebAssembly module. Repeated calls are free; after a failure it may be called again.
 *
 * @param {{ only?: 'cite' }} [options] `only: 'cite'` is enough for `cite` and `bibliography`, and downloads less than half.
 * @returns {Promise<void>} Rejects with a `TypeError` when an option is wrong, with an `Error` when the module cannot be loaded.
 */
export async function load(options) {
	const { only } = /** @type {{ only?: 'cite' }} */ (object('options', options ?? {}));
	if (only && only !== 'cite') throw new TypeError("only: expected 'cite'");
	await loadModule({ only });
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
	if (!Array.isArray(item)) object('item', item);
	const told = object('options', options ?? {});
	return withModule((module) => module.citation?.(item, told) ?? cited(module, requestOf(item, told)), 'cite');
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
	const request = requestOf(item, options);
	return usually((module) => cited(module, request));
}

/**
 * @param {Item | (Item | CitedItem)[]} item
 * @param {CiteOptions} [options]
 * @returns {string} As JSON.
 */
function requestOf(item, options) {
	if (!Array.isArray(item)) object('item', item);
	return `[${text('item', item)},${json('options', options ?? {})}]`;
}

/** @param {import('./load.js').Module} module @param {string} request @returns {Citation} */
function cited(module, request) {
	return JSON.parse(module.cite(bytesOf(request)));
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
