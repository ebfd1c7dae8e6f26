// The soak test in Node: many citations and documents in one process, and what memory they leave.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as callslip from '../../www/node.js';
import init from '../../www/pkg/fast/callslip.js';
import { citeMany, readMany } from './work.js';

setFlagsFromString('--expose-gc');
const collect = /** @type {() => void} */ (runInNewContext('gc'));

/** What memory there is in use. */
async function measure() {
	collect();
	await new Promise((done) => setTimeout(done, 20));
	collect();
	const { memory } = await init();
	return { module: memory.buffer.byteLength, heap: process.memoryUsage().heapUsed };
}

/**
 * Does a tenth of the work to warm up, measures, does the rest, and measures again.
 * @param {{ citations: number, documents: number }} how
 */
export async function soak({ citations, documents }) {
	await callslip.load();
	const part = async (/** @type {number} */ from, /** @type {number} */ to) => {
		citeMany(callslip, citations * from, citations * (to - from));
		readMany(callslip, documents * from, documents * (to - from));
		return measure();
	};
	const warm = await part(0, 0.1);
	const end = await part(0.1, 1);
	return { warm, end };
}
