// `callslip/pdf` in Node, Deno and Bun: the module is read from the disk.

import './node.js';

export * from './pdf.js';
