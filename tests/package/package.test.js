// The packed package, installed in an empty folder, serves Node and TypeScript as it does here.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const call = promisify(execFile);

let folder = '';
let packed = { filename: '', files: [{ path: '' }] };

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'callslip-package-'));
	const npm = (...args) => call('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
	const { stdout } = await npm('pack', root, '--json', '--ignore-scripts');
	[packed] = JSON.parse(stdout);
	await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
	await npm('install', '--offline', '--ignore-scripts', join(folder, packed.filename));
});

after(() => rm(folder, { recursive: true, force: true }));

/** Runs a module in the folder and gives what it prints. */
async function inFolder(code) {
	const file = join(folder, 'try.js');
	await writeFile(file, code);
	return (await call('node', [file], { cwd: folder })).stdout;
}

test('lists only what is needed', () => {
	const paths = packed.files.map(({ path }) => path);
	const wanted = [
		/^(package\.json|custom-elements\.json|[A-Z]+(-[A-Z]+)?(\.md)?)$/,
		/^(bin\/(lib\/)?\w+|www\/(callslip|cite|document|entries|fast|late|load|node|node-pdf|pack|page|page-data|page-values|pdf|pdf\/\w+|read-any|read|reading|request|whole|worker|workerd))\.js$/,
		/^www\/dist\/((callslip|place)\.css|[\w-]+\.js|pkg\/((cite|usual)\/)?callslip_bg\.wasm)$/,
		/^www\/elements\/.*\.js$/,
		/^www\/pkg\/((cite|fast|usual)\/)?callslip(_bg\.wasm|\.js)$|^www\/pkg\/(node\.js|sbom\.cdx\.json|THIRD-PARTY\.txt)$/,
		/^www\/types\/.*\.d\.ts$/,
	];
	assert.deepEqual(paths.filter((path) => !wanted.some((pattern) => pattern.test(path))), []);
	for (const path of ['www/pkg/callslip_bg.wasm', 'www/types/callslip.d.ts', 'www/elements/define.js']) {
		assert.ok(paths.includes(path), path);
	}
});

test('reads and cites in Node', async () => {
	const printed = await inFolder(`
		import { cite, load, read, write } from 'callslip';
		await load();
		const item = { type: 'book', title: 'A Book', author: [{ family: 'Doe', given: 'Jane' }] };
		const { text } = cite(item, { form: 'bibliography' });
		const { format } = read(JSON.stringify([item]));
		console.log(JSON.stringify({ text, format, title: JSON.parse(write(item, 'csl-json')).title }));
	`);
	const { text, format, title } = JSON.parse(printed);
	assert.match(text, /A Book/);
	assert.equal(format, 'csl-json');
	assert.equal(title, 'A Book');
});

test('says what a PDF takes where pdfjs-dist is not installed', async () => {
	const printed = await inFolder(`
		import { readPdf } from 'callslip/pdf';
		await readPdf(new TextEncoder().encode('%PDF-1.7')).catch((error) => console.log(error.code, error.message));
	`);
	assert.match(printed, /^pdfjs-missing .*install pdfjs-dist/);
});

test('says what to do before it is loaded', async () => {
	const printed = await inFolder(`
		import { cite } from 'callslip';
		try { cite({}) } catch (error) { console.log(error.message) }
	`);
	assert.match(printed, /call load\(\)/);
});

test('every entry resolves, and the elements import where there is no browser', async () => {
	const printed = await inFolder(`
		import { existsSync } from 'node:fs';
		import { fileURLToPath } from 'node:url';
		import * as elements from 'callslip/elements';
		import { CallslipCiteElement } from 'callslip/elements/callslip-cite.js';
		if (elements.CallslipCiteElement !== CallslipCiteElement) throw new Error('two copies');
		const entries = ['', '/elements', '/define', '/pdf', '/callslip.wasm', '/package.json'];
		console.log(entries.map((entry) => existsSync(fileURLToPath(import.meta.resolve('callslip' + entry)))).join());
	`);
	assert.equal(printed.trim(), 'true,true,true,true,true,true');
});

for (const resolution of ['node16', 'bundler']) {
	test(`its types hold under --strict with ${resolution} resolution`, async () => {
		await writeFile(
			join(folder, 'try.ts'),
			`import { bibliography, cite, load, read, show, write } from 'callslip';
			import { CallslipCiteElement } from 'callslip/elements';
			import { type PdfReading, readPdf, setPdf } from 'callslip/pdf';
			import 'callslip/define';
			await load();
			const { item, document, warnings } = read('text', { format: 'archive-text' });
			const html: string = cite(item, { edition: 17, form: 'short-note', locator: { label: 'page', value: '3' } }).html;
			const all: string[] = bibliography([item], { system: 'author-date' }).entries.map((entry) => entry.text);
			const start: number | undefined = warnings[0]?.start;
			const strings: string[] = [html, show(document), write(item, 'ris'), ...all, String(start)];
			const element: CallslipCiteElement | null = globalThis.document.querySelector('callslip-cite');
			// @ts-expect-error there is no such form
			cite(item, { form: 'footnote' });
			// @ts-expect-error there is no such edition
			cite(item, { edition: 16 });
			setPdf('/vendor/pdf.min.mjs');
			const pdf: PdfReading = await readPdf(new Uint8Array(), { url: 'https://a.example' });
			const lines: string[] = [...pdf.pages, ...pdf.removed.map((line) => line.text)];
			// @ts-expect-error a PDF is bytes
			await readPdf('%PDF-1.7');
			console.log(strings, element, lines);
			`,
		);
		const options = ['--strict', '--noEmit', '--target', 'es2022', '--moduleResolution', resolution];
		const kind = ['--module', resolution === 'node16' ? 'node16' : 'esnext'];
		const tsc = join(root, 'node_modules/typescript/bin/tsc');
		await call('node', [tsc, ...options, ...kind, 'try.ts'], { cwd: folder }).catch(({ stdout }) => assert.fail(stdout));
	});
}
