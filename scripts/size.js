// `npm run size`: what a page downloads, and whether it keeps within size.json.
//
//     npm run size -- --functions [N]     the N functions that weigh most (60), and what the rest adds up to

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from './build.js';
import { isBundled, loads } from './bundle.js';
import { fail, main, root, run } from './run.js';

/** What is added up: the module, the scripts that load it, and style sheets. */
const LOADS = {
	'first load of a page that only cites': ['usual', 'define.js', 'www/dist/place.css'],
	'first load of the page that npm start shows': ['usual', 'define.js', 'demo.js'],
	'first load of a page that reads, shows and cites': ['all', 'define.js', 'elements/callslip-document.js'],
	'citing what is not usual, after that': ['cite'],
	'the functions alone': ['all', 'callslip.js'],
};

/** The size of a file: raw, gzip and brotli. */
function size(name) {
	const bytes = readFileSync(join(root, name));
	const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
	return {
		name,
		raw: bytes.length,
		gzip: gzipSync(bytes, { level: 9 }).length,
		brotli: brotliCompressSync(bytes, { params }).length,
	};
}

/** The table, and the budgets that are broken. */
export function check() {
	const { budgets } = JSON.parse(readFileSync(join(root, 'size.json'), 'utf8'));
	const rows = Object.entries(LOADS).flatMap(([name, [part, ...scripts]]) => {
		const files = [...loads(part, scripts.filter((file) => file.endsWith('.js'))), ...scripts.filter((file) => file.endsWith('.css'))].map(size);
		const sum = (key) => files.reduce((total, file) => total + file[key], 0);
		return [...files, { name, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') }];
	});
	const unknown = Object.keys(budgets).filter((name) => !rows.some((row) => row.name === name));
	const over = rows.filter(({ name, brotli }) => brotli > budgets[name]);
	const line = (...cells) => cells.map((cell) => String(cell ?? '').padStart(9)).join('');
	const table = [
		line('raw', 'gzip', 'brotli', 'budget'),
		...rows.map(({ name, raw, gzip, brotli }) => `${line(raw, gzip, brotli, budgets[name])}  ${name}`),
	];
	const broken = [
		...over.map(({ name, brotli }) => `${name}: ${brotli} bytes, ${budgets[name]} allowed`),
		...unknown.map((name) => `${name}: has a budget, but is not loaded`),
	];
	return { table: `${table.join('\n')}\n`, broken };
}

await main(import.meta.url, async () => {
	const [flag, count = 60] = process.argv.slice(2);
	if (flag || !isBundled()) await build();
	if (flag === '--functions') {
		const { weigh } = await import('./weigh.js');
		await run('cargo', ['run', '--quiet', '--locked', '--package', 'xtask', '--', 'build', '--names']);
		return console.log(weigh(join(root, 'target/names/callslip_bg.wasm'), Number(count)));
	}
	const { table, broken } = check();
	console.log(table);
	if (broken.length > 0) fail(`above the budget: ${broken.join('; ')}`);
});
