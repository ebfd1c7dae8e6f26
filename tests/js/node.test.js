// In Node the first citations are made by the small module and the others by the fast one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { bibliography, cite, load, read, show, write } from '../../www/node.js';
import { withModule } from '../../www/load.js';

const ITEMS = Array.from({ length: 200 }, (_, at) => ({
	id: String(at),
	type: 'book',
	author: [{ family: 'Angle', given: 'Paul M.' }],
	title: `Prairie State, part ${at % 10}`,
	publisher: 'Prairie Press',
	issued: { 'date-parts': [[1900 + (at % 10)]] },
}));

test('nothing is cited before load()', () => {
	assert.throws(() => cite(ITEMS[0]), /call load\(\)/);
});

test('the citations are the same whichever module makes them', async () => {
	await load();
	const modules = new Set();
	const notes = ITEMS.map((item) => {
		withModule((module) => modules.add(module), 'cite', 0);
		return cite(item).text;
	});
	assert.equal(modules.size, 2);
	notes.forEach((note, at) => assert.equal(note, notes[at % 10]));
	assert.equal(bibliography(ITEMS.slice(0, 1)).entries.length, 1);
});

test('both modules find the same signs at every place of a title', async () => {
	const [small, fast] = await Promise.all([glue('cite'), glue('fast')]);
	const signs = ['<', '&', '"', '\'', '“', '’', 'ᵉ', '\u{a0}', '\u{1}', '\n', '\\', '*', '_', '  ', 'é', '–', '汉', ': of ', ' in vitro ', ' the '];
	for (let length = 0; length < 40; length += 1) {
		for (const sign of signs) {
			const title = `${'a'.repeat(length)}${sign}${'b'.repeat(length % 7)}`;
			const request = new TextEncoder().encode(JSON.stringify([{ ...ITEMS[0], title, publisher: title }, {}]));
			assert.equal(fast.cite(request), small.cite(request), JSON.stringify(title));
		}
	}
});

test('what crosses to the fast module and back in pieces is the same as in one JSON text', async () => {
	await load();
	const small = await glue('cite');
	const said = (work) => {
		try {
			return work();
		} catch (error) {
			return `${error.name}: ${error.message}`;
		}
	};
	const titled = (title, more) => ({ ...ITEMS[0], title, ...more });
	const items = [
		...['Plain', 'Élan', '“Quoted”', '\u{1f600} <i>x</i>', 'half \ud83d', '', 'a "b" \\', 'x'.repeat(20_000), 'é'.repeat(16_000)].map((title) => titled(title)),
		titled('A “Cable”', { type: 'cable' }),
		[titled('One'), { item: titled('Two – 2'), prefix: 'see', locator: { value: '3' } }],
		[],
		[1],
	];
	const options = [{}, { edition: 17 }, { form: 'short-note' }, { edition: undefined }, { form: 'short-note' }, Object.create({ form: 'short-note' }), { form: 'no form' }, { suffix: 'é'.repeat(9) }, { suffix: 'y'.repeat(20_000) }, { nothing: 1 }, {}];
	for (let round = 0; round < 2; round += 1) {
		for (const told of options) {
			for (const item of items) {
				const request = new TextEncoder().encode(JSON.stringify([item, told]));
				assert.deepEqual(said(() => cite(item, told)), said(() => JSON.parse(small.cite(request))), JSON.stringify([item, told]).slice(0, 300));
			}
		}
		// The memory grows.
		read('Title: Letter\n\nDear Sir,'.padEnd(3_000_000, ' and so on'));
	}
});

/** A module of its own, apart from those that the functions use. */
async function glue(folder) {
	const found = await import(`../../www/pkg/${folder}/callslip.js?apart`);
	found.initSync({ module: await readFile(new URL(`../../www/pkg/${folder}/callslip_bg.wasm`, import.meta.url)) });
	return found;
}

test('an item whose accessor cites another item is cited whole', () => {
	const [plain, other] = ITEMS;
	const nested = [];
	const item = {
		type: 'book',
		get title() {
			nested.push(cite({ ...other, title: 'Ü'.repeat(2000) }).text.length);
			return plain.title;
		},
		author: plain.author,
		publisher: plain.publisher,
		issued: plain.issued,
	};
	assert.equal(cite(item).text, cite({ ...plain, id: undefined }).text);
	assert.ok(nested.length && nested.every((length) => length > 2000));
	const thrown = new RangeError('not now');
	const broken = { type: 'book', get title() { throw thrown; } };
	assert.throws(() => cite(broken));
	assert.equal(cite(item).text, cite({ ...plain, id: undefined }).text);
});

test('what the small module lacks is there', async () => {
	await load({ only: 'cite' });
	assert.match(write(ITEMS[0], 'ris'), /^TY {2}- BOOK/);
	assert.equal(read('Dublin Core').format.length > 0, true);
});

test('the entry in one file and its source share what is loaded', async () => {
	const packed = await import('../../www/pkg/node.js');
	const { readPdf } = await import('../../www/node-pdf.js');
	assert.deepEqual(Object.keys(packed).sort(), Object.keys(await import('../../www/node.js')).sort());
	const { document } = read('Title: Letter\n\nDear Sir,');
	assert.equal(packed.show(document), show(document));
	assert.deepEqual(packed.cite(ITEMS[0]), cite(ITEMS[0]));
	assert.equal(typeof readPdf, 'function');
});

test('a list that is sent in parts is that of one call, with its warnings and their places', async () => {
	const items = Array.from({ length: 150 }, (_, at) => ({
		type: at % 40 ? 'book' : 'cable',
		id: `${at}`,
		title: `Salt & Smöke ${(at * 37) % 150}`,
		author: [{ family: `Ünal ${at % 7}`, given: 'A.' }],
		publisher: at % 3 ? 'Müller' : undefined,
		issued: { raw: `${1900 + (at % 11)}` },
	}));
	const fast = await glue('fast');
	for (const options of [{}, { edition: 17 }, { system: 'author-date', citations: true }, { group: true, collect: true }]) {
		const { entries, warnings } = bibliography(items, /** @type {any} */ (options));
		const request = new TextEncoder().encode(JSON.stringify([items, options]));
		assert.deepEqual({ entries, warnings }, JSON.parse(fast.bibliography(request)));
		assert.equal(warnings.filter(({ code }) => code === 'unknown-type').length, 4);
	}
	assert.throws(() => bibliography(/** @type {any} */ ([...items, 7])), { name: 'TypeError', message: 'item: expected an object at [150]' });
	assert.equal(bibliography(items).entries.length, 148);
});
