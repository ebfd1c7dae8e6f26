// `npm run coverage`: how much of src/ the Rust tests and the documentation's examples reach, line by line; fails below the
// floor. The JavaScript face (src/wasm) is left out, which the tests in Node and in browsers run, and so are the tests
// themselves, which would flatter.
//
//     npm run coverage -- --lines FILE     the lines of a file that nothing reaches

import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { main, root, run } from './run.js';
import { setUp, setUpCoverage } from './setup.js';

/** Per cent of the lines. */
const FLOOR = 95;

const REPORT = join(root, 'target/coverage.lcov');

/** The lines of each file: number to how often it was run. */
function counted() {
	const files = new Map();
	let lines = new Map();
	for (const line of readFileSync(REPORT, 'utf8').split('\n')) {
		const [, key, value] = line.match(/^(SF|DA):(.*)$/) ?? [];
		if (key === 'SF') files.set(relative(root, value), (lines = new Map()));
		if (key === 'DA') lines.set(...value.split(',').map(Number));
	}
	return files;
}

/** Where the tests of a file begin: its line, or none. */
function testsBegin(file) {
	const lines = readFileSync(join(root, file), 'utf8').split('\n');
	const at = lines.findIndex((line, at) => line === '#[cfg(test)]' && /^mod \w+ \{/.test(lines[at + 1] ?? ''));
	return at < 0 ? Infinity : at + 1;
}

/** Each file's lines that count. */
function judged() {
	const own = [...counted()].filter(([file]) => file.startsWith('src/') && !/^src\/wasm\b/.test(file));
	return own.map(([file, lines]) => {
		const end = testsBegin(file);
		const mine = [...lines].filter(([line]) => line < end);
		return { file, all: mine.length, missed: mine.filter(([, runs]) => runs === 0).map(([line]) => line) };
	});
}

const percent = (all, missed) => ((all - missed) * 100) / all;

await main(import.meta.url, async () => {
	const [flag, wanted] = process.argv.slice(2);
	await setUp();
	await setUpCoverage();
	mkdirSync(join(root, 'target'), { recursive: true });
	// The examples in the documentation are tests too; to count them, the compiler wants to be told that it is meant.
	const env = { ...process.env, RUSTC_BOOTSTRAP: '1' };
	await run('cargo', ['llvm-cov', '--quiet', '--locked', '--doctests', '--lcov', '--output-path', REPORT], { env });
	const files = judged();
	if (flag === '--lines') return console.log(files.find(({ file }) => file === wanted)?.missed.join(' '));
	const total = { all: 0, missed: 0 };
	for (const { file, all, missed } of files) {
		total.all += all;
		total.missed += missed.length;
		if (percent(all, missed.length) < FLOOR) console.log(`${percent(all, missed.length).toFixed(1).padStart(6)} %  ${file} (${missed.length} of ${all} lines missed)`);
	}
	const reached = percent(total.all, total.missed);
	console.log(`${reached.toFixed(2)} % of ${total.all} lines of src/ are reached (${FLOOR} wanted)`);
	if (reached < FLOOR) throw new Error('too little is reached');
});
