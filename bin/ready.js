// A document made ready beforehand: everything a page shows of it, as HTML that needs no script.

import { cite, load, read, show, write } from '../www/node.js';
import { escape } from '../www/elements/escape.js';
import { aboutOf, isGrave } from '../www/elements/remarks.js';
import { wordsIn } from './lib/languages.js';

/** Inside a script element, `<` may not stand. @param {string} json */
const inScript = (json) => json.replaceAll('<', '\\u003c');

/**
 * Reads a document and makes it ready.
 *
 * @param {string} input
 * @param {{ url?: string, language?: string }} [options] The address of the document's own page, for the citation; one of
 * `LANGUAGES`, for the words that are the page's own.
 * @returns {Promise<{ title: string, head: string, document: string, note: string, warnings: any[] }>} The title as text; for
 * the page's head, its metadata; what goes into `<callslip-document>`, and into `<callslip-cite>`; what the reading remarked.
 */
export async function ready(input, { url, language = 'en' } = {}) {
	const words = await wordsIn(language);
	await load();
	const reading = read(input, { url });
	const { item, warnings } = reading;
	const meta = exported(item, 'meta', warnings).replace(/<(meta|link) /g, '<$1 data-callslip ');
	const jsonLd = inScript(exported(item, 'json-ld', warnings));
	const shown = show(reading.document, { places: true }).trim();
	const extras = remarks(reading, input, words) + sources(reading.document, input, words);
	return {
		title: item.title ?? 'Document',
		head: `${meta.trim()}\n${jsonLd && `<script type="application/ld+json" data-callslip>${jsonLd}</script>`}`,
		document: `${shown.replace('</header>', () => `${extras}</header>`)}
<script type="application/vnd.citationstyles.csl+json">${inScript(JSON.stringify(item))}</script>`,
		note: `<span class="callslip-citation" lang="en" dir="ltr">${cite(item, { form: 'note' }).html}</span>`,
		warnings,
	};
}

/** A page without some metadata is better than no page. @param {any} item @param {string} format @param {any[]} warnings */
function exported(item, format, warnings) {
	try {
		return write(item, format);
	} catch (error) {
		warnings.push({ severity: 'warning', message: `the page has no ${format}: ${error.message}` });
		return '';
	}
}

/** What does not agree or was not understood. @param {any} reading @param {string} text @param {Record<string, string>} words */
function remarks(reading, text, words) {
	const { warnings } = reading;
	if (!warnings.length) return '';
	const entry = (/** @type {any} */ warning) => {
		const about = aboutOf(warning, text);
		return `<li data-severity="${warning.severity}">${escape(warning.message)}${about && ` <q>${escape(about)}</q>`}</li>`;
	};
	const list = `<ul lang="en" dir="ltr">${warnings.map(entry).join('')}</ul>`;
	const title = `<summary>${words.remarks} (${warnings.length})</summary>`;
	return `<details class="callslip-remarks"${isGrave(reading) ? ' open' : ''}>${title}${list}</details>`;
}

/** Where each field comes from: its words in the input. @param {any} document @param {string} text @param {Record<string, string>} words */
function sources(document, text, words) {
	const fields = document.fields.filter((/** @type {any} */ field) => field.end > field.start);
	if (!fields.length) return '';
	const entry = (/** @type {any} */ { label, start, end }) => `<dt>${escape(label)}</dt><dd dir="auto">${escape(text.slice(start, end))}</dd>`;
	return `<details class="callslip-sources"><summary>${words.sources}</summary><dl>${fields.map(entry).join('')}</dl></details>`;
}
