// PDFs that a browser printed, in every browser, under the strict policy: read by the package, shown by the element, dropped on
// the demo page.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { load, read } from '../../www/node.js';
import { readPdf } from '../../www/node-pdf.js';
import { root } from '../../scripts/run.js';
import { browsers, inPage, isInstalled, open, sites, until, violations } from './open.js';
import { ARABIC, COLUMNS, LONG, SEED_TEXT, TELEGRAM, printed } from './pdfs.js';

const folder = join(root, 'target/pdfs');

/** Words, whatever stands between them. @param {string} text */
const words = (text) => text.replace(/[*<>]|^- |\[p\. \w+\]/gm, ' ').trim().split(/\s+/).join(' ');

/** What a record says, without the places of what it says. @param {any} item */
function facts(item) {
	const { custom: { callslip: { places, ...callslip } }, ...rest } = item;
	return { ...rest, callslip };
}

/** All of a document's body that is of a type. @param {any} value @param {string} type @returns {any[]} */
const found = (value, type) => (typeof value !== 'object' || !value ? [] : [...(value.type === type ? [value] : []), ...Object.values(value).flatMap((inner) => found(inner, type))]);

/** Browsers that print. WebKit is shown what another printed. */
const PRINTERS = browsers.filter((name) => name !== 'webkit');

/** @type {Record<string, Buffer>} */
let pdfs = {};

/** Prints all, and puts them where the server finds them. @param {string} printer */
async function print(printer) {
	const driver = await open(printer);
	try {
		pdfs = await printed(driver);
	} finally {
		await driver.quit();
	}
	mkdirSync(folder, { recursive: true });
	for (const [name, bytes] of Object.entries(pdfs)) writeFileSync(join(folder, `${name}.pdf`), bytes);
}

for (const printer of PRINTERS) {
	describe(`PDFs that ${printer} printed, read in Node`, () => {
		before(async () => {
			await print(printer);
			await load();
		});
		const reading = (/** @type {string} */ name) => readPdf(new Uint8Array(pdfs[name]));

		/** The PDF says what the text says. @param {string} name @param {string} input */
		async function agrees(name, input) {
			const [pdf, text] = [await reading(name), read(input)];
			assert.equal(pdf.format, 'pdf');
			assert.deepEqual(facts(pdf.item), facts(text.item), name);
			assert.equal(words(pdf.text), words(input), name);
			const shape = (/** @type {any} */ { body }) => body.map(({ type, number }) => [type, number]);
			assert.deepEqual(shape(pdf.document), shape(text.document), name);
			assert.deepEqual(pdf.removed, [], name);
			return pdf;
		}

		test('the record is that of the text, no word is lost', async () => {
			const pdf = await agrees('telegram', TELEGRAM);
			const { start, end } = pdf.item.custom.callslip.places.title;
			assert.equal(pdf.text.slice(start, end), pdf.item.title);
		});

		test('with divided words in justified lines, with indents, tight, and large on several pages', async () => {
			for (const name of ['divided', 'indented', 'tight', 'large']) await agrees(name, TELEGRAM);
		});

		test('the telegram that the project began with', { skip: !SEED_TEXT && 'skipped: the telegram is not beside this checkout' }, async () => {
			await agrees('seed', SEED_TEXT);
		});

		test('several pages: running heads go and are told, refrains stay, pages are marked', async () => {
			const [pdf, text] = [await reading('long'), read(LONG)];
			assert.deepEqual(facts(pdf.item), facts(text.item));
			assert.equal(words(pdf.text), words(LONG));
			const pages = pdf.pages.length;
			assert.ok(pages > 4, `${pages} pages`);
			assert.deepEqual(found(pdf.document.body, 'page-break').map(({ number }) => number), pdf.pages.slice(1));
			// Firefox prints nothing into the margins.
			if (printer !== 'chromium') return assert.deepEqual(pdf.removed, []);
			assert.deepEqual(pdf.removed.map(({ page, text }) => `${page} ${text}`), pdf.pages.flatMap((_, page) => [
				`${page} Digital Archive`, `${page} International History Declassified`, `${page} Page ${page + 1} of ${pages}`]));
			const [{ code, message }] = pdf.warnings;
			assert.equal(code, 'running-heads-removed');
			assert.match(message, /“Digital Archive” \(pages .*“Page 1 of \d” to “Page \d of \d”/);
		});

		test('a head above the text, not in the margin', async () => {
			const pdf = await reading('heads');
			assert.equal(words(pdf.text), words(LONG));
			assert.deepEqual(pdf.removed.map(({ page, text }) => `${page} ${text}`), pdf.pages.map((_, page) => `${page} Digital Archive`));
		});

		test('two columns: one after the other', async () => {
			const pdf = await reading('columns');
			assert.ok(words(pdf.text).endsWith(words(COLUMNS.join(' '))), pdf.text);
		});

		test('right to left', async () => {
			const pdf = await reading('arabic');
			assert.deepEqual(pdf.text.split('\n\n').map(words), ARABIC.map(words));
			assert.equal(pdf.document.direction, 'rtl');
		});

		test('no text, a password, a broken file, no pdf.js', async () => {
			const pdf = await reading('scan');
			assert.deepEqual(pdf.warnings.map(({ code }) => code), ['no-text-layer']);
			await assert.rejects(reading('locked'), { code: 'pdf-encrypted', message: 'the PDF is encrypted: it takes its password' });
			await assert.rejects(reading('broken'), { code: 'pdf-broken', message: /^the PDF is broken: / });
			await assert.rejects(readPdf(new Uint8Array(pdfs.telegram), { pdfjs: () => import('./no-such.js') }), { code: 'pdfjs-missing', message: /install pdfjs-dist, or say where it is by setPdf/ });
			await assert.rejects(readPdf(/** @type {any} */ ('%PDF-')), TypeError);
			// What reads texts names who reads PDFs.
			const { format, warnings } = read(new Uint8Array(pdfs.telegram));
			assert.deepEqual([format, ...warnings.map(({ code }) => code)], ['pdf', 'pdf-not-read']);
		});
	});
}

for (const name of browsers) {
	const isShown = Boolean(PRINTERS.length || isInstalled('chromium'));
	describe(`PDFs in ${name}`, { skip: !isShown && 'skipped: there is no browser that prints' }, () => {
		/** @type {import('selenium-webdriver').WebDriver} */
		let driver;
		/** @type {Awaited<ReturnType<typeof sites>>} */
		let site;
		before(async () => {
			await load();
			if (!PRINTERS.length) await print('chromium');
			site = await sites();
			driver = await open(name);
		});
		after(async () => {
			await driver?.quit();
			await site?.close();
		});
		/** Puts an element on an empty page, and waits for what it says. @param {Record<string, string>} attributes */
		async function shown(attributes) {
			await driver.get(site.empty);
			return inPage(driver, async (attributes) => {
				addEventListener('securitypolicyviolation', (event) => (document.body.dataset.refused = `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
				const { CallslipDocumentElement } = await import('/www/elements/callslip-document.js');
				CallslipDocumentElement.define();
				const element = document.createElement('callslip-document');
				for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
				const said = new Promise((done) => {
					element.addEventListener('callslip-read', ({ detail }) => done({ item: detail.item, warnings: detail.warnings.map(({ code }) => code) }));
					element.addEventListener('callslip-error', ({ detail }) => done({ error: detail.error.message, code: detail.error.code }));
				});
				element.textContent = 'What stands here stays.';
				document.querySelector('main')?.append(element);
				return { ...(await said), text: element.innerText, breaks: element.querySelectorAll('[role=doc-pagebreak]').length, refused: document.body.dataset.refused ?? '' };
			}, attributes);
		}
		const pdfjs = '/www/dist/pdfjs/pdf.min.mjs';

		test('the element shows one, with its pages, under the strict policy', async () => {
			const { item, text, breaks, refused, error } = await shown({ src: '/target/pdfs/long.pdf', pdfjs });
			assert.deepEqual([error, refused], [undefined, '']);
			assert.deepEqual(facts(item), facts(read(LONG).item));
			assert.ok(breaks > 3, `${breaks} page breaks`);
			assert.match(text, /The ship number 160 /);
			const sources = await inPage(driver, () => {
				const details = document.querySelector('.callslip-sources');
				details.open = true;
				return new Promise((done) => setTimeout(() => done(details.textContent), 100));
			});
			assert.match(sources, /Archives of the Vestan Foreign Ministry/);
			assert.deepEqual(await violations(driver), []);
		});

		test('right to left', async () => {
			const { text, error } = await shown({ src: '/target/pdfs/arabic.pdf', pdfjs });
			assert.equal(error, undefined);
			assert.ok(words(text).includes(words(ARABIC[0])), text);
			assert.equal(await inPage(driver, () => getComputedStyle(document.querySelector('.callslip-body p')).direction), 'rtl');
		});

		test('what cannot be read leaves what stood there, and says why', async () => {
			for (const [src, code] of [['locked', 'pdf-encrypted'], ['broken', 'pdf-broken']]) {
				const answer = await shown({ src: `/target/pdfs/${src}.pdf`, pdfjs });
				assert.equal(answer.code, code);
				assert.match(answer.text, /What stands here stays/);
			}
			const { code, error } = await shown({ src: '/target/pdfs/telegram.pdf' });
			assert.equal(code, 'pdfjs-missing');
			assert.match(error, /install pdfjs-dist, or say where it is by setPdf of callslip\/pdf or by the attribute pdfjs/);
			assert.deepEqual((await shown({ src: '/target/pdfs/scan.pdf', pdfjs })).warnings[0], 'no-text-layer');
		});

		test('in a bundle: setPdf with functions, and readEach, which then reads on the page', async () => {
			const from = (/** @type {string} */ name) => `() => import('pdfjs-dist/legacy/build/${name}.mjs')`;
			const code = `
				import { setSource } from './www/callslip.js';
				import { setPdf } from './www/pdf.js';
				export { readPdf } from './www/pdf.js';
				export { readEach } from './www/reading.js';
				setSource(() => fetch('/www/pkg/callslip_bg.wasm'));
				setPdf(${from('pdf')}, ${from('pdf.worker')});`;
			await build({ stdin: { contents: code, resolveDir: root }, bundle: true, format: 'esm', splitting: true, outdir: join(folder, 'app'), entryNames: 'app', logLevel: 'error' });
			await driver.get(site.empty);
			const [titles, all, refused] = await inPage(driver, async () => {
				let refused = '';
				addEventListener('securitypolicyviolation', (event) => (refused += `${event.violatedDirective} ${event.sample}`));
				const { readEach, readPdf } = await import('/target/pdfs/app/app.js');
				const bytes = async (name) => new Uint8Array(await (await fetch(`/target/pdfs/${name}.pdf`)).arrayBuffer());
				const { item } = await readPdf(await bytes('telegram'));
				const all = [];
				const documents = [{ name: 'a text', input: 'March 5, 1968' }, { name: 'a PDF', input: await bytes('telegram') }, { name: 'a broken one', input: await bytes('broken') }];
				for await (const { name, reading, error } of readEach(documents)) all.push([name, reading?.format, error?.slice(0, 17)]);
				return [item.title, all, refused];
			});
			assert.equal(titles, read(TELEGRAM).item.title);
			assert.deepEqual(all, [['a text', 'text', null], ['a PDF', 'pdf', null], ['a broken one', null, 'the PDF is broken']]);
			assert.equal(refused, '');
		});

		test('dropped on the demo page: one is shown, several are read in a worker', async () => {
			await driver.get(site.demo);
			await until(driver, () => Boolean(document.querySelector('callslip-document .callslip-body')));
			const before = await inPage(driver, () => performance.getEntriesByType('resource').filter(({ name }) => /pdf/.test(name)).map(({ name }) => name));
			assert.deepEqual(before, [], 'nothing of PDFs is loaded before one comes');
			const drop = (/** @type {string[]} */ ...names) => inPage(driver, async (names) => {
				const dataTransfer = new DataTransfer();
				for (const name of names) dataTransfer.items.add(new File([await (await fetch(`/target/pdfs/${name}`)).arrayBuffer()], name));
				document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
			}, names);
			await drop('telegram.pdf');
			await until(driver, () => /Port Lonely/.test(document.querySelector('callslip-document')?.innerText ?? ''));
			await until(driver, () => /Telegram from Port Lonely/.test(document.querySelector('callslip-cite')?.citation?.text ?? ''));
			await drop('long.pdf', 'scan.pdf', 'locked.pdf');
			await until(driver, () => /Read 3 of 3/.test(document.querySelector('#said')?.textContent ?? ''));
			const lines = await inPage(driver, () => [...document.querySelectorAll('#many li')].map((line) => line.textContent));
			assert.match(lines[0], /^long\.pdf pdf.*Telegram from Port Lonely/s);
			assert.match(lines[1], /^scan\.pdf pdf/);
			assert.match(lines[2], /^locked\.pdf the PDF is encrypted/);
			const workers = await inPage(driver, () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/worker.js')));
			assert.ok(workers, 'there was no worker');
		});
	});
}
