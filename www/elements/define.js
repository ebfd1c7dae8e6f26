// Registers all elements under their usual names. What few pages use is fetched when the first one appears.

import { CallslipCiteElement } from './callslip-cite.js';

CallslipCiteElement.define();

/** @type {Record<string, () => void>} */
const later = {
	'callslip-document': () => import('./callslip-document.js').then(({ CallslipDocumentElement }) => CallslipDocumentElement.define()),
	'callslip-list': () => import('./callslip-list.js').then(({ CallslipListElement }) => CallslipListElement.define()),
	'callslip-quote': () => import('./callslip-quote.js').then(({ CallslipQuoteElement }) => CallslipQuoteElement.define()),
};

function look() {
	for (const [tag, fetchIt] of Object.entries(later)) {
		if (!document.querySelector(tag)) continue;
		delete later[tag];
		fetchIt();
	}
	if (!Object.keys(later).length) watcher.disconnect();
}

const watcher = new MutationObserver(look);
watcher.observe(document, { childList: true, subtree: true });
look();
