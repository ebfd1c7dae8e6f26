// What a page does when the module cannot be loaded, traps, or finds no memory: the text stays, an event says why, and
// the next try works.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { inBrowsers, inPage } from './open.js';

const LETTER = '**March 9, 1951**\n**A Letter about Ferries**\n\n1. The first paragraph.\n';
/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Defines the elements in a page where nothing is loaded, with a module made of the good one's bytes. */
async function prepare(driver, alter, ...values) {
	await inPage(driver, async (alter, values) => {
		const faulty = await import('/tests/faulty.js');
		const { setSource } = await import('/www/load.js');
		const bytes = new Uint8Array(await (await fetch('/www/pkg/callslip_bg.wasm')).arrayBuffer());
		const altered = alter === 'slice' ? bytes.slice(...values) : alter ? faulty[alter](bytes, ...values) : bytes;
		setSource(async () => altered);
		await import('/www/elements/define.js');
	}, alter, values);
}

/** Puts a property of an element, made when there is none, and gives what its next event says. */
function put(driver, tag, name, value) {
	return inPage(driver, (tag, name, value) => new Promise((done) => {
		const element = document.querySelector(tag) ?? document.createElement(tag);
		const failed = ({ detail: { error, digest } }) => done({ kind: error.name, message: error.message, digest });
		element.addEventListener('callslip-error', failed, { once: true });
		element.addEventListener('callslip-read', () => done('read'), { once: true });
		const given = JSON.parse(value);
		element[name] = given.times ? given.text.repeat(given.times) : given;
		if (!element.isConnected) document.querySelector('main').append(element);
		if (tag !== 'callslip-document') {
			const look = setInterval(() => element.citation && (clearInterval(look), done(element.citation.text)), 20);
			element.addEventListener('callslip-error', () => clearInterval(look), { once: true });
		}
	}), tag, name, JSON.stringify(value));
}

await inBrowsers('faults', ({ driver, site }) => {
	const book = { id: 'a', type: 'book', title: 'A Book' };
	const shown = () => inPage(driver, () => document.querySelector('main').textContent);

	test('a trap: the text is shown as it is, an event names the input, and citing goes on', async () => {
		await driver.get(site.empty);
		await prepare(driver, 'withTrap', 'showHeld');
		const { kind, digest } = await put(driver, 'callslip-document', 'value', LETTER);
		assert.deepEqual([kind, digest], ['RuntimeError', sha256(LETTER)]);
		assert.equal(await inPage(driver, () => document.querySelector('.callslip-plain pre').textContent), LETTER);
		assert.equal(await put(driver, 'callslip-cite', 'item', book), 'A Book (n.d.).');
	});

	test('no memory: an event names the input, and the next document is shown', async () => {
		await driver.get(site.empty);
		await prepare(driver, 'withMaximum', 64);
		const large = { text: 'Words of it. ', times: 400_000 };
		const { kind, digest } = await put(driver, 'callslip-document', 'value', large);
		assert.deepEqual([kind, digest], ['RuntimeError', sha256(large.text.repeat(large.times))]);
		assert.equal(await put(driver, 'callslip-document', 'value', LETTER), 'read');
		assert.match(await shown(), /A Letter about Ferries/);
		assert.equal(await inPage(driver, () => document.querySelector('.callslip-plain')), null);
	});

	test('a trap in citing names the item', async () => {
		await driver.get(site.empty);
		await prepare(driver, 'withTrap', 'cite');
		const { kind, digest } = await put(driver, 'callslip-cite', 'item', book);
		assert.deepEqual([kind, digest], ['RuntimeError', sha256(JSON.stringify(book))]);
	});

	test('the network fails once: an event says so, and the next try is shown', async () => {
		await driver.get(site.empty);
		await inPage(driver, async () => {
			const real = globalThis.fetch;
			const left = new Set(['callslip_bg.wasm']);
			globalThis.fetch = (address, options) => {
				const file = String(address.url ?? address).split('/').pop();
				return left.delete(file) ? Promise.reject(new TypeError('no network')) : real(address, options);
			};
			await import('/www/elements/define.js');
		});
		const { message } = await put(driver, 'callslip-document', 'value', LETTER);
		assert.equal(message, 'callslip: the WebAssembly module could not be loaded: no network');
		assert.equal(await put(driver, 'callslip-document', 'value', LETTER), 'read');
		assert.match(await shown(), /A Letter about Ferries/);
		assert.equal(await inPage(driver, () => document.querySelector('.callslip-plain')), null);
	});

	test('a citation that failed comes on the next try, with its controls', async () => {
		await driver.get(site.empty);
		await inPage(driver, async () => {
			const real = globalThis.fetch;
			let isDown = true;
			globalThis.fetch = (...given) => (isDown ? ((isDown = false), Promise.reject(new TypeError('no network'))) : real(...given));
			await import('/www/elements/define.js');
		});
		const failed = await put(driver, 'callslip-cite', 'item', book);
		assert.match(failed.message, /no network/);
		assert.equal(await put(driver, 'callslip-cite', 'item', book), 'A Book (n.d.).');
		assert.equal(await inPage(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[part=bar]').hidden), false);
	});

	test('bytes that are truncated, or of another version, are refused in words', async () => {
		const refusal = /^callslip: the WebAssembly module could not be loaded: \S/;
		for (const [alter, ...values] of [['slice', 0, 5000], ['slice', 0, -1], ['withVersion', '0.1.0', '0.0.9']]) {
			await driver.get(site.empty);
			await prepare(driver, alter, ...values);
			const { message, digest } = await put(driver, 'callslip-document', 'value', LETTER);
			assert.match(message, refusal);
			if (alter === 'withVersion') assert.match(message, /it has version 0\.0\.9, and this script 0\.1\.0/);
			assert.equal(digest, sha256(LETTER));
			assert.match(await shown(), /The first paragraph/);
		}
	});

	test('metadata in the head follows the element: moved it stays, taken out it goes', async () => {
		await driver.get(site.empty);
		await prepare(driver);
		const counts = await inPage(driver, async (text) => {
			const element = document.createElement('callslip-document');
			const count = () => document.head.querySelectorAll('[data-callslip]').length;
			element.metadata = true;
			element.value = text;
			const read = new Promise((done) => element.addEventListener('callslip-read', done, { once: true }));
			document.querySelector('main').append(element);
			await read;
			const counts = [count() > 0];
			document.body.append(element);
			await new Promise((done) => setTimeout(done, 50));
			counts.push(count() > 0);
			element.remove();
			counts.push(count() > 0);
			document.body.append(element);
			element.remove();
			await new Promise((done) => setTimeout(done, 50));
			return [...counts, count() > 0];
		}, LETTER);
		assert.deepEqual(counts, [true, true, false, false]);
	});
});
