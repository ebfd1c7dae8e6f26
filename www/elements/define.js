// Registers all elements under their usual names. What few pages use is fetched when the first one appears.

import { CallslipCiteElement } from './callslip-cite.js';
import { UNREADY } from './ready.js';

/** What is fetched when a page has it: the selector, and how soon. @type {Record<string, { isUrgent: boolean, define: () => Promise<unknown> }>} */
const later = {
	[UNREADY]: { isUrgent: true, define: defineDocument },
	'callslip-document': { isUrgent: false, define: defineDocument },
	'callslip-list': { isUrgent: false, define: () => import('./callslip-list.js').then(({ CallslipListElement }) => CallslipListElement.define()) },
	'callslip-quote': { isUrgent: false, define: () => import('./callslip-quote.js').then(({ CallslipQuoteElement }) => CallslipQuoteElement.define()) },
};

function defineDocument() {
	return import('./callslip-document.js').then(({ CallslipDocumentElement }) => CallslipDocumentElement.define());
}

/** What the first citation does not wait for comes when the browser has nothing else to do. @param {() => void} work */
function whenIdle(work) {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1000 });
	else setTimeout(work, 200);
}

/** @param {Document | ShadowRoot} root */
function look(root) {
	for (const [selector, { isUrgent, define }] of Object.entries(later)) {
		if (!root.querySelector(selector)) continue;
		delete later[selector];
		if (isUrgent) define();
		else whenIdle(define);
	}
	if (!Object.keys(later).length) watcher.disconnect();
}

const watcher = new MutationObserver(() => look(document));
watcher.observe(document, { childList: true, subtree: true });
// Nobody sees into the shadow roots of others, but what is to be cited there stands beside an element that cites.
CallslipCiteElement.look = look;
CallslipCiteElement.define();
look(document);
