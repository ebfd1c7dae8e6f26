// What comes with the module that is compiled for speed: its glue, what reads with it, and texts that cross in units of
// sixteen bits where the runtime can copy those.

import { ask, document, readWith as readWithJson } from './document.js';
import { lately, member } from './late.js';
import * as glue from './pkg/fast/callslip.js';
import { know, pack } from './pack.js';

export * from './pkg/fast/callslip.js';
export { default } from './pkg/fast/callslip.js';
export { showUnseen } from './document.js';

/** @typedef {import('./document.js').Source} Source */
/** @typedef {import('./callslip.js').Reading} Reading */

/** Node's and Bun's. @type {any} */
const Buffer = Reflect.get(globalThis, 'Buffer');
/** For so many bytes of a request there is room; longer ones are rare. */
const ROOM = 3 << 14;

/** All of the module's memory. @type {any} */
let bytes;
/** Where in it requests are put. */
let room = 0;
/** What is told of an answer. @type {Uint32Array} */
let table;
/** The options that the module has, and how many. @type {Record<string, unknown> | undefined} */
let told;
let tellings = 0;
/** Whether an item is on its way into the room. */
let isPutting = false;

/** The memory, which is another one when it has grown or the instance is fresh. */
function memory() {
	// Of memory that has grown, the old view has nothing.
	if (!bytes?.length) {
		// What may let it grow comes first.
		const [keys, unread] = glue.packedKeys().split(';').map((list) => list.split(','));
		know(keys, unread);
		room = glue.requestRoom(ROOM);
		const { buffer } = glue.ownMemory();
		table = new Uint32Array(buffer, glue.answerTable(), 6);
		bytes = Buffer.from(buffer);
	}
	return bytes;
}

/** Makes a fresh instance. */
export function __wbg_reset_state() {
	bytes = undefined;
	told = undefined;
	glue.__wbg_reset_state();
}

/**
 * Packs an item into the memory.
 *
 * @param {object} item
 * @returns {number} How many bytes it has there; 0 where JSON.stringify has to make something of it.
 */
function put(item) {
	const into = memory();
	isPutting = true;
	try {
		const length = pack(item, into, room, ROOM);
		// An accessor of the item's may have cited, and the memory have grown.
		return into === memory() ? length : 0;
	} finally {
		isPutting = false;
	}
}

/**
 * Tells the module the options, which are mostly those that it has. Whether it takes them.
 *
 * @param {Record<string, unknown>} options
 */
function tell(options) {
	if (isTold(options)) return true;
	told = undefined;
	const text = JSON.stringify(options);
	// A unit of UTF-16 takes three bytes at most.
	if (text.length * 3 > ROOM || !glue.tell(memory().write(text, room))) return false;
	told = /** @type {Record<string, unknown>} */ (JSON.parse(text));
	tellings = Object.keys(told).length;
	return true;
}

/** Whether the module has these options. @param {Record<string, unknown>} options */
function isTold(options) {
	if (!told) return false;
	let same = 0;
	for (const name in options) {
		const value = options[name];
		// What is in an object may have changed since; what JSON leaves out was never told.
		if (value === undefined || typeof value === 'object' || !Object.hasOwn(options, name) || value !== told[name]) return false;
		same++;
	}
	return same === tellings;
}

/**
 * Cites: the item and the options are put into the memory, and the answer is one text, cut into its parts.
 *
 * @param {object} item @param {object} options
 * @returns {import('./callslip.js').Citation | undefined} Nothing where there is no answer: `cite` says why.
 */
export function citation(item, options) {
	// An accessor of an item's may cite, and would put its own there.
	if (!Buffer || isPutting || !tell(/** @type {Record<string, unknown>} */ (options))) return undefined;
	const given = put(item);
	if (!given || !glue.citeThere(given)) return undefined;
	const memoryNow = memory();
	const [at, isPlain, markdown, text, html, warnings] = table;
	const [first, second, length] = [markdown, markdown + text, markdown + text + html];
	const all = isPlain
		? memoryNow.toString('latin1', at, at + length + warnings)
		: memoryNow.toString('utf16le', at, at + 2 * (length + warnings));
	return {
		html: all.substring(second, length),
		text: all.substring(first, second),
		markdown: all.substring(0, first),
		warnings: warnings ? JSON.parse(all.substring(length)) : [],
	};
}

/** What the module answered. */
function answer() {
	const start = glue.answerAt();
	const end = start + glue.answerLength();
	return memory().toString(glue.isAnswerPlain() ? 'latin1' : 'utf16le', start, end);
}

/** Puts a text into the memory in units. @param {string} text */
function putUnits(text) {
	const at = glue.room(text.length);
	memory().write(text, at, 'utf16le');
}

/** How many items of a list are sent at once. */
const PART = 32;

/**
 * The entries and the warnings of a list, whose items are sent in parts.
 *
 * @param {object[]} items
 * @param {object} options
 * @returns {Pick<import('./callslip.js').Bibliography, 'entries' | 'warnings'> | undefined} Nothing where the list is not made
 * so: `bibliography` makes it, or says why not.
 */
export function list(items, options) {
	const making = Buffer && glue.List.begin(JSON.stringify(options));
	if (!making) return undefined;
	// All items go before the first is worked on, and all entries are made before the first comes: the engine collects its
	// garbage slowly while it compiles what the module calls often.
	for (let at = 0; at < items.length; at += PART) {
		const part = JSON.stringify(items.slice(at, at + PART));
		putUnits(part);
		making.take(part.length);
	}
	for (let at = 0; at < items.length; at += PART) {
		if (making.make()) continue;
		making.free();
		return undefined;
	}
	making.sort();
	const entries = [];
	while (making.next()) entries.push(...JSON.parse(answer()));
	making.end();
	return { entries, warnings: JSON.parse(answer()) };
}

/** Gives nothing where all that was read is held. @param {string} text @param {string} options @param {number} number @returns {string | undefined} */
export function read(text, options, number) {
	if (!Buffer) return glue.read(text, options, number);
	putUnits(text);
	return glue.readUnits(text.length, options, number) ? undefined : answer();
}

/** @type {PropertyDescriptorMap} */
const READING = {
	format: member('format'),
	item: member('item'),
	document: { writable: true, enumerable: true, configurable: true },
	warnings: member('warnings'),
};
const reading = lately(READING, (/** @type {Source} */ source, object) => {
	const rest = JSON.parse(ask(source, (_, number) => heldRest(number)));
	return { ...rest, document: object.document };
});

/** What was read of one text, all of which the module holds. @param {Source} source @returns {Reading} */
function held(source) {
	READING.document.value = document(source);
	return reading(source);
}

/** @param {string | Uint8Array} input @param {string} options */
export const readWith = (input, options) => readWithJson(input, options, held);

/** What was read beside the document. @param {number} number @returns {string | undefined} */
function heldRest(number) {
	return glue.heldRest(number) ? answer() : undefined;
}

/** @param {number} number @param {string} options @returns {string | undefined} */
export function showHeld(number, options) {
	if (!Buffer) return glue.showHeld(number, options);
	return glue.showHeldUnits(number, options) ? answer() : undefined;
}
