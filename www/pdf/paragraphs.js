// Lines to paragraphs: by the gaps between them, by indents, by lines that end early, by other letters.

import { COLUMNS, textOf } from './line.js';

/** @import { Line } from './line.js' */

/**
 * @typedef {object} Flow Lines that are read one after the other on one page.
 * @property {Line[]} lines
 * @property {number} page
 * @property {number} left Where their column begins.
 * @property {number} right
 * @property {boolean} [isAside] Whether they are no part of the running text, which goes on after them.
 */

/** @typedef {{ lines: Line[], pages: number[] }} Paragraph `pages` has the page of each line. */

/** A gap is a paragraph's when it is so many times the usual one. Raised figures widen one by a seventh. */
const GAP = 1.17;

/** An indent is at least so many sizes of the font. */
const INDENT = 0.8;

/** What a list's item begins with, and a numbered paragraph. */
const BULLET = /^[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7]\s/;
const NUMBER = /^(\d{1,3}[.)]|[a-z]\)|\([\da-z]{1,3}\))\s/;

/** A line that is an address. */
const ADDRESS = /^<?https?:\/\/\S+$/;

/** What a sentence ends with. */
const END = /[.!?:;”"’\])…]$/;

/**
 * @param {Flow[]} flows in the order in which they are read
 * @returns {Paragraph[]}
 */
export function paragraphs(flows) {
	const leading = leadingOf(flows);
	/** @type {Paragraph[]} */
	const found = [];
	/** The text before what comes now, in which notes and stamps are not. @type {{ paragraph: Paragraph, flow: Flow } | undefined} */
	let before;
	for (const flow of flows) {
		/** @type {Paragraph | undefined} */
		let open;
		for (const line of flow.lines) {
			const last = open ?? (flow.isAside ? undefined : before?.paragraph);
			const goesOn = last && (open ? !begins(last.lines, line, flow, leading) : before && continues(last.lines, before.flow, line, flow));
			open = goesOn ? last : { lines: [], pages: [] };
			if (!goesOn) found.push(open);
			open.lines.push(line);
			open.pages.push(flow.page);
		}
		if (open && !flow.isAside) before = { paragraph: open, flow };
	}
	return found;
}

/** How far lines are from each other, in sizes: what a quarter of them keep within. @param {Flow[]} flows */
function leadingOf(flows) {
	const gaps = flows.flatMap(({ lines }) =>
		lines.slice(1).flatMap((line, at) => {
			const [gap, size] = [line.y - lines[at].y, Math.max(line.size, lines[at].size)];
			return gap > 0 && Math.abs(line.size - lines[at].size) < 0.1 * size ? [gap / size] : [];
		}),
	);
	gaps.sort((a, b) => a - b);
	return gaps[Math.floor(gaps.length / 4)] ?? 1.2;
}

/** Whether a line begins a paragraph below the open one. @param {Line[]} open @param {Line} line @param {Flow} flow @param {number} leading */
function begins(open, line, flow, leading) {
	const last = open[open.length - 1];
	const size = Math.max(last.size, line.size);
	if (line.y - last.y > GAP * leading * size) return true;
	if (looksOther(open, line) || isItem(line) || hasColumns(last) || hasColumns(line) || endsEarly(last, line, flow)) return true;
	const isOwn = isNumbered(line) || ADDRESS.test(textOf(line.pieces));
	return (isOwn && END.test(textOf(last.pieces))) || isIndented(open, line, flow);
}

/** Whether the letters are of another size, or bold where those before were not. @param {Line[]} open @param {Line} line */
function looksOther(open, line) {
	const last = open[open.length - 1];
	if (Math.abs(last.size - line.size) > 0.12 * last.size) return true;
	// The first lines say it.
	const first = open.slice(0, 40);
	const isAllBold = first.every(isBold);
	return isAllBold !== isBold(line) && (isAllBold || !first.some(({ pieces }) => pieces.some(({ bold }) => bold)));
}

/** Whether all of a line is bold. @param {Line} line */
export const isBold = ({ pieces }) => pieces.every(({ bold, text }) => bold || !/[\p{L}\p{N}]/u.test(text));

/** @param {Line} line */
const isItem = ({ pieces, isItem }) => isItem || BULLET.test(textOf(pieces));

/** @param {Line} line */
const hasColumns = ({ pieces }) => textOf(pieces).includes(COLUMNS);

/** @param {Line} line */
const isNumbered = ({ pieces }) => NUMBER.test(textOf(pieces));

/** Whether the next line's first word would have found room. @param {Line} last @param {Line} next @param {Flow} flow */
function endsEarly(last, next, { left, right }) {
	const isCentred = Math.abs(last.x0 - left - (right - last.x1)) < last.size && last.x0 - left > last.size;
	const toTheEnd = last.isRightToLeft ? last.x0 - left : right - last.x1;
	const room = isCentred ? right - left - (last.x1 - last.x0) : toTheEnd;
	// A word may have wide letters, beside the others of its line.
	return room > 1.2 * next.firstWord + 0.6 * last.size;
}

/** Whether a line begins further inside than the one above, or further outside than an indented paragraph. @param {Line[]} open @param {Line} line @param {Flow} flow */
function isIndented(open, line, flow) {
	const last = open[open.length - 1];
	const inside = (/** @type {Line} */ { x0, x1 }) => (line.isRightToLeft ? flow.right - x1 : x0 - flow.left);
	const [before, now] = [inside(last), inside(line)];
	const step = INDENT * line.size;
	if (Math.abs((last.x0 + last.x1 - line.x0 - line.x1) / 2) < 2) return false;
	if (now > before + step) return open.length > 1 || !(isItem(last) || isNumbered(last));
	return now < before - step && open.length > 1 && Math.abs(inside(open[open.length - 2]) - before) < step;
}

/** Whether a paragraph goes on in the next column, or on the next page. @param {Line[]} open @param {Flow} from @param {Line} line @param {Flow} flow */
function continues(open, from, line, flow) {
	const last = open[open.length - 1];
	const before = textOf(last.pieces);
	const isNew = looksOther(open, line) || isItem(line) || (line.isRightToLeft ? flow.right - line.x1 : line.x0 - flow.left) > INDENT * line.size;
	const [width, next] = [from.right - from.left, flow.right - flow.left];
	const isOther = Math.abs(width - next) > 0.2 * width && from.page === flow.page;
	if (isNew || isOther || isBold(last)) return false;
	const isFull = !endsEarly(last, line, from);
	// A full line seldom ends a paragraph of several lines, even where it ends a sentence.
	if (END.test(before)) return isFull && open.length > 1 && !isNumbered(line);
	return isFull || /^\p{Ll}/u.test(textOf(line.pieces));
}
