// The single file, in a page that is opened from the disk, where nothing can be fetched.

import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/run.js';
import { browsers, inPage, open, until } from './open.js';

const PAGE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>From the disk</title>
<script>globalThis.faults = []; addEventListener('error', (event) => faults.push(event.message)); addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));</script>
<script src="callslip-single.js"></script>
<body>
<callslip-document id="log"><pre>March 5, 1968

Telegram from Port Lonely to Vesta, No. 7.204

**Citation:**

"Telegram from Port Lonely to Vesta, No. 7.204," March 5, 1968, Harbour Digital Archive, Archives of the Vestan Foreign Ministry, Folder 88.

**Contents:**
- English Translation

The first ships will come in April.</pre></callslip-document>
<callslip-cite for="log"></callslip-cite>
<callslip-list></callslip-list>
</body></html>`;

for (const name of browsers) {
	describe(`a page from the disk in ${name}`, () => {
		/** @type {import('selenium-webdriver').WebDriver} */
		let driver;
		let folder = '';
		before(async () => {
			folder = mkdtempSync(join(tmpdir(), 'callslip-single-'));
			copyFileSync(join(root, 'www/dist/callslip-single.js'), join(folder, 'callslip-single.js'));
			writeFileSync(join(folder, 'page.html'), PAGE);
			driver = await open(name);
		});
		after(async () => {
			await driver?.quit();
			rmSync(folder, { recursive: true, force: true });
		});

		test('reads, shows and cites; nothing fails', async () => {
			await driver.get(pathToFileURL(join(folder, 'page.html')).href);
			await until(driver, () => /Telegram from Port Lonely/.test(/** @type {any} */ (document.querySelector('callslip-cite')).citation?.text));
			assert.match(await inPage(driver, () => document.querySelector('callslip-document article')?.textContent ?? ''), /The first ships will come in April\./);
			const text = await inPage(driver, () => /** @type {any} */ (globalThis).callslip.cite({ type: 'book', title: 'A boat' }, { form: 'bibliography' }).text);
			assert.equal(text, 'A Boat. n.d.');
			assert.deepEqual(await inPage(driver, () => /** @type {any} */ (globalThis).faults), []);
		});
	});
}
