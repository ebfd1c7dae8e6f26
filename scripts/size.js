// `npm run size`: what a page downloads, and whether it keeps within size.json.

import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fail, root } from './run.js';

const FIRST_LOAD = 'first load of a page that reads, shows and cites';

/** The files that a page with `callslip/define` loads: that module, what it imports, and the WebAssembly. */
export function firstLoad() {
	const files = new Set();
	const visit = (file) => {
		if (files.has(file)) return;
		files.add(file);
		for (const [, name] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*['"](\.\.?\/[^'"]+)['"]/g)) {
			visit(join(file, '..', name));
		}
	};
	visit(join(root, 'www/elements/define.js'));
	files.add(join(root, 'www/pkg/callslip_bg.wasm'));
	return [...files].map((file) => relative(root, file)).sort();
}

/** The size of a file: raw, gzip and brotli. */
export function size(name) {
	const bytes = readFileSync(join(root, name));
	const brotli = brotliCompressSync(bytes, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
	});
	return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

/** Prints the table and gives the budgets that are broken. */
export function check() {
	const budgets = JSON.parse(readFileSync(join(root, 'size.json'), 'utf8'));
	const rows = firstLoad().map(size);
	const total = { name: FIRST_LOAD, raw: 0, gzip: 0, brotli: 0 };
	for (const row of rows) for (const key of ['raw', 'gzip', 'brotli']) total[key] += row[key];
	console.log(`${'raw'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}${'budget'.padStart(9)}`);
	const broken = [];
	for (const row of [...rows, total]) {
		const budget = budgets[row.name];
		const cells = [row.raw, row.gzip, row.brotli, budget ?? ''].map((cell) => String(cell).padStart(9)).join('');
		console.log(`${cells}  ${row.name}`);
		if (budget !== undefined && row.brotli > budget) broken.push(`${row.name}: ${row.brotli} bytes, ${budget} allowed`);
	}
	return broken;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	if (!existsSync(join(root, 'www/pkg/callslip_bg.wasm'))) {
		const { build } = await import('./build.js');
		await build().catch((error) => fail(error.message));
	}
	const broken = check();
	if (broken.length > 0) fail(`above the budget: ${broken.join('; ')}`);
}
