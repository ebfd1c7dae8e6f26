// The parts of a page that hold structured data: JSON-LD and COinS.

import { dateFrom, doiIn, isAddress, personFrom } from './page-values.js';

/**
 * Kinds of thing in schema.org and their CSL types, the most telling first. What has none can be anything, and is what the page's
 * other sources say that it is.
 * @type {[string, string | undefined][]}
 */
const KINDS = [
	['Message', 'personal_communication'], ['EmailMessage', 'personal_communication'], ['Manuscript', 'manuscript'],
	['ArchiveComponent', 'manuscript'], ['ScholarlyArticle', 'article-journal'], ['NewsArticle', 'article-newspaper'],
	['ReportageNewsArticle', 'article-newspaper'], ['BlogPosting', 'post-weblog'], ['Thesis', 'thesis'], ['Chapter', 'chapter'],
	['Report', 'report'], ['Book', 'book'], ['Map', 'map'], ['Dataset', 'dataset'], ['SoftwareSourceCode', 'software'],
	['Photograph', 'graphic'], ['Painting', 'graphic'], ['VisualArtwork', 'graphic'], ['Movie', 'motion_picture'],
	['PodcastEpisode', 'broadcast'], ['Legislation', 'legislation'], ['Collection', 'collection'], ['DigitalDocument', undefined],
	['Article', undefined], ['VideoObject', 'motion_picture'], ['CreativeWork', undefined],
];
/** Kinds that describe an archive's item: what counts of it is when it was made, not when it was put on the web. */
const ARCHIVAL = /^(personal_communication|manuscript|collection|graphic|map)$/;

/** @param {any} value @returns {any[]} */
const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
/** @param {any} value @returns {string | undefined} */
const text = (value) => {
	const [first] = list(value);
	return typeof first === 'object' && first ? text(first['@value'] ?? first.name) : first === undefined ? undefined : String(first).trim();
};
/** @param {any} thing @returns {string[]} */
const typesOf = (thing) => list(thing?.['@type']).map((type) => String(type).replace(/^.*[/:]/, ''));
/** @param {any} value Perhaps an address, or something that has one. @returns {string | undefined} */
const address = (value) => list(value).flatMap((one) => [one?.url, one?.['@id'], one]).find((one) => typeof one === 'string' && isAddress(one) && !one.includes('#'));

/**
 * What JSON-LD says: of the page's item, and of the site and the page in general (`WebPage`, `CollectionPage`, `WebSite`).
 * @param {Document} page
 * @returns {{ item: Record<string, any>, general: Record<string, any> }}
 */
export function fromJsonLd(page) {
	const things = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => parsed(script.textContent ?? ''));
	const byId = new Map(things.filter((thing) => thing?.['@id'] && typesOf(thing).length).map((thing) => [thing['@id'], thing]));
	/** What stands in place of a reference. @param {any} value @returns {any} */
	const known = (value) => (Array.isArray(value) ? value.map(known) : byId.get(value?.['@id']) ?? value);
	/** @param {any} thing */
	const whole = (thing) => Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, known(value)]));
	const pages = things.filter((thing) => typesOf(thing).some((type) => type.endsWith('Page')));
	const items = [...things, ...pages.flatMap((thing) => list(known(thing.mainEntity)))].filter((thing) => rankOf(thing) >= 0);
	// What says that it is the page's main thing, then what is most telling.
	const order = (/** @type {any} */ thing) => (thing.mainEntityOfPage ? 0 : KINDS.length) + rankOf(thing);
	items.sort((one, other) => order(one) - order(other));
	const site = things.find((thing) => typesOf(thing).includes('WebSite'));
	return { item: items.length ? fromThing(whole(items[0]), known) : {}, general: fromPage(pages.length ? whole(pages[0]) : {}, site) };
}

/** What cannot be parsed says nothing. @param {string} json @returns {any[]} */
function parsed(json) {
	try {
		return list(JSON.parse(json)).flatMap((thing) => (thing?.['@graph'] ? list(thing['@graph']) : [thing]));
	} catch {
		return [];
	}
}

/** @param {any} thing */
function rankOf(thing) {
	const types = typesOf(thing);
	return KINDS.findIndex(([type]) => types.includes(type));
}

/** What every thing of schema.org has. @param {any} thing */
function common(thing) {
	const people = (/** @type {any} */ value) => list(value).map(personOf).filter(Boolean);
	const [language] = list(thing.inLanguage);
	return {
		title: text(thing.headline ?? thing.name),
		author: people(thing.author ?? thing.creator ?? thing.sender),
		translator: people(thing.translator),
		editor: people(thing.editor),
		recipient: people(thing.recipient),
		publisher: text(thing.publisher),
		language: text(language?.alternateName ?? language),
		URL: address(thing.url) ?? address(thing.mainEntityOfPage) ?? address(thing['@id']),
		abstract: text(thing.abstract ?? thing.description),
	};
}

/** @param {any} thing @param {(value: any) => any} known */
function fromThing(thing, known) {
	const type = KINDS[rankOf(thing)][1];
	const item = common(thing);
	const parts = wholes(thing, known);
	const part = (/** @type {string} */ key) => text(parts.map((one) => one[key]).find(Boolean));
	const made = thing.dateCreated ?? thing.dateSent;
	return {
		...item,
		type: type === 'personal_communication' && !item.recipient.length ? 'manuscript' : type,
		issued: dateFrom(text(ARCHIVAL.test(type ?? '') ? made ?? thing.datePublished : thing.datePublished ?? made)),
		genre: text(thing.genre),
		archive: text(list(thing.holdingArchive)[0]),
		archive_location: text(thing.itemLocation),
		'container-title': part('containerTitle'),
		volume: part('volumeNumber'),
		issue: part('issueNumber'),
		edition: text(thing.bookEdition),
		page: text(thing.pagination) ?? ([thing.pageStart, thing.pageEnd].filter(Boolean).join('-') || undefined),
		DOI: [...list(thing.identifier).map((one) => one?.value ?? one), ...list(thing.sameAs)].map((one) => doiIn(text(one))).find(Boolean),
		ISBN: text(thing.isbn) ?? part('isbn'),
		ISSN: part('issn'),
	};
}

/**
 * What a thing is part of, from near to far: an issue, its volume, its journal. A site is no such whole.
 * @param {any} thing @param {(value: any) => any} known
 */
function wholes(thing, known) {
	const parts = [thing];
	const seen = new Set([thing['@id']]);
	/** The next whole, which may be told by its address alone. @param {any} one */
	const next = (one) => {
		const [part] = list(one.isPartOf);
		return known(typeof part === 'string' ? { '@id': part } : part);
	};
	for (let part = next(thing); part && parts.length < 8; part = next(part)) {
		if (part['@id'] && seen.has(part['@id'])) break;
		seen.add(part['@id']);
		// A thing may be the volume and the journal in one.
		const types = typesOf(part);
		const isTitled = !types.length || types.some((type) => !/^(PublicationIssue|PublicationVolume|WebSite|.*Page)$/.test(type));
		parts.push({ ...part, ...(isTitled && { containerTitle: part.name }) });
	}
	return parts;
}

/** @param {any} thing A page, or nothing. @param {any} site */
function fromPage(thing, site) {
	return { ...common(thing), 'container-title': text(site ?? list(thing.isPartOf).find((part) => typesOf(part).includes('WebSite'))), issued: dateFrom(text(thing.datePublished)) };
}

/** @param {any} person */
function personOf(person) {
	if (typeof person === 'string') return personFrom(person);
	if (person?.familyName) return { family: person.familyName, given: person.givenName ?? '' };
	const name = text(person?.name);
	if (!name) return undefined;
	// Of what kind it is, is not always said: who stands as `Lind, Ada` is a person.
	const kinds = list(person['@type']);
	return kinds.includes('Person') || (!kinds.length && name.includes(',')) ? personFrom(name) : { literal: name };
}

/** What a COinS calls them; `rft.title` beside the title of a part is the whole's. @type {Record<string, string[]>} */
const COINS = {
	title: ['rft.atitle', 'rft.title', 'rft.btitle', 'rft.jtitle'],
	'collection-title': ['rft.series'],
	publisher: ['rft.pub', 'rft.publisher'],
	'publisher-place': ['rft.place'],
	volume: ['rft.volume'],
	issue: ['rft.issue'],
	edition: ['rft.edition'],
	page: ['rft.pages', 'rft.spage'],
	ISBN: ['rft.isbn'],
	ISSN: ['rft.issn', 'rft.eissn'],
	language: ['rft.language'],
	abstract: ['rft.description'],
	source: ['rft.source'],
};
/** @type {Record<string, string>} */
const COINS_KINDS = {
	article: 'article-journal', book: 'book', bookitem: 'chapter', dissertation: 'thesis', letter: 'personal_communication',
	manuscript: 'manuscript', map: 'map', proceeding: 'paper-conference', report: 'report',
};

/**
 * A COinS, if it is the only one: several are a list, and none of them is the page.
 * @param {Document} page
 * @returns {Record<string, any>}
 */
export function fromCoins(page) {
	const spans = page.querySelectorAll('span.Z3988[title]');
	if (spans.length !== 1) return {};
	const values = new URLSearchParams(spans[0].getAttribute('title') ?? '');
	const first = (/** @type {string[]} */ keys) => keys.map((key) => values.get(key)).find(Boolean) ?? undefined;
	const identifiers = [...values.getAll('rft_id'), ...values.getAll('rft.identifier')];
	/** @type {Record<string, any>} */
	const item = { type: Object.entries(COINS_KINDS).find(([kind]) => kind === first(['rft.genre', 'rft.type']))?.[1] };
	for (const [variable, keys] of Object.entries(COINS)) item[variable] = first(keys);
	if (values.has('rft.atitle')) item['container-title'] = first(['rft.jtitle', 'rft.btitle', 'rft.title']);
	const family = values.get('rft.aulast');
	item.author = ['rft.au', 'rft.creator'].flatMap((key) => values.getAll(key)).map(personFrom);
	if (family) {
		// The first author's name is given in its parts, too.
		const again = item.author.findIndex((/** @type {any} */ name) => name.family === family);
		if (again >= 0) item.author.splice(again, 1);
		item.author.unshift({ family, given: first(['rft.aufirst', 'rft.auinit']) ?? '' });
	}
	if (!item.author.length) item.author = values.getAll('rft.aucorp').map((literal) => ({ literal }));
	item.issued = dateFrom(first(['rft.date']));
	item.DOI = identifiers.map(doiIn).find(Boolean);
	item.URL = identifiers.find((one) => isAddress(one) && !doiIn(one));
	return item;
}
