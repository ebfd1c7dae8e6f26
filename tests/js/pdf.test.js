// PDFs in Node and on the command line, with pdf.js as npm installs it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isPdf, readPdf, setPdf } from '../../www/node-pdf.js';
import { load, read, show } from '../../www/node.js';
import { locked, pdf } from '../pdf-by-hand.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), 'callslip-pdf-'));
after(() => rmSync(cwd, { recursive: true }));

/** A letter of two pages, with a head and a number on each. */
const LETTER = pdf([
	[
		['The Harbour Papers', 230, 800], ['7', 290, 40],
		['March 5, 1968', 72, 720, 'F2'], ['Letter from Ada Marin to Oleg Stan', 72, 700, 'F2'],
		['Citation:', 72, 670, 'F2'],
		['"Letter from Ada Marin to Oleg Stan," March 05, 1968, History and Public Policy Program', 72, 650],
		['Digital Archive, Archives of the Vestan Foreign Ministry, box 3, folder 12. Obtained by Mara', 72, 636],
		['Dolin.', 72, 622],
		['Contents:', 72, 600, 'F2'], ['- English Translation', 72, 580],
		['1. The harbour was opened on Monday, and the pilots of the Isle were there (all of them).', 72, 550],
		['2. In the opinion of the pilots the first ships will come in April, when the ice in the outer', 72, 520],
	],
	[
		['The Harbour Papers', 230, 800], ['8', 290, 40],
		['roads has gone.', 72, 720],
		['Signed: Ada Marin', 72, 690],
	],
]);

test('the record, the body, the pages', async () => {
	const bytes = new Uint8Array(LETTER);
	assert.ok(isPdf(bytes));
	const { format, item, document, text, pages, removed, warnings } = await readPdf(bytes, { url: 'https://archive.example.org/12' });
	assert.equal(bytes.length, LETTER.length, 'the bytes are still there');
	assert.equal(format, 'pdf');
	assert.equal(item.title, 'Letter from Ada Marin to Oleg Stan');
	assert.deepEqual(item.issued, { 'date-parts': [[1968, 3, 5]] });
	assert.equal(item.archive, 'Archives of the Vestan Foreign Ministry');
	assert.equal(item.URL, 'https://archive.example.org/12');
	assert.deepEqual(document.body.map(({ type, number }) => [type, number]), [['paragraph', '1.'], ['paragraph', '2.'], ['signature', undefined]]);
	assert.match(show(document), /outer <span class="callslip-page"[^>]*>[^<]*8[^<]*<\/span> ?roads has gone/);
	assert.match(text, /there \(all of them\)\./);
	assert.deepEqual(pages, ['7', '8']);
	assert.deepEqual(removed, [0, 1].flatMap((page) => [{ text: 'The Harbour Papers', page }, { text: pages[page], page }]));
	assert.deepEqual(warnings.map(({ code }) => code).slice(0, 1), ['running-heads-removed']);
});

test('a font that is not in the file has letters all the same', async () => {
	const { text, warnings } = await readPdf(new Uint8Array(pdf([[['\u4e2d\u6587\u6587\u4ef6', 72, 700, 'F3']]])));
	assert.equal(text, '\u4e2d\u6587\u6587\u4ef6');
	assert.ok(!warnings.some(({ code }) => code === 'glyphs-unknown'));
});

test('what cannot be read is an error with a code; a PDF without text a warning', async () => {
	await assert.rejects(readPdf(new Uint8Array(locked())), { code: 'pdf-encrypted' });
	await assert.rejects(readPdf(new TextEncoder().encode('%PDF-1.7 and nothing more')), { code: 'pdf-broken' });
	await assert.rejects(readPdf(new TextEncoder().encode('A letter')), { code: 'pdf-broken' });
	const { warnings, document } = await readPdf(new Uint8Array(pdf([[], []])));
	assert.deepEqual([warnings.map(({ code }) => code), document.body], [['no-text-layer'], []]);
	const half = await readPdf(new Uint8Array(pdf([[['Only here.', 72, 700]], []])));
	assert.ok(half.warnings.some(({ code, message }) => code === 'pages-without-text' && /^page 2 /.test(message)));
	// The second page is none; the first is read all the same.
	const torn = pdf([[['Still here.', 72, 700]], []]).toString('latin1').replace('5 0 obj <<', '5 0 obj 42 endobj 9 0 obj <<');
	const rest = await readPdf(Buffer.from(torn, 'latin1'));
	assert.equal(rest.text, 'Still here.');
	assert.ok(rest.warnings.some(({ code, message }) => code === 'page-broken' && /^page 2 /.test(message)), JSON.stringify(rest.warnings));
	const cancelled = AbortSignal.abort();
	await assert.rejects(readPdf(new Uint8Array(LETTER), { signal: cancelled }), { name: 'AbortError' });
});

test('pdf.js comes from where it is said to', async () => {
	for (const wrong of [undefined, 5, {}]) assert.throws(() => setPdf(/** @type {any} */ (wrong)), TypeError);
	let times = 0;
	setPdf(() => {
		times += 1;
		return import('pdfjs-dist/legacy/build/pdf.mjs');
	});
	await readPdf(new Uint8Array(LETTER));
	assert.equal(times, 1);
	setPdf('no-such-package/pdf.mjs');
	const missing = { code: 'pdfjs-missing', message: 'a PDF takes pdf.js: install pdfjs-dist, or say where it is by setPdf of callslip/pdf or by the attribute pdfjs' };
	await assert.rejects(readPdf(new Uint8Array(LETTER)), missing);
	await readPdf(new Uint8Array(LETTER), { pdfjs: await import('pdfjs-dist/legacy/build/pdf.mjs') });
});

test('read says who reads PDFs', async () => {
	await load();
	const { format, warnings } = read(new Uint8Array(LETTER));
	assert.deepEqual([format, warnings.map(({ code }) => code)], ['pdf', ['pdf-not-read']]);
	assert.match(warnings[0].message, /readPdf of callslip\/pdf/);
});

test('the command line reads them', () => {
	writeFileSync(join(cwd, 'letter.pdf'), LETTER);
	writeFileSync(join(cwd, 'locked.pdf'), locked());
	const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [join(root, 'bin/callslip.js'), ...args], { cwd, encoding: 'utf8' });
	const { stdout, stderr, status } = run('read', 'letter.pdf', 'locked.pdf');
	const [letter, none] = stdout.trim().split('\n').map((line) => JSON.parse(line));
	assert.deepEqual([letter.format, letter.item.title], ['pdf', 'Letter from Ada Marin to Oleg Stan']);
	assert.match(none.error, /encrypted/);
	assert.match(stderr, /locked\.pdf: the PDF is encrypted/);
	assert.equal(status, 1);
	assert.match(JSON.parse(run('cite', 'letter.pdf').stdout).text, /^“Letter from Ada Marin to Oleg Stan,” March 5, 1968/);
	assert.match(run('render', 'letter.pdf').stdout, /Signed: Ada Marin/);
});

test('nothing of pdf.js is imported by what only cites or reads texts', () => {
	const reach = (/** @type {string} */ file, /** @type {Set<string>} */ seen = new Set()) => {
		if (seen.has(file)) return seen;
		seen.add(file);
		const code = readFileSync(file, 'utf8');
		for (const [, path] of code.matchAll(/^(?:import|export)\b[^;]*?'(\.[^']+)'/gm)) if (!path.includes('/pkg/')) reach(join(file, '..', path), seen);
		return seen;
	};
	const ofPdfs = (/** @type {string} */ entry) => [...reach(join(root, entry))].map((file) => file.slice(root.length)).filter((file) => file.includes('pdf'));
	for (const entry of ['www/elements/define.js', 'www/callslip.js', 'www/demo.js']) assert.deepEqual(ofPdfs(entry), [], entry);
	// What shows documents knows a PDF by its first bytes, and no more.
	assert.deepEqual(ofPdfs('www/elements/callslip-document.js'), ['www/pdf/sniff.js']);
});
