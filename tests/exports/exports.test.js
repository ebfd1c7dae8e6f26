// Every export, held against a schema or read back by another program: CSL-JSON by its schema, RIS and BibTeX by citation-js,
// JSON-LD by the types of schema.org.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { root, shared } from '../../scripts/run.js';
import { load, write } from '../../www/node.js';
import { schema } from './csl.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(join(here, 'package.json'));

/** Items of our own, of every kind that a library page has. @type {any[]} */
const own = [
	...JSON.parse(readFileSync(join(root, 'scripts/usual.json'), 'utf8')),
	...JSON.parse(readFileSync(join(here, 'items.json'), 'utf8')),
];
const library = join(shared, 'peers/data/items.json');
/** The shared library of items, where it lies beside the checkout. @type {any[]} */
const others = existsSync(library) ? JSON.parse(readFileSync(library, 'utf8')) : [];
const items = [...own, ...others].map((item, at) => ({ ...item, id: `i${at}` }));

before(() => load());

test('there are items of many kinds', (context) => {
	assert.ok(new Set(own.map(({ type }) => type)).size >= 12);
	if (others.length === 0) context.diagnostic('skipped: the items of the library: there is no data beside this checkout');
});

test('CSL-JSON keeps to its schema, and is itself when it is read again', () => {
	const Ajv = require('ajv').default;
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
	for (const item of items) {
		const text = write(item, 'csl-json');
		const again = [JSON.parse(text)].flat();
		// What is nobody's variable is kept; it is the item's own, not ours.
		for (const key of Object.keys(item)) if (!(key in schema.items.properties)) for (const one of again) delete one[key];
		assert.ok(validate(again), `${item.id} ${item.title}: ${JSON.stringify(validate.errors?.slice(0, 3))}\n${text}`);
		assert.equal(write([JSON.parse(text)].flat()[0], 'csl-json'), text);
	}
});

/** What another program is to find again; only what both formats have a place for. */
const fold = (/** @type {unknown} */ text) => String(text ?? '').replace(/<[^>]*>/g, '').normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
const families = (/** @type {any[]} */ names = []) => names.map((name) => fold(name.literal ?? `${name['non-dropping-particle'] ?? ''}${name.family ?? ''}`));

/** Kinds of RIS whose authors the other program does not look for, though they have them. */
const UNREAD = /^TY  - (BILL|HEAR|MPCT|MUSIC|NEWS|STAT)/;

/** @param {string} format @param {(text: string) => any[]} parse @param {(item: any) => boolean} [is] */
function readBack(format, parse, is = () => true) {
	const wrong = [];
	for (const item of items.filter((item) => is(item))) {
		const text = write(item, format);
		/** @type {any[]} */
		let found;
		try {
			found = parse(text);
		} catch (error) {
			wrong.push(`${item.id} ${item.type}: ${error.message.split('\n')[0]}\n${text}`);
			continue;
		}
		if (found.length !== 1) wrong.push(`${item.id}: ${found.length} items\n${text}`);
		const [again = {}] = found;
		const differ = (/** @type {string} */ what, /** @type {string} */ ours, /** @type {string} */ theirs) => {
			if (ours && ours !== theirs) wrong.push(`${item.id} ${item.type} ${what}: ${ours} is read as ${theirs}\n${text}`);
		};
		const canonical = JSON.parse(write(item, 'csl-json'));
		const [whole] = [canonical].flat();
		differ('title', fold(whole.title), fold(again.title));
		// A comma within a name cannot be told from that after the family name in RIS.
		const isRead = format !== 'ris' || !(UNREAD.test(text) || (whole.author ?? []).some((/** @type {any} */ name) => /,/.test(Object.values(name).join())));
		if (isRead) differ('author', families(whole.author).join(), families(again.author).join());
		differ('year', String(whole.issued?.['date-parts']?.[0]?.[0] ?? ''), String(again.issued?.['date-parts']?.[0]?.[0] ?? ''));
		if (/article|chapter|conference/.test(item.type)) differ('pages', fold(whole.page), fold(again.page));
		differ('DOI', fold(whole.DOI), fold(again.DOI));
	}
	return wrong;
}

test('RIS is read back by citation-js', () => {
	const { plugins } = require('@citation-js/core');
	require('@citation-js/plugin-ris');
	const parse = (/** @type {string} */ text) => plugins.input.chain(text, { generateGraph: false });
	assert.deepEqual(readBack('ris', parse), []);
});

for (const format of ['bibtex', 'biblatex']) {
	test(`${format} is read back by citation-js`, () => {
		const { plugins } = require('@citation-js/core');
		require('@citation-js/plugin-bibtex');
		const parse = (/** @type {string} */ text) => plugins.input.chain(text, { generateGraph: false, forceType: `@${format}/text` });
		assert.deepEqual(readBack(format, parse), []);
	});
}

/** The vocabulary of schema.org, as its types in TypeScript have it: the properties of each type. */
function vocabulary() {
	const ts = createRequire(join(root, 'package.json'))('typescript');
	const file = require.resolve('schema-dts').replace(/[^/]*$/, 'schema.d.ts');
	const program = ts.createProgram([file], { noLib: true });
	const checker = program.getTypeChecker();
	const found = new Map();
	ts.forEachChild(program.getSourceFile(file), (/** @type {any} */ node) => {
		const name = ts.isInterfaceDeclaration(node) && /^(\w+)Leaf$/.exec(node.name.text)?.[1];
		if (name) found.set(name, new Set(checker.getTypeAtLocation(node).getProperties().map(({ name }) => name)));
	});
	return found;
}

test('JSON-LD has the types and properties of schema.org', () => {
	const known = vocabulary();
	assert.ok(known.get('Book')?.has('isbn') && !known.get('Book').has('shelfmark'), 'there is no vocabulary');
	/** @type {Set<string>} */
	const wrong = new Set();
	const visit = (/** @type {any} */ thing) => {
		if (Array.isArray(thing)) return thing.forEach(visit);
		if (typeof thing !== 'object' || thing === null) return;
		const types = [thing['@type'] ?? []].flat();
		if (!types.length) wrong.add(`no type: ${JSON.stringify(thing)}`);
		for (const type of types) if (!known.has(type)) wrong.add(`no such type: ${type}`);
		for (const [key, value] of Object.entries(thing)) {
			if (!key.startsWith('@') && !types.some((type) => known.get(type)?.has(key))) wrong.add(`${types} has no ${key}`);
			visit(value);
		}
	};
	for (const item of items) {
		const thing = JSON.parse(write(item, 'json-ld'));
		assert.equal(thing['@context'], 'https://schema.org');
		visit(thing);
	}
	assert.deepEqual([...wrong], []);
});
