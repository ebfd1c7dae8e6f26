// Attacks in every field of every format, shown in a real browser: nothing runs, and nothing stands there but what
// Callslip itself makes. Under the strict policy with Trusted Types in the elements, without any by `innerHTML`.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as attacks from '../attacks.js';
import { inBrowsers, inPage, until } from './open.js';

const LETTER = '**March 9, 1951**\n**A Letter about Ferries**\n\n1. The first paragraph.\n';

await inBrowsers('attacks', ({ driver, site }) => {
	before(async () => {
		await driver.manage().setTimeouts({ script: 60_000 });
	});
	const start = async (/** @type {string} */ address) => {
		await driver.get(address);
		await until(driver, () => Boolean(window.attacked && customElements.get('callslip-cite')));
	};
	const ran = () => inPage(driver, () => [...window.attacked.ran]);
	/** Calls one of the functions of the page; what is wrong, and what ran. */
	const attacked = async (/** @type {string} */ work, /** @type {any[]} */ ...values) => {
		const wrong = await inPage(driver, async (work, values) => {
			const wrong = await window.attacked[work](...values);
			await new Promise((done) => setTimeout(done, 50));
			return [...wrong.slice(0, 3), ...window.attacked.ran];
		}, work, values);
		assert.deepEqual(wrong, [], `${work} ${values}`);
	};

	test('documents of all formats, in the element, with metadata in the head for some', async () => {
		await start(site.attacked);
		for (const format of attacks.formats) await attacked('documents', format, ['archive-text', 'csl-json'].includes(format));
	});

	test('citations: of items, of markup, of a page’s own metadata', async () => {
		await start(site.attacked);
		await attacked('citations');
	});

	test('the reader’s list', async () => {
		await start(site.attacked);
		await attacked('lists');
	});

	test('fragments of the address', async () => {
		for (const fragment of ['%E0%A4%A', '"><img src=x onerror=pwn()>', 'javascript:pwn()', ':~:text=<img src=x onerror=pwn()>', '__proto__']) {
			await driver.get('about:blank');
			await start(`${site.attacked}#${fragment}`);
			const said = await inPage(driver, (text) => new Promise((done) => {
				const element = document.createElement('callslip-document');
				element.addEventListener('callslip-read', () => done('read'));
				element.addEventListener('callslip-error', (event) => done(event.detail.error.message));
				element.value = text;
				document.querySelector('main').append(element);
			}), LETTER);
			assert.equal(said, 'read', fragment);
			assert.deepEqual(await ran(), []);
		}
	});

	test('the strings, by innerHTML, where no policy holds', async () => {
		await start(site.laxAttacked);
		for (const format of attacks.formats) await attacked('strings', format);
		await attacked('quotations');
		// The hook hears what runs, and the allow-list sees it.
		const seen = await inPage(driver, async () => {
			const { strangeNodes } = await import('/tests/attacks.js');
			const place = document.querySelector('main');
			place.innerHTML = '<img src="x" onerror="pwn()">';
			return strangeNodes(place);
		});
		assert.equal(seen, '<img src="x" onerror="pwn()">');
		await until(driver, () => window.attacked.ran.includes('pwn'));
	});
});
