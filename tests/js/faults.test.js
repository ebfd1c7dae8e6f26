// What happens when the module traps, or finds no memory: the call fails, the next one works. And the input's digest.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { digestOf } from '../../www/elements/fault.js';
import { inFreshProcess } from './fresh.js';

/** Says how a call went: what it gave, or the kind of its error. */
const TRY = `
	const kind = (work) => { try { work(); return 'done' } catch (error) { return error.constructor.name } };
	const memory = async () => (await init()).memory;
`;

test('a trap fails its call, and the next meets a fresh instance', async () => {
	const found = await inFreshProcess(`${TRY}
		setSource(async () => faulty.withTrap(bytes, 'showHeld'));
		await load();
		const before = await memory();
		const { document } = callslip.read('A letter.');
		const kinds = [kind(() => callslip.show(document)), kind(() => callslip.cite(item)), kind(() => callslip.show(document))];
		console.log(JSON.stringify({ kinds, isFresh: before !== await memory(), text: callslip.cite(item).text }));
	`);
	assert.deepEqual(found, { kinds: ['RuntimeError', 'done', 'RuntimeError'], isFresh: true, text: 'A Book (n.d.).' });
});

test('out of memory fails its call, and the next meets a fresh instance', async () => {
	const found = await inFreshProcess(`${TRY}
		setSource(async () => faulty.withMaximum(bytes, 64));
		await load();
		const large = 'March 9, 1951\\nA Letter\\n\\n' + 'Words of it. '.repeat(400_000);
		const own = await memory();
		const read = () => callslip.read(large);
		const kinds = [kind(read), kind(() => callslip.read('A letter.')), kind(read), kind(read)];
		const { byteLength } = (await memory()).buffer;
		console.log(JSON.stringify({ kinds, isFresh: own !== await memory(), byteLength, text: callslip.cite(item).text }));
	`);
	assert.deepEqual(found.kinds, ['RuntimeError', 'done', 'RuntimeError', 'RuntimeError']);
	assert.equal(found.isFresh, true);
	assert.ok(found.byteLength < 64 * 65536, `${found.byteLength} bytes`);
	assert.equal(found.text, 'A Book (n.d.).');
});

test('where there is no memory for a fresh instance, the next call says so, and a later one works', async () => {
	const found = await inFreshProcess(`${TRY}
		setSource(async () => faulty.withTrap(bytes, 'showHeld'));
		await load();
		const { document } = callslip.read('A letter.');
		const { Instance } = WebAssembly;
		WebAssembly.Instance = function () { throw new RangeError('no memory') };
		const kinds = [kind(() => callslip.show(document))];
		let said;
		try { callslip.cite(item) } catch (error) { said = error.message }
		WebAssembly.Instance = Instance;
		console.log(JSON.stringify({ kinds, said, text: callslip.cite(item).text }));
	`);
	assert.deepEqual(found, {
		kinds: ['RuntimeError'],
		said: 'callslip: there is no memory for a fresh instance of the module',
		text: 'A Book (n.d.).',
	});
});

test('truncated, the module is refused in words', async () => {
	const said = await inFreshProcess(`
		const all = [];
		for (const part of [0, 3, 100, 5000, bytes.length >> 1, bytes.length - 1]) {
			setSource(async () => bytes.subarray(0, part));
			all.push(await load().then(() => 'loaded', message));
		}
		setSource(async () => bytes);
		await load();
		console.log(JSON.stringify(all));
	`);
	for (const one of said) assert.match(one, /^callslip: the WebAssembly module could not be loaded: WebAssembly/);
	assert.equal(said.length, 6);
});

test('the digest of an input is its SHA-256', async () => {
	const text = 'Brașov, 9 March 1951';
	const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');
	assert.equal(await digestOf(text), sha256(text));
	assert.equal(await digestOf(new TextEncoder().encode(text)), sha256(text));
	assert.equal(await digestOf({ title: text }), sha256(JSON.stringify({ title: text })));
	assert.deepEqual([await digestOf(null), await digestOf(undefined)], [null, null]);
	assert.equal(await digestOf(''), sha256(''));
});

test('on a page that is not secure, it is FNV-1a', async () => {
	const found = await inFreshProcess(`
		Object.defineProperty(globalThis, 'crypto', { value: {} });
		const { digestOf } = await import('./www/elements/fault.js');
		console.log(JSON.stringify(await Promise.all(['', 'a', 'foobar'].map(digestOf))));
	`);
	// From the algorithm's own list of test vectors.
	assert.deepEqual(found, ['fnv1a-811c9dc5', 'fnv1a-e40c292c', 'fnv1a-bf9cf968']);
});
