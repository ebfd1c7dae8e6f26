// Pages of runs to paragraphs, without running heads: everything that needs no pdf.js.

import { regions } from './columns.js';
import { printedNumbers, runningLines } from './heads.js';
import { lines, wordsOf } from './line.js';
import { paragraphs } from './paragraphs.js';
import { fragments } from './rows.js';
import { isMostlyRightToLeft } from './runs.js';
import { upright } from './turn.js';

/** @import { Fragment, Page } from './runs.js' */
/** @import { Flow, Paragraph } from './paragraphs.js' */

/** A line that is not part of the text: which, and on which page, counted from 0. @typedef {{ text: string, page: number }} Removed */

/** @typedef {{ paragraphs: Paragraph[], removed: Removed[], labels: string[] }} Layout `labels` are what pages are called. */

/**
 * @param {Page[]} pages
 * @returns {Layout}
 */
export function layout(pages) {
	const turned = pages.map(upright);
	const mains = turned.map(([main], page) => ({ height: main?.height ?? pages[page].height, fragments: main ? fragments(main.runs) : [] }));
	const running = runningLines(mains, wordsOf);
	const removed = running.flatMap((ofPage, page) => [...ofPage].map((fragment) => ({ text: wordsOf(fragment), page })));
	const numbers = printedNumbers(running.map((ofPage) => [...ofPage].map(wordsOf)));
	const flows = pages.flatMap((_, page) => {
		const [, ...aside] = turned[page];
		const main = mains[page].fragments.filter((fragment) => !running[page].has(fragment));
		return [main, ...aside.map(({ runs }) => fragments(runs))].flatMap((some) => flowsOf(some, page));
	});
	widen(flows);
	return {
		paragraphs: paragraphs(flows),
		removed,
		labels: pages.map(({ label }, page) => numbers[page] ?? label ?? String(page + 1)),
	};
}

/** @param {Fragment[]} some from top to bottom @param {number} page @returns {(Flow & { isColumn: boolean })[]} */
function flowsOf(some, page) {
	const rightToLeft = isMostlyRightToLeft(some.flatMap(({ runs }) => runs));
	return regions(some, rightToLeft).map(({ fragments, isColumn }) => {
		const own = lines(fragments, rightToLeft);
		return { lines: own, page, left: Math.min(...own.map(({ x0 }) => x0)), right: rightEdge(own), isColumn };
	});
}

/** Where lines end, at the right: not the one that sticks out. @param {{ x1: number, size: number }[]} lines */
function rightEdge(lines) {
	const ends = lines.map(({ x1 }) => x1).sort((a, b) => b - a);
	return ends.find((end, at) => ends[at + 1] > end - 1.5 * lines[0].size) ?? ends[0];
}

/** What stands in no column is as wide as the widest of the document. @param {(Flow & { isColumn: boolean })[]} flows */
function widen(flows) {
	const across = flows.filter(({ isColumn }) => !isColumn);
	const all = across.flatMap(({ lines }) => lines);
	if (!all.length) return;
	const [left, right] = [Math.min(...all.map(({ x0 }) => x0)), rightEdge(all)];
	for (const flow of across) Object.assign(flow, { left, right });
}
