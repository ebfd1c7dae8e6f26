// The package's entry in Node, Deno and Bun: the same functions, the modules read from the disk and compiled at once, which
// takes a few milliseconds, and a third of the time of compiling them in the background.
//
// The first citations are made by the small module that pages have, which is there soonest. Whoever reads, or cites more
// than a few items, gets the one that was compiled for speed: it is larger, and more than twice as fast.

import { readFileSync } from 'node:fs';
import * as speedy from './fast.js';
import { checked, setSupply } from './load.js';
import * as cites from './pkg/cite/callslip.js';

/** @typedef {import('./load.js').Module} Module */

/** To cite so many items takes about as long as to compile the fast module. */
const FEW = 64;

/** @type {Module | undefined} */
let small;
/** @type {Module | undefined} */
let fast;
let made = 0;

setSupply((part, calls) => {
	made += calls;
	if (!fast && part !== 'all' && made <= FEW) return (small ??= started(cites, './pkg/cite/callslip_bg.wasm'));
	return (fast ??= started(speedy, './pkg/fast/callslip_bg.wasm'));
});

/**
 * @param {Pick<Module, 'initSync'>} glue
 * @param {string} file
 * @returns {Module}
 */
function started(glue, file) {
	glue.initSync({ module: readFileSync(new URL(file, import.meta.url)) });
	return checked(/** @type {Module} */ (glue));
}

export * from './callslip.js';
