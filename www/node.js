// The package's entry in Node, Deno and Bun: the same functions, the module read from the disk. It is the one that was
// compiled for speed: larger than the one that pages download, more than twice as fast, and served by the same glue.
//
// It is compiled at once: that takes a few milliseconds, and a third of the time of compiling it in the background.

import { readFileSync } from 'node:fs';
import { setSource } from './load.js';

setSource(async () => new WebAssembly.Module(readFileSync(new URL('./pkg/fast/callslip_bg.wasm', import.meta.url))));

export * from './callslip.js';
