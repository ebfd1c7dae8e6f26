// What a web page says of itself, as a CSL-JSON item: so that a page can be cited that has no document of ours.
//
// Read, and merged field by field, the first that has it: Zotero's `z:` tags, Highwire's `citation_` tags, Dublin Core,
// JSON-LD, a lone COinS, Open Graph, and the page's own title, address and language.

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

/** CSL's variables and the tags that hold them, the best first. @type {Record<string, string[]>} */
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
	author: ['z:authors', 'citation_author', 'citation_authors', 'dcterms.creator', 'dc.creator', 'author'],
	recipient: ['z:recipients'],
	translator: ['z:translators'],
	editor: ['z:editors', 'citation_editor'],
	contributor: ['z:contributors'],
};

/** @type {string[]} */
const DATES = ['z:date', 'citation_publication_date', 'citation_date', 'citation_online_date', 'dcterms.created', 'dcterms.issued', 'dcterms.date', 'dc.date', 'article:published_time', 'date'];

/**
 * What a page says of itself.
 * @param {Document} [page]
 * @returns {Record<string, any>} a CSL-JSON item
 */
export function readPage(page = document) {
	const tags = metaTags(page);
	const item = merge(fromTags(tags), fromJsonLd(page), fromCoins(page), fromPage(page, tags));
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

/** @param {Map<string, string[]>} tags */
function fromTags(tags) {
	const all = (/** @type {string[]} */ names) => tags.get(names.find((name) => tags.has(name)) ?? '') ?? [];
	/** @type {Record<string, any>} */
	const item = { type: kindOf(tags) };
	for (const [variable, names] of Object.entries(TEXTS)) item[variable] = all(names)[0];
	for (const [role, names] of Object.entries(NAMES)) {
		const found = all(names).flatMap((names) => names.split(/\s*;\s*/)).filter(Boolean);
		if (found.length) item[role] = found.map(personFrom);
	}
	const [first, last] = [tags.get('citation_firstpage')?.[0], tags.get('citation_lastpage')?.[0]];
	item.page = tags.get('z:pages')?.[0] ?? (first && last && first !== last ? `${first}-${last}` : first);
	item.issued = dateFrom(all(DATES)[0]);
	return item;
}

/** @param {Map<string, string[]>} tags */
function kindOf(tags) {
	const zotero = tags.get('z:itemtype')?.[0];
	const known = zotero?.toLowerCase() ?? '';
	return Object.hasOwn(ZOTERO, known) ? ZOTERO[known] : TELLTALES.find(([tag]) => tags.has(tag))?.[1];
}

/** The page's own words, which every page has. @param {Document} page @param {Map<string, string[]>} tags */
function fromPage(page, tags) {
	const site = tags.get('og:site_name')?.[0] ?? tags.get('application-name')?.[0];
	const title = tags.get('og:title')?.[0] ?? page.querySelector('h1')?.textContent?.trim() ?? page.title;
	const canonical = page.querySelector('link[rel~="cite-as"], link[rel~="canonical"]')?.getAttribute('href');
	return {
		type: tags.get('og:type')?.[0] === 'book' ? 'book' : 'webpage',
		title: title || page.title || page.URL,
		'container-title': site,
		URL: canonical ?? tags.get('og:url')?.[0] ?? page.URL.split('#')[0],
		language: page.documentElement.lang,
	};
}

/**
 * The first that has a field gives it. The container of a web page is only its own: not the site's name beside a book.
 * @param {...Record<string, any>} items
 */
function merge(...items) {
	const type = items.find((item) => item.type)?.type;
	/** @type {Record<string, any>} */
	const merged = {};
	for (const item of items) {
		for (const [key, value] of Object.entries(item)) {
			const isSiteName = key === 'container-title' && item.type === 'webpage' && type !== 'webpage';
			if (value && value.length !== 0 && !isSiteName) merged[key] ??= value;
		}
	}
	return merged;
}

function today() {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}
