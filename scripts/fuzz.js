// `npm run fuzz`: the laws of fuzz/src/lib.rs on inputs that a fuzzer makes up, guided by what of the code they reach.
//
//     npm run fuzz                            every target, ten minutes each
//     npm run fuzz -- --seconds 60 read       one target, one minute
//
// Needs the stable compiler alone: libFuzzer is compiled from its crate, and the compiler's own passes count what is reached.
// The folder is laid out for `cargo fuzz`, too. An input that breaks a law is kept in target/fuzz-finds/; once what it found
// is mended it belongs into fuzz/seeds/, with which every run begins.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { capture, main, output, root, say } from './run.js';
import { setUp, setUpFuzzing } from './setup.js';

/** Each target, and the folder of seeds that it begins with. */
const TARGETS = { read: 'read', show: 'read', export: 'read', cite: 'cite' };

/** What makes the compiler count which parts of the code are reached, and what is compared with what. */
const COVERAGE = [
	'-Cpasses=sancov-module',
	'-Cllvm-args=-sanitizer-coverage-level=4',
	'-Cllvm-args=-sanitizer-coverage-inline-8bit-counters',
	'-Cllvm-args=-sanitizer-coverage-pc-table',
	'-Cllvm-args=-sanitizer-coverage-trace-compares',
	'-Ccodegen-units=1',
	'--cfg=fuzzing',
];

/** No input is longer, in bytes; and none may take longer, in seconds. */
const LIMITS = ['-max_len=4096', '-timeout=20', '-rss_limit_mb=4096'];

/**
 * Fuzzes each target, as many at a time as there are processors.
 *
 * @param {{ seconds: number } | { runs: number }} limit For so long, from all inputs that are known by now; or so many inputs
 * made from the seeds.
 * @param {string[]} [targets] All unless told.
 * @returns {Promise<{ passed: number, remark: string }>}
 */
export async function fuzz(limit, targets = Object.keys(TARGETS)) {
	const unknown = targets.find((target) => !(target in TARGETS));
	if (unknown) throw new Error(`no such target: ${unknown} (there are ${Object.keys(TARGETS).join(', ')})`);
	await setUpFuzzing();
	const programs = await compiled();
	const waiting = [...targets];
	const said = [];
	const lane = async () => {
		for (let target = waiting.shift(); target; target = waiting.shift()) said.push(await one(target, programs, limit));
	};
	await Promise.all(Array.from({ length: availableParallelism() }, lane));
	return { passed: targets.length, remark: said.join(', ') };
}

/** Compiles the targets and gives their folder. */
async function compiled() {
	const [host] = output('rustc', ['--version', '--verbose']).match(/(?<=host: ).*/) ?? [];
	const args = ['build', '--quiet', '--release', '--locked', '--manifest-path', 'fuzz/Cargo.toml', '--target', host];
	const env = { ...process.env, CARGO_ENCODED_RUSTFLAGS: COVERAGE.join('\x1f') };
	await capture('cargo', [...args, '--target-dir', 'target/fuzz'], { env });
	return join(root, 'target/fuzz', host, 'release');
}

/** Runs one target, and gives what it did. */
async function one(target, programs, { seconds, runs }) {
	const corpus = seeded(target, runs > 0);
	const finds = join(root, 'target/fuzz-finds', target);
	mkdirSync(finds, { recursive: true });
	const extent = runs > 0 ? [`-runs=${runs}`, '-seed=1'] : [`-max_total_time=${seconds}`];
	const args = [corpus, ...extent, `-artifact_prefix=${finds}/`, '-print_final_stats=1', ...LIMITS];
	try {
		const printed = await capture(join(programs, target), args);
		return `${target} ${printed.match(/number_of_executed_units:\s*(\d+)/)?.[1]} inputs`;
	} catch (error) {
		const law = error.printed?.match(/panicked at [^\n]*\n[^\n]*|ERROR: libFuzzer: [^\n]*/)?.[0] ?? error.message;
		const printed = error.printed?.slice(-4000);
		throw Object.assign(new Error(`${target} broke a law; the input is in ${finds}\n${law}`), { printed });
	}
}

/** The folder of the inputs that a target knows, with the seeds in it; or of the seeds alone. */
function seeded(target, alone) {
	const corpus = join(root, 'target', alone ? 'fuzz-seeds' : 'fuzz-corpus', target);
	if (alone) rmSync(corpus, { recursive: true, force: true });
	mkdirSync(corpus, { recursive: true });
	cpSync(join(root, 'fuzz/seeds', TARGETS[target]), corpus, { recursive: true });
	if (TARGETS[target] === 'read') {
		const texts = join(root, 'tests/fixtures/wilson');
		// The first byte names a format, or none.
		for (const name of readdirSync(texts)) {
			writeFileSync(join(corpus, name), Buffer.concat([Buffer.from('~'), readFileSync(join(texts, name))]));
		}
	}
	return corpus;
}

await main(import.meta.url, async () => {
	const { values, positionals } = parseArgs({ options: { seconds: { type: 'string', default: '600' } }, allowPositionals: true });
	const seconds = Number(values.seconds);
	if (!(seconds > 0)) throw new Error(`--seconds: expected a number above 0, not ${values.seconds}`);
	await setUp();
	say(`fuzzing for ${seconds} seconds a target`);
	const { remark } = await fuzz({ seconds }, positionals.length > 0 ? positionals : undefined);
	say(`no law was broken: ${remark}`);
});
