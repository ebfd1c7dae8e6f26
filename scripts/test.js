// `npm test`: sets everything up and proves that all of it works. Stops at the first step that fails, with its output.
//
//     npm test                        everything
//     npm test -- rust js browser     some of it: groups or single steps (`npm test -- --list` names them)
//     npm test -- chromium page       in Chromium, only the test files whose name has "page"

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { build, tsc } from './build.js';
import { fuzz } from './fuzz.js';
import { capture, main, root, shared } from './run.js';
import { geckodriver, hasStandardLibrary, packagesOf, setUp, setUpBrowsers, setUpLints } from './setup.js';
import { reproduce } from './reproduce.js';
import { check } from './size.js';

/** Per cent of each edition and form, beside the reference; and of what the Manual and its kin print. */
const GOLD_FLOOR = '93';
const PRINTED_FLOOR = '95';

/** Inputs that a fuzzer makes up, for each target; each held for ten minutes of `npm run fuzz`, too. */
const FUZZ_RUNS = 10_000;

const CLIPPY_END = ['--', '--deny', 'warnings'];

/** In order; each gives what it has to say: what it printed, or how much passed. */
const STEPS = [
	{ name: 'set-up', group: 'always', run: setUp },
	{ name: 'format', group: 'rust', run: () => cargo('fmt', '--all', '--check') },
	{ name: 'lint', group: 'rust', run: () => cargo('clippy', '--workspace', '--all-targets', ...CLIPPY_END) },
	{
		name: 'lint-wasm',
		group: 'rust',
		run: () => cargo('clippy', '--lib', '--features=panic-messages,units', '--target=wasm32-unknown-unknown', ...CLIPPY_END),
	},
	{ name: 'crate', group: 'rust', run: async () => cargoTests(await cargo('test')) },
	{ name: 'gold', group: 'rust', run: gold },
	{ name: 'corpus', group: 'rust', run: corpus },
	{ name: 'fuzz', group: 'rust', run: fuzzing },
	{ name: 'build', group: 'module', run: build },
	{ name: 'reproduce', group: 'rust', run: () => reproduce({ short: true }) },
	{ name: 'size', group: 'js', run: size },
	{ name: 'types', group: 'js', run: () => capture('node', [tsc, '--project', 'tsconfig.json']) },
	{ name: 'module', group: 'js', run: () => nodeTests('tests/js') },
	{ name: 'exports', group: 'js', run: () => withPackages('tests/exports') },
	{ name: 'package', group: 'js', run: () => nodeTests('tests/package') },
	{ name: 'browsers', group: 'set-up of browsers', run: setUpBrowsers },
	{ name: 'runtimes', group: 'browser', run: () => withPackages('tests/runtimes', { BROWSERS: 'chromium' }) },
	{ name: 'apps', group: 'browser', run: () => withPackages('tests/apps', { BROWSERS: 'chromium' }) },
	...['chromium', 'firefox', 'webkit'].map((name) => ({
		name,
		group: 'browser',
		run: () => nodeTests('tests/browser', { BROWSERS: name, PATH: dirname(geckodriver) + delimiter + process.env.PATH }),
	})),
];

/** Part of a test file's name, to run only those. */
let only = [];

await main(import.meta.url, async () => {
	const wanted = process.argv.slice(2);
	if (wanted.includes('--list')) return list();
	const steps = chosen(wanted);
	const total = { passed: 0, failed: 0, skipped: 0 };
	const begin = Date.now();
	for (const step of steps) {
		if (!(await done(step, total))) break;
	}
	const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
	console.log(`\n${seconds(begin)} in all`);
	console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
	process.exitCode = total.failed ? 1 : 0;
});

function list() {
	for (const { name, group } of STEPS) console.log(`${name.padEnd(12)}${group}`);
}

/** The steps that the words name, and what those need; all when they name none. */
function chosen(words) {
	const names = words.filter((word) => STEPS.some((step) => step.name === word || step.group === word));
	only = words.filter((word) => !names.includes(word));
	if (words.length > 0 && names.length === 0) throw new Error(`no such step: ${words.join(' ')} (--list names them)`);
	const is = (step) => names.length === 0 || names.includes(step.name) || names.includes(step.group);
	const steps = STEPS.filter(is);
	const needs = (group) => steps.some((step) => step.group === group);
	return STEPS.filter(
		(step) =>
			is(step) ||
			step.group === 'always' ||
			(step.name === 'build' && (needs('js') || needs('browser') || steps.some(({ name }) => name === 'reproduce'))) ||
			(step.name === 'browsers' && needs('browser')),
	);
}

/** Does one step, says how it went, and counts. */
async function done({ name, run }, total) {
	process.stdout.write(`${name} ...\n`);
	const begin = Date.now();
	try {
		const { passed = 1, failed = 0, skipped = 0, remark = '' } = (await run()) ?? {};
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
		const counts = passed + skipped > 1 || remark ? `, ${passed} passed${skipped ? `, ${skipped} skipped` : ''}` : '';
		console.log(`${name}: ok in ${seconds(begin)}${counts}${remark && `: ${remark}`}`);
		return true;
	} catch (error) {
		total.failed += 1;
		console.log(`${error.printed ?? ''}\n${name}: FAILED after ${seconds(begin)}: ${error.message}`);
		return false;
	}
}

function seconds(begin) {
	return `${((Date.now() - begin) / 1000).toFixed(1)} s`;
}

async function cargo(command, ...args) {
	if (command !== 'test') await setUpLints();
	const locked = command === 'fmt' ? [] : ['--locked'];
	return { printed: await capture('cargo', [command, ...locked, ...args]) };
}

/** Adds up the closing lines of `cargo test`. */
function cargoTests({ printed }) {
	const total = { passed: 0, skipped: 0, remark: skips(printed) };
	for (const [, passed, ignored] of printed.matchAll(/^test result: ok\. (\d+) passed; 0 failed; (\d+) ignored/gm)) {
		total.passed += Number(passed);
		total.skipped += Number(ignored);
	}
	if (total.passed === 0) throw Object.assign(new Error('no test was run'), { printed });
	return total;
}

/** Runs the tests of a folder in Node. */
async function nodeTests(folder, env = {}) {
	const files = readdirSync(join(root, folder))
		.filter((name) => name.endsWith('.test.js') && (only.length === 0 || only.some((word) => name.includes(word))))
		.map((name) => join(folder, name));
	if (files.length === 0) return { passed: 0, remark: 'no file' };
	const args = ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files];
	const printed = await capture('node', args, { env: { ...process.env, ...env } });
	const count = (word) => Number(printed.match(new RegExp(`^. ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
	if (count('pass') === 0) throw Object.assign(new Error('no test was run'), { printed });
	return { passed: count('pass'), skipped: count('skipped') + count('todo'), remark: skips(printed) };
}

/** The tests of a folder that has packages of its own. */
async function withPackages(folder, env) {
	await packagesOf(join(root, folder));
	return await nodeTests(folder, env);
}

/** What tests say that they left out, and why. */
function skips(printed) {
	return [...new Set(printed.match(/\bskipped: [^\n]*/g) ?? [])].join('; ');
}

/** A short run of each target. */
async function fuzzing() {
	return await fuzz({ runs: FUZZ_RUNS });
}

/**
 * Scores the engine on the reference citations, when they lie beside the checkout; no cell may be below the floor, and
 * what differs is exactly what `tests/gold/disputed.md` lists.
 */
async function gold() {
	const file = join(shared, 'gold/reference.jsonl');
	if (!existsSync(file)) return { passed: 0, skipped: 1, remark: `skipped: there is no ${file}` };
	const cargo = ['run', '--quiet', '--release', '--locked', '--example', 'gold', '--'];
	await capture('cargo', [...cargo, '--at-least', GOLD_FLOOR, file]);
	const printed = join(shared, 'gold/printed.jsonl');
	await capture('cargo', [...cargo, '--printed', PRINTED_FLOOR, printed]);
	await capture('cargo', [...cargo, '--listed', join(root, 'tests/gold/disputed.md'), file, printed]);
}

/** Reads the real documents beside the checkout; fields that have a target must reach it. */
async function corpus() {
	const folder = join(shared, 'corpus');
	if (!existsSync(folder)) return { passed: 0, skipped: 1, remark: `skipped: there is no ${folder}` };
	await capture('cargo', ['run', '--quiet', '--release', '--locked', '--example', 'corpus', '--', folder]);
}

function size() {
	if (!hasStandardLibrary()) return { passed: 0, skipped: 1, remark: 'skipped: the source of the Rust standard library is missing' };
	const { table, broken } = check();
	if (broken.length > 0) throw Object.assign(new Error(broken.join('; ')), { printed: table });
}
