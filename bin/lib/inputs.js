// The inputs one after the other: files, folders, globs, lines of JSON.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** @typedef {{ input: { file: string, line?: number }, text?: string, error?: string }} Input */

/** Whether every line of a file is an input. @param {string} name */
export const isOfLines = (name) => /\.(jsonl|ndjson)$/i.test(name);

/** @param {string} name */
export const isGlob = (name) => /[*?]/.test(name);

/** @param {string[]} names @returns {AsyncGenerator<Input>} */
export async function* inputs(names) {
	for (const name of names) {
		try {
			if (name === '-') yield* lines('-', process.stdin);
			else for await (const file of found(name)) yield* opened(file);
		} catch (error) {
			yield { input: { file: name }, error: error.message };
		}
	}
}

/** How many inputs there are; 0 where that cannot be known before the end. @param {string[]} names */
export async function count(names) {
	if (names.includes('-')) return 0;
	let total = 0;
	for await (const _ of inputs(names)) total += 1;
	return total;
}

/** @param {string} file @returns {AsyncGenerator<Input>} */
async function* opened(file) {
	if (isOfLines(file)) yield* lines(file, createReadStream(file));
	else yield { input: { file } };
}

/** @param {string} file @param {any} stream @returns {AsyncGenerator<Input>} */
async function* lines(file, stream) {
	let line = 0;
	try {
		for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
			line += 1;
			if (text.trim()) yield { input: { file, line }, text };
		}
	} catch (error) {
		yield { input: { file, line: line + 1 }, error: error.message };
	}
}

/** @param {string} name @returns {AsyncGenerator<string>} */
async function* found(name) {
	const is = await stat(name).catch(() => undefined);
	if (is?.isDirectory()) yield* walk(name);
	else if (is || !isGlob(name)) yield name;
	else yield* matching(name);
}

/** @param {string} glob */
async function* matching(glob) {
	const base = glob.slice(0, glob.search(/[*?]/)).replace(/[^/]*$/, '');
	const pattern = expression(glob);
	let any = false;
	for await (const path of walk(base || '.')) {
		if (!pattern.test(path)) continue;
		any = true;
		yield path;
	}
	if (!any) throw new Error('no file matches');
}

/** @param {string} glob */
function expression(glob) {
	const parts = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
	const source = glob.replace(/\*\*\/|\*\*|[*?]|[.+^${}()|[\]\\]/g, (found) => parts[found] ?? `\\${found}`);
	return new RegExp(`^${source}$`, 's');
}

/** In the order of names; hidden files are left out. @param {string} folder @returns {AsyncGenerator<string>} */
async function* walk(folder) {
	const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = folder === '.' ? entry.name : folder.replace(/\/*$/, '/') + entry.name;
		if (entry.isDirectory()) yield* walk(path);
		else if (entry.isFile()) yield path;
	}
}
