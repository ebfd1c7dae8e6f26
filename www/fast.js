// What comes with the module that is compiled for speed: its glue, what reads with it, and texts that cross in units of
// sixteen bits where the runtime can copy those.

import * as glue from './pkg/fast/callslip.js';

export * from './pkg/fast/callslip.js';
export { default } from './pkg/fast/callslip.js';
export { readWith, showUnseen } from './document.js';

/** Node's and Bun's. @type {any} */
const Buffer = Reflect.get(globalThis, 'Buffer');
const encoder = new TextEncoder();
/** For how many units of a request there is room; longer ones are rare. */
const LONGEST = 1 << 14;

/** All of the module's memory. @type {any} */
let bytes;
/** Where requests are put. @type {Uint8Array} */
let room;
/** What is told of an answer. @type {Uint32Array} */
let table;
/** The options that the module has. */
let told = '';

/** The memory, which is another one when it has grown or the instance is fresh. */
function memory() {
	// Of memory that has grown, the old view has nothing.
	if (!bytes?.length) {
		// A unit of UTF-16 takes three bytes at most.
		const length = LONGEST * 3;
		const at = glue.requestRoom(length);
		const { buffer } = glue.ownMemory();
		room = new Uint8Array(buffer, at, length);
		table = new Uint32Array(buffer, glue.answerTable(), 6);
		bytes = Buffer.from(buffer);
	}
	return bytes;
}

/** Makes a fresh instance. */
export function __wbg_reset_state() {
	bytes = undefined;
	told = '';
	glue.__wbg_reset_state();
}

/**
 * Puts a text into the memory.
 *
 * @param {string} text @returns {number} How many bytes it has there.
 */
function put(text) {
	memory();
	return encoder.encodeInto(text, room).written;
}

/**
 * Cites: the item and the options are put into the memory, and the answer is one text, cut into its parts.
 *
 * @param {string} item @param {string} options As JSON.
 * @returns {import('./callslip.js').Citation | undefined} Nothing where there is no answer: `cite` says why.
 */
export function citation(item, options) {
	if (!Buffer || item.length > LONGEST || options.length > LONGEST) return undefined;
	if (options !== told) {
		told = '';
		if (!glue.tell(put(options))) return undefined;
		told = options;
	}
	if (!glue.citeThere(put(item))) return undefined;
	const memoryNow = memory();
	const [at, isPlain, html, text, markdown, warnings] = table;
	const [first, second, length] = [html, html + text, html + text + markdown];
	const all = isPlain
		? memoryNow.toString('latin1', at, at + length + warnings)
		: memoryNow.toString('utf16le', at, at + 2 * (length + warnings));
	return {
		html: all.substring(0, first),
		text: all.substring(first, second),
		markdown: all.substring(second, length),
		warnings: warnings ? JSON.parse(all.substring(length)) : [],
	};
}

/** What the module answered. */
function answer() {
	const start = glue.answerAt();
	const end = start + glue.answerLength();
	return memory().toString(glue.isAnswerPlain() ? 'latin1' : 'utf16le', start, end);
}

/** @param {string} text @param {string} options @param {number} number @returns {string} */
export function read(text, options, number) {
	if (!Buffer) return glue.read(text, options, number);
	const at = glue.room(text.length);
	memory().write(text, at, 'utf16le');
	glue.readUnits(text.length, options, number);
	return answer();
}

/** @param {number} number @param {string} options @returns {string | undefined} */
export function showHeld(number, options) {
	if (!Buffer) return glue.showHeld(number, options);
	return glue.showHeldUnits(number, options) ? answer() : undefined;
}
