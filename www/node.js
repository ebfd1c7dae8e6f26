// The package's entry in Node, Deno and Bun: the same functions, the module read from the disk. It is the one that was
// compiled for speed: larger than the one that pages download, more than twice as fast, and served by the same glue.

import { readFile } from 'node:fs/promises';
import { setSource } from './load.js';

setSource(() => readFile(new URL('./pkg/fast/callslip_bg.wasm', import.meta.url)));

export * from './callslip.js';
