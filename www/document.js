// A document that was read. It stays in the module until somebody looks into it: whoever only cites it, or shows it as it
// was read, never waits for its thousands of values.

import { withModule } from './load.js';

/** @typedef {import('./callslip.js').Document} Document */
/** @typedef {import('./callslip.js').Reading} Reading */
/** @typedef {import('./load.js').Module} Module */
/** @typedef {{ input: string | Uint8Array, options: string, number: number }} Source What it was read from, and the module's name for it. */

const MEMBERS = /** @type {const} */ (['title', 'fields', 'body', 'language', 'direction']);
/** What Node's console asks before it prints a value. */
const PRINTED = Symbol.for('nodejs.util.inspect.custom');

/** The documents that nobody has looked into. @type {WeakMap<object, { source: Source, getters: (() => unknown)[] }>} */
const unseen = new WeakMap();
let readings = 0;

/**
 * Reads; the options are JSON.
 *
 * @param {string | Uint8Array} input
 * @param {string} options
 * @returns {Reading}
 */
export function readWith(input, options) {
	const source = { input, options, number: ++readings };
	const reading = JSON.parse(withModule((module) => again(module, source)));
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
	const known = unseen.get(document);
	const isOwn = (/** @type {() => unknown} */ get, /** @type {number} */ at) => {
		const found = Object.getOwnPropertyDescriptor(document, MEMBERS[at]);
		return found?.get === get && found.enumerable;
	};
	if (!known?.getters.every(isOwn) || 'toJSON' in document) return undefined;
	return ask(known.source, (module, number) => module.showHeld(number, options));
}

/** @param {Module} module @param {Source} source */
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
function ask(source, question) {
	return withModule((module) => {
		let answer = question(module, source.number);
		if (answer === undefined) {
			again(module, source);
			answer = question(module, source.number);
		}
		return /** @type {string} */ (answer);
	});
}

/**
 * A document whose members come when the first of them is asked for; from then on it is like any other object.
 *
 * @param {Source} source
 * @returns {Document}
 */
function document(source) {
	const document = /** @type {any} */ ({});
	/** @type {any} */
	let seen;
	const look = () => {
		if (seen) return seen;
		seen = JSON.parse(ask(source, (module, number) => module.held(number)));
		unseen.delete(document);
		Reflect.deleteProperty(document, PRINTED);
		for (const [at, name] of MEMBERS.entries()) {
			const found = Object.getOwnPropertyDescriptor(document, name);
			if (found?.configurable && found.get === getters[at]) Object.defineProperty(document, name, { value: seen[name], writable: true });
		}
		return seen;
	};
	const getters = MEMBERS.map((name) => () => look()[name]);
	for (const [at, name] of MEMBERS.entries()) {
		const get = getters[at];
		const set = (/** @type {unknown} */ value) => {
			look()[name] = value;
			if (Object.getOwnPropertyDescriptor(document, name)?.get !== get) document[name] = value;
		};
		Object.defineProperty(document, name, { get, set, enumerable: true, configurable: true });
	}
	Object.defineProperty(document, PRINTED, { value: look, configurable: true });
	unseen.set(document, { source, getters });
	return document;
}
