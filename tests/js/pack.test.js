// Items packed into bytes: what is read from them is what JSON.stringify writes, or nothing is packed.

import assert from 'node:assert/strict';
import test from 'node:test';
import { know, pack } from '../../www/pack.js';

const bytes = Buffer.alloc(8192);
const KEYS = ['a', 'id', 'title', 'round', 'abstract'];
know(KEYS, ['abstract']);

/** What was packed, as JSON; nothing where it was not. */
function put(value, start = 0, room = bytes.length - start) {
	bytes.fill(0x3f);
	const length = pack(value, bytes, start, room);
	if (!length) return undefined;
	const packed = { at: start };
	const read = JSON.stringify(unpacked(packed));
	assert.equal(packed.at, start + length, 'all of it is one value');
	return read;
}

/** Reads a value as `src/json/packed.rs` does. */
function unpacked(packed) {
	const number = () => {
		const [low, middle, high] = bytes.subarray(packed.at, (packed.at += 3));
		assert.ok((low | middle | high) < 128, 'a length is of seven bits a byte');
		return low | (middle << 7) | (high << 14);
	};
	const text = () => {
		const length = number();
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(packed.at, (packed.at += length)));
	};
	const key = () => {
		const known = bytes[packed.at++];
		if (!known) return text();
		assert.ok(known <= KEYS.length);
		return KEYS[known - 1];
	};
	const several = (one) => Array.from({ length: number() }, one);
	const kinds = {
		0: () => null,
		f: () => false,
		t: () => true,
		n: () => Number(text()),
		s: text,
		a: () => several(() => unpacked(packed)),
		o: () => Object.fromEntries(several(() => [key(), unpacked(packed)])),
	};
	return kinds[String.fromCharCode(bytes[packed.at++])]();
}

const PLAIN = [
	{}, [], { a: {} }, { a: [] }, [[[]], {}], { id: 'x', issued: { 'date-parts': [[1973, '11', 26]] } },
	[null, true, false, 0, -0, 1.5, -7, 1e21, 1e-7], { a: undefined, b: 1 }, { b: 1, a: undefined, 'é"': undefined },
	{ 'a"\\\n': 'b"\\\n' }, 'é ß ÿ Ā ߿ ࠀ – “x” 汉 \ud7ff \ue000 \ufeff \uffff', '\x7f\x80\u2028</script>', { 2: 'b', 1: 'a', c: '' },
];

test('what is packed is what JSON.stringify writes', () => {
	for (const value of PLAIN) assert.equal(put(value), JSON.stringify(value));
	for (let unit = 0; unit < 0xd800; unit += unit < 0x900 ? 1 : 97) {
		for (const value of [String.fromCharCode(unit), String.fromCharCode(unit).padStart(60, 'a')]) {
			assert.equal(put({ [value]: value }), JSON.stringify({ [value]: value }), `U+${unit.toString(16)}`);
		}
	}
	assert.equal(put('\ud83d\ude00'), JSON.stringify('\ud83d\ude00'));
	for (const length of [127, 128, 129]) assert.equal(put('é'.repeat(length)), JSON.stringify('é'.repeat(length)));
});

test('texts that nobody reads are not packed', () => {
	assert.equal(put({ abstract: 'a', id: 'x', title: { abstract: 'é' } }), '{"id":"x","title":{}}');
	for (const abstract of [1, null, ['a'], { a: 'b' }, true]) assert.equal(put({ abstract }), JSON.stringify({ abstract }));
	assert.equal(put({ abstract: new Date(0) }), undefined);
});

test('what JSON.stringify makes something of is not packed', () => {
	const round = [];
	round.push({ round });
	class Title {
		a = 1;
	}
	const OTHERS = [
		new Date(0), new Map(), Object('x'), Object(1), new Title(), /x/, Object.create({ a: 1 }), { a: new Date(0) }, { toJSON: () => 1 },
		Object.assign([], { toJSON: () => 1 }), undefined, () => {}, Symbol('x'), 1n, [undefined], [,], { a: () => {} }, { a: Symbol('x') },
		round, NaN, Infinity, '\ud83d', 'a\udc00', 'a'.repeat(60) + '\udc00', { '\ud83d': 1 },
	];
	for (const value of OTHERS) assert.equal(put(value), undefined, String(value));
});

test('inherited members are not packed, wherever they come from', () => {
	Object.defineProperty(Object.prototype, 'inherited', { value: 1, enumerable: true, configurable: true });
	try {
		assert.equal(put({ a: 1 }), '{"a":1}');
	} finally {
		delete (/** @type {any} */ (Object.prototype).inherited);
	}
});

test('nothing is packed where there is no room, nor written beyond it', () => {
	for (const value of [...PLAIN, 'x'.repeat(50), 'é'.repeat(50), Array(40).fill(1)]) {
		const whole = pack(value, bytes, 8, 4096);
		for (let size = 0; size < whole; size += 1) {
			assert.equal(put(value, 8, size), undefined);
			assert.ok(bytes.subarray(0, 8).every((byte) => byte === 0x3f) && bytes.subarray(8 + size).every((byte) => byte === 0x3f));
		}
	}
	assert.equal(put('x'.repeat(9000)), undefined);
	let deep = {};
	for (let depth = 0; depth < 40; depth += 1) deep = { deep };
	assert.equal(put(deep), undefined);
});
