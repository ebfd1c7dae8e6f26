// How many megabytes of archive text are read and shown in a second: `node reading.js ENGINE TEXTS FOLDER...`.
//
// Both engines get the same text, which is Markdown too: Callslip finds its head, its fields and its record beside that.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { perSecond } from './rounds.js';

const [, , engine, texts, ...folders] = process.argv;

/** What makes HTML of a text. */
const ENGINES = {
	async callslip() {
		const { load, read, show } = await import('../../www/node.js');
		await load();
		return (text) => show(read(text).document);
	},
	async 'markdown-it'() {
		const { default: MarkdownIt } = await import('markdown-it');
		const markdown = new MarkdownIt();
		return (text) => markdown.render(text);
	},
};

const documents = folders
	.flatMap((folder) => readdirSync(folder).sort().map((name) => join(folder, name)))
	.filter((name) => name.endsWith('.txt'))
	.map((name) => readFileSync(name, 'utf8'));
const whole = documents.join('\n\n');
const long = whole.repeat(Math.ceil(2_000_000 / whole.length));
const given = texts === 'long' ? [long] : documents;
const bytes = Buffer.byteLength(given.join(''));

const html = await ENGINES[engine]();
const round = () => {
	for (const text of given) if (html(text).length < text.length / 2) throw new Error('text is missing');
};
console.log(JSON.stringify({ value: perSecond(round, bytes) / 1e6, count: given.length }));
