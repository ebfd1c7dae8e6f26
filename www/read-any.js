// Reads what is text at once, and a PDF with all that it takes.

import { read } from './read.js';
import { isPdf } from './pdf/sniff.js';

/**
 * Reads as `read` does, and a PDF as `readPdf` of `callslip/pdf` does, which is fetched only then.
 *
 * @param {string | Uint8Array} input
 * @param {{ format?: string, url?: string, pdfjs?: any, signal?: AbortSignal }} options
 * @returns {Promise<import('./callslip.js').Reading & { text?: string }>}
 */
export async function readAny(input, { format, url, pdfjs, signal }) {
	if (!isPdf(input)) return read(input, { format, url });
	const { readPdf } = await import('./pdf.js');
	return readPdf(input, { url, pdfjs, signal });
}
