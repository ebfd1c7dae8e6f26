// A real browser on the project's page: the project's server, one browser, and what every test asks of them.
//
// BROWSERS=chromium,firefox,webkit says which; those that are not installed are skipped, and said to be.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities, Key } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { demoPage } from '../../scripts/demo.js';
import { root } from '../../scripts/run.js';
import { POLICY, serve } from '../../scripts/serve.js';

/** Serves the whole checkout under the strict policy, and once more under a policy that refuses WebAssembly. */
export async function sites() {
	const strict = await serve({ folder: root });
	const noWasm = await serve({ folder: root, policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
	const lax = await serve({ folder: root, policy: '' });
	const page = await serve({ folder: join(root, 'www'), front: await demoPage() });
	return {
		/** The demo page with its own specimen. */
		demo: `${strict.url}www/index.html`,
		/** The demo page as `npm start` shows it: with the telegram, where it lies beside the checkout. */
		start: page.url,
		noWasm: `${noWasm.url}www/index.html`,
		/** A page of somebody else with our elements. */
		nested: `${strict.url}tests/browser/pages/nested.html`,
		/** A page where nothing is loaded yet. */
		empty: `${strict.url}tests/browser/pages/empty.html`,
		/** The page of the soak test. */
		soak: `${strict.url}tests/soak/page.html`,
		/** A page for attacks; without any policy too. */
		attacked: `${strict.url}tests/browser/pages/attacked.html`,
		laxAttacked: `${lax.url}tests/browser/pages/attacked.html`,
		/** A page that `callslip render` made, in the folder of built things. */
		rendered: `${lax.url}target/rendered.html`,
		/** The same without any policy. */
		lax: `${lax.url}tests/browser/pages/nested.html`,
		close: () => Promise.all([strict, noWasm, lax, page].map((server) => server.close())),
	};
}

/** What each browser needs. @type {Record<string, string[]>} */
const NEEDS = {
	chromium: ['chromium', 'chromedriver'],
	firefox: ['firefox', 'geckodriver'],
	webkit: ['WebKitWebDriver', 'xvfb-run'],
};

/** Where a program is. @param {string} program */
function find(program) {
	const folders = (process.env.PATH ?? '').split(delimiter).concat(join(homedir(), '.cargo/bin'));
	return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Whether a browser and its driver are there. @param {string} name */
export const isInstalled = (name) => NEEDS[name].every(find);

/** The browsers to test in: all that are installed, or those that BROWSERS names. */
export const browsers = (process.env.BROWSERS ?? Object.keys(NEEDS).join()).split(',').filter((name) => {
	const missing = NEEDS[name].filter((program) => !find(program));
	// The bench and the soak, which are no tests, open browsers too.
	if (missing.length && process.env.NODE_TEST_CONTEXT) test(`${name} (not installed: ${missing})`, { skip: true });
	return !missing.length;
});

/**
 * Describes the same tests for each browser: opened on the sites, and closed with them.
 * @param {string} title
 * @param {(page: { name: string, driver: import('selenium-webdriver').WebDriver, site: Awaited<ReturnType<typeof sites>> }) => void} tests
 * @param {{ dark?: boolean }} [options]
 */
export async function inBrowsers(title, tests, options) {
	for (const name of browsers) {
		const site = await sites();
		const driver = await open(name, options);
		describe(`${title} in ${name}`, () => {
			after(async () => {
				await driver.quit();
				await site.close();
			});
			tests({ name, driver, site });
		});
	}
}

/** @param {string} name @param {{ dark?: boolean }} [options] */
export async function open(name, { dark = false } = {}) {
	if (name === 'webkit') await startWebKit();
	const driver = await builders[name](dark).build();
	await driver.manage().window().setRect({ width: 1280, height: 900 });
	return driver;
}

/** @type {Record<string, (dark: boolean) => Builder>} */
const builders = {
	chromium(dark) {
		const options = new chrome.Options();
		options.setChromeBinaryPath(find('chromium') ?? '');
		options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run');
		options.addArguments('--disable-background-networking', '--disable-component-update', '--disable-sync');
		if (dark) options.addArguments('--blink-settings=preferredColorScheme=0');
		const service = new chrome.ServiceBuilder(find('chromedriver'));
		return new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service);
	},
	firefox(dark) {
		const options = new firefox.Options().addArguments('-headless');
		options.setPreference('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
		const service = new firefox.ServiceBuilder(find('geckodriver'));
		return new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service);
	},
	webkit() {
		const folders = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((folder) => `/usr/lib/${triplet}/${folder}/MiniBrowser`);
		const browser = { binary: folders.find((path) => existsSync(path)), args: ['--automation'] };
		const capabilities = new Capabilities({ 'webkitgtk:browserOptions': browser }).setBrowserName('MiniBrowser');
		return new Builder().usingServer(webkit.address).withCapabilities(capabilities);
	},
};

const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
const webkit = { address: '' };

/** How long a driver may take to start, in seconds: the first start on a new machine builds its caches of fonts. */
const PATIENCE = 120;

/** Starts WebKit's driver on a screen of its own, once; both end with this process. */
async function startWebKit() {
	if (webkit.address) return;
	const port = await freePort();
	const child = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	let isOver = false;
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (data) => (printed += data));
		/** @type {any} */ (stream).unref();
	}
	child.on('exit', () => (isOver = true));
	child.unref();
	process.on('exit', () => isOver || process.kill(-(child.pid ?? 0), 'SIGTERM'));
	const address = `http://127.0.0.1:${port}`;
	for (let tries = 0; tries < PATIENCE * 10 && !isOver; tries += 1) {
		const isUp = await fetch(`${address}/status`).then((answer) => answer.ok, () => false);
		if (isUp) {
			webkit.address = address;
			return;
		}
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error(`WebKitWebDriver did not start${isOver ? '' : ` within ${PATIENCE} s`}: ${printed}`);
}

/** A port that nobody listens on. @returns {Promise<number>} */
function freePort() {
	return new Promise((done, failed) => {
		const server = createServer().once('error', failed);
		server.listen(0, '127.0.0.1', () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => done(port));
		});
	});
}

/**
 * Runs a function in the page and gives what it gives, or what its promise does.
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {Function} code
 * @param {...any} values
 */
export async function inPage(driver, code, ...values) {
	const [error, value] = await driver.executeAsyncScript(
		`const values = [...arguments], done = values.pop();
		Promise.resolve().then(() => (${code})(...values)).then((value) => done([null, value]), (error) => done([String(error.stack ?? error), null]));`,
		...values,
	);
	if (error) throw new Error(error);
	return value;
}

/** Waits until a function in the page gives something true, and gives it. @param {import('selenium-webdriver').WebDriver} driver @param {Function} code @param {...any} values */
export function until(driver, code, ...values) {
	return driver.wait(() => inPage(driver, code, ...values), 10_000, `waited in vain for ${code}`);
}

/** What a paste by the keyboard brings, by type: the same in all browsers, and no permission asked. @param {import('selenium-webdriver').WebDriver} driver */
export async function clipboard(driver) {
	await inPage(driver, () => {
		const field = document.createElement('textarea');
		field.id = 'pasted-here';
		field.addEventListener('paste', (event) => {
			const types = ['text/plain', 'text/html'];
			field.dataset.pasted = JSON.stringify(Object.fromEntries(types.map((type) => [type, event.clipboardData.getData(type)])));
		});
		document.body.append(field);
		field.focus({ preventScroll: true });
	});
	await driver.actions().keyDown(Key.CONTROL).sendKeys('v').keyUp(Key.CONTROL).perform();
	const pasted = await until(driver, () => document.querySelector('#pasted-here').dataset.pasted);
	await inPage(driver, () => document.querySelector('#pasted-here').remove());
	return JSON.parse(pasted);
}

/** What axe-core finds wrong. @param {import('selenium-webdriver').WebDriver} driver */
export async function violations(driver) {
	const source = await readFile(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');
	await driver.executeScript(source);
	return inPage(driver, async () => {
		const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
		const result = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
		return result.violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.target} ${node.failureSummary}`));
	});
}
