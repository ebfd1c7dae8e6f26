// Registers all elements under their usual names.

import { CallslipCiteElement } from './callslip-cite.js';
import { CallslipDocumentElement } from './callslip-document.js';

CallslipDocumentElement.define();
CallslipCiteElement.define();
