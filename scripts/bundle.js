// www/dist/: what a page loads, made small and in few files: one script, what it fetches on demand, and the module.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.js';

/** The folder that a web site puts on its own host. */
export const dist = join(root, 'www/dist');

/** The modules: everything, citing alone, and what usual citations take. */
const PARTS = { all: 'pkg', cite: 'pkg/cite', usual: 'pkg/usual' };

/** Node's entry in one file: Node takes a third of a millisecond for each that it loads. */
const NODE = join(root, 'www/pkg/node.js');

/** What pages load first, and what of it the scripts that come later share. */
const FIRST = 'www/elements/callslip-cite.js';
const LATER = /\/www\/(demo(-\w+)?|page|elements\/(head|callslip-(document|list|quote)))\.js$/;

/** What reads, and the scripts that share some of it: they share all of it, in one file. */
const READS = 'www/read-any.js';
const READERS = /\/www\/(callslip|pdf|reading|worker)\.js$/;

/** Where style sheets stand in the code: esbuild leaves what is in a string as it is. */
const SHEETS = /\/www\/elements\/(style|control-style)\.js$/;
const SHEET = /(?<= (?:\w+Css|CSS_TEXT) = `)[^`]*(?=`;)/g;

/** A file's code, with its style sheets made small. @param {string} path @param {(css: string) => string} small */
const withSmallSheets = (path, small) => readFileSync(path, 'utf8').replace(SHEET, small);

/** What makes a style sheet small. */
async function smallSheets() {
	const { transformSync } = await import('esbuild');
	const minify = (/** @type {string} */ css) => transformSync(css, { loader: 'css', minify: true, charset: 'utf8' }).code.trim();
	// What stands in place of declarations passes as one of them.
	return (/** @type {string} */ css) => minify(css.replace(/\$\{(\w+)\}/g, '--in-place-of-$1: 0')).replace(/--in-place-of-(\w+): 0/g, '${$1}');
}

/**
 * Keeps the first load in few files: esbuild makes one for each group of modules that the same scripts use, so whoever uses
 * some of what pages load first is made to use it all.
 * @param {(css: string) => string} small
 */
const together = (small) => ({
	name: 'together',
	setup(build) {
		build.onResolve({ filter: /^first-load$/ }, () => ({ path: join(root, FIRST), sideEffects: true }));
		build.onLoad({ filter: LATER }, ({ path }) => ({ contents: `${withSmallSheets(path, small)}\nimport 'first-load';\n`, loader: 'js' }));
		build.onResolve({ filter: /^what-reads$/ }, () => ({ path: join(root, READS), sideEffects: true }));
		build.onLoad({ filter: READERS }, ({ path }) => ({ contents: `${readFileSync(path, 'utf8')}\nimport 'what-reads';\n`, loader: 'js' }));
		build.onLoad({ filter: SHEETS }, ({ path }) => ({ contents: withSmallSheets(path, small), loader: 'js' }));
	},
});

/** Makes the folder anew. */
export async function bundle() {
	const { build } = await import('esbuild');
	const small = await smallSheets();
	rmSync(dist, { recursive: true, force: true });
	const { metafile } = await build({
		absWorkingDir: root,
		charset: 'utf8',
		chunkNames: '[name]-[hash]',
		entryPoints: ['www/elements/define.js', 'www/callslip.js', 'www/reading.js', 'www/worker.js', 'www/pdf.js', 'www/demo.js'],
		bundle: true,
		entryNames: '[name]',
		format: 'esm',
		legalComments: 'none',
		logLevel: 'warning',
		// Nothing of it is run by that: it is there already.
		logOverride: { 'ignored-bare-import': 'silent' },
		metafile: true,
		minify: true,
		outdir: dist,
		plugins: [together(small)],
		splitting: true,
		target: 'es2022',
	});
	await build({
		absWorkingDir: root,
		charset: 'utf8',
		entryPoints: { 'callslip-single': 'www/single.js' },
		bundle: true,
		format: 'iife',
		globalName: 'callslip',
		legalComments: 'none',
		loader: { '.wasm': 'binary' },
		logLevel: 'warning',
		logOverride: { 'empty-import-meta': 'silent' },
		minify: true,
		outdir: dist,
		target: 'es2022',
	});
	await forNode();
	for (const folder of Object.values(PARTS)) {
		mkdirSync(join(dist, folder), { recursive: true });
		cpSync(join(root, 'www', folder, 'callslip_bg.wasm'), join(dist, folder, 'callslip_bg.wasm'));
	}
	// The demo page reads PDFs; the package leaves pdf.js out.
	for (const name of ['pdf.min.mjs', 'pdf.worker.min.mjs']) {
		cpSync(join(root, 'node_modules/pdfjs-dist/legacy/build', name), join(dist, 'pdfjs', name));
	}
	for (const name of ['LICENSE', 'cmaps']) cpSync(join(root, 'node_modules/pdfjs-dist', name), join(dist, 'pdfjs', name), { recursive: true });
	// For documents made ready beforehand, which are seen before any script runs.
	const { documentCss } = await import('../www/elements/style.js');
	const { placeCss } = await import('../www/elements/place-style.js');
	writeFileSync(join(dist, 'callslip.css'), `${small(documentCss)}\n${small(placeCss)}\n`);
	// For pages without such a document: the place of what comes with the script, alone.
	writeFileSync(join(dist, 'place.css'), `${small(placeCss)}\n`);
	writeFileSync(join(dist, '.files.json'), JSON.stringify(metafile.outputs));
}

/** Which module is loaded is known to the file that all entries share, and to no copy of it. */
const outside = {
	name: 'outside',
	/** @param {import('esbuild').PluginBuild} build */
	setup(build) {
		build.onResolve({ filter: /\/load\.js$/ }, () => ({ path: '../load.js', external: true }));
	},
};

/** Makes Node's entry, which looks for what lies beside its source. */
async function forNode() {
	const { build } = await import('esbuild');
	await build({
		absWorkingDir: root,
		banner: { js: "const beside = new URL('../node.js', import.meta.url).href;" },
		charset: 'utf8',
		define: { 'import.meta.url': 'beside' },
		entryPoints: ['www/node.js'],
		bundle: true,
		format: 'esm',
		logLevel: 'warning',
		outfile: NODE,
		platform: 'node',
		plugins: [outside],
		target: 'node20',
	});
}

/** The files that a page with these scripts loads before it does anything: what they import, and a module with its glue. */
export function loads(part, scripts) {
	const outputs = JSON.parse(readFileSync(join(dist, '.files.json'), 'utf8'));
	const files = new Set();
	const visit = (file) => {
		if (files.has(file)) return;
		files.add(file);
		for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') visit(path);
	};
	for (const script of [...scripts, part === 'all' ? 'whole.js' : `${PARTS[part]}/callslip.js`]) {
		visit(Object.keys(outputs).find((name) => outputs[name].entryPoint?.endsWith(`www/${script}`) || name === `www/dist/${script}`));
	}
	return [...files, `www/dist/${PARTS[part]}/callslip_bg.wasm`];
}

/** Whether the folder has been made. */
export function isBundled() {
	return existsSync(join(dist, '.files.json')) && existsSync(NODE);
}
