// A list in one piece, made of its entries.

/** @typedef {import('./callslip.js').Bibliography} Bibliography */

/**
 * @param {Bibliography['entries']} entries
 * @param {{ group?: boolean, number?: boolean }} options
 * @returns {{ html: string, text: string }}
 */
export function inOnePiece(entries, { group, number }) {
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
