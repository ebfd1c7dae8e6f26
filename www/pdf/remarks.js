// What is to be said of a PDF beside its text.

/** @import { Warning } from '../callslip.js' */
/** @import { Removed } from './layout.js' */
/** @import { Page } from './runs.js' */

/**
 * @param {Page[]} pages
 * @param {Removed[]} removed
 * @param {string[]} labels what each page is called
 * @returns {Warning[]}
 */
export function remarks(pages, removed, labels) {
	return [...brokenPages(pages, labels), ...withoutText(pages, labels), ...unknownGlyphs(pages, labels), ...runningHeads(removed, labels)];
}

/** @param {Page[]} pages @param {string[]} labels @returns {Warning[]} */
function brokenPages(pages, labels) {
	const message = (/** @type {number} */ page, /** @type {string} */ error) => `page ${labels[page]} of the PDF is broken, and left out: ${error}`;
	return pages.flatMap(({ error }, page) => (error ? [{ code: 'page-broken', severity: /** @type {const} */ ('error'), message: message(page, error) }] : []));
}

/** @param {Page[]} pages @param {string[]} labels @returns {Warning[]} */
function withoutText(pages, labels) {
	const empty = pages.flatMap(({ runs, error }, page) => (error || runs.some(({ text }) => text.trim()) ? [] : [labels[page]]));
	if (!empty.length) return [];
	if (empty.length === pages.length) {
		return [{ code: 'no-text-layer', severity: 'error', message: 'the PDF has no text: its pages are images, which have to be made text first (OCR)' }];
	}
	const message = `${empty.length > 1 ? 'pages' : 'page'} ${listed(empty)} of the PDF ${empty.length > 1 ? 'have' : 'has'} no text: blank, or an image`;
	return [{ code: 'pages-without-text', severity: 'warning', message }];
}

/** Places of characters that stand for none. */
const UNKNOWN = /[\ufffd\ue000-\uf8ff]/;

/** @param {Page[]} pages @param {string[]} labels @returns {Warning[]} */
function unknownGlyphs(pages, labels) {
	const found = pages.flatMap(({ runs }, page) => (runs.some(({ text }) => UNKNOWN.test(text)) ? [labels[page]] : []));
	if (!found.length) return [];
	return [{ code: 'glyphs-unknown', severity: 'warning', message: `the PDF does not say which letters some of its glyphs are: page ${listed(found)}` }];
}

/** Each line once; of those that differ in their digits alone, the first and the last. @param {Removed[]} removed @param {string[]} labels @returns {Warning[]} */
function runningHeads(removed, labels) {
	/** @type {Map<string, Removed[]>} */
	const alike = new Map();
	for (const line of removed) {
		const words = line.text.toLowerCase().replace(/\d+/g, '#');
		const lines = alike.get(words);
		if (lines) lines.push(line);
		else alike.set(words, [line]);
	}
	if (!alike.size) return [];
	const quoted = [...alike.values()].map((lines) => {
		const [first, last] = [lines[0], lines[lines.length - 1]];
		const words = first.text === last.text ? `“${first.text}”` : `“${first.text}” to “${last.text}”`;
		return `${words} (${lines.length > 1 ? 'pages' : 'page'} ${listed(lines.map(({ page }) => labels[page]))})`;
	});
	return [{ code: 'running-heads-removed', severity: 'info', message: `running heads and feet were left out of the text: ${quoted.join('; ')}` }];
}

/** Pages in words: the first and the last of many. @param {string[]} pages */
function listed(pages) {
	return pages.length > 6 ? `${pages[0]} to ${pages[pages.length - 1]}` : pages.join(', ');
}
