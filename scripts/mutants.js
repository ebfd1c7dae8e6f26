// `npm run mutants`: makes one small mistake after another in the rules where a mistake is easily overlooked (joins, names,
// numbers, dates, titles), and wants a test to notice each. tests/mutants.md explains those that none can.
//
//     npm run mutants -- names.rs     only in files of src/chicago/ whose path ends so

import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main, root, run, say } from './run.js';
import { setUp, setUpMutants } from './setup.js';

const RULES = /^(joins|names|numbers|dates|titles)(\/|\.rs$)/;

/** Neither places nor line numbers: they move with every edit. */
const mistake = (line) => line.replace(/^(\S+?):\d+:\d+: /, '$1: ');

await main(import.meta.url, async () => {
	const [wanted = ''] = process.argv.slice(2);
	await setUp();
	await setUpMutants();
	const folder = join(root, 'src/chicago');
	const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.rs') && RULES.test(name) && name.endsWith(wanted));
	const out = join(root, 'target/mutants');
	rmSync(out, { recursive: true, force: true });
	const args = ['mutants', '--package', 'callslip', '--output', out, '--timeout', '120', '--no-shuffle'];
	// Its exit tells of survivors; which of them are explained is judged below.
	const ended = await run('cargo', [...args, ...files.flatMap((name) => ['--file', join('src/chicago', name)])]).catch((error) => error);
	const missed = readFileSync(join(out, 'mutants.out/missed.txt'), 'utf8').split('\n').filter(Boolean).map(mistake);
	const caught = readFileSync(join(out, 'mutants.out/caught.txt'), 'utf8').split('\n').filter(Boolean);
	if (missed.length + caught.length === 0) throw ended ?? new Error('no mistake was made');
	const explained = readFileSync(join(root, 'tests/mutants.md'), 'utf8');
	const unexplained = missed.filter((line) => !explained.includes(line));
	say(`${caught.length} mistakes noticed, ${missed.length} not, of which ${missed.length - unexplained.length} are explained`);
	if (unexplained.length > 0) throw new Error(`no test notices:\n${unexplained.join('\n')}`);
});
