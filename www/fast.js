// What comes with the module that is compiled for speed: its glue, what reads with it, and texts that cross in units of
// sixteen bits where the runtime can copy those.

import * as glue from './pkg/fast/callslip.js';

export * from './pkg/fast/callslip.js';
export { default } from './pkg/fast/callslip.js';
export { readWith, showUnseen } from './document.js';

/** Node's and Bun's. @type {any} */
const Buffer = Reflect.get(globalThis, 'Buffer');
/** All of the module's memory. @type {any} */
let bytes;

/** The memory, which is another one when it has grown or the instance is fresh. */
function memory() {
	const { buffer } = glue.ownMemory();
	if (bytes?.buffer !== buffer) bytes = Buffer.from(buffer);
	return bytes;
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
