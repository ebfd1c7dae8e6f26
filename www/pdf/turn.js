// Text that is not upright: each direction gets a frame of its own, in which it is.

/** @import { Page, Run } from './runs.js' */

/**
 * The page in each direction that it has text in; the direction of most letters comes first.
 *
 * @param {Page} page
 * @returns {Page[]}
 */
export function upright(page) {
	/** @type {Map<number, Run[]>} */
	const directions = new Map();
	for (const run of page.runs) {
		const angle = ((Math.round((run.angle ?? 0) / 5) * 5) % 360 + 360) % 360;
		const runs = directions.get(angle);
		if (runs) runs.push(run);
		else directions.set(angle, [run]);
	}
	const count = (/** @type {Run[]} */ runs) => runs.reduce((sum, { text }) => sum + text.trim().length, 0);
	const inOrder = [...directions].sort(([, a], [, b]) => count(b) - count(a));
	return inOrder.map(([angle, runs]) => (angle ? turned({ ...page, runs }, angle) : { ...page, runs }));
}

/** A page turned back by an angle, so that text at this angle is upright. @param {Page} page @param {number} angle @returns {Page} */
function turned(page, angle) {
	const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
	const at = (/** @type {number} */ x, /** @type {number} */ y) => ({ x: x * cos + y * sin, y: y * cos - x * sin });
	const corners = [at(0, 0), at(page.width, 0), at(0, page.height), at(page.width, page.height)];
	const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
	return {
		...page,
		width: Math.max(...corners.map(({ x }) => x)) - left,
		height: Math.max(...corners.map(({ y }) => y)) - top,
		runs: page.runs.map((run) => {
			const { x, y } = at(run.x, run.y);
			return { ...run, x: x - left, y: y - top, angle: 0 };
		}),
	};
}
