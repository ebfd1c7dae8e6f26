// The package's entry in edge runtimes, which compile no bytes: there a module that is imported is compiled already.

// @ts-ignore Only such runtimes, and the tools that bundle for them, know what this import means.
import compiled from './pkg/fast/callslip_bg.wasm';
import * as fast from './fast.js';
import { checked, setSupply } from './load.js';

/** @type {import('./load.js').Module | undefined} */
let started;

setSupply(() => (started ??= start()));

function start() {
	fast.initSync({ module: compiled });
	return checked(fast);
}

export * from './callslip.js';
