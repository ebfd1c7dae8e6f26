// The command line: many inputs, in order, one bad one among them, cut off and resumed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { count } from '../../bin/lib/inputs.js';
import { Pool } from '../../bin/lib/pool.js';
import { Progress, duration } from '../../bin/lib/progress.js';

const bin = fileURLToPath(new URL('../../bin/callslip.js', import.meta.url));
const specimen = fileURLToPath(new URL('../../www/document.txt', import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), 'callslip-'));
after(() => rmSync(cwd, { recursive: true }));

/** @param {string[]} args @param {string} [input] */
const run = (args, input) => spawnSync(process.execPath, [bin, ...args], { cwd, input, encoding: 'utf8' });
/** @param {string} text */
const parsed = (text) => text.trim().split('\n').map((line) => JSON.parse(line));
const item = (/** @type {number} */ n) => JSON.stringify({ id: `i${n}`, type: 'book', title: `Book ${n}` });

writeFileSync(join(cwd, 'many.jsonl'), Array.from({ length: 2000 }, (_, n) => item(n)).join('\n'));
mkdirSync(join(cwd, 'folder/below'), { recursive: true });
for (const name of ['folder/a.txt', 'folder/below/b.txt', 'folder/c.md']) writeFileSync(join(cwd, name), readFileSync(specimen));

test('2,000 records are cited in order', () => {
	const { status, stdout } = run(['cite', 'many.jsonl', '--jobs', '2']);
	assert.equal(status, 0);
	const lines = parsed(stdout);
	assert.equal(lines.length, 2000);
	lines.forEach(({ input, text }, n) => {
		assert.deepEqual(input, { file: 'many.jsonl', line: n + 1 });
		assert.match(text, new RegExp(`Book ${n}\\b`));
	});
});

test('a bad input is named and stops nothing', () => {
	const { status, stdout, stderr } = run(['cite', '-', 'missing.txt'], `${item(1)}\n{"torn\n${item(3)}\n`);
	assert.equal(status, 1);
	assert.deepEqual(parsed(stdout).map(({ error }) => error === undefined), [true, false, true, false]);
	assert.match(stderr, /-:2: /);
	assert.match(stderr, /missing\.txt: /);
});

test('folders and quoted globs', () => {
	const files = (/** @type {string} */ name) => parsed(run(['read', name]).stdout).map(({ input }) => input.file);
	assert.deepEqual(files('folder'), ['folder/a.txt', 'folder/below/b.txt', 'folder/c.md']);
	assert.deepEqual(files('folder/**/*.txt'), ['folder/a.txt', 'folder/below/b.txt']);
	assert.deepEqual(files('folder/*.txt'), ['folder/a.txt']);
	assert.equal(run(['read', 'none/*.txt']).status, 1);
});

test('what read writes, export takes', () => {
	const { stdout } = run(['read', specimen]);
	const [{ result }] = parsed(run(['export', '-', '--to', 'ris'], stdout).stdout);
	assert.match(result, /^TI {2}- Telegram from the Legation/m);
});

test('of a file of several records none is lost', () => {
	writeFileSync(join(cwd, 'two.bib'), '@book{a, title={One}, year=2001}\n@book{b, title={Two}, year=2002}\n');
	const [read] = parsed(run(['read', 'two.bib']).stdout);
	assert.deepEqual(read.items.map((/** @type {any} */ { id }) => id), ['a', 'b']);
	const [cited] = parsed(run(['cite', 'two.bib', '--form', 'bibliography']).stdout);
	assert.equal(cited.text, 'One. 2001.');
	assert.deepEqual(cited.items.map((/** @type {any} */ { id, text }) => `${id} ${text}`), ['a One. 2001.', 'b Two. 2002.']);
	const exported = (/** @type {string} */ to) => parsed(run(['export', '-', '--to', to], JSON.stringify({ input: {}, ...read })).stdout)[0].result;
	assert.deepEqual(JSON.parse(exported('csl-json')).map((/** @type {any} */ { title }) => title), ['One', 'Two']);
	assert.equal(exported('ris').match(/^TY {2}- BOOK/gm)?.length, 2);
});

test('wrong usage is told before anything is read', () => {
	for (const args of [['cite', '--form', 'footnote'], ['export', '--to', 'word'], ['read', '--format', 'word'], ['cite', '--edition', '16']]) {
		const { status, stdout, stderr } = run([...args, 'many.jsonl']);
		assert.deepEqual([status, stdout], [2, '']);
		assert.match(stderr, /^callslip: --(form|to|format|edition) is one of /);
	}
});

test('check says where, render writes a page', () => {
	const check = run(['check', 'folder/a.txt']);
	assert.equal(check.status, 0);
	assert.match(check.stdout, /^folder\/a\.txt:28:11: warning: dates-disagree: /m);
	assert.match(run(['render', 'folder/a.txt']).stdout, /^<!doctype html>/);
	assert.equal(parsed(run(['render', 'folder']).stdout).length, 3);
});

test('an output that was cut off is completed', () => {
	run(['cite', 'many.jsonl', '--output', 'whole.jsonl']);
	const whole = readFileSync(join(cwd, 'whole.jsonl'), 'utf8');
	for (const end of [0, 10, 5000, whole.length]) {
		writeFileSync(join(cwd, 'cut.jsonl'), whole.slice(0, end));
		assert.equal(run(['cite', 'many.jsonl', '--output', 'cut.jsonl', '--resume']).status, 0);
		assert.equal(readFileSync(join(cwd, 'cut.jsonl'), 'utf8'), whole);
	}
	assert.equal(run(['cite', specimen, '--output', 'cut.jsonl', '--resume']).status, 2);
	assert.equal(readFileSync(join(cwd, 'cut.jsonl'), 'utf8'), whole);
});

test('a terminal sees how far it is, how fast, and the time left', async () => {
	let time = 0;
	const written = [];
	const stream = { isTTY: true, write: (/** @type {string} */ text) => written.push(text) };
	const progress = new Progress({ first: 500, stream, now: () => time });
	time = 10_000;
	progress.show(1500);
	assert.equal(written.at(-1), '\r1,500 done, 100 a second');
	progress.of(await count([join(cwd, 'many.jsonl')]));
	progress.show(1510);
	assert.equal(written.length, 1, 'drawn again at once');
	time = 20_000;
	progress.show(1500);
	assert.equal(written.at(-1), `\r[${'#'.repeat(18)}------] 75 %, 1,500 of 2,000, 50 a second, 10 s left`);
	progress.end(2000);
	assert.match(written.join(''), /\[#{24}\] 100 %, 2,000 of 2,000, 75 a second, 0 s left *\n$/);
	assert.equal(new Progress({ stream, quiet: true }).shown, false);
	assert.equal(new Progress({ stream: { ...stream, isTTY: false } }).shown, false);
	assert.equal(await count(['-']), 0);
	assert.deepEqual([59.2, 61, 3661, -1].map(duration), ['1 min 0 s', '1 min 1 s', '1 h 1 min', '0 s']);
});

test('wrong usage', () => {
	for (const args of [[], ['sing', 'a'], ['cite'], ['export', 'a'], ['cite', 'a', '--jobs', '0'], ['cite', 'a', '--nonsense']]) {
		assert.equal(run(args).status, 2, args.join(' '));
	}
	assert.equal(run(['--help']).status, 0);
	assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+/);
});

test('a worker that dies is replaced, and its input named', async () => {
	const script = new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
		parentPort.on('message', (jobs) => {
			if (jobs.some(({ text }) => text === 'deadly')) throw new Error('trap');
			parentPort.postMessage(jobs.map(({ input }) => ({ input })));
		});`)}`);
	const pool = new Pool(1, {}, script);
	const job = (/** @type {number} */ line) => ({ input: { file: 'f', line }, text: 'fine' });
	const deadly = { ...job(2), text: 'deadly' };
	const answers = await pool.run([job(1), deadly, job(3)]);
	assert.deepEqual(answers.map(({ input, error }) => [input.line, /the worker died/.test(error ?? '')]), [[1, false], [2, true], [3, false]]);
	await pool.close();
});
