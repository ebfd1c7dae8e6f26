// The soak test in Chromium: many citations and documents in one page, and what memory, nodes and listeners they leave.

import { inPage, open, sites, until } from '../browser/open.js';

/**
 * Does a tenth of the work to warm up, measures, does the rest, and measures again.
 * @param {{ citations: number, documents: number }} how
 */
export async function soak({ citations, documents }) {
	const site = await sites();
	const driver = /** @type {import('selenium-webdriver/chromium.js').Driver} */ (await open('chromium'));
	try {
		await driver.get(site.soak);
		await until(driver, () => Boolean(window.soak));
		await driver.manage().setTimeouts({ script: 120_000 });
		await driver.sendDevToolsCommand('Performance.enable', {});
		await inPage(driver, () => window.soak.load());
		const warm = await part(driver, { citations, documents }, 0, 0.1);
		const end = await part(driver, { citations, documents }, 0.1, 1);
		return { warm, end };
	} finally {
		await driver.quit();
		await site.close();
	}
}

/** Does a part of the work, in pieces that the driver waits for, and measures. */
async function part(driver, { citations, documents }, from, to) {
	const pieces = async (/** @type {'cite' | 'show'} */ work, /** @type {number} */ total, /** @type {number} */ piece) => {
		for (let at = total * from; at < total * to; at += piece) {
			await inPage(driver, async (work, at, count) => void (await window.soak[work](at, count)), work, at, Math.min(piece, total * to - at));
		}
	};
	await pieces('cite', citations, 20_000);
	await pieces('show', documents, 200);
	return measure(driver);
}

/** What is in use after everything that can be was collected. */
async function measure(driver) {
	// Files offered for download and the like are given up after some seconds; collecting twice finds what the first freed.
	for (let times = 0; times < 3; times += 1) {
		await driver.sendDevToolsCommand('HeapProfiler.collectGarbage', {});
		await new Promise((done) => setTimeout(done, 200));
	}
	const { metrics } = await driver.sendAndGetDevToolsCommand('Performance.getMetrics', {});
	const value = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted).value;
	return {
		module: await inPage(driver, () => window.soak.memory()),
		heap: value('JSHeapUsedSize'),
		nodes: value('Nodes'),
		listeners: value('JSEventListeners'),
	};
}
