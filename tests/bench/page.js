// A page's first citation in Chromium, under the strict policy: how long after its script has arrived it stands there, what
// moved meanwhile, and the longest task of a page that reads a document of 100 KB.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run.js';
import { serve } from '../../scripts/serve.js';
import { inPage, open, until } from '../browser/open.js';

const RUNS = 7;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @returns {Promise<{ first: number, shift: number, longest: number }>} Milliseconds, and the score of layout shifts. */
export async function page() {
	long();
	const site = await serve({ folder: root });
	const driver = await open('chromium');
	try {
		const load = async (/** @type {string} */ name) => {
			await driver.get('about:blank');
			await driver.get(`${site.url}tests/bench/pages/${name}.html`);
			await until(driver, () => /** @type {any} */ (globalThis).probe.shown);
			return inPage(driver, () => {
				const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('define.js'));
				const { shown, shift, longest } = /** @type {any} */ (globalThis).probe;
				return { first: shown - /** @type {any} */ (script).responseEnd, shift, longest };
			});
		};
		const figures = async (/** @type {string} */ name) => {
			const all = [];
			for (let run = 0; run < RUNS; run += 1) all.push(await load(name));
			return all;
		};
		const [cites, reads] = [await figures('cites'), await figures('reads')];
		return {
			first: median(cites.map(({ first }) => first)),
			shift: median(cites.map(({ shift }) => shift)),
			longest: median(reads.map(({ longest }) => longest)),
		};
	} finally {
		await driver.quit();
		await site.close();
	}
}

/** Writes a document of 100 KB, of the specimen's own paragraphs. */
function long() {
	const specimen = readFileSync(join(root, 'www/document.txt'), 'utf8');
	const paragraphs = specimen.slice(specimen.length / 2);
	mkdirSync(join(root, 'target'), { recursive: true });
	writeFileSync(join(root, 'target/long.txt'), specimen + paragraphs.repeat(Math.ceil((100_000 - specimen.length) / paragraphs.length)));
}
