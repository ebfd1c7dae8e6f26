/**
 * Reads PDFs: the text is taken out of the file by pdf.js (`pdfjs-dist`, which is not part of this package), put in order, and
 * read as archive text.
 *
 * # Warnings
 *
 * Beside those of the reader of archive text:
 *
 * | code | severity | what it says |
 * |---|---|---|
 * | `no-text-layer` | error | the PDF has no text: its pages are images |
 * | `pages-without-text` | warning | some pages have no text |
 * | `page-broken` | error | a page could not be read, and is left out |
 * | `running-heads-removed` | info | what stands on most pages was left out of the text: which lines, and on which pages |
 * | `glyphs-unknown` | warning | the PDF does not say which letters some glyphs are |
 *
 * Errors have a `code`, too: `pdfjs-missing`, `pdf-encrypted`, `pdf-broken`.
 *
 * @module callslip/pdf
 */
import { load } from './cite.js';
import { read } from './read.js';
import { compose } from './pdf/compose.js';
import { extract } from './pdf/extract.js';
import { layout } from './pdf/layout.js';
import { remarks } from './pdf/remarks.js';
import { isPdf } from './pdf/sniff.js';
import { pdfjsFrom, setPdf } from './pdf/source.js';

export { isPdf, setPdf };

/** @import { Reading } from './callslip.js' */
/** @import { Page } from './pdf/runs.js' */

/**
 * @typedef {object} Removed A line that is no part of the text.
 * @property {string} text
 * @property {number} page Of the file, counted from 0.
 */

/**
 * @typedef {Reading & { text: string, pages: string[], removed: Removed[] }} PdfReading What `read` gives of the text, its
 * format being `pdf`; the text itself, which all places are in; what each page is called; and what was left out of the text.
 */

/**
 * Reads a PDF. The module is loaded when it is not yet.
 *
 * @param {Uint8Array} bytes
 * @param {object} [options]
 * @param {any} [options.pdfjs] pdf.js itself, its address, or a function that imports it; what `setPdf` said unless told.
 * @param {object} [options.settings] For `getDocument` of pdf.js: `cMapUrl`, say, where its `cmaps/` lie elsewhere.
 * @param {string} [options.password] Of an encrypted file.
 * @param {string} [options.url] Where the document came from.
 * @param {AbortSignal} [options.signal] Cancels between pages.
 * @returns {Promise<PdfReading>} Rejects with an error that has a `code` where there is no pdf.js, or the file is broken or
 * encrypted; with a `TypeError` where an argument is of the wrong type.
 * @example const { item, document } = await readPdf(new Uint8Array(await file.arrayBuffer()));
 */
export async function readPdf(bytes, { pdfjs, settings, password, url, signal } = {}) {
	if (!(bytes instanceof Uint8Array)) throw new TypeError('bytes: expected a Uint8Array');
	const [found] = await Promise.all([pdfjsFrom(pdfjs), load()]);
	const pages = await extract(found.pdfjs, bytes, { password, signal, settings: { ...found.settings, ...settings } }).catch(explain);
	return readPages(pages, { url });
}

/**
 * Reads pages whose runs of text are known.
 *
 * @param {Page[]} pages
 * @param {{ url?: string }} options
 * @returns {PdfReading}
 */
function readPages(pages, { url }) {
	const { paragraphs, removed, labels } = layout(pages);
	const options = { format: 'archive-text', url };
	const plain = compose(paragraphs);
	// Where the head ends, the reader says: there marks of pages would be part of what fields say.
	const start = read(plain.text, options).document.body[0]?.start ?? Infinity;
	const body = plain.starts.findIndex((at) => at >= start);
	const { text } = compose(paragraphs, { body: body < 0 ? Infinity : body, labels });
	const reading = read(text, options);
	// That there is nothing to read is said better here.
	const others = reading.warnings.filter(({ code }) => code !== 'empty-input');
	return { ...reading, format: 'pdf', warnings: [...remarks(pages, removed, labels), ...others], text, pages: labels, removed };
}

/** Says in one sentence what pdf.js says in its own way. @param {any} cause @returns {never} */
function explain(cause) {
	if (cause?.name === 'AbortError') throw cause;
	const isLocked = cause?.name === 'PasswordException' || /destroyed/i.test(cause?.message);
	const message = isLocked ? 'the PDF is encrypted: it takes its password' : `the PDF is broken: ${cause?.message ?? cause}`;
	throw Object.assign(new Error(message, { cause }), { code: isLocked ? 'pdf-encrypted' : 'pdf-broken' });
}
