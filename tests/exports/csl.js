// CSL-JSON 1.0.2 as a JSON schema: the types and variables that the specification names, and the shapes of their values.

const words = (/** @type {string} */ text) => text.trim().split(/\s+/);

const TYPES = words(`article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
	dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
	manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication
	post post-weblog regulation report review review-book software song speech standard thesis treaty webpage`);
const NAMES = words(`author chair collection-editor compiler composer container-author contributor curator director editor
	editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author
	performer producer recipient reviewed-author script-writer series-creator translator`);
const DATES = words('accessed available-date event-date issued original-date submitted');
const NUMBERS = words(`chapter-number citation-number collection-number edition first-reference-note-number issue locator number
	number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version volume`);
const TEXTS = words(`abstract annote archive archive_collection archive_location archive-place authority call-number citation-key
	citation-label collection-title container-title container-title-short dimensions division DOI event event-title event-place
	genre ISBN ISSN jurisdiction journalAbbreviation keyword language license medium note original-publisher
	original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre
	reviewed-title scale shortTitle source status title title-short URL volume-title year-suffix`);

const text = { type: 'string' };
const number = { type: ['string', 'number'] };
const name = {
	type: 'object',
	properties: {
		family: text, given: text, 'dropping-particle': text, 'non-dropping-particle': text, suffix: text, literal: text,
		'comma-suffix': { type: ['string', 'number', 'boolean'] },
		'static-ordering': { type: ['string', 'number', 'boolean'] },
		'parse-names': { type: ['string', 'number', 'boolean'] },
	},
	additionalProperties: false,
};
const parts = { type: 'array', items: { type: ['string', 'number'] }, maxItems: 3 };
const date = {
	type: 'object',
	properties: {
		'date-parts': { type: 'array', items: parts, maxItems: 2 },
		season: number, circa: { type: ['string', 'number', 'boolean'] }, literal: text, raw: text, edtf: text,
	},
	additionalProperties: false,
};

/** @param {string[]} keys @param {object} value */
const all = (keys, value) => Object.fromEntries(keys.map((key) => [key, value]));

export const schema = {
	type: 'array',
	items: {
		type: 'object',
		properties: {
			id: number,
			type: { enum: TYPES },
			categories: { type: 'array', items: text },
			custom: { type: 'object' },
			...all(NAMES, { type: 'array', items: name }),
			...all(DATES, date),
			...all(NUMBERS, number),
			...all(TEXTS, text),
		},
		required: ['type', 'id'],
		additionalProperties: false,
	},
};
