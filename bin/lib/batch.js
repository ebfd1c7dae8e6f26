// Many inputs through the workers: a few batches on their way at a time, the answers in the order of the inputs.

import { statSync } from 'node:fs';
import { count, inputs, isGlob, isOfLines } from './inputs.js';
import { finished, output } from './output.js';
import { Pool } from './pool.js';
import { Progress } from './progress.js';
import { UsageError } from './usage.js';

const BATCH = 32;

/** @param {string} verb @param {string[]} files @param {any} values @returns {Promise<number>} The exit code. */
export async function batch(verb, files, values) {
	const before = values.resume ? await finished(values.output) : { count: 0, failed: 0, last: '' };
	const page = verb === 'render' && files.length === 1 && !values.output && isFile(files[0]);
	const state = { done: before.count, failed: before.failed, stopped: false };
	const progress = new Progress({ first: before.count, quiet: values.quiet });
	if (progress.shown) count(files).then((total) => progress.of(total));
	process.once('SIGINT', () => { state.stopped = true; });
	const pool = new Pool(values.jobs, { verb, values });
	const out = output(values);
	const finish = async (/** @type {any[]} */ answers) => {
		for (const answer of answers) await told(answer, { verb, page, out, state, quiet: values.quiet });
		progress.show(state.done);
	};
	/** @type {Promise<any[]>[]} */
	const pending = [];
	for await (const jobs of batches(inputs(files), before, state)) {
		pending.push(pool.run(jobs));
		if (pending.length > values.jobs * 2) await finish(await /** @type {any} */ (pending.shift()));
	}
	for (const answers of pending) await finish(await answers);
	await out.close();
	await pool.close();
	progress.end(state.done);
	if (!values.quiet && state.failed && !page) console.error(`callslip: ${state.failed} of ${state.done} failed`);
	if (state.stopped) process.exit(130);
	return state.failed ? 1 : 0;
}

/** A file that is missing counts, so that nothing but its fault is said. @param {string} name */
const isFile = (name) => !isGlob(name) && !isOfLines(name) && name !== '-' && !statSync(name, { throwIfNoEntry: false })?.isDirectory();

/** @param {AsyncIterable<any>} all @param {{ count: number, last: string }} before @param {{ stopped: boolean }} state */
async function* batches(all, before, state) {
	let jobs = [];
	let seen = 0;
	for await (const job of all) {
		if (state.stopped) break;
		seen += 1;
		if (seen === before.count && JSON.stringify(job.input) !== before.last) throw new UsageError('the output is of other inputs');
		if (seen <= before.count) continue;
		jobs.push(job);
		if (jobs.length < BATCH) continue;
		yield jobs;
		jobs = [];
	}
	if (jobs.length) yield jobs;
	if (seen < before.count && !state.stopped) throw new UsageError('the output is of other inputs');
}

/** @param {any} answer @param {any} context */
async function told(answer, { verb, page, out, state, quiet }) {
	const { input, error, warnings = [] } = answer;
	const grave = verb === 'check' && warnings.some((/** @type {any} */ { severity }) => severity === 'error');
	state.done += 1;
	if (error !== undefined || grave) state.failed += 1;
	if (error !== undefined && !quiet) console.error(`callslip: ${input.file}${input.line ? `:${input.line}` : ''}: ${error}`);
	if (page) {
		for (const warning of quiet ? [] : warnings) console.error(`${warning.severity}: ${warning.message}`);
		if (error === undefined) await out.write(answer.page);
	} else if (verb === 'check') {
		for (const { line, column, severity, code, message } of warnings) {
			await out.write(`${input.file}:${line}:${column}: ${severity}: ${code}: ${message}\n`);
		}
	} else await out.write(`${JSON.stringify(answer)}\n`);
}
