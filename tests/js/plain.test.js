// Plain data as JSON in bytes: the same as JSON.stringify and an encoder make of it, or nothing.

import assert from 'node:assert/strict';
import test from 'node:test';
import { putJson } from '../../www/plain.js';

const bytes = new Uint8Array(4096);

/** The JSON that was written; nothing where it was not. */
function put(value, room = bytes) {
	bytes.fill(0x3f);
	const length = putJson(value, room);
	return length ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(room.subarray(0, length)) : undefined;
}

const PLAIN = [
	{}, [], { a: {} }, { a: [] }, [[[]], {}], { id: 'x', issued: { 'date-parts': [[1973, '11', 26]] } },
	[null, true, false, 0, -0, 1.5, -7, 1e21, 1e-7, NaN, Infinity], { a: undefined, b: 1 }, { b: 1, a: undefined, 'é"': undefined },
	{ 'a"\\\n': 'b"\\\n' }, 'é ß ÿ Ā ߿ ࠀ – “x” 汉 \ud7ff \ue000 \ufeff \uffff', '\x7f\x80\u2028</script>', { 2: 'b', 1: 'a', c: '' },
];

test('plain data is as JSON.stringify makes it', () => {
	for (const value of PLAIN) assert.equal(put(value), JSON.stringify(value));
	for (let unit = 0; unit < 0xd800; unit += unit < 0x900 ? 1 : 97) {
		const value = { [String.fromCharCode(unit)]: `a${String.fromCharCode(unit)}` };
		if (unit > 0x1f || unit === 0x0a) assert.equal(put(value), JSON.stringify(value), `U+${unit.toString(16)}`);
	}
});

test('what has a form of its own is not written', () => {
	const round = [];
	round.push({ round });
	class Title {
		a = 1;
	}
	const OTHERS = [
		new Date(0), new Map(), Object('x'), Object(1), new Title(), /x/, Object.create({ a: 1 }), { a: new Date(0) }, { toJSON: () => 1 },
		Object.assign([], { toJSON: () => 1 }), undefined, () => {}, Symbol('x'), 1n, [undefined], [,], { a: () => {} }, { a: Symbol('x') },
		round, '\t', '\0', { '\t': 1 }, '\ud83d\ude00', '\ud83d', 'a\udc00',
	];
	for (const value of OTHERS) assert.equal(put(value), undefined, String(value));
});

test('inherited members are not written, wherever they come from', () => {
	Object.defineProperty(Object.prototype, 'inherited', { value: 1, enumerable: true, configurable: true });
	try {
		assert.equal(put({ a: 1 }), undefined);
	} finally {
		delete (/** @type {any} */ (Object.prototype).inherited);
	}
	assert.equal(put({ a: 1 }), '{"a":1}');
});

test('nothing is written where there is no room, nor beyond it', () => {
	for (const value of [...PLAIN, 'x'.repeat(40), Array(40).fill(1)]) {
		const whole = new TextEncoder().encode(JSON.stringify(value)).length;
		for (let size = 0; size < whole; size += 1) {
			assert.equal(put(value, bytes.subarray(8, 8 + size)), undefined);
			assert.ok(bytes.subarray(0, 8).every((byte) => byte === 0x3f) && bytes.subarray(8 + size).every((byte) => byte === 0x3f));
		}
	}
	assert.equal(put('x'.repeat(5000)), undefined);
	let deep = {};
	for (let depth = 0; depth < 40; depth += 1) deep = { deep };
	assert.equal(put(deep), undefined);
});
