// The demo page as `npm start` shows it: its document made ready beforehand, so that the page is complete before any script
// runs and its first citation waits for little. The telegram that started it is shown where it lies beside the checkout,
// for it is not ours to copy; else the page's own specimen.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, shared } from './run.js';

/** The telegram; the server answers with it at /seed.txt. */
export const SEED = join(shared, 'corpus/wilson/seed.txt');

/** The note of a specimen of the gallery, and its place. @param {string} name @returns {Promise<[RegExp, string]>} */
async function noteOf(name) {
	const { cite, load, read } = await import('../www/node.js');
	await load();
	const { item } = read(readFileSync(join(root, 'www/gallery', name), 'utf8'));
	return [new RegExp(`(?<=data-cite="${name.replace('.', '\\.')}">)`), cite(item, { form: 'note' }).html];
}

/** The page's HTML. @returns {Promise<string>} */
export async function demoPage() {
	// Made by the build, so it cannot be imported before.
	const { ready } = await import('../bin/ready.js');
	const page = readFileSync(join(root, 'www/index.html'), 'utf8');
	const [file, src] = existsSync(SEED) ? [SEED, 'seed.txt'] : [join(root, 'www/document.txt'), 'document.txt'];
	const made = await ready(readFileSync(file, 'utf8'));
	return [
		[/<link rel="preload"[^>]*>\n/g, ''],
		[/(?=<script type="module")/, '<link rel="preload" as="fetch" type="application/wasm" href="dist/pkg/usual/callslip_bg.wasm" crossorigin>\n'],
		[/(?=<link rel="stylesheet")/, '<link rel="stylesheet" href="dist/callslip.css">\n'],
		[/(?=<\/head>)/, `${made.head}\n`],
		[/(?<=<callslip-document id="document" src=").*?(?=<\/callslip-document>)/s, `${src}" pdfjs="dist/pdfjs/pdf.min.mjs" metadata>${made.document}`],
		[/(?<=<callslip-cite for="document" collect>).*?(?=<\/callslip-cite>)/s, made.note],
		...(await Promise.all([...page.matchAll(/(?<=data-cite=")[^"]+/g)].map(([name]) => noteOf(name)))),
	].reduce((html, [place, words]) => {
		if (html.search(place) < 0) throw new Error(`the demo page has no ${place}`);
		return html.replace(place, () => words);
	}, page);
}
