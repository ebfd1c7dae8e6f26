// Pages of runs to paragraphs, without running heads: everything that needs no pdf.js.

import { regions } from './columns.js';
import { printedNumbers, runningLines, watermarks } from './heads.js';
import { lines, wordsOf } from './line.js';
import { paragraphs } from './paragraphs.js';
import { fragments } from './rows.js';
import { isMostlyRightToLeft, least, sizeOf } from './runs.js';
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
	const asides = turned.map(([, ...others]) => others.flatMap(({ runs }) => fragments(runs)));
	const running = runningLines(mains, wordsOf);
	const printedAcross = watermarks(asides, wordsOf);
	const removed = pages.flatMap((_, page) => [...running[page], ...printedAcross[page]].map((fragment) => ({ text: wordsOf(fragment), page })));
	const numbers = printedNumbers(running.map((ofPage) => [...ofPage].map(wordsOf)));
	const size = sizeOf(pages.flatMap(({ runs }) => runs));
	const flows = pages.flatMap((_, page) => {
		const main = flowsOf(mains[page].fragments.filter((fragment) => !running[page].has(fragment)), page);
		const aside = flowsOf(asides[page].filter((fragment) => !printedAcross[page].has(fragment)), page);
		return [...main.flatMap((flow) => withoutNotes(flow, size)), ...aside.map((flow) => ({ ...flow, isAside: true }))];
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
		return { lines: own, page, left: least(own.map(({ x0 }) => x0)), right: rightEdge(own), isColumn };
	});
}

/**
 * The notes at the foot of a page, in smaller letters, stand beside the text, which goes on on the next page.
 *
 * @template {Flow} Some
 * @param {Some} flow
 * @param {number} size of the text
 * @returns {Some[]}
 */
function withoutNotes(flow, size) {
	const last = flow.lines.findLastIndex((line) => line.size > 0.93 * size);
	const notes = flow.lines.slice(last + 1);
	if (last < 0 || !notes.length) return [flow];
	return [{ ...flow, lines: flow.lines.slice(0, last + 1) }, { ...flow, lines: notes, isAside: true }];
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
	const [left, right] = [least(all.map(({ x0 }) => x0)), rightEdge(all)];
	for (const flow of across) Object.assign(flow, { left, right });
}
