// Runs other programs, and says what is being done.

import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Says what is being done. */
export function say(line) {
	console.log(`callslip: ${line}`);
}

/** Ends with a clear error. */
export function fail(line) {
	console.error(`callslip: ${line}`);
	process.exit(1);
}

/** Runs a program to its end with its output shown; rejects when it fails. */
export function run(program, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
		child.on('error', (error) => reject(new Error(`${program}: ${error.message}`)));
		child.on('exit', (code, signal) =>
			code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')}: ${signal ?? `exit ${code}`}`)),
		);
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
