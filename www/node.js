// The package's entry in Node, Deno and Bun: the same functions, the module read from the disk.

import { readFile } from 'node:fs/promises';
import { setSource } from './load.js';

setSource(() => readFile(new URL('./pkg/callslip_bg.wasm', import.meta.url)));

export * from './callslip.js';
