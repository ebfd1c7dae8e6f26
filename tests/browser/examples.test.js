// The static page of the examples, on a host of its own.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/run.js';
import { serve } from '../../scripts/serve.js';
import { browsers, inPage, open, until, violations } from './open.js';

for (const name of browsers) {
	describe(`the static example in ${name}`, () => {
		/** @type {import('selenium-webdriver').WebDriver} */
		let driver;
		/** @type {Awaited<ReturnType<typeof serve>>} */
		let site;
		before(async () => {
			const folder = join(root, 'target/static');
			mkdirSync(folder, { recursive: true });
			cpSync(join(root, 'examples/pages/static.html'), join(folder, 'index.html'));
			cpSync(join(root, 'www/dist'), join(folder, 'callslip'), { recursive: true });
			site = await serve({ folder });
			driver = await open(name);
		});
		after(async () => {
			await driver?.quit();
			await site.close();
		});

		test('is read, shown, cited and described, and can be quoted; axe-core finds nothing', async () => {
			await driver.get(site.url);
			const cited = await until(driver, () => document.querySelector('callslip-cite').citation?.text);
			assert.match(cited, /^“Telegram from Port Sorrel to Marenburg, No\. 2\.114,” March 9, 1951, folder 208, box 4, Harbour Commission Papers/);
			await until(driver, () => document.querySelector('callslip-quote').shadowRoot && document.querySelector('meta[data-callslip]'));
			assert.equal(await inPage(driver, () => document.querySelector('#p-1').lang || document.querySelector('.callslip-body').lang), 'en');
			assert.deepEqual(await violations(driver), []);
		});
	});
}
