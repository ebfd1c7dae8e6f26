// Runs to rows, by their baselines, and rows to fragments, by the gaps in them.

import { isSpace, least, most, sizeOf } from './runs.js';

/** @import { Fragment, Run } from './runs.js' */

/** A gap of so many times the font's size may be a gutter. */
const GAP = 0.9;

/** How far letters reach above and below the baseline, in sizes. */
const [ABOVE, BELOW] = [0.75, 0.25];

/**
 * The fragments of a page from top to bottom, and from left to right in each row.
 *
 * @param {Run[]} runs
 * @returns {Fragment[]}
 */
export function fragments(runs) {
	return rows(runs).flatMap((row, number) => split(row).map((part) => fragment(part, number)));
}

/** Runs whose letters overlap for the most part in height are in one row. @param {Run[]} runs @returns {Run[][]} */
function rows(runs) {
	/** @type {{ runs: Run[], top: number, bottom: number }[]} */
	const found = [];
	for (const run of [...runs].sort((a, b) => a.y - b.y)) {
		const [top, bottom] = [run.y - ABOVE * run.size, run.y + BELOW * run.size];
		const row = found.at(-1);
		const overlap = row ? Math.min(bottom, row.bottom) - Math.max(top, row.top) : 0;
		if (!row || overlap < 0.5 * Math.min(bottom - top, row.bottom - row.top)) {
			found.push({ runs: [run], top, bottom });
			continue;
		}
		row.runs.push(run);
		// The tallest says how high the row is: all together would swallow the next one.
		if (bottom - top > row.bottom - row.top && !isSpace(run)) Object.assign(row, { top, bottom });
	}
	return found.map(({ runs }) => once(runs.sort((a, b) => a.x - b.x || a.width - b.width)));
}

/** What was printed twice at one place, to look bold or to have a shadow, is read once. @param {Run[]} row in order */
function once(row) {
	/** @type {Run[]} */
	const kept = [];
	for (const run of row) {
		const twin = kept.slice(-8).some(
			({ text, x, y, size }) => text === run.text && !isSpace(run) && Math.abs(x - run.x) < 0.12 * size && Math.abs(y - run.y) < 0.12 * size,
		);
		if (!twin) kept.push(run);
	}
	return kept;
}

/** Cuts a row at its gaps. @param {Run[]} row in order @returns {Run[][]} */
function split(row) {
	/** @type {Run[][]} */
	const parts = [];
	let end = -Infinity;
	for (const run of row) {
		if (isSpace(run)) {
			parts.at(-1)?.push(run);
			continue;
		}
		if (run.x - end > GAP * run.size) parts.push([]);
		parts.at(-1)?.push(run);
		end = Math.max(end, run.x + run.width);
	}
	return parts;
}

/** @param {Run[]} runs in order @param {number} row @returns {Fragment} */
function fragment(runs, row) {
	const inked = runs.filter((run) => !isSpace(run));
	const size = sizeOf(inked);
	return {
		runs,
		row,
		x0: least(inked.map(({ x }) => x)),
		x1: most(inked.map(({ x, width }) => x + width)),
		y: inked.find((run) => run.size === size)?.y ?? runs[0].y,
		size,
	};
}

/** The fragments of each row. @param {Fragment[]} fragments from top to bottom @returns {Fragment[][]} */
export function byRow(fragments) {
	/** @type {Fragment[][]} */
	const rows = [];
	for (const fragment of fragments) {
		if (rows.at(-1)?.[0].row === fragment.row) rows.at(-1)?.push(fragment);
		else rows.push([fragment]);
	}
	return rows;
}
