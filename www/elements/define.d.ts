// Types of the registered elements, for `document.querySelector('callslip-cite')` and for event listeners.

import type { Reading } from '../callslip.js';
import type { CallslipCiteElement } from './callslip-cite.js';
import type { CallslipDocumentElement } from './callslip-document.js';
import type { CallslipListElement } from './callslip-list.js';
import type { CallslipQuoteElement } from './callslip-quote.js';

declare global {
	interface HTMLElementTagNameMap {
		'callslip-cite': CallslipCiteElement;
		'callslip-document': CallslipDocumentElement;
		'callslip-list': CallslipListElement;
		'callslip-quote': CallslipQuoteElement;
	}
	interface HTMLElementEventMap {
		'callslip-read': CustomEvent<Reading>;
		'callslip-copy': CustomEvent<{ form?: string; how: 'copied' | 'selected'; html: string; text: string }>;
		'callslip-error': CustomEvent<{ error: Error; digest: string | null }>;
	}
}
