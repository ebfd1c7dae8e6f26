// Fragments to lines: the order in which their letters are read, and what of them is bold or italic.

import { byRow } from './rows.js';
import { isMostlyRightToLeft, isRightToLeft, isSpace, least, most } from './runs.js';

/** @import { Fragment, Run } from './runs.js' */

/** Some letters of a line that look alike. @typedef {{ text: string, bold: boolean, italic: boolean }} Piece */

/**
 * @typedef {object} Line
 * @property {Piece[]} pieces What stands in it, in the order in which it is read; spaces included.
 * @property {number} x0
 * @property {number} x1
 * @property {number} y
 * @property {number} size
 * @property {boolean} isRightToLeft
 * @property {boolean} isItem Whether a bullet that is no text stands before it.
 * @property {number} firstWord How wide its first word is.
 */

/** Where a gap is as wide as this, in sizes of the font, the line has two columns, as the head of a letter may. */
const WIDE = 2.5;

/** What shows the reader such a gap. */
export const COLUMNS = '      ';

/** A space is at least so wide, in sizes of the font. */
const SPACE = 0.16;

/**
 * The lines of fragments that are read one after the other.
 *
 * @param {Fragment[]} fragments from top to bottom
 * @param {boolean} [rightToLeft] How lines without letters run.
 * @returns {Line[]}
 */
export function lines(fragments, rightToLeft) {
	return byRow(fragments).map((row) => line(row, rightToLeft));
}

/** @param {Fragment[]} row @param {boolean} [unless] @returns {Line} */
function line(row, unless) {
	const runs = row.flatMap(({ runs }) => runs);
	const rightToLeft = isMostlyRightToLeft(runs, unless);
	const pieces = piecesOf(stretchesOf(rightToLeft ? runs.map(signsLast) : runs, rightToLeft), isStretched(runs) ? ' ' : COLUMNS);
	const [x0, x1] = [least(row.map(({ x0 }) => x0)), most(row.map(({ x1 }) => x1))];
	const widest = row.reduce((one, other) => (other.x1 - other.x0 > one.x1 - one.x0 ? other : one));
	const text = textOf(pieces);
	return {
		pieces,
		x0,
		x1,
		y: widest.y,
		size: widest.size,
		isRightToLeft: rightToLeft,
		isItem: runs.some(({ item }) => item),
		firstWord: ((x1 - x0) * (text.match(/^\S+/)?.[0].length ?? 0)) / (text.length || 1),
	};
}

/** @param {Piece[]} pieces */
export const textOf = (pieces) => pieces.map(({ text }) => text).join('');

/** The words of a fragment. @param {Fragment} fragment */
export const wordsOf = (fragment) => textOf(line([fragment]).pieces);

/**
 * Runs in the order in which they are read, in stretches of one direction: those that run against the line's are turned about.
 *
 * @param {Run[]} runs from left to right
 * @param {boolean} rightToLeft
 * @returns {Run[][]}
 */
function stretchesOf(runs, rightToLeft) {
	const directions = runs.map(({ text }) => isRightToLeft(text));
	if (!directions.includes(!rightToLeft)) return (rightToLeft ? [...runs].reverse() : runs).map((run) => [run]);
	const against = resolved(directions, rightToLeft).map((direction) => direction !== rightToLeft);
	/** @type {Run[][]} */
	const stretches = [];
	runs.forEach((run, at) => {
		if (at > 0 && against[at] && against[at - 1]) stretches.at(-1)?.push(run);
		else stretches.push([run]);
	});
	if (rightToLeft) return stretches.reverse();
	return stretches.map((stretch) => (stretch.length > 1 ? stretch.reverse() : stretch));
}

/** Spaces and signs go with what is on both sides of them, else with the line. @param {(boolean | undefined)[]} directions @param {boolean} line */
function resolved(directions, line) {
	/** @type {(boolean | undefined)[]} */
	const after = [];
	directions.reduceRight((next, direction, at) => (after[at] = direction ?? next), /** @type {boolean | undefined} */ (undefined));
	/** @type {boolean | undefined} */
	let before;
	return directions.map((direction, at) => {
		before = direction ?? before;
		return direction ?? (before === after[at] ? (before ?? line) : line);
	});
}

/** In a line from right to left, the stop at the left of a number or a foreign word comes after it. @param {Run} run @returns {Run} */
function signsLast(run) {
	const [, signs, words] = /^([.,:;!?\u060c\u061b\u061f]+)(.+)$/su.exec(run.text) ?? [];
	return signs && isRightToLeft(words) === false ? { ...run, text: words.trimEnd() + signs } : run;
}

/** Whether a justified line has few words, so that all its spaces are wide. @param {Run[]} runs from left to right */
function isStretched(runs) {
	const inked = runs.filter((run) => !isSpace(run));
	const gaps = inked.slice(1).map(({ x, size }, at) => (x - inked[at].x - inked[at].width) / size).filter((gap) => gap > SPACE);
	return gaps.length > 1 && least(gaps) > 0.6 * most(gaps) && !inked.some(({ text }) => /\S\s+\S/.test(text));
}

/** @param {Run[][]} stretches in the order in which they are read @param {string} wide what a wide gap is shown by @returns {Piece[]} */
function piecesOf(stretches, wide) {
	/** @type {Piece[]} */
	const pieces = [];
	/** What the gap to the next is measured from, and what it looks like. @type {{ extent: Run, run: Run } | undefined} */
	let last;
	let isSpaced = false;
	for (const stretch of stretches) {
		stretch.forEach((run, at) => {
			if (isSpace(run)) {
				isSpaced = true;
				return;
			}
			// A stretch that was turned about has its neighbours at its ends.
			const next = at === 0 ? extentOf(stretch, run) : run;
			if (last) add(pieces, spaceBetween({ ...last.extent, text: last.run.text }, next, isSpaced, wide), last.run);
			add(pieces, run.text.replace(/\s+/g, ' '), run);
			last = { extent: at === stretch.length - 1 ? extentOf(stretch, run) : run, run };
			isSpaced = false;
		});
	}
	return trimmed(pieces);
}

/** @param {Run[]} stretch @param {Run} run @returns {Run} */
function extentOf(stretch, run) {
	if (stretch.length === 1) return run;
	const x = least(stretch.map(({ x }) => x));
	return { ...run, x, width: most(stretch.map(({ x, width }) => x + width)) - x };
}

/** The space between two runs. @param {Run} last @param {Run} next @param {boolean} isSpaced Whether the PDF has one there. @param {string} wide */
function spaceBetween(last, next, isSpaced, wide) {
	const [left, right] = last.x < next.x ? [last, next] : [next, last];
	const gap = (right.x - left.x - left.width) / Math.max(left.size, right.size);
	if (gap > WIDE) return wide;
	return (isSpaced || gap > SPACE) && !/\s$/.test(last.text) && !/^\s/.test(next.text) ? ' ' : '';
}

/** @param {Piece[]} pieces @param {string} text @param {Run} look */
function add(pieces, text, { bold = false, italic = false }) {
	if (!text) return;
	const last = pieces.at(-1);
	if (last && last.bold === bold && last.italic === italic) last.text += text;
	else pieces.push({ text, bold, italic });
}

/** @param {Piece[]} pieces */
function trimmed(pieces) {
	const [first, last] = [pieces[0], pieces.at(-1)];
	if (first) first.text = first.text.trimStart();
	if (last) last.text = last.text.trimEnd();
	return pieces;
}
