// 100,000 records through the command line: how many a second, and how much memory it takes from its first third on.

import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.js';

/** The most that memory may grow from the first third to the last, in MiB: what the collector leaves for later. */
const GROWTH = 96;

/** @param {number} records */
export async function batch(records) {
	const folder = mkdtempSync(join(tmpdir(), 'callslip-batch-'));
	try {
		const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
		await write(input, records);
		const begin = performance.now();
		const samples = await memory(spawn(process.execPath, [join(root, 'bin/callslip.js'), 'cite', input, '--output', output, '--quiet'], { stdio: 'inherit' }));
		const seconds = (performance.now() - begin) / 1000;
		const answers = readFileSync(output, 'utf8').split('\n').length - 1;
		if (answers !== records) throw new Error(`${answers} answers to ${records} records`);
		const most = (/** @type {number[]} */ part) => Math.max(...part);
		const third = Math.ceil(samples.length / 3);
		const [first, last] = [most(samples.slice(0, third)), most(samples.slice(-third))];
		return { records, rate: records / seconds, first, last, grew: last - first > GROWTH, bytes: statSync(input).size };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Lines of the items that usual citations are found with, each with its own title. @param {string} file @param {number} records */
async function write(file, records) {
	const items = JSON.parse(readFileSync(join(root, 'scripts/usual.json'), 'utf8'));
	const out = createWriteStream(file);
	for (let at = 0; at < records; at += 1) {
		const item = items[at % items.length];
		if (!out.write(`${JSON.stringify({ ...item, id: `i${at}`, title: `${item.title ?? 'Papers'} ${at}` })}\n`)) await once(out, 'drain');
	}
	out.end();
	await once(out, 'close');
}

/** What a process holds while it runs, in MiB, four times a second. @param {import('node:child_process').ChildProcess} child @returns {Promise<number[]>} */
function memory(child) {
	return new Promise((resolve, reject) => {
		/** @type {number[]} */
		const samples = [];
		const timer = setInterval(() => {
			const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
			samples.push(Number(status.match(/VmRSS:\s*(\d+)/)?.[1] ?? 0) / 1024);
		}, 250);
		child.on('exit', (code) => {
			clearInterval(timer);
			if (code === 0) resolve(samples);
			else reject(new Error(`the command line ended with ${code}`));
		});
	});
}
