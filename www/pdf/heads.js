// Running heads and feet: what stands at the same place of most pages, at their edge, its digits aside.

import { byRow } from './rows.js';
import { least } from './runs.js';

/** @import { Fragment } from './runs.js' */
/** @typedef {{ height: number, fragments: Fragment[] }} Rows A page's fragments, from top to bottom. */

/** A running line stands so near to the edge of the page, in parts of its height. */
const MARGIN = 0.13;

/** A head or a foot has at most so many rows. */
const ROWS = 3;

/** Two lines are at the same height when they are no more than so many points apart. */
const SAME = 3;

/**
 * The running lines of each page.
 *
 * @param {Rows[]} pages
 * @param {(fragment: Fragment) => string} textOf
 * @returns {Set<Fragment>[]}
 */
export function runningLines(pages, textOf) {
	/** @type {Set<Fragment>[]} */
	const found = pages.map(() => new Set());
	if (pages.length < 2) return found;
	const usual = gapsOf(pages);
	for (const isFoot of [false, true]) {
		const rows = pages.map((page) => edge(page, isFoot, usual));
		const { often, twice } = repeatedIn(rows, textOf);
		rows.forEach((ofPage, page) => {
			const isRunning = ofPage.map(({ fragments }) => {
				// Beside the page's number, the title of a chapter needs less proof.
				const proof = fragments.some((fragment) => often.has(fragment) && isNumber(textOf(fragment))) ? twice : often;
				return fragments.every((fragment) => often.has(fragment) || proof.has(fragment));
			});
			const count = isRunning.indexOf(false) < 0 ? ofPage.length : isRunning.indexOf(false);
			// What runs ends with a row that stands apart from the text.
			const last = ofPage.slice(0, count).findLastIndex((row) => row.isApart);
			for (const { fragments } of ofPage.slice(0, last + 1)) for (const fragment of fragments) found[page].add(fragment);
		});
	}
	return found;
}

/** How far lines, and paragraphs, are from each other between the margins. @param {Rows[]} pages */
function gapsOf(pages) {
	const gaps = pages.flatMap(({ height, fragments }) => {
		const inner = byRow(fragments).filter(([{ y }]) => y > MARGIN * height && y < (1 - MARGIN) * height);
		return inner.slice(1).map(([{ y }], at) => y - inner[at][0].y);
	});
	gaps.sort((a, b) => a - b);
	const size = pages.flatMap(({ fragments }) => fragments)[0]?.size ?? 0;
	return { line: gaps[Math.floor(gaps.length / 4)] ?? 1.2 * size, paragraph: gaps[Math.floor(gaps.length * 0.9)] ?? 2.2 * size };
}

/** The rows at an edge, the outermost first, and whether each stands apart from the next one inside. @param {Rows} page @param {boolean} isFoot @param {{ line: number, paragraph: number }} usual */
function edge({ height, fragments }, isFoot, usual) {
	const rows = byRow(fragments);
	if (isFoot) rows.reverse();
	const left = least(fragments.map(({ x0 }) => x0));
	return rows.slice(0, ROWS).flatMap((row, at) => {
		const isAtEdge = isFoot ? row[0].y > (1 - MARGIN) * height : row[0].y < MARGIN * height;
		return isAtEdge ? [{ fragments: row, isApart: isApart(row[0], rows[at + 1]?.[0], left, usual) }] : [];
	});
}

/**
 * A gap parts a running line from the text, and something else does: that the gap is wider than between paragraphs, the size
 * of the letters, or that it does not begin where lines do.
 *
 * @param {Fragment} line
 * @param {Fragment | undefined} next
 * @param {number} left
 * @param {{ line: number, paragraph: number }} usual
 */
function isApart(line, next, left, usual) {
	if (!next) return true;
	const gap = Math.abs(next.y - line.y);
	const isOther = Math.abs(next.size - line.size) > 0.1 * line.size || line.x0 - left > 1.5 * line.size;
	return gap > 1.4 * usual.line && (gap > 1.2 * usual.paragraph || isOther);
}

/**
 * The fragments that stand at one height with the same words on most pages, or on most left or right ones; and those that do
 * so on two at least.
 *
 * @param {{ fragments: Fragment[] }[][]} rows of each page
 * @param {(fragment: Fragment) => string} textOf
 */
function repeatedIn(rows, textOf) {
	/** @type {Map<string, { page: number, y: number, text: string, fragment: Fragment }[]>} */
	const byWords = new Map();
	rows.forEach((ofPage, page) => {
		for (const fragment of ofPage.flatMap(({ fragments }) => fragments)) {
			const text = textOf(fragment);
			const words = wordsOf(text);
			const places = byWords.get(words) ?? [];
			byWords.set(words, places);
			places.push({ page, y: fragment.y, text, fragment });
		}
	});
	/** @type {Set<Fragment>} */
	const often = new Set();
	/** @type {Set<Fragment>} */
	const twice = new Set();
	for (const places of byWords.values()) {
		for (const place of places) {
			const same = places.filter(({ y }) => Math.abs(y - place.y) <= SAME);
			if (isNumber(place.text) && !countsWith(place, same)) continue;
			if (same.some(({ page }) => page !== place.page)) twice.add(place.fragment);
			if (isOnMost(same, place.page, rows.length)) often.add(place.fragment);
		}
	}
	return { often, twice };
}

/** @param {{ page: number }[]} places @param {number} page @param {number} all */
function isOnMost(places, page, all) {
	const pages = new Set(places.map(({ page }) => page));
	const onThisSide = [...pages].filter((one) => one % 2 === page % 2).length;
	const side = Math.floor((all + 1 - (page % 2)) / 2);
	return pages.size > 1 && (pages.size > all / 2 || (all > 3 && onThisSide > 1 && onThisSide > side / 2));
}

/** A page's number goes up by one with each page. @param {{ page: number, text: string }} place @param {{ page: number, text: string }[]} same */
function countsWith({ page, text }, same) {
	const number = numberOf(text);
	const others = same.filter((other) => other.page !== page);
	const agreeing = others.filter((other) => numberOf(other.text) - number === other.page - page);
	return agreeing.length * 2 >= others.length;
}

/** What a line says, its digits and case aside. @param {string} text */
function wordsOf(text) {
	return isNumber(text) ? '#' : text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

const ROMAN = /^[ivxlc]+$/i;

/** Whether a line is a number alone: `2`, `- 2 -`, `iv`, `[2]`. @param {string} text */
export function isNumber(text) {
	const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
	return /^\d{1,4}$/.test(bare) || (ROMAN.test(bare) && Number.isFinite(roman(bare)));
}

/** The number that a line consists of. @param {string} text */
export function numberOf(text) {
	const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
	return /^\d+$/.test(bare) ? Number(bare) : roman(bare);
}

/** @param {string} text @returns {number} NaN where it is none */
function roman(text) {
	const values = [...text.toLowerCase()].map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? NaN);
	return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/**
 * What is printed across most pages, as a watermark is: the same words at the same place.
 *
 * @param {Fragment[][]} pages the slanted or turned fragments of each page
 * @param {(fragment: Fragment) => string} textOf
 * @returns {Set<Fragment>[]}
 */
export function watermarks(pages, textOf) {
	const keyOf = (/** @type {Fragment} */ fragment) => `${Math.round(fragment.x0 / 4)} ${Math.round(fragment.y / 4)} ${wordsOf(textOf(fragment))}`;
	/** @type {Map<string, number>} */
	const counts = new Map();
	for (const key of pages.flatMap((fragments) => [...new Set(fragments.map(keyOf))])) counts.set(key, (counts.get(key) ?? 0) + 1);
	const isOften = (/** @type {Fragment} */ fragment) => (counts.get(keyOf(fragment)) ?? 0) > Math.max(1, pages.length / 2);
	return pages.map((fragments) => new Set(fragments.filter(isOften)));
}

/**
 * The number that a page has in its running lines: alone, or where it is the only number that goes up with the pages.
 *
 * @param {string[][]} lines the running lines of each page
 * @returns {(string | undefined)[]}
 */
export function printedNumbers(lines) {
	const numbers = lines.map((ofPage) => {
		const alone = ofPage.find(isNumber);
		return alone?.replace(/[^\p{L}\p{N}]/gu, '') ?? ofPage.join(' ').match(/\d+/)?.[0];
	});
	const offsets = numbers.map((number, page) => (number === undefined ? NaN : numberOf(number) - page));
	const times = (/** @type {number} */ offset) => offsets.filter((other) => other === offset).length;
	return numbers.map((number, page) => (times(offsets[page]) > 1 ? number : undefined));
}
