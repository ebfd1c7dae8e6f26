// A document that was read. It stays in the module until somebody looks into it: whoever only cites it, or shows it as it
// was read, never waits for its thousands of values.

import { lately, member, sourceOf } from './late.js';
import { withModule } from './load.js';

/** @typedef {import('./callslip.js').Reading} Reading */
/** @typedef {import('./load.js').Module} Module */
/** @typedef {{ input: string | Uint8Array, options: string, number: number }} Source What it was read from, and the module's name for it. */

const MEMBERS = ['title', 'fields', 'body', 'language', 'direction'];
let readings = 0;

/**
 * Reads; the options are JSON.
 *
 * @param {string | Uint8Array} input
 * @param {string} options
 * @param {(source: Source) => Reading} [untold] Makes the reading where the module tells nothing of it yet.
 * @returns {Reading}
 */
export function readWith(input, options, untold) {
	const source = { input, options, number: ++readings };
	const told = withModule((module) => again(module, source));
	if (untold && !told) return untold(source);
	const reading = JSON.parse(/** @type {string} */ (told));
	if (reading.document !== null) return reading;
	// The caller may change the bytes, and they may be wanted again.
	if (typeof input !== 'string') source.input = new Uint8Array(input);
	reading.document = document(source);
	return reading;
}

/**
 * The HTML of a document that is as it was read; `undefined` when somebody may have changed it.
 *
 * @param {object} document
 * @param {string} options
 * @returns {string | undefined}
 */
export function showUnseen(document, options) {
	const source = sourceOf(document);
	if (!source || 'toJSON' in document) return undefined;
	return ask(source, (module, number) => module.showHeld(number, options));
}

/** Gives nothing where all that was read is held. @param {Module} module @param {Source} source @returns {string | undefined} */
function again(module, { input, options, number }) {
	return typeof input === 'string' ? module.read(input, options, number) : module.readBytes(input, options, number);
}

/**
 * Asks the module about a document; when it holds another one since, the document is read again.
 *
 * @param {Source} source
 * @param {(module: Module, number: number) => string | undefined} question
 * @returns {string}
 */
export function ask(source, question) {
	return withModule((module) => {
		let answer = question(module, source.number);
		if (answer === undefined) {
			again(module, source);
			answer = question(module, source.number);
		}
		return /** @type {string} */ (answer);
	});
}

export const document = lately(
	Object.fromEntries(MEMBERS.map((name) => [name, member(name)])),
	(/** @type {Source} */ source) => JSON.parse(ask(source, (module, number) => module.held(number))),
);
