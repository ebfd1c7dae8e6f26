// What a web page says of itself, as a CSL-JSON item: so that a page can be cited that has no document of ours.
//
// Read, and merged field by field, the first that has it: Highwire's `citation_` tags, Dublin Core, JSON-LD, Open Graph, a lone
// COinS, Zotero's `z:` tags, `<link rel=cite-as>`; and after these what JSON-LD says of the site or the page in general, and the
// page's own title, address and language.

import { fromCoins, fromJsonLd } from './page-data.js';
import { dateFrom, doiIn, isAddress, personFrom } from './page-values.js';

/** Kinds of item in Zotero, and in Dublin Core as far as these have the same names, and their CSL types. @type {Record<string, string>} */
const KINDS = {
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

/** What the names of a source's tags begin with. */
const PREFIXES = { highwire: ['citation_', 'bepress_', 'eprints.'], 'dublin-core': ['dcterms.', 'dc.'], zotero: ['z:'] };

/** CSL's variables and the tags that hold them, the best of each source first. @type {Record<string, string[]>} */
const TEXTS = {
	title: ['citation_title', 'eprints.title', 'bepress_citation_title', 'dcterms.title', 'dc.title', 'z:title'],
	'container-title': ['citation_journal_title', 'citation_conference_title', 'citation_inbook_title', 'z:publicationtitle'],
	'collection-title': ['citation_series_title', 'z:series'],
	publisher: ['citation_publisher', 'citation_dissertation_institution', 'citation_technical_report_institution', 'dcterms.publisher', 'dc.publisher', 'z:publisher'],
	'publisher-place': ['citation_publication_place', 'z:place'],
	archive: ['dcterms.provenance', 'z:archive'],
	archive_location: ['z:archivelocation'],
	'call-number': ['z:callnumber'],
	genre: ['z:lettertype', 'z:manuscripttype', 'z:reporttype', 'z:thesistype'],
	volume: ['citation_volume', 'z:volume'],
	issue: ['citation_issue', 'z:issue'],
	edition: ['citation_edition', 'z:edition'],
	ISBN: ['citation_isbn', 'z:isbn'],
	ISSN: ['citation_issn', 'z:issn'],
	abstract: ['citation_abstract', 'dcterms.abstract', 'dcterms.description', 'dc.description', 'z:abstractnote'],
	language: ['citation_language', 'dcterms.language', 'dc.language', 'z:language'],
	source: ['z:librarycatalog'],
};

/** @type {Record<string, string[]>} */
const NAMES = {
	author: ['citation_author', 'citation_authors', 'bepress_citation_author', 'eprints.creators_name', 'dcterms.creator', 'dc.creator', 'dc.creator.personalname', 'z:authors'],
	recipient: ['z:recipients'],
	translator: ['citation_translator', 'z:translators'],
	editor: ['citation_editor', 'eprints.editors_name', 'z:editors'],
	contributor: ['dcterms.contributor', 'dc.contributor', 'z:contributors'],
};

const DATES = [
	'citation_publication_date', 'citation_date', 'citation_online_date', 'citation_year', 'bepress_citation_date', 'eprints.date',
	'dcterms.created', 'dc.date.created', 'dcterms.issued', 'dc.date.issued', 'dcterms.date', 'dc.date', 'z:date',
];
const ADDRESSES = ['citation_public_url', 'citation_abstract_html_url', 'dcterms.identifier', 'dc.identifier', 'dc.identifier.uri', 'z:url'];
const DOIS = ['citation_doi', 'bepress_citation_doi', 'eprints.id_number', 'dcterms.identifier', 'dc.identifier', 'dc.identifier.doi', 'z:doi'];
/** What says of itself what kind of item it is. */
const TYPES = ['dcterms.type', 'dc.type', 'z:itemtype'];

/**
 * What a page says of itself.
 * @param {Document} [page]
 * @returns {Record<string, any>} A CSL-JSON item; `custom.origins` says of each of its fields where it was read: `highwire`,
 * `dublin-core`, `json-ld`, `open-graph`, `coins`, `zotero`, `cite-as` or `page`.
 * @throws {TypeError} When it is no document.
 */
export function readPage(page = globalThis.document) {
	if (typeof page?.querySelectorAll !== 'function') throw new TypeError('page: expected a document');
	const tags = metaTags(page);
	const data = fromJsonLd(page);
	const citeAs = link(page, 'cite-as');
	const item = merge([
		['highwire', fromTags(tags, 'highwire')],
		['dublin-core', fromTags(tags, 'dublin-core')],
		['json-ld', data.item],
		['open-graph', fromOpenGraph(tags), SITE],
		['coins', fromCoins(page)],
		['zotero', fromTags(tags, 'zotero')],
		['cite-as', { URL: citeAs }],
		['json-ld', data.general, SITE],
		['page', fromPage(page, tags), SITE],
	], citeAs ? ownAddresses(page) : []);
	if (!item.issued) item.accessed = { 'date-parts': [today()] };
	if (item.URL) item.URL = absolute(item.URL, page);
	return item;
}

/** An address with its host; the page's own where it is none. @param {string} address @param {Document} page */
function absolute(address, page) {
	return URL.canParse(address, page.baseURI) ? new URL(address, page.baseURI).href : withoutFragment(page.URL);
}

/** All tags by name in lower case; `dcterms:title`, `DCTERMS.title` and the like are one. @param {Document} page */
function metaTags(page) {
	/** @type {Map<string, string[]>} */
	const tags = new Map();
	for (const tag of page.querySelectorAll('meta[content]')) {
		const content = tag.getAttribute('content')?.trim();
		// `name="title" property="og:title"` is both.
		const names = `${tag.getAttribute('name') ?? ''} ${tag.getAttribute('property') ?? ''}`.toLowerCase().split(/\s+/);
		for (const name of new Set(names.map((name) => name.replace(/^(dc|dcterms):/, '$1.')))) {
			if (content && name) tags.set(name, [...(tags.get(name) ?? []), content]);
		}
	}
	return tags;
}

/** @param {Map<string, string[]>} tags @param {keyof typeof PREFIXES} source Whose tags are read. */
function fromTags(tags, source) {
	const every = (/** @type {string[]} */ names) => names.filter((name) => PREFIXES[source].some((prefix) => name.startsWith(prefix))).map((name) => tags.get(name) ?? []);
	const all = (/** @type {string[]} */ names) => every(names).find((values) => values.length) ?? [];
	/** @type {Record<string, any>} */
	const item = {};
	for (const [variable, names] of Object.entries(TEXTS)) item[variable] = all(names)[0];
	for (const [role, names] of Object.entries(NAMES)) item[role] = people(all(names));
	const [first, last] = [all(['citation_firstpage'])[0], all(['citation_lastpage'])[0]];
	item.page = all(['z:pages'])[0] ?? (first && last && first !== last ? `${first}-${last}` : first);
	item.issued = dateFrom(all(DATES)[0]);
	const addresses = every(ADDRESSES).flat().filter((one) => isAddress(one) || one.startsWith('/'));
	item.URL = addresses.find((one) => !doiIn(one)) ?? addresses[0];
	item.DOI = every(DOIS).flat().map(doiIn).find(Boolean);
	const types = every(TYPES).flat().map((type) => type.toLowerCase().replace(/[\s_-]/g, ''));
	item.type = source === 'highwire' ? TELLTALES.find(([tag]) => tags.has(tag))?.[1] : KINDS[types.find((type) => Object.hasOwn(KINDS, type)) ?? ''];
	return item;
}

/** @param {string[]} values Each a name, or several with semicolons between. */
function people(values) {
	return values.flatMap((names) => names.split(/\s*;\s*/)).filter(Boolean).map(personFrom);
}

/** @param {Map<string, string[]>} tags */
function fromOpenGraph(tags) {
	const first = (/** @type {string[]} */ ...names) => names.map((name) => tags.get(name)?.[0]).find(Boolean);
	return {
		type: first('og:type') === 'book' ? 'book' : undefined,
		title: first('og:title'),
		'container-title': first('og:site_name'),
		// An author here can be the address of a profile.
		author: people([...(tags.get('article:author') ?? []), ...(tags.get('book:author') ?? [])].filter((name) => !isAddress(name))),
		URL: first('og:url'),
		issued: dateFrom(first('article:published_time', 'book:release_date')),
		ISBN: first('book:isbn'),
		abstract: first('og:description'),
	};
}

/** Where a link of the head leads. @param {Document} page @param {string} relation */
function link(page, relation) {
	return page.querySelector(`link[rel~="${relation}"][href]`)?.getAttribute('href') ?? undefined;
}

/** The addresses by which the page itself is known. @param {Document} page */
function ownAddresses(page) {
	return [page.URL, absolute(link(page, 'canonical') ?? '', page)].map(withoutFragment);
}

/** @param {string} address */
function withoutFragment(address) {
	return address.split('#')[0];
}

/** The page's own words, which every page has. @param {Document} page @param {Map<string, string[]>} tags */
function fromPage(page, tags) {
	return {
		type: 'webpage',
		title: page.querySelector('h1')?.textContent?.trim() || page.title || page.URL,
		'container-title': tags.get('application-name')?.[0],
		author: people(tags.get('author') ?? []),
		issued: dateFrom(tags.get('date')?.[0]),
		URL: link(page, 'canonical') ?? withoutFragment(page.URL),
		language: page.documentElement.lang,
	};
}

/** Marks a source whose container is the site. */
const SITE = true;
/** What is part of a site. */
const ON_SITE = /^(webpage|post(-weblog)?|article-(newspaper|magazine))$/;

/**
 * The first that has a field gives it. The site's name stands for a container only of what is part of a site: not beside a book.
 * @param {[origin: string, item: Record<string, any>, isSite?: boolean][]} sources
 * @param {string[]} own The page's own addresses, where it says that it should be cited by another one. A source that gives one of
 * these says no more than the page itself; any other address keeps its rank.
 * @returns {Record<string, any>}
 */
function merge(sources, own) {
	/** @type {Record<string, any>} */
	const merged = {};
	/** @type {Record<string, string>} */
	const origins = {};
	const set = (/** @type {string} */ key, /** @type {any} */ value, /** @type {string} */ origin) => {
		if (!value || value.length === 0 || key in merged) return;
		merged[key] = value;
		origins[key] = origin;
	};
	for (const [origin, { type }] of sources) set('type', type, origin);
	for (const [origin, item, isSite] of sources) {
		for (const [key, value] of Object.entries(item)) {
			const isSiteBeside = isSite && key === 'container-title' && !ON_SITE.test(merged.type);
			const isOwn = key === 'URL' && origin !== 'cite-as' && value && own.includes(withoutFragment(value));
			if (!isSiteBeside && !isOwn) set(key, value, origin);
		}
	}
	return { ...merged, custom: { origins } };
}

function today() {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}
