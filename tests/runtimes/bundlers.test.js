// The packed package as bundlers take it, and as plain files, in Chromium under the strict policy.

import assert from 'node:assert/strict';
import { copyFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build as esbuild } from 'esbuild';
import { POLICY, serve } from '../../scripts/serve.js';
import { browsers, inPage, open, until } from '../browser/open.js';
import { ITEM, NOTE, app, here, packed } from './packed.js';

/** A tool of this folder's packages. @param {string} path */
const tool = (path) => import(join(here, 'node_modules', path));

/** The page around an app. @param {string} scripts */
const page = (scripts) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An app</title>${scripts}</head>
<body><script type="application/json" id="item">${JSON.stringify(ITEM)}</script>
<callslip-cite forms="note"><script type="application/json">${JSON.stringify(ITEM)}</script>A letter.</callslip-cite></body></html>`;

/** What a worker needs of the policy: the address that its script has is no trusted one. */
const WORKERS = POLICY.split('; ').filter((part) => !part.includes('trusted-types')).join('; ');

describe('in a page', { skip: !browsers.includes('chromium') && 'skipped: there is no Chromium' }, () => {
	/** @type {Awaited<ReturnType<typeof packed>>} */
	let package_;
	/** @type {import('selenium-webdriver').WebDriver} */
	let driver;
	before(async () => {
		package_ = await packed();
		driver = await open('chromium');
	});
	after(async () => {
		await driver?.quit();
		package_?.remove();
	});
	const inPackage = (/** @type {string} */ path) => join(package_.folder, 'node_modules/callslip', path);

	/** Opens a folder's page and checks the note, and that of the element. @param {string} folder @param {{ policy?: string, element?: boolean }} [options] */
	async function shows(folder, { policy = POLICY, element = true } = {}) {
		const site = await serve({ folder, policy });
		try {
			await driver.get(site.url);
			assert.equal(await until(driver, () => document.body.dataset.note), NOTE);
			if (!element) return;
			assert.equal(await until(driver, () => /** @type {any} */ (document.querySelector('callslip-cite')).citation?.text), NOTE);
			const upright = await inPage(driver, () => Boolean(document.querySelector('callslip-cite')?.shadowRoot?.querySelector('[part=copy]')));
			assert.ok(upright, 'the element has no button');
		} finally {
			await site.close();
		}
	}

	test('Vite', async () => {
		const folder = app(package_.folder, 'page', 'vite');
		writeFileSync(join(folder, 'index.html'), page('<script type="module" src="./main.js"></script>'));
		const { build } = await tool('vite/dist/node/index.js');
		await build({ root: folder, base: './', logLevel: 'error', configFile: false });
		await shows(join(folder, 'dist'));
	});

	test('Vite, in a worker', async () => {
		const folder = app(package_.folder, 'page', 'vite-worker');
		writeFileSync(join(folder, 'index.html'), page('<script type="module" src="./hires.js"></script>'));
		const { build } = await tool('vite/dist/node/index.js');
		await build({ root: folder, base: './', logLevel: 'error', configFile: false, worker: { format: 'es' } });
		await shows(join(folder, 'dist'), { policy: WORKERS, element: false });
	});

	for (const [name, entry, module, options] of /** @type {const} */ ([
		// Scripts that are no modules load their parts by elements, which Trusted Types refuse; workers are refused, too.
		['webpack', 'main.js', true, {}],
		['webpack, in a worker', 'hires.js', false, { policy: WORKERS, element: false }],
	])) {
		test(name, async () => {
			const folder = app(package_.folder, 'page', name.replace(/\W+/g, '-'));
			const { default: webpack } = await tool('webpack/lib/index.js');
			const stats = await new Promise((resolve, reject) => {
				const output = { path: join(folder, 'dist'), filename: 'app.js', module, publicPath: 'auto' };
				const config = { mode: 'production', context: folder, entry: `./${entry}`, output, experiments: { outputModule: module }, devtool: false };
				webpack(config, (error, stats) => (error ? reject(error) : resolve(stats)));
			});
			assert.deepEqual([...stats.compilation.errors, ...stats.compilation.warnings.filter(({ name }) => !/Size|Performance/i.test(name))].map(String), []);
			writeFileSync(join(folder, 'dist/index.html'), page('<script type="module" src="./app.js"></script>'));
			await shows(join(folder, 'dist'), options);
		});
	}

	test('Rollup, with the module’s file copied', async () => {
		const folder = app(package_.folder, 'page', 'rollup');
		const [{ rollup }, { default: resolve }] = await Promise.all([tool('rollup/dist/es/rollup.js'), tool('@rollup/plugin-node-resolve/dist/es/index.js')]);
		const bundle = await rollup({ input: join(folder, 'copied.js'), plugins: [resolve({ browser: true })] });
		await bundle.write({ dir: join(folder, 'dist'), format: 'es', entryFileNames: 'app.js' });
		await bundle.close();
		copyFileSync(inPackage('www/pkg/callslip_bg.wasm'), join(folder, 'dist/callslip_bg.wasm'));
		writeFileSync(join(folder, 'dist/index.html'), page('<script type="module" src="./app.js"></script>'));
		await shows(join(folder, 'dist'));
	});

	test('esbuild, with the module’s file copied', async () => {
		const folder = app(package_.folder, 'page', 'esbuild');
		await esbuild({ absWorkingDir: folder, entryPoints: ['copied.js'], bundle: true, format: 'esm', outfile: 'dist/app.js', logLevel: 'error' });
		copyFileSync(inPackage('www/pkg/callslip_bg.wasm'), join(folder, 'dist/callslip_bg.wasm'));
		writeFileSync(join(folder, 'dist/index.html'), page('<script type="module" src="./app.js"></script>'));
		await shows(join(folder, 'dist'));
	});

	test('plain files: a module script, and a classic one', async () => {
		const folder = app(package_.folder, 'plain');
		cpSync(inPackage('www/dist'), join(folder, 'dist'), { recursive: true });
		writeFileSync(join(folder, 'index.html'), page('<script defer src="./classic.js"></script>'));
		await shows(folder);
		const own = app(package_.folder, 'page', 'plain-module');
		cpSync(inPackage('www/dist'), join(own, 'dist'), { recursive: true });
		writeFileSync(join(own, 'own.js'), `
			import { cite, load } from './dist/callslip.js';
			await load();
			document.body.dataset.note = cite(JSON.parse(document.querySelector('#item').textContent)).text;
		`);
		writeFileSync(join(own, 'index.html'), page('<script type="module" src="./dist/define.js"></script><script type="module" src="./own.js"></script>'));
		await shows(own);
	});
});
