// Registers all elements under their usual names.

import { CallslipCiteElement } from './callslip-cite.js';
import { CallslipDocumentElement } from './callslip-document.js';
import { CallslipListElement } from './callslip-list.js';
import { CallslipQuoteElement } from './callslip-quote.js';

CallslipDocumentElement.define();
CallslipCiteElement.define();
CallslipQuoteElement.define();
CallslipListElement.define();
