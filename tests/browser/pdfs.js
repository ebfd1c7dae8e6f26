// PDFs for the tests: pages of the layout that archives print, put to paper by a browser, and a few made by hand.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEED } from '../../scripts/demo.js';
import { root } from '../../scripts/run.js';
import { locked } from '../pdf-by-hand.js';

/** The text that the first pages are made of, as the reader of archive text knows it. */
export const TELEGRAM = readFileSync(join(root, 'tests/fixtures/wilson/a.txt'), 'utf8');

/** The telegram that the project began with, where it lies beside the checkout. */
export const SEED_TEXT = existsSync(SEED) ? readFileSync(SEED, 'utf8') : '';

const LOOKS = `
	@page { size: 210mm 297mm; margin: 25mm }
	body { font: 12pt/1.3 serif; margin: 0 }
	p, h1, h2, ul { margin: 0 0 1em; font-size: 12pt }
	h1 { margin: 0; max-width: 120mm } h2 { margin-bottom: .5em }`;

const HEADS = `
	@page { @top-left { content: "Digital Archive"; font: 9pt serif } @top-right { content: "International History Declassified"; font: 9pt serif }
		@bottom-center { content: "Page " counter(page) " of " counter(pages); font: 9pt serif } }`;

const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {string} style @param {string} body @param {string} [attributes] */
const page = (style, body, attributes = 'lang="en"') => `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>A PDF</title><style>${LOOKS}${style}</style></head><body>${body}</body></html>`;

/** Family A as HTML: bold lines, labels, an address, a list, paragraphs. @param {string} text */
function html(text) {
	const blocks = text.trim().split(/\n\s*\n/).map((block) => block.trim());
	return blocks.map((block) => {
		const lines = block.split('\n').map((line) => line.trim());
		if (/^\*\*.*:\*\*$/.test(block)) return `<h2>${escaped(block.slice(2, -2))}</h2>`;
		// The title's lines are one: where it breaks, the page says.
		if (block.startsWith('**')) return [lines[0], lines.slice(1).join(' ')].map((line) => `<h1>${escaped(line.replace(/\*\*/g, ''))}</h1>`).join('');
		if (block.startsWith('- ')) return `<ul><li>${escaped(block.slice(2))}</li></ul>`;
		return `<p>${escaped(block.replace(/^<(.*)>$/, '$1'))}</p>`;
	}).join('\n');
}

/** Sentences enough for some pages; each has a word of its own, so that none can get lost unseen. @param {number} count @param {string} [name] */
function sentences(count, name = 'ship') {
	const parts = ['arrived before the first bell with timber and salted fish', 'lay at anchor in the outer roads until the pilots came', 'took on water, and its master signed the harbour book', 'left on the evening tide for the northern islands'];
	return Array.from({ length: count }, (_, at) => `The ${name} number ${at + 1} ${parts[at % parts.length]}.`);
}

/** @param {string[]} lines @param {number} each */
const inParagraphs = (lines, each) => Array.from({ length: Math.ceil(lines.length / each) }, (_, at) => lines.slice(at * each, (at + 1) * each).join(' '));

/** The telegram with a body of several pages; a line of it comes again and again. */
export const LONG = `${TELEGRAM.trim()}\n\n${inParagraphs(sentences(160), 7).map((text) => `${text}\n\nLong live the harbour!`).join('\n\n')}`;

const WORDS = ['السفينة', 'وصلت', 'إلى', 'الميناء', 'قبل', 'الجرس', 'الأول', 'مع', 'الخشب', 'والسمك'];
export const ARABIC = ['برقية من الميناء', ...Array.from({ length: 6 }, (_, at) => `${at + 1}. ${Array.from({ length: 40 }, (_, word) => WORDS[(word * 7 + at) % WORDS.length]).join(' ')} سنة ${1960 + at}.`)];

export const COLUMNS = inParagraphs(sentences(60, 'boat'), 6);

/** What the browser prints, by name. @type {Record<string, string>} */
const PAGES = {
	telegram: page('', html(TELEGRAM)),
	divided: page('body { font: 11pt/1.2 sans-serif; hyphens: auto; text-align: justify; width: 90mm }', html(TELEGRAM)),
	indented: page('body { font: 11pt/1.25 serif; text-align: justify } p { margin: 0; text-indent: 8mm } h2 + p { text-indent: 0 } h2 { margin-top: 1em }', html(TELEGRAM)),
	tight: page('body { font: 10pt/1.15 serif } p { margin: 0 0 3pt }', html(TELEGRAM)),
	large: page('body { font: 19pt/1.4 serif }', html(TELEGRAM)),
	...(SEED_TEXT && { seed: page('', html(SEED_TEXT)) }),
	long: page(HEADS, html(LONG)),
	heads: page('thead td { font-size: 9pt; padding: 0 0 8mm }', `<table><thead><tr><td>Digital Archive</td></tr></thead><tbody><tr><td>${html(LONG)}</td></tr></tbody></table>`),
	columns: page('.two { columns: 2; column-gap: 8mm; text-align: justify }', `<h1>Report on the boats of the Isle</h1><p>March 9, 1968</p><div class="two">${COLUMNS.map((text) => `<p>${text}</p>`).join('')}</div>`),
	arabic: page('', ARABIC.map((text) => `<p>${text}</p>`).join(''), 'lang="ar" dir="rtl"'),
	scan: page('img { width: 150mm; height: 200mm }', `<img alt="" src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"><path d="M0 0h3v4z" fill="#556"/></svg>')}">`),
};

/** All PDFs, printed by a browser that is open. @param {import('selenium-webdriver').WebDriver} driver @returns {Promise<Record<string, Buffer>>} */
export async function printed(driver) {
	/** @type {Record<string, Buffer>} */
	const pdfs = { locked: locked(), broken: Buffer.from('%PDF-1.7\nand nothing more') };
	for (const [name, html] of Object.entries(PAGES)) {
		await driver.get(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
		pdfs[name] = Buffer.from(await driver.printPage({ width: 21, height: 29.7 }), 'base64');
	}
	return pdfs;
}
