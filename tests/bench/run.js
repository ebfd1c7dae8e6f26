// `npm run bench`: Callslip beside npm `citeproc` (the CSL styles' reference engine), Hayagriva in WebAssembly, where that
// builds, and `markdown-it`, on the same items and texts in the same run. It is held against the fastest of them.
//
//     npm run bench -- citing         only one of `citing`, `reading`, `batch` and `page`
//
// The styles and the items are the CSL project's and lie beside the checkout (CALLSLIP_SHARED); without them citing is
// skipped, and says so. Every figure is the median of several runs, each in a process of its own. A list of 10,000 items takes
// citeproc some minutes; with `--short` it gets the first few hundred, to its advantage.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.js';
import { capture, main, say, shared } from '../../scripts/run.js';
import { packagesOf, setUpBrowsers } from '../../scripts/setup.js';
import { batch } from './batch.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const data = join(shared, 'peers/data');

/** What is asked of both, and how many times faster than the other engine we mean to be. */
const TASKS = [
	{ name: 'first', what: 'first citation in a fresh process', unit: 'ms', goal: 10, runs: 7 },
	{ name: 'notes', what: 'full notes, one by one', unit: 'a second', goal: 100, runs: 3 },
	{ name: 'list', what: 'bibliography of 10,000 items', unit: 'items a second', goal: 100, runs: 1 },
];

/** Megabytes of archive text a second that we mean to read and show, and how many times more than `markdown-it` renders. */
const READING = { speed: 50, ratio: 5, runs: 3 };

/** The most milliseconds until a page's first citation, and for a task of one that reads 100 KB. */
const PAGE = { first: 100, longest: 50 };

await main(import.meta.url, async () => {
	const options = { short: { type: 'boolean' }, 'at-least': { type: 'boolean' } };
	const { values, positionals } = parseArgs({ options, allowPositionals: true });
	await build();
	await packagesOf(here);
	const asked = (name) => positionals.length === 0 || positionals.includes(name);
	const slow = [];
	if (asked('reading')) await reading(slow);
	if (asked('citing')) await citing(slow, values.short);
	if (asked('batch')) await many(slow);
	if (asked('page')) await inAPage(slow);
	if (values['at-least'] && slow.length > 0) throw new Error(`below the goal: ${slow.join('; ')}`);
});

/** Archive text to HTML: real documents one by one, and one long text made of them. */
async function reading(slow) {
	const real = join(shared, 'corpus/wilson');
	const folder = existsSync(real) ? real : join(here, '../fixtures/wilson');
	for (const texts of ['documents', 'long']) {
		const figure = (engine) => middle(READING.runs, ['reading.js', engine, texts, folder]);
		const [ours, theirs] = [await figure('callslip'), await figure('markdown-it')];
		const what = texts === 'long' ? 'one archive text of 2 MB' : `${ours.count} archive texts, one by one`;
		const ratio = ours.value / theirs.value;
		const [mine, other] = [ours, theirs].map(({ value }) => `${value.toFixed(1)} MB/s`);
		console.log(
			`reading and showing ${what}: callslip ${mine} (goal ${READING.speed}), markdown-it ${other}: ` +
				`${ratio.toFixed(1)} times faster (goal ${READING.ratio})`,
		);
		if (ours.value < READING.speed || ratio < READING.ratio) slow.push(`reading ${what}`);
	}
}

/** A page's first citation. */
async function inAPage(slow) {
	await setUpBrowsers();
	// Loaded late: it needs a browser's driver.
	const { page } = await import('./page.js');
	const { first, shift, longest } = await page();
	const goals = `(goals ${PAGE.first}, 0 and ${PAGE.longest})`;
	console.log(`a page's first citation: ${first.toFixed(0)} ms after its script, layout shift ${shift.toFixed(3)}; longest task with 100 KB: ${longest.toFixed(0)} ms ${goals}`);
	if (first > PAGE.first || shift > 0 || longest > PAGE.longest) slow.push('a page');
}

/** Records through the command line. */
async function many(slow) {
	const { records, rate, first, last, grew } = await batch(100_000);
	const held = `${Math.round(first)} MiB in the first third, ${Math.round(last)} MiB in the last`;
	console.log(`${records} records through the command line: ${Math.round(rate)} a second, ${held}`);
	if (grew) slow.push('memory of the command line grows');
}

/** Notes and bibliographies. */
async function citing(slow, short) {
	if (!existsSync(join(data, 'items.json'))) return say(`bench of citing skipped: there is no ${data}`);
	const peers = ['citeproc', ...(await hayagriva())];
	for (const { name, what, unit, goal, runs } of TASKS) {
		const ours = await median('callslip', name, runs);
		const figure = ({ value, count }) => `${value.toPrecision(4)} ${unit}${count ? ` (${count} items)` : ''}`;
		const ratios = [];
		for (const peer of peers) {
			const theirs = await median(peer, name, runs, short);
			const ratio = name === 'first' ? theirs.value / ours.value : ours.value / theirs.value;
			ratios.push(ratio);
			console.log(`${what}: callslip ${figure(ours)}, ${peer} ${figure(theirs)}: ${ratio.toFixed(0)} times faster (goal ${goal})`);
		}
		if (Math.min(...ratios) < goal) slow.push(what);
	}
	const [small, large] = [await median('callslip', 'list-quarter', 1), await median('callslip', 'list', 1)];
	const growth = large.count / large.value / (small.count / small.value);
	const allowed = (large.count * Math.log(large.count)) / (small.count * Math.log(small.count));
	console.log(`growth from ${small.count} to ${large.count} items: ${growth.toFixed(2)} times the time (n log n: ${allowed.toFixed(2)})`);
	if (growth > allowed * 1.25) slow.push('growth');
}

/** The median of what an engine gives for a task in so many fresh processes. */
function median(engine, task, runs, short = false) {
	return middle(runs, [`${engine}.js`, task, data, ...(short ? ['short'] : [])]);
}

/** Builds Hayagriva; nothing where it does not build. */
async function hayagriva() {
	const folder = join(here, 'hayagriva');
	say('building Hayagriva, to be measured beside (some minutes, once)');
	try {
		await capture('cargo', ['build', '--quiet', '--release', '--locked', '--target', 'wasm32-unknown-unknown'], { cwd: folder });
		const module = join(folder, 'target/wasm32-unknown-unknown/release/callslip_bench_hayagriva.wasm');
		await capture('cargo', ['run', '--quiet', '--locked', '--package', 'xtask', '--', 'bind', module, join(folder, 'target/made')]);
		return ['hayagriva'];
	} catch (error) {
		say(`bench of Hayagriva skipped: it does not build: ${error.message}`);
		return [];
	}
}

/** The median of what a script of this folder gives in so many fresh processes. */
async function middle(runs, [script, ...args]) {
	const results = [];
	for (let run = 0; run < runs; run += 1) {
		results.push(JSON.parse(await capture('node', [join(here, script), ...args])));
	}
	return results.sort((a, b) => a.value - b.value)[Math.floor(runs / 2)];
}
