// The order in which the fragments of a page are read: columns where a gutter is proved by several lines, else across.

import { least, most } from './runs.js';

/** @import { Fragment } from './runs.js' */

/** Fragments that are read one after the other; `isColumn` where a gutter bounds them. @typedef {{ fragments: Fragment[], isColumn: boolean }} Region */

/** So many lines on both sides prove a gutter. */
const LINES = 3;

/** A gutter's and a column's least width, in sizes of the font. */
const [GUTTER, COLUMN] = [0.9, 8];

/** So many places are tried at most. */
const TRIES = 64;

/** Columns are deeper than this many levels nowhere. */
const DEPTH = 4;

/**
 * @param {Fragment[]} fragments from top to bottom
 * @param {boolean} isRightToLeft Whether the right column comes first.
 * @param {number} [depth]
 * @returns {Region[]}
 */
export function regions(fragments, isRightToLeft, depth = 0) {
	const gutter = depth < DEPTH ? bestGutter(fragments) : undefined;
	if (gutter === undefined) return fragments.length ? [{ fragments, isColumn: depth > 0 }] : [];
	/** @type {Region[]} */
	const found = [];
	const across = (/** @type {Fragment[]} */ some) => {
		const last = found.at(-1);
		if (last && !last.isColumn) last.fragments.push(...some);
		else if (some.length) found.push({ fragments: [...some], isColumn: false });
	};
	for (const band of bands(fragments, gutter)) {
		if (!band.isProved) {
			across(band.all);
			continue;
		}
		const sides = isRightToLeft ? [band.right, band.left] : [band.left, band.right];
		for (const side of sides) found.push(...regions(side, isRightToLeft, depth + 1).map((region) => ({ ...region, isColumn: true })));
	}
	return found;
}

/** Where most lines stand in columns. @param {Fragment[]} fragments */
function bestGutter(fragments) {
	let best = { lines: 0, at: /** @type {number | undefined} */ (undefined) };
	for (const at of placesOf(fragments)) {
		const lines = bands(fragments, at).reduce((sum, band) => sum + (band.isProved ? band.all.length : 0), 0);
		if (lines > best.lines) best = { lines, at };
	}
	return best.at;
}

/** Where a gutter may be: beside what several lines begin or end at. @param {Fragment[]} fragments */
function placesOf(fragments) {
	/** @type {Map<number, { at: number, count: number }>} */
	const places = new Map();
	for (const { x0, x1, size } of fragments) {
		for (const at of [x0 - 0.3 * size, x1 + 0.3 * size]) {
			// Places some points apart are one.
			const key = Math.round(at / 3);
			const place = places.get(key);
			if (place) place.count += 1;
			else places.set(key, { at, count: 1 });
		}
	}
	const several = [...places.values()].filter(({ count }) => count > 1);
	return several.sort((a, b) => b.count - a.count).slice(0, TRIES).map(({ at }) => at);
}

/** The page between the lines that cross a place. @param {Fragment[]} fragments @param {number} at */
function bands(fragments, at) {
	/** @type {{ left: Fragment[], right: Fragment[], all: Fragment[], isProved: boolean }[]} */
	const found = [];
	let open = { left: /** @type {Fragment[]} */ ([]), right: /** @type {Fragment[]} */ ([]), all: /** @type {Fragment[]} */ ([]) };
	const close = () => {
		if (open.all.length) found.push({ ...open, isProved: isProved(open.left, open.right) });
		open = { left: [], right: [], all: [] };
	};
	for (const fragment of fragments) {
		if (fragment.x0 < at && fragment.x1 > at) {
			close();
			found.push({ left: [], right: [], all: [fragment], isProved: false });
			continue;
		}
		open.all.push(fragment);
		(fragment.x1 <= at ? open.left : open.right).push(fragment);
	}
	close();
	return found;
}

/** @param {Fragment[]} left @param {Fragment[]} right */
function isProved(left, right) {
	if (left.length < LINES || right.length < LINES) return false;
	const { size } = left[0];
	const gutter = least(right.map(({ x0 }) => x0)) - most(left.map(({ x1 }) => x1));
	const beside = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0) - Math.max(left[0].y, right[0].y);
	return gutter >= GUTTER * size && beside >= (LINES - 1) * size && isText(left) && isText(right);
}

/** Whether lines fill their column, as text does and the cells of a table do not. @param {Fragment[]} lines */
function isText(lines) {
	const left = least(lines.map(({ x0 }) => x0));
	const width = most(lines.map(({ x1 }) => x1)) - left;
	const full = lines.filter(({ x0, x1 }) => x1 - x0 > 0.75 * width).length;
	return width >= COLUMN * lines[0].size && full >= 0.4 * lines.length;
}
