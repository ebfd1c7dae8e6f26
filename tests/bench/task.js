// What both engines do with a task: one prints how long it took, or how many it did in a second.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { perSecond } from './rounds.js';

const [, , task, data, short] = process.argv;

/** How many items the bibliography has. */
const COUNTS = { list: 10_000, 'list-quarter': 2_500 };

/** How many items a peer gets in a short run, to its advantage. */
const SHORT = 800;

/** A file of the data. */
export const file = (name) => readFileSync(join(data, name), 'utf8');

/**
 * Does the task that the command line names.
 *
 * @param {object} engine
 * @param {(items: object[]) => Promise<void>} engine.start Loads the engine, and gives it the items.
 * @param {(item: object) => string} engine.note
 * @param {(items: object[]) => string[]} engine.list The entries.
 */
export async function run({ start, note, list }) {
	const items = JSON.parse(file('items.json'));
	const begin = performance.now();
	if (task === 'first') {
		await start(items.slice(0, 1));
		written(note(items[0]));
		return print({ value: performance.now() - begin });
	}
	if (task === 'notes') {
		await start(items);
		return print({ value: perSecond(() => items.forEach((item) => written(note(item))), items.length) });
	}
	const count = Math.min(COUNTS[task], short ? SHORT : Infinity);
	const many = Array.from({ length: count }, (_, at) => copy(items[at % items.length], at));
	await start(many);
	const before = performance.now();
	const entries = list(many);
	const took = performance.now() - before;
	// Not everything that is cited stands in a bibliography: letters, for one.
	if (entries.length < count / 2) throw new Error(`${entries.length} entries of ${count} items`);
	print({ value: (count * 1000) / took, count });
}

/** Another item of the same kind: only its id and the end of its title differ. */
function copy(item, at) {
	return { ...item, id: `${item.id}-${at}`, title: item.title && `${item.title} ${at}` };
}

function written(text) {
	if (typeof text !== 'string') throw new Error(`no citation: ${text}`);
}

function print(result) {
	console.log(JSON.stringify(result));
}
