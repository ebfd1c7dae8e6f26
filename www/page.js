// What a web page says of itself, as a CSL-JSON item: so that a page can be cited that has no document of ours.
//
// Read, and merged field by field, the first that has it: Highwire's `citation_` tags, Dublin Core, Zotero's `z:` tags, JSON-LD,
// Open Graph, a lone COinS, and the page's own title, address and language. The kind of item is Zotero's, where that is said.

import { fromCoins, fromJsonLd } from './page-data.js';
import { dateFrom, personFrom } from './page-values.js';

/** Kinds of item in Zotero and their CSL types. @type {Record<string, string>} */
const ZOTERO = {
	artwork: 'graphic', audiorecording: 'song', blogpost: 'post-weblog', book: 'book', booksection: 'chapter', case: 'legal_case',
	conferencepaper: 'paper-conference', dataset: 'dataset', document: 'document', encyclopediaarticle: 'entry-encyclopedia',
	film: 'motion_picture', interview: 'interview', journalarticle: 'article-journal', letter: 'personal_communication',
	magazinearticle: 'article-magazine', manuscript: 'manuscript', map: 'map', newspaperarticle: 'article-newspaper',
	presentation: 'speech', report: 'report', thesis: 'thesis', webpage: 'webpage',
};

/** A tag that only one kind of item has. */
const TELLTALES = [
	['citation_journal_title', 'article-journal'],
	['citation_conference_title', 'paper-conference'],
	['citation_dissertation_institution', 'thesis'],
	['citation_technical_report_institution', 'report'],
	['citation_inbook_title', 'chapter'],
	['citation_isbn', 'book'],
];

/** Kinds of tags by what their names begin with, the most trusted first. @type {[string, string[]][]} */
const TAGS = [
	['highwire', ['citation_', 'bepress_', 'eprints.']],
	['dublin-core', ['dcterms.', 'dc.']],
	['zotero', ['z:']],
];

/** CSL's variables and the tags that hold them, the best first within a kind. @type {Record<string, string[]>} */
const TEXTS = {
	title: ['z:title', 'citation_title', 'dcterms.title', 'dc.title', 'eprints.title', 'bepress_citation_title'],
	'container-title': ['z:publicationtitle', 'citation_journal_title', 'citation_conference_title', 'citation_inbook_title'],
	publisher: ['z:publisher', 'citation_publisher', 'citation_dissertation_institution', 'citation_technical_report_institution', 'dcterms.publisher', 'dc.publisher'],
	'publisher-place': ['z:place', 'citation_publication_place'],
	archive: ['z:archive', 'dcterms.provenance'],
	archive_location: ['z:archivelocation'],
	'call-number': ['z:callnumber'],
	genre: ['z:lettertype', 'z:manuscripttype', 'z:reporttype', 'z:thesistype'],
	volume: ['z:volume', 'citation_volume'],
	issue: ['z:issue', 'citation_issue'],
	DOI: ['z:doi', 'citation_doi'],
	ISBN: ['z:isbn', 'citation_isbn'],
	ISSN: ['z:issn', 'citation_issn'],
	abstract: ['z:abstractnote', 'citation_abstract', 'dcterms.abstract'],
	language: ['z:language', 'citation_language', 'dcterms.language', 'dc.language'],
	source: ['z:librarycatalog'],
	URL: ['z:url', 'citation_public_url', 'citation_abstract_html_url'],
};

/** @type {Record<string, string[]>} */
const NAMES = {
	author: ['z:authors', 'citation_author', 'citation_authors', 'dcterms.creator', 'dc.creator'],
	recipient: ['z:recipients'],
	translator: ['z:translators'],
	editor: ['z:editors', 'citation_editor'],
	contributor: ['z:contributors'],
};

/** @type {string[]} */
const DATES = ['z:date', 'citation_publication_date', 'citation_date', 'citation_online_date', 'dcterms.created', 'dcterms.issued', 'dcterms.date', 'dc.date'];

/**
 * What a page says of itself.
 * @param {Document} [page]
 * @returns {Record<string, any>} A CSL-JSON item; `custom.origins` says of each of its fields where it was read: `highwire`,
 * `dublin-core`, `zotero`, `json-ld`, `open-graph`, `coins` or `page`.
 * @throws {TypeError} When it is no document.
 */
export function readPage(page = globalThis.document) {
	if (typeof page?.querySelectorAll !== 'function') throw new TypeError('page: expected a document');
	const tags = metaTags(page);
	const item = merge(kindOf(tags), [
		...TAGS.map(([origin, prefixes]) => /** @type {const} */ ([origin, fromTags(tags, prefixes)])),
		['json-ld', fromJsonLd(page)],
		['open-graph', fromOpenGraph(page, tags)],
		['coins', fromCoins(page)],
		['page', fromPage(page, tags)],
	]);
	if (!item.issued) item.accessed = { 'date-parts': [today()] };
	if (item.URL) item.URL = absolute(item.URL, page);
	return item;
}

/** An address with its host; the page's own where it is none. @param {string} address @param {Document} page */
function absolute(address, page) {
	return URL.canParse(address, page.baseURI) ? new URL(address, page.baseURI).href : page.URL.split('#')[0];
}

/** All tags by name in lower case; `dcterms:title`, `DCTERMS.title` and the like are one. @param {Document} page */
function metaTags(page) {
	/** @type {Map<string, string[]>} */
	const tags = new Map();
	for (const tag of page.querySelectorAll('meta[content]')) {
		const content = tag.getAttribute('content')?.trim();
		const name = (tag.getAttribute('name') ?? tag.getAttribute('property') ?? '').toLowerCase().replace(/^(dc|dcterms):/, '$1.');
		if (content && name) tags.set(name, [...(tags.get(name) ?? []), content]);
	}
	return tags;
}

/** @param {Map<string, string[]>} tags @param {string[]} prefixes Of the names that are read. */
function fromTags(tags, prefixes) {
	const all = (/** @type {string[]} */ names) =>
		tags.get(names.find((name) => tags.has(name) && prefixes.some((prefix) => name.startsWith(prefix))) ?? '') ?? [];
	/** @type {Record<string, any>} */
	const item = {};
	for (const [variable, names] of Object.entries(TEXTS)) item[variable] = all(names)[0];
	for (const [role, names] of Object.entries(NAMES)) item[role] = people(all(names));
	const [first, last] = [all(['citation_firstpage'])[0], all(['citation_lastpage'])[0]];
	item.page = all(['z:pages'])[0] ?? (first && last && first !== last ? `${first}-${last}` : first);
	item.issued = dateFrom(all(DATES)[0]);
	return item;
}

/** @param {string[]} values Each a name, or several with semicolons between. */
function people(values) {
	return values.flatMap((names) => names.split(/\s*;\s*/)).filter(Boolean).map(personFrom);
}

/** @param {Map<string, string[]>} tags */
function kindOf(tags) {
	const zotero = tags.get('z:itemtype')?.[0];
	const known = zotero?.toLowerCase() ?? '';
	if (Object.hasOwn(ZOTERO, known)) return { zotero: ZOTERO[known] };
	return { highwire: TELLTALES.find(([tag]) => tags.has(tag))?.[1] };
}

/** @param {Document} page @param {Map<string, string[]>} tags */
function fromOpenGraph(page, tags) {
	return {
		type: tags.get('og:type')?.[0] === 'book' ? 'book' : undefined,
		title: tags.get('og:title')?.[0],
		'container-title': tags.get('og:site_name')?.[0],
		URL: canonical(page) ? undefined : tags.get('og:url')?.[0],
		issued: dateFrom(tags.get('article:published_time')?.[0]),
	};
}

/** The address that a page says it should be cited by, or is best known by. @param {Document} page */
function canonical(page) {
	const link = page.querySelector('link[rel~="cite-as"][href]') ?? page.querySelector('link[rel~="canonical"][href]');
	return link?.getAttribute('href');
}

/** The page's own words, which every page has. @param {Document} page @param {Map<string, string[]>} tags */
function fromPage(page, tags) {
	return {
		type: 'webpage',
		title: page.querySelector('h1')?.textContent?.trim() || page.title || page.URL,
		'container-title': tags.get('application-name')?.[0],
		author: people(tags.get('author') ?? []),
		issued: dateFrom(tags.get('date')?.[0]),
		URL: canonical(page) ?? page.URL.split('#')[0],
		language: page.documentElement.lang,
	};
}

/**
 * The first that has a field gives it. The container of a web page is only its own: not the site's name beside a book.
 * @param {Record<string, string | undefined>} kind What kind of item it is, and who says so.
 * @param {(readonly [string, Record<string, any>])[]} sources
 * @returns {Record<string, any>}
 */
function merge(kind, sources) {
	/** @type {Record<string, any>} */
	const merged = {};
	/** @type {Record<string, string>} */
	const origins = {};
	const set = (/** @type {string} */ key, /** @type {any} */ value, /** @type {string} */ origin) => {
		if (!value || value.length === 0 || key in merged) return;
		merged[key] = value;
		origins[key] = origin;
	};
	for (const [origin, type] of [...Object.entries(kind), ...sources.map(([origin, { type }]) => [origin, type])]) set('type', type, origin ?? '');
	for (const [origin, item] of sources) {
		for (const [key, value] of Object.entries(item)) {
			const isSiteName = key === 'container-title' && /^(page|open-graph)$/.test(origin) && merged.type !== 'webpage';
			if (!isSiteName) set(key, value, origin);
		}
	}
	return { ...merged, custom: { origins } };
}

function today() {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}
