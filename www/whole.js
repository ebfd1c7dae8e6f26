// What comes with the whole module: its glue, and what reads with it. Pages that only cite load neither.

export * from './pkg/callslip.js';
export { default } from './pkg/callslip.js';
export { readWith, showUnseen } from './document.js';
