// The words of the interface. English is built in (that of documents, lists and quotations comes with them); other languages are files of the same keys in words/.

export const english = {
	cite: 'Cite this document',
	close: 'Close',
	form: 'Form',
	note: 'Note',
	'short-note': 'Short note',
	bibliography: 'Bibliography',
	'reference-list': 'Reference list',
	'in-text': 'In text',
	preferred: 'Archive’s own',
	edition: 'Edition of The Chicago Manual of Style',
	18: '18th ed.',
	17: '17th ed.',
	pinpoint: 'Pinpoint',
	number: 'Number or range',
	paragraph: 'Paragraph',
	page: 'Page',
	folio: 'Folio',
	line: 'Line',
	section: 'Section',
	'copy note': 'Copy note',
	'copy short-note': 'Copy short note',
	'copy bibliography': 'Copy bibliography entry',
	'copy reference-list': 'Copy reference-list entry',
	'copy in-text': 'Copy in-text citation',
	'copy preferred': 'Copy the archive’s citation',
	nothing: 'There is nothing to cite: no title, date or name was found.',
	copied: 'Copied to the clipboard.',
	selected: 'Selected. Press {keys} to copy.',
	add: 'Add to my list',
	drop: 'Remove from my list',
	added: 'Added to your list.',
	removed: 'Removed from your list.',
	download: 'Download',
	downloaded: 'Downloaded {name}.',
};

/** @typedef {keyof typeof english | keyof typeof import('./words-later.js').later | keyof typeof import('./words-document.js').ofDocuments} Word */

/** The languages that have a file, and how it is fetched. @type {Record<string, () => Promise<{ default: Record<string, string> }>>} */
const files = {
	ar: () => import('./words/ar.js'),
	de: () => import('./words/de.js'),
	es: () => import('./words/es.js'),
	fr: () => import('./words/fr.js'),
	ro: () => import('./words/ro.js'),
	ru: () => import('./words/ru.js'),
	zh: () => import('./words/zh.js'),
};

export const languages = Object.keys(files);

/** @type {Map<string, Record<string, string>>} */
const loaded = new Map([['en', english]]);

/**
 * The words for an element: those of the nearest `lang` when they are here, else English.
 * @param {Element} element
 * @param {Record<string, string>} [own] English words that only some elements have
 * @returns {(word: Word, values?: Record<string, string>) => string}
 */
export function wordsFor(element, own = {}) {
	/** @type {Record<string, string>} */
	const words = { ...english, ...own, ...loaded.get(languageOf(element)) };
	return (word, values = {}) => {
		const text = words[word];
		return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
	};
}

/**
 * Loads the words of an element's language. Resolves to true when they came newly, so that it is worth drawing again.
 * @param {Element} element
 */
export async function fetchWords(element) {
	const language = languageOf(element);
	if (loaded.has(language) || !languages.includes(language)) return false;
	try {
		loaded.set(language, (await files[language]()).default);
		return true;
	} catch {
		return false;
	}
}

/** @param {Element} element */
export function languageOf(element) {
	let node = /** @type {Element | null} */ (element);
	while (node) {
		const holder = node.closest('[lang]');
		if (holder) return (holder.getAttribute('lang') ?? '').split('-')[0].toLowerCase();
		node = /** @type {ShadowRoot} */ (node.getRootNode()).host ?? null;
	}
	return 'en';
}
