// The parts of a page that hold structured data: JSON-LD and COinS.

import { dateFrom, personFrom } from './page-values.js';

/** Kinds of thing in schema.org and their CSL types, the most telling first. */
const KINDS = [
	['Message', 'personal_communication'], ['Manuscript', 'manuscript'], ['ArchiveComponent', 'manuscript'],
	['ScholarlyArticle', 'article-journal'], ['NewsArticle', 'article-newspaper'], ['ReportageNewsArticle', 'article-newspaper'],
	['BlogPosting', 'post-weblog'], ['Book', 'book'], ['Chapter', 'chapter'], ['Thesis', 'thesis'], ['Report', 'report'],
	['Map', 'map'], ['Dataset', 'dataset'], ['SoftwareSourceCode', 'software'], ['Photograph', 'graphic'], ['VisualArtwork', 'graphic'],
	['Movie', 'motion_picture'], ['VideoObject', 'motion_picture'], ['PodcastEpisode', 'broadcast'], ['Legislation', 'legislation'],
	['DigitalDocument', 'document'], ['Article', 'article'], ['CreativeWork', 'document'], ['WebPage', 'webpage'],
];

/** @param {any} value @returns {any[]} */
const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
/** @param {any} value @returns {string | undefined} */
const text = (value) => {
	const [first] = list(value);
	return typeof first === 'object' && first ? text(first['@value'] ?? first.name) : first === undefined ? undefined : String(first).trim();
};

/**
 * The page's main thing in JSON-LD.
 * @param {Document} page
 * @returns {Record<string, any>}
 */
export function fromJsonLd(page) {
	const things = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => parsed(script.textContent ?? ''));
	const ranked = things.map((thing) => ({ thing, rank: rankOf(thing) })).filter(({ rank }) => rank >= 0);
	ranked.sort((one, other) => one.rank - other.rank);
	return ranked.length ? fromThing(ranked[0].thing, KINDS[ranked[0].rank][1]) : {};
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
	const types = list(thing?.['@type']).map((type) => String(type).replace(/^.*[/:]/, ''));
	return KINDS.findIndex(([type]) => types.includes(type));
}

/** @param {any} thing @param {string} type */
function fromThing(thing, type) {
	const people = (/** @type {any} */ value) => list(value).map(personOf).filter(Boolean);
	const archive = list(thing.holdingArchive)[0];
	const whole = list(thing.isPartOf).find((part) => part?.name);
	const doi = list(thing.identifier).map((one) => text(one?.value ?? one)).find((one) => one && /10\.\d{4,}\//.test(one));
	const recipient = people(thing.recipient);
	return {
		type: type === 'personal_communication' && !recipient.length ? 'manuscript' : type,
		title: text(thing.headline ?? thing.name),
		author: people(thing.author ?? thing.creator ?? thing.sender),
		recipient,
		translator: people(thing.translator),
		editor: people(thing.editor),
		issued: dateFrom(text(thing.dateCreated && type === 'manuscript' ? thing.dateCreated : thing.datePublished ?? thing.dateCreated ?? thing.dateSent)),
		genre: text(thing.genre),
		publisher: text(thing.publisher),
		archive: text(archive),
		archive_location: text(thing.itemLocation),
		'container-title': type === 'document' || type === 'webpage' ? undefined : text(whole?.name),
		page: text(thing.pagination),
		DOI: doi?.replace(/^.*?(10\.\d)/, '$1'),
		ISBN: text(thing.isbn),
		language: text(thing.inLanguage),
		URL: text(thing.url) ?? text(thing['@id']),
		abstract: text(thing.abstract ?? thing.description),
	};
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

/** What a COinS calls them. @type {Record<string, string[]>} */
const COINS = {
	title: ['rft.atitle', 'rft.title', 'rft.btitle'],
	'container-title': ['rft.jtitle'],
	publisher: ['rft.pub', 'rft.publisher'],
	'publisher-place': ['rft.place'],
	volume: ['rft.volume'],
	issue: ['rft.issue'],
	page: ['rft.pages'],
	ISBN: ['rft.isbn'],
	ISSN: ['rft.issn'],
};
/** @type {Record<string, string>} */
const COINS_KINDS = { article: 'article-journal', book: 'book', bookitem: 'chapter', dissertation: 'thesis', letter: 'personal_communication', manuscript: 'manuscript', report: 'report' };

/**
 * A COinS, if it is the only one: several are a list, and none of them is the page.
 * @param {Document} page
 * @returns {Record<string, any>}
 */
export function fromCoins(page) {
	const spans = page.querySelectorAll('span.Z3988[title]');
	if (spans.length !== 1) return {};
	const values = new URLSearchParams(spans[0].getAttribute('title') ?? '');
	/** @type {Record<string, any>} */
	const item = { type: Object.entries(COINS_KINDS).find(([kind]) => kind === (values.get('rft.genre') ?? values.get('rft.type')))?.[1] };
	for (const [variable, keys] of Object.entries(COINS)) item[variable] = keys.map((key) => values.get(key)).find(Boolean);
	const family = values.get('rft.aulast');
	if (family) item.author = [{ family, given: values.get('rft.aufirst') ?? '' }];
	else if (values.has('rft.au')) item.author = values.getAll('rft.au').map(personFrom);
	item.issued = dateFrom(values.get('rft.date') ?? undefined);
	return item;
}
