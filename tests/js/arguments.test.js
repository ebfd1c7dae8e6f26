// Wrong arguments are TypeErrors that say what was wrong, and where.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibliography, cite, citeAsync, load, read, show, write } from '../../www/node.js';
import { readPage } from '../../www/page.js';
import { readEach } from '../../www/reading.js';

await load();
const book = { type: 'book', title: 'Boats' };
/** @type {any} */
const circle = { type: 'book' };
circle.self = circle;

/** @type {[string, () => unknown, string | RegExp][]} */
const WRONG = [
	['no item', () => cite(/** @type {any} */ (undefined)), 'item: expected an object'],
	['an item within itself', () => cite(circle), /^item: .*circular/i],
	['a number that JSON has not', () => write({ type: 'book', volume: 1n }, 'ris'), /^item: .*BigInt/],
	['options within themselves', () => cite(book, circle), /^options: .*circular/i],
	['one of several items', () => cite([book, /** @type {any} */ (5)]), 'item: expected an object at [1]'],
	['one of a list', () => bibliography([book, book, /** @type {any} */ (null)]), 'item: expected an object at [2]'],
	['a list within itself', () => bibliography([circle]), /^items: .*circular/i],
	['an option of a list', () => bibliography([book], /** @type {any} */ ({ dateOrder: 'year' })), 'dateOrder: expected month-day or day-month'],
	['an input', () => read(/** @type {any} */ (new Uint16Array(2))), 'input: expected a string or a Uint8Array'],
	['a document’s title', () => show(/** @type {any} */ ({ title: 'Boats' })), 'document: title: expected an array'],
	['a block’s content', () => show(/** @type {any} */ ({ body: [{ type: 'paragraph', content: 'Boats' }] })), 'document: content: expected an array'],
	['a page', () => readPage(), 'page: expected a document'],
];

for (const [what, call, message] of WRONG) test(what, () => void assert.throws(call, { name: 'TypeError', message }));

test('promises reject', async () => {
	await assert.rejects(citeAsync(circle), { name: 'TypeError', message: /^item: / });
	await assert.rejects(load(/** @type {any} */ ({ only: 'read' })), { name: 'TypeError', message: "only: expected 'cite'" });
	await assert.rejects(load(/** @type {any} */ (5)), { name: 'TypeError', message: 'options: expected an object' });
	await load(/** @type {any} */ (null));
});

test('what is not said does', () => {
	assert.equal(cite(book, /** @type {any} */ (null)).text, cite(book).text);
	assert.match(show(/** @type {any} */ ({ title: null })), /^<article/);
});

test('readEach reads where there is neither page nor worker, and names what it cannot', async () => {
	const documents = [{ name: 'a', input: 'TY  - BOOK\nTI  - Boats\nER  - ' }, { name: 'b', input: /** @type {any} */ (5) }];
	const said = [];
	for await (const { name, note, error } of readEach(documents)) said.push([name, note?.text ?? error]);
	assert.deepEqual(said, [['a', 'Boats (n.d.).'], ['b', 'input: expected a string or a Uint8Array']]);
});
