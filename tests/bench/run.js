// `npm run bench`: Callslip beside npm `citeproc` (the CSL styles' reference engine), on the same items in the same run.
//
// The styles and the items are the CSL project's and lie beside the checkout (CALLSLIP_SHARED); without them it is
// skipped, and says so. Every figure is the median of several runs, each in a process of its own. `--full` gives the
// other engine all 10,000 items too, which takes it many minutes; otherwise it gets the first few hundred, to its advantage.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.js';
import { capture, main, say, shared } from '../../scripts/run.js';
import { packagesOf } from '../../scripts/setup.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const data = join(shared, 'peers/data');

/** What is asked of both, and how many times faster than the other engine we mean to be. */
const TASKS = [
	{ name: 'first', what: 'first citation in a fresh process', unit: 'ms', goal: 10, runs: 7 },
	{ name: 'notes', what: 'full notes, one by one', unit: 'a second', goal: 100, runs: 3 },
	{ name: 'list', what: 'bibliography of 10,000 items', unit: 'items a second', goal: 100, runs: 1 },
];

await main(import.meta.url, async () => {
	const { values } = parseArgs({ options: { full: { type: 'boolean' }, 'at-least': { type: 'boolean' } } });
	if (!existsSync(join(data, 'items.json'))) return say(`bench skipped: there is no ${data}`);
	await build();
	await packagesOf(here);
	const slow = [];
	for (const { name, what, unit, goal, runs } of TASKS) {
		const ours = await median('callslip', name, runs);
		const theirs = await median('citeproc', name, runs, values.full);
		const ratio = name === 'first' ? theirs.value / ours.value : ours.value / theirs.value;
		const figure = ({ value, count }) => `${value.toPrecision(4)} ${unit}${count ? ` (${count} items)` : ''}`;
		console.log(`${what}: callslip ${figure(ours)}, citeproc ${figure(theirs)}: ${ratio.toFixed(0)} times faster (goal ${goal})`);
		if (ratio < goal) slow.push(what);
	}
	const [small, large] = [await median('callslip', 'list-quarter', 1), await median('callslip', 'list', 1)];
	const growth = large.count / large.value / (small.count / small.value);
	const allowed = (large.count * Math.log(large.count)) / (small.count * Math.log(small.count));
	console.log(`growth from ${small.count} to ${large.count} items: ${growth.toFixed(2)} times the time (n log n: ${allowed.toFixed(2)})`);
	if (growth > allowed * 1.25) slow.push('growth');
	if (values['at-least'] && slow.length > 0) throw new Error(`below the goal: ${slow.join('; ')}`);
});

/** The median of what an engine gives for a task in so many fresh processes. */
async function median(engine, task, runs, full = false) {
	const results = [];
	for (let run = 0; run < runs; run += 1) {
		const args = [join(here, `${engine}.js`), task, data, ...(full ? ['full'] : [])];
		results.push(JSON.parse(await capture('node', args)));
	}
	return results.sort((a, b) => a.value - b.value)[Math.floor(runs / 2)];
}
