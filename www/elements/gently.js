// Long work in small pieces, so that the page answers between them.

/** So long, in milliseconds, a piece of work may take before the browser has its turn. */
const PIECE = 12;

/** Gives the browser its turn, and goes on as soon as it is done. @returns {Promise<void>} */
export function breathe() {
	const { scheduler } = /** @type {any} */ (globalThis);
	if (scheduler?.yield) return scheduler.yield();
	return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Does work step by step, as long as it is wanted.
 * @param {Iterable<unknown>} steps
 * @param {() => boolean} isWanted
 * @returns {Promise<boolean>} whether it was done to its end
 */
export async function gently(steps, isWanted) {
	let end = performance.now() + PIECE;
	for (const _ of steps) {
		if (performance.now() < end) continue;
		await breathe();
		if (!isWanted()) return false;
		end = performance.now() + PIECE;
	}
	return true;
}
