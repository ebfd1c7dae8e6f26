// A real browser on the project's page: the project's server, one browser, and what every test asks of them.
//
// BROWSERS=chromium,firefox,webkit says which (`npm test -- firefox` sets it).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities, Key } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { root } from '../../scripts/run.js';
import { POLICY, serve } from '../../scripts/serve.js';
import { geckodriver } from '../../scripts/setup.js';

/** Serves the whole checkout under the strict policy, and once more under a policy that refuses WebAssembly. */
export async function sites() {
	const strict = await serve({ folder: root });
	const noWasm = await serve({ folder: root, policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
	const lax = await serve({ folder: root, policy: '' });
	const page = await serve({ folder: join(root, 'www') });
	return {
		/** The demo page with its own specimen. */
		demo: `${strict.url}www/index.html`,
		/** The demo page as `npm start` shows it: with the telegram, where it lies beside the checkout. */
		start: page.url,
		noWasm: `${noWasm.url}www/index.html`,
		/** A page of somebody else with our elements. */
		nested: `${strict.url}tests/browser/pages/nested.html`,
		/** The same without any policy. */
		lax: `${lax.url}tests/browser/pages/nested.html`,
		close: () => Promise.all([strict, noWasm, lax, page].map((server) => server.close())),
	};
}

/** The browsers to test in. */
export const browsers = (process.env.BROWSERS ?? 'chromium').split(',');

/** @param {string} name @param {{ dark?: boolean }} [options] */
export async function open(name, { dark = false } = {}) {
	const driver = await (await builders[name](dark)).build();
	await driver.manage().window().setRect({ width: 1280, height: 900 });
	return driver;
}

/** @type {Record<string, (dark: boolean) => Builder | Promise<Builder>>} */
const builders = {
	chromium(dark) {
		const options = new chrome.Options();
		options.setChromeBinaryPath('/usr/bin/chromium');
		options.addArguments('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run');
		options.addArguments('--disable-background-networking', '--disable-component-update', '--disable-sync');
		if (dark) options.addArguments('--blink-settings=preferredColorScheme=0');
		const service = new chrome.ServiceBuilder('/usr/bin/chromedriver');
		return new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service);
	},
	firefox(dark) {
		const options = new firefox.Options().addArguments('-headless').setBinary('/usr/bin/firefox-esr');
		options.setPreference('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
		const service = new firefox.ServiceBuilder(geckodriver);
		return new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service);
	},
	async webkit() {
		const browser = {
			browserName: 'MiniBrowser',
			'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
		};
		return new Builder().usingServer(await webkitDriver()).withCapabilities(new Capabilities(browser));
	},
};

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Starts WebKit's driver on a screen of its own; both end with this process. @returns {Promise<string>} its address */
async function webkitDriver() {
	const port = await freePort();
	const driver = ['/usr/bin/WebKitWebDriver', `--port=${port}`];
	const child = spawn('xvfb-run', ['--auto-servernum', ...driver], { stdio: 'ignore', detached: true });
	process.once('exit', () => child.pid && process.kill(-child.pid));
	child.unref();
	const address = `http://127.0.0.1:${port}`;
	for (let tries = 0; tries < 100; tries += 1) {
		if (await fetch(`${address}/status`).then((answer) => answer.ok, () => false)) return address;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error('WebKitWebDriver did not start');
}

/** A port that nobody listens on. */
async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	server.close();
	await once(server, 'close');
	return port;
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
