// Bibliographies and reference lists.

import { withModule } from './load.js';
import { bytesOf, object, text } from './request.js';

/** @typedef {import('./callslip.js').Bibliography} Bibliography */
/** @typedef {import('./callslip.js').BibliographyOptions} BibliographyOptions */
/** @typedef {import('./callslip.js').Item} Item */

/**
 * Makes the bibliography (or the reference list) of several items, sorted as the Manual sorts.
 *
 * @param {Item[]} items
 * @param {BibliographyOptions} [options]
 * @returns {Bibliography}
 * @throws {TypeError} When an argument is of the wrong type.
 */
export function bibliography(items, options) {
	if (!Array.isArray(items)) throw new TypeError('items: expected an array of CSL-JSON items');
	const told = object('options', options ?? {});
	const { entries, warnings } = withModule(
		(module) => module.list?.(items, told) ?? JSON.parse(module.bibliography(bytesOf(text('items', [items, told])))),
		'cite',
		items.length,
	);
	return { ...inOnePiece(entries, told), entries, warnings };
}

/**
 * A list in one piece, made of its entries.
 *
 * @param {Bibliography['entries']} entries
 * @param {{ group?: boolean, number?: boolean }} options
 * @returns {{ html: string, text: string }}
 */
function inOnePiece(entries, { group, number }) {
	const [list, tag] = number ? ['ol', 'li'] : ['div', 'p'];
	let [html, text] = [`<${list} class="callslip-bibliography">`, ''];
	entries.forEach((entry, at) => {
		// A group of printed sources after the archival ones begins with a rule.
		if (group && !number && entry.group === 'printed' && entries[at - 1]?.group === 'archival') {
			html += '<hr>';
			text += '\n';
		}
		html += `<${tag} class="callslip-entry">${entry.html}</${tag}>`;
		text += `${number ? `${at + 1}. ` : ''}${entry.text}\n`;
	});
	return { html: `${html}</${list}>`, text: text.trimEnd() };
}
