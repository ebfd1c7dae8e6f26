// Where the lines go: a file or the standard output, never faster than it takes them.

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** @param {any} values */
export function output({ output: file, resume }) {
	const stream = file ? createWriteStream(file, { flags: resume ? 'a' : 'w' }) : process.stdout;
	stream.on('error', (/** @type {any} */ error) => {
		if (error.code !== 'EPIPE') console.error(`callslip: ${error.message}`);
		process.exit(error.code === 'EPIPE' ? 0 : 1);
	});
	return {
		/** @param {string} text */
		async write(text) {
			if (!stream.write(text)) await once(stream, 'drain');
		},
		close: () => new Promise((resolve) => (file ? stream.end(resolve) : stream.write('', resolve))),
	};
}

/** Drops a torn last line; says how many inputs are finished, which was the last, and how many of them failed. @param {string} file */
export async function finished(file) {
	const handle = await open(file, 'a+');
	const { size } = await handle.stat();
	let end = size;
	const block = Buffer.alloc(65536);
	for (let whole = false; end > 0 && !whole;) {
		const from = Math.max(0, end - block.length);
		const { bytesRead } = await handle.read(block, 0, end - from, from);
		const last = block.subarray(0, bytesRead).lastIndexOf(10);
		whole = last >= 0;
		end = whole ? from + last + 1 : from;
	}
	await handle.truncate(end);
	await handle.close();
	let count = 0;
	let failed = 0;
	let last = '';
	for await (const line of createInterface({ input: createReadStream(file) })) {
		const { input, error } = JSON.parse(line);
		count += 1;
		if (error !== undefined) failed += 1;
		last = JSON.stringify(input);
	}
	return { count, failed, last };
}
