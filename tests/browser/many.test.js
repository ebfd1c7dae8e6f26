// Many files on the demo page: read in a worker under the strict policy, with progress; cancelled; shown.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/run.js';
import { inBrowsers, inPage, until, violations } from './open.js';

await inBrowsers('many files', ({ name, driver, site }) => {
	const specimen = readFileSync(join(root, 'www/document.txt'), 'utf8');
	/** @type {Record<string, string>} */
	const files = {
		'telegram.txt': specimen,
		'book.json': JSON.stringify([{ id: 'b', type: 'book', title: 'Boats', author: [{ family: 'Brook', given: 'Ada' }], issued: { 'date-parts': [[1961]] } }]),
		'map.ris': 'TY  - MAP\r\nTI  - Chart of the Sound\r\nPB  - Admiralty\r\nPY  - 1899\r\nER  - \r\n',
		'empty.txt': '',
	};
	const count = Object.keys(files).length;
	/** Drops files on the page, each so many times as long. @param {Record<string, string>} texts @param {number} [times] */
	const give = (texts, times = 1) =>
		inPage(driver, (texts, times) => {
			const dataTransfer = new DataTransfer();
			for (const [name, text] of Object.entries(texts)) dataTransfer.items.add(new File([text.repeat(times)], name));
			document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
		}, texts, times);
	const said = (/** @type {string} */ words) => until(driver, (words) => document.querySelector('#said')?.textContent?.includes(words), words);

	test('each is read and cited, in a worker; one is shown', async () => {
		await driver.get(site.demo);
		// The page's own scripts are there.
		await until(driver, () => document.querySelector('.code button'));
		await inPage(driver, () => addEventListener('securitypolicyviolation', (event) => {
			// JSON-LD that a script puts into the head is reported, and harmless.
			if (!event.sample.startsWith('HTMLScriptElement text|{"@context"')) document.body.dataset.refused = `${event.violatedDirective} ${event.sourceFile} ${event.sample}`;
		}));
		await give(files);
		await said(`Read ${count} of ${count}`);
		const lines = await inPage(driver, () => [...document.querySelectorAll('#many li')].map((line) => line.textContent));
		assert.equal(lines.length, count);
		const has = (/** @type {RegExp} */ wanted) => assert.ok(lines.some((line) => wanted.test(line)), `${wanted} in ${lines.join(' | ')}`);
		has(/^telegram\.txt archive-text.*Telegram from/s);
		has(/^book\.json csl-json.*Ada Brook, Boats/s);
		has(/^map\.ris ris.*Chart of the Sound/s);
		const workers = await inPage(driver, () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/worker.js')));
		assert.ok(workers, 'there was no worker');
		assert.equal(await inPage(driver, () => document.body.dataset.refused ?? ''), '');
		assert.deepEqual(await violations(driver), []);
		await inPage(driver, () => /** @type {HTMLElement} */ (document.querySelector('#many [aria-label="Show book.json"]')).click());
		await until(driver, () => /Brook/.test(document.querySelector('callslip-document')?.textContent ?? ''));
	});

	test('a large one is cancelled at once, and the page lives', async () => {
		await driver.get(site.demo);
		// The page's own scripts are there.
		await until(driver, () => document.querySelector('.code button'));
		await give({ 'large.txt': specimen }, 4000);
		await until(driver, () => document.querySelector('#many button'));
		await driver.executeScript('document.querySelector("#many button").click()');
		await said('Cancelled');
		await give({ 'a.txt': specimen, 'b.txt': specimen });
		await said('Read 2 of 2');
	});
});
