// Small apps in React, Vue, Svelte and plain HTML: objects as properties, attributes by state, events, and elements that the
// framework adds, moves and removes. All do the same, and the same is expected of all.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { tsc } from '../../scripts/build.js';
import { capture, root } from '../../scripts/run.js';
import { POLICY, serve } from '../../scripts/serve.js';
import { browsers, inPage, open, until } from '../browser/open.js';
import { BOOK, TEXT } from './text.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(join(here, 'package.json'));

const LETTER_NOTE = 'Anna Brandt to Tomas Vell, March 12, 1951, Harbour Commission Papers, State Archives of Lower Maren.';
const BOOK_NOTES = { 17: 'Ada Brook, Boats of the Sound (Ulm: Harbour Press, 1961).', 18: 'Ada Brook, Boats of the Sound (Harbour Press, 1961).' };

/** Svelte's compiler as a part of the bundler. */
const svelte = {
	name: 'svelte',
	setup(/** @type {any} */ bundler) {
		bundler.onLoad({ filter: /\.svelte$/ }, ({ path }) => {
			const { js } = require('svelte/compiler').compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' });
			return { contents: js.code, loader: 'js' };
		});
	},
};

/** The frameworks make policies of their own, or HTML from their own templates, so that only plain HTML is held to Trusted Types. */
const UNTYPED = POLICY.split('; ').filter((part) => !part.includes('trusted-types')).join('; ');
const APPS = { html: ['main.js', POLICY], react: ['main.tsx', UNTYPED], vue: ['main.js', UNTYPED], svelte: ['main.js', UNTYPED] };

describe('the elements in', { skip: !browsers.includes('chromium') && 'skipped: there is no Chromium' }, () => {
	/** @type {import('selenium-webdriver').WebDriver} */
	let driver;
	let folder = '';
	before(async () => {
		// The package as an app has it: under its own name, and the frameworks beside it.
		folder = mkdtempSync(join(tmpdir(), 'callslip-apps-'));
		cpSync(here, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
		mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
		for (const name of ['react', 'react-dom', 'scheduler', 'svelte', 'vue', '@vue', '@types/react', '@types/react-dom', 'csstype', 'clsx', 'esm-env']) {
			symlinkSync(join(here, 'node_modules', name), join(folder, 'node_modules', name));
		}
		symlinkSync(root, join(folder, 'node_modules/callslip'));
		driver = await open('chromium');
	});
	after(async () => {
		await driver?.quit();
		rmSync(folder, { recursive: true, force: true });
	});

	for (const [name, [entry, policy]] of Object.entries(APPS)) {
		test(name, async () => {
			const dist = join(folder, name, 'dist');
			await build({
				absWorkingDir: join(folder, name), entryPoints: [entry], bundle: true, splitting: true, format: 'esm', outdir: 'dist', jsx: 'automatic',
				define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
				plugins: [svelte], conditions: ['svelte', 'browser'], logLevel: 'error', preserveSymlinks: false,
			});
			// This bundler leaves the modules' files to the app.
			cpSync(join(root, 'www/dist/pkg'), join(dist, 'pkg'), { recursive: true });
			writeFileSync(join(dist, 'errors.js'), 'globalThis.faults = []; for (const name of ["error", "unhandledrejection", "securitypolicyviolation"]) addEventListener(name, (event) => faults.push(String(event.message ?? event.reason ?? event.violatedDirective)));');
			writeFileSync(join(dist, 'index.html'), '<!doctype html><html lang="en"><meta charset="utf-8"><title>An app</title><script src="errors.js"></script><body><div id="root"></div><script type="module" src="main.js"></script></body></html>');
			const site = await serve({ folder: dist, policy });
			try {
				await driver.get(site.url);
				await uses(driver);
			} finally {
				await site.close();
			}
		});
	}

	test('TypeScript in strict mode knows the elements in JSX', async () => {
		const args = ['--preserveSymlinks', '--strict', '--noEmit', '--skipLibCheck', '--allowJs', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--jsx', 'react-jsx'];
		const check = (/** @type {string} */ file) => capture('node', [tsc, ...args, file], { cwd: join(folder, 'react') });
		await check('main.tsx').catch((error) => assert.fail(error.printed));
		writeFileSync(join(folder, 'react/wrong.tsx'), "import type {} from 'callslip/react';\nexport const wrong = <callslip-cite form=\"footnote\" />;\n");
		await assert.rejects(check('wrong.tsx'), (/** @type {any} */ error) => /footnote/.test(error.printed));
	});
});

/** @param {import('selenium-webdriver').WebDriver} driver */
async function uses(driver) {
	const set = (/** @type {object} */ patch) => driver.executeScript('app.set(arguments[0])', patch);
	const cited = (/** @type {string} */ text) => until(driver, (wanted) => /** @type {any} */ (document.querySelector('#cite'))?.citation?.text === wanted, text);
	const heard = (/** @type {string} */ name) =>
		until(driver, (wanted) => /** @type {any} */ (globalThis).app.heard.includes(wanted), name).catch((error) => {
			throw new Error(`${name} was not heard: ${error.message}`);
		});
	await cited(LETTER_NOTE);
	await heard('callslip-read');
	await until(driver, () => document.querySelector('#document h1, #document h2')?.textContent?.startsWith('Telegram from Port Lonely'));
	await until(driver, () => /Telegram from Port Lonely/.test(/** @type {any} */ (document.querySelector('#other')).citation?.text));
	await set({ item: BOOK });
	await cited(BOOK_NOTES[18]);
	await set({ edition: 17 });
	await cited(BOOK_NOTES[17]);
	await driver.executeScript('document.querySelector("#cite").shadowRoot.querySelector("[part=copy]").click()');
	await heard('callslip-copy');
	await set({ side: 'right' });
	await until(driver, () => document.querySelector('#right #cite') && !document.querySelector('#left #cite'));
	await cited(BOOK_NOTES[17]);
	await set({ shown: false });
	await until(driver, () => !document.querySelector('#cite'));
	await set({ shown: true, side: 'left', edition: 18 });
	await cited(BOOK_NOTES[18]);
	await set({ text: TEXT.replace('61.530', '61.531').replace('The ferry sails', 'No ferry sails') });
	await until(driver, () => /No ferry sails/.test(document.querySelector('#document')?.textContent ?? ''));
	await set({ src: 'nothing.txt' });
	await heard('callslip-error');
	await cited(BOOK_NOTES[18]);
	const faults = await inPage(driver, () => /** @type {any} */ (globalThis).faults);
	assert.deepEqual(faults, []);
}
