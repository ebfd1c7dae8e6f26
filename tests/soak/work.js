// The work of the soak test, the same in Node and in a page: items and documents by number, no two neighbours alike.

const KINDS = ['manuscript', 'personal_communication', 'book', 'article-journal', 'chapter', 'report', 'webpage', 'thesis'];
export const FORMS = ['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred'];
const WORDS = 'harbour pilot ferry straits embassy cable ministry letter folio island spring weather'.split(' ');

/** @param {number} at @param {number} count */
const words = (at, count) => Array.from({ length: count }, (_, next) => WORDS[(at * 7 + next * 5) % WORDS.length]).join(' ');

/** An item. @param {number} at */
export const item = (at) => ({
	id: `i${at % 1000}`,
	type: KINDS[at % KINDS.length],
	title: `The ${words(at, 2 + (at % 6))}: Nr. ${at}`,
	author: [{ family: `Brook${at % 97}`, given: 'Ada' }, { literal: 'Port Office' }].slice(0, 1 + (at % 2)),
	issued: { 'date-parts': [[1900 + (at % 100), 1 + (at % 12), 1 + (at % 28)]] },
	'container-title': `Annals of ${words(at, 2)}`,
	publisher: 'Lantern Press',
	archive: 'Town Library',
	archive_location: `Brook Papers, box ${at % 40}, folder ${at % 9}`,
	page: `${at % 300}–${(at % 300) + 9}`,
	URL: `https://archive.example/${at}`,
});

/** A document: its format and its text. @param {number} at @returns {[string, string]} */
export function source(at) {
	const paragraphs = Array.from({ length: 1 + (at % 30) }, (_, next) => `${next + 1}. The ${words(at + next, 20)}, *${words(next, 2)}*.`);
	const title = `A Letter about ${words(at, 3)}, Nr. ${at}`;
	switch (at % 5) {
		case 0:
			return ['archive-text', `**March ${1 + (at % 28)}, 1951**\n**${title}**\n\n${paragraphs.join('\n\n')}\n`];
		case 1:
			return ['tei', `<TEI><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc></teiHeader><text><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></text></TEI>`];
		case 2:
			return ['ris', `TY  - PCOMM\nTI  - ${title}\nAU  - Brook, Ada\nDA  - 1951/03/09/\n${paragraphs.map((text) => `N1  - ${text}\n`).join('')}ER  - \n`];
		case 3:
			return ['bibtex', `@unpublished{k${at}, title = {${title}}, author = {Brook, Ada}, year = 1951, note = {${paragraphs.join(' ')}}}`];
		default:
			return ['csl-json', JSON.stringify([item(at), item(at + 1)])];
	}
}

/** Cites items by number, and makes a list and exports of some. @param {typeof import('../../www/callslip.js')} callslip @param {number} from @param {number} count */
export function citeMany(callslip, from, count) {
	let length = 0;
	for (let at = from; at < from + count; at += 1) {
		const form = /** @type {any} */ (FORMS[at % FORMS.length]);
		length += callslip.cite(item(at), { form, edition: at % 2 ? 17 : 18, locator: { label: 'page', value: at } }).text.length;
		if (at % 500 === 0) length += callslip.bibliography([item(at), item(at + 1), item(at + 2)]).text.length;
		if (at % 50 === 0) length += callslip.write(item(at), 'ris').length;
		if (at % 1000 === 0) wrong(callslip);
	}
	return length;
}

/** A wrong call leaves nothing behind either. @param {typeof import('../../www/callslip.js')} callslip */
function wrong(callslip) {
	try {
		callslip.cite({ id: 'a' }, /** @type {any} */ ({ edition: 3 }));
	} catch (error) {
		if (error instanceof TypeError) return;
		throw error;
	}
	throw new Error('a wrong edition was taken');
}

/** Reads and shows documents by number. @param {typeof import('../../www/callslip.js')} callslip @param {number} from @param {number} count */
export function readMany(callslip, from, count) {
	let length = 0;
	for (let at = from; at < from + count; at += 1) {
		const [format, text] = source(at);
		const bytes = at % 2 ? text : new TextEncoder().encode(text);
		const { document, item } = callslip.read(bytes, { format });
		length += callslip.show(document, { places: true }).length + callslip.cite(item).text.length;
	}
	return length;
}
