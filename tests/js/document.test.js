// A document that nobody has looked into is like one that was made at once, and is shown as it is at that time.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { load, read, show } from '../../www/node.js';

await load();

const TEXT = 'March 9, 1951\n\nA Letter to Révész\n\n**Citation:**\n\n“A Letter,” March 9, 1951, An Archive.\n\n1. Über the *river*.\n\n2. Another 😀 one.\n';
const fresh = () => read(TEXT).document;
const plain = () => JSON.parse(JSON.stringify(fresh()));
const OPTIONS = [{}, { places: true, prefix: 'a-', heading: 3 }];

/** Reads others, so that the module no longer holds what was read before. */
const readOthers = () => ['A letter.', 'Another letter.'].map((text) => read(text));

test('it is shown like its plain copy, whatever was read since', () => {
	for (const options of OPTIONS) {
		const expected = show(plain(), options);
		assert.match(expected, /Another 😀 one/);
		assert.equal(show(fresh(), options), expected);
		const document = fresh();
		readOthers();
		assert.equal(show(document, options), expected);
		assert.equal(show(document, options), expected);
	}
});

test('it is a plain object to whoever looks', () => {
	const expected = plain();
	assert.deepEqual(Object.keys(fresh()), ['title', 'fields', 'body', 'language', 'direction']);
	assert.deepEqual(fresh(), expected);
	assert.deepEqual({ ...fresh() }, expected);
	assert.deepEqual(structuredClone(fresh()), expected);
	assert.equal(inspect(fresh(), { depth: 9 }), inspect(expected, { depth: 9 }));
	const document = fresh();
	readOthers();
	assert.deepEqual(document, expected);
	assert.equal(document.body, document.body);
	assert.deepEqual(Object.getOwnPropertyDescriptors(document), Object.getOwnPropertyDescriptors(expected));
	assert.deepEqual(Reflect.ownKeys(document), Reflect.ownKeys(expected));
	const frozen = Object.freeze(fresh());
	assert.deepEqual(frozen, expected);
	assert.equal(show(frozen), show(expected));
});

test('it is shown as it was changed', () => {
	const changes = [
		(document) => { document.title = ['Changed']; },
		(document) => { document.body.pop(); },
		(document) => { document.body[0].content.push(' more'); },
		(document) => { document.language = 'ar'; },
		(document) => { delete document.fields; },
		(document) => { Object.defineProperty(document, 'body', { value: [], enumerable: true }); },
		(document) => { Object.defineProperty(document, 'title', { get: () => ['Another'], enumerable: true }); },
		(document) => { Object.defineProperty(document, 'title', { enumerable: false }); },
		(document) => { document.toJSON = () => ({ title: ['Its own'] }); },
		(document) => { Object.seal(document).title = ['Sealed']; },
		(document) => { document.fields.at(-1).label = 'Otherwise'; },
	];
	for (const change of changes) {
		const [one, other] = [fresh(), plain()];
		change(one);
		change(other);
		const expected = show(other);
		assert.notEqual(expected, show(fresh()), String(change));
		assert.equal(show(one), expected, String(change));
		assert.deepEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)), String(change));
	}
});

test('proxies of it and what inherits from it see what it has', () => {
	const proxy = new Proxy(fresh(), {});
	proxy.title = ['By proxy'];
	assert.match(show(proxy), /By proxy/);
	assert.deepEqual(Object.create(fresh()).body, plain().body);
});

test('what a proxy makes of it is shown', () => {
	const get = (document, name) => (name === 'title' ? ['By proxy'] : Reflect.get(document, name));
	assert.match(show(new Proxy(fresh(), { get })), /By proxy/);
	const document = fresh();
	const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(document));
	assert.deepEqual(copy, plain());
	assert.equal(show(document), show(plain()));
});

test('a reading that nobody has looked into is a plain object, too, whatever was read since', () => {
	const plainReading = () => JSON.parse(JSON.stringify(read(TEXT)));
	const expected = plainReading();
	assert.deepEqual(Object.keys(read(TEXT)), ['format', 'item', 'document', 'warnings']);
	assert.equal(expected.format, 'archive-text');
	assert.ok(expected.item.custom.callslip.places && expected.warnings.length > 0);
	assert.deepEqual(read(TEXT), expected);
	assert.deepEqual({ ...read(TEXT) }, expected);
	assert.deepEqual(structuredClone(read(TEXT)), expected);
	assert.equal(inspect(read(TEXT), { depth: 9 }), inspect(expected, { depth: 9 }));
	for (const look of [(reading) => reading.item, (reading) => show(reading.document, { places: true }), (reading) => reading.document.body, readOthers]) {
		const reading = read(TEXT);
		look(reading);
		assert.deepEqual(reading.item, expected.item, String(look));
		readOthers();
		assert.deepEqual(reading, expected, String(look));
		assert.equal(reading.item, reading.item);
		assert.deepEqual(Object.getOwnPropertyDescriptors(reading), Object.getOwnPropertyDescriptors(expected));
		assert.deepEqual(Reflect.ownKeys(reading), Reflect.ownKeys(expected));
	}
});

test('a reading may be changed', () => {
	const changes = [
		(reading) => { reading.item = { title: 'Changed' }; },
		(reading) => { reading.warnings.pop(); },
		(reading) => { delete reading.format; },
		(reading) => { reading.document = { title: [] }; },
		(reading) => { Object.defineProperty(reading, 'item', { value: 1, enumerable: true }); },
		(reading) => { Object.defineProperty(reading, 'item', { enumerable: false }); },
		(reading) => { Object.seal(reading).format = 'sealed'; },
		(reading) => { reading.remark = 'extra'; },
		(reading) => { const child = Object.create(reading); child.format = 'a child\u2019s'; reading.children = [{ ...child }]; },
	];
	for (const change of changes) {
		const [one, other] = [read(TEXT), JSON.parse(JSON.stringify(read(TEXT)))];
		change(one);
		change(other);
		readOthers();
		assert.deepEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)), String(change));
		assert.equal(inspect(one, { depth: 9 }), inspect(other, { depth: 9 }), String(change));
		assert.deepEqual(one.item, other.item);
	}
	assert.deepEqual(Object.freeze(read(TEXT)), read(TEXT));
	assert.equal(inspect(Object.freeze(read(TEXT)), { depth: 9 }), inspect(read(TEXT), { depth: 9 }));
});

test('a text crosses whatever stands where, and its lines end where they do', () => {
	for (const odd of ['é', '“', '😀', 'я', '\ud83d', '\udcdc']) {
		for (let at = 0; at < 40; at++) {
			const text = `${'b'.repeat(at)}${odd}${'c'.repeat(40 - at)}`;
			// Half a pair of surrogates becomes U+FFFD.
			const expected = Buffer.from(text).toString();
			assert.match(show(read(text).document), new RegExp(`>${expected}<`), `${odd} ${at}`);
		}
	}
	for (const end of ['\n', '\r', '\r\n', '\f', '\t\n']) {
		for (let at = 1; at < 40; at++) {
			const { body } = read(`${'b'.repeat(at)}${end}${'c'.repeat(40 - at)}`).document;
			assert.deepEqual(body.map((block) => block.content), [['b'.repeat(at)], ['c'.repeat(40 - at)]]);
		}
	}
	assert.equal(read('b\vc').document.body.length, 1);
});

test('bytes that are changed later do not change it', () => {
	const bytes = new TextEncoder().encode(TEXT);
	const { document } = read(bytes);
	bytes.fill(0x20);
	readOthers();
	assert.equal(show(document), show(fresh()));
	assert.deepEqual(document, plain());
});

test('wrong arguments are refused as ever', () => {
	const document = fresh();
	assert.throws(() => show(document, { heading: 9 }), { name: 'TypeError', message: 'heading: expected a level from 1 to 6' });
	assert.throws(() => read(TEXT, { format: 'unheard-of' }), { name: 'TypeError', message: 'format: unknown format unheard-of' });
	assert.equal(show(document), show(plain()));
});
