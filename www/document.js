// A document that was read. It stays in the module until somebody looks into it: whoever only cites it, or shows it as it
// was read, never waits for its thousands of values.

import { withModule } from './load.js';

/** @typedef {import('./callslip.js').Document} Document */
/** @typedef {import('./callslip.js').Reading} Reading */
/** @typedef {import('./load.js').Module} Module */
/** @typedef {{ input: string | Uint8Array, options: string, number: number }} Source What it was read from, and the module's name for it. */

/** @typedef {{ source: Source, getters: (() => unknown)[] }} Known */

const MEMBERS = /** @type {const} */ (['title', 'fields', 'body', 'language', 'direction']);
/** What Node's console asks before it prints a value. */
const PRINTED = Symbol.for('nodejs.util.inspect.custom');

class Given {
	/** @param {object} object */
	constructor(object) {
		return object;
	}
}

/** What is known of a document that nobody has looked into, in a private field of its own: a `WeakMap` would cost more than
 * all the rest of making one, and again whenever garbage is collected. */
class Unseen extends Given {
	/** @type {Known | undefined} */
	#known;

	/** @param {object} document @param {Known} known */
	constructor(document, known) {
		super(document);
		this.#known = known;
	}

	/** @param {object} document @returns {Known | undefined} */
	static of(document) {
		return #known in document ? document.#known : undefined;
	}

	/** @param {object} document */
	static forget(document) {
		if (#known in document) document.#known = undefined;
	}
}

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
	const known = Unseen.of(document);
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
	/** @type {any} */
	let seen;
	const look = () => {
		if (seen) return seen;
		seen = JSON.parse(ask(source, (module, number) => module.held(number)));
		Unseen.forget(document);
		Reflect.deleteProperty(document, PRINTED);
		for (const [at, name] of MEMBERS.entries()) {
			if (isUnseen(at) && isOpen(name)) Object.defineProperty(document, name, { value: seen[name], writable: true });
		}
		return seen;
	};
	const put = (/** @type {number} */ at, /** @type {unknown} */ value) => {
		const name = MEMBERS[at];
		look()[name] = value;
		if (!isUnseen(at)) document[name] = value;
	};
	// Written out, for engines make such an object in half the time that it takes to define the members one by one.
	const document = /** @type {any} */ ({
		get title() { return look().title; },
		set title(value) { put(0, value); },
		get fields() { return look().fields; },
		set fields(value) { put(1, value); },
		get body() { return look().body; },
		set body(value) { put(2, value); },
		get language() { return look().language; },
		set language(value) { put(3, value); },
		get direction() { return look().direction; },
		set direction(value) { put(4, value); },
	});
	const getter = (/** @type {string} */ name) => Object.getOwnPropertyDescriptor(document, name)?.get;
	const getters = MEMBERS.map((name) => /** @type {() => unknown} */ (getter(name)));
	const isUnseen = (/** @type {number} */ at) => getter(MEMBERS[at]) === getters[at];
	const isOpen = (/** @type {string} */ name) => Object.getOwnPropertyDescriptor(document, name)?.configurable;
	Object.defineProperty(document, PRINTED, { value: look, configurable: true });
	new Unseen(document, { source, getters });
	return document;
}
