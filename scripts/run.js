// Runs other programs, and says what is being done.

import { spawn, spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What is made once for a person, not for a checkout. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'callslip');

/** Data beside the checkout that are not ours to copy. */
export const shared = process.env.CALLSLIP_SHARED ?? join(root, '../shared');

// A shell that was open before Rust was installed does not know where it is.
process.env.PATH += delimiter + join(process.env.CARGO_HOME || join(homedir(), '.cargo'), 'bin');

/** Says what is being done. */
export function say(line) {
	console.log(`callslip: ${line}`);
}

/** Ends with a clear error. */
export function fail(line) {
	console.error(`callslip: ${line}`);
	process.exit(1);
}

/** Runs the script whose file this is, when it is the one that Node was called with. */
export async function main(url, work) {
	if (process.argv[1] !== fileURLToPath(url)) return;
	try {
		await work();
	} catch (error) {
		fail(error.message);
	}
}

/** Runs a program to its end with its output shown; rejects when it fails. */
export function run(program, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
		child.on('error', (error) => reject(new Error(`${program}: ${error.message}`)));
		child.on('exit', (code, signal) =>
			code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')}: ${signal ?? `exit ${code}`}`)),
		);
	});
}

/** Runs a program to its end and gives what it printed; rejects, with that, when it fails. */
export function capture(program, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
		let printed = '';
		const keep = (chunk) => {
			printed += chunk;
		};
		child.stdout.setEncoding('utf8').on('data', keep);
		child.stderr.setEncoding('utf8').on('data', keep);
		child.on('error', (error) => reject(new Error(`${program}: ${error.message}`)));
		child.on('close', (code, signal) => {
			if (code === 0) return resolve(printed);
			reject(Object.assign(new Error(`${program} ${args.join(' ')}: ${signal ?? `exit ${code}`}`), { printed }));
		});
	});
}

/** Whether a program can be run. */
export function has(program, args = ['--version']) {
	return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** What a program prints, or nothing when it fails. */
export function output(program, args) {
	const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
	return status === 0 ? stdout.trim() : '';
}
