// One process at a time: a file that holds the number of the process that has it.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Does the work while this process alone holds the file; one that was left over by a dead process is taken. */
export async function locked(file, work) {
	mkdirSync(dirname(file), { recursive: true });
	while (!take(file)) await new Promise((resolve) => setTimeout(resolve, 200));
	const free = () => rmSync(file, { force: true });
	process.once('exit', free);
	try {
		return await work();
	} finally {
		process.off('exit', free);
		free();
	}
}

function take(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		if (isLeftOver(file)) rmSync(file, { force: true });
		return false;
	}
}

function isLeftOver(file) {
	try {
		const holder = Number(readFileSync(file, 'utf8'));
		// A file that was just made may still be empty.
		if (holder > 0) process.kill(holder, 0);
		return false;
	} catch (error) {
		return error.code === 'ESRCH';
	}
}
