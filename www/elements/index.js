// The classes of all elements; nothing is registered.

export { CallslipCiteElement } from './callslip-cite.js';
export { CallslipDocumentElement } from './callslip-document.js';
export { CallslipListElement } from './callslip-list.js';
export { CallslipQuoteElement } from './callslip-quote.js';
