// Everything in one classic script, the module within it: for pages that are opened from a disk, where nothing can be fetched.

import './single-source.js';
import './elements/define.js';

export * from './callslip.js';
export { readPdf, setPdf } from './pdf.js';
