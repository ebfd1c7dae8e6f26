// Inputs with an attack in every field of every format, and what may stand in what is made of them. For Node and browsers.

/** Stands for the attack. */
const HERE = '@@';

/** @param {string} text */
const inJson = (text) => JSON.stringify(text).slice(1, -1);
/** @param {string} text */
const inXml = (text) => text.replace(/[&<>"'\0]/g, (character) => (character === '\0' ? '\ufffd' : `&#${character.charCodeAt(0)};`));
/** @param {string} text */
const asIs = (text) => text;

const PERSON = { family: HERE, given: HERE, suffix: HERE, 'non-dropping-particle': HERE };
const TEXTS = (
	'abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number citation-key ' +
	'collection-number collection-title container-title container-title-short DOI edition event-title event-place genre ISBN ISSN ' +
	'issue journalAbbreviation keyword license medium note number number-of-pages number-of-volumes original-publisher ' +
	'original-title page part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-title ' +
	'scale section source status supplement-number title title-short translated-title URL version volume volume-title year-suffix'
).split(' ');

/** An item with the mark in every field. @param {string} type */
const item = (type) => ({
	id: HERE,
	type,
	language: HERE,
	...Object.fromEntries(TEXTS.map((name) => [name, HERE])),
	author: [PERSON, { literal: HERE }],
	editor: [PERSON],
	translator: [{ literal: HERE }],
	recipient: [{ literal: HERE }],
	issued: { literal: HERE },
	accessed: { raw: HERE },
	custom: {
		[HERE]: HERE,
		callslip: {
			description: HERE, classification: HERE, itemNumber: HERE, host: HERE, recordId: HERE, creditLine: HERE, funding: HERE,
			originalLanguage: HERE, contents: [HERE, HERE], preferredCitation: HERE, dateAsPrinted: HERE,
			credits: [{ deed: HERE, names: [PERSON], for: HERE }],
			holding: { repository: HERE, verbatim: HERE, place: HERE, levels: [{ kind: HERE, label: HERE, name: HERE, value: HERE }] },
		},
	},
	[HERE]: HERE,
});

const ARCHIVE = `**${HERE}**
**${HERE}**

**Citation:**

“${HERE},” March 05, 1968, ${HERE}, ${HERE}. Obtained for ${HERE} by ${HERE} and translated for ${HERE} by ${HERE}.

<${HERE}>

**Summary:**

${HERE}

**Credits:**

${HERE}

**Original Language:**

${HERE}

**Contents:**

- ${HERE}

${HERE}

# ${HERE}

1. ${HERE}

2. Words, [${HERE}] and *${HERE}* and **${HERE}** and [${HERE}](${HERE}) and [words](${HERE})[^1]. (p. ${HERE})

- ${HERE}

> ${HERE}

| ${HERE} | ${HERE} |
|---|---|
| ${HERE} | ${HERE} |

[^1]: ${HERE}

Signed: ${HERE}
`;

const RIS = 'TI T1 T2 T3 ST AU A1 A2 A3 A4 ED DA PY Y1 Y2 AB N2 N1 KW DB DP AV CN CY PB PP SP EP SN UR L1 L2 LK DO ET IS VL LA M1 M2 M3 C1 C2 C3 C4 C5 C6 C7 C8 U1 RI RP SE SV TA TT OP RN ID AD AN CA J2 JO JF NV XX'.split(' ');
const BIBTEX = (
	'author editor translator title subtitle titleaddon booktitle journal journaltitle date year month url urldate doi eprint eprinttype publisher ' +
	'location address edition volume number series pages note annote abstract keywords howpublished organization institution school ' +
	'type library langid language origtitle isbn issn version addendum pubstate entrysubtype shorttitle crossref file xyz'
).split(' ');
const ZOTERO = (
	'title abstractNote letterType manuscriptType reportType place publisher date language shortTitle url accessDate archive ' +
	'archiveLocation libraryCatalog callNumber rights extra publicationTitle volume issue pages series DOI ISBN ISSN number version key xyz'
).split(' ');

/** @param {string[]} names @param {(name: string) => string} line */
const each = (names, line) => names.map(line).join('');
/** @param {string} name @param {string} [attributes] @param {string} [inside] */
const element = (name, attributes = '', inside = HERE) => `<${name} ${attributes}>${inside}</${name.split(' ')[0]}>`;
const THING = { '@type': HERE, '@id': HERE, name: HERE, url: HERE, givenName: HERE, familyName: HERE };
const LANGUAGES = { [HERE]: [HERE], en: [HERE] };

/** The formats: how a text is put into them, and an input with the mark in every field. @type {Record<string, [(text: string) => string, string]>} */
const FORMATS = {
	'archive-text': [asIs, ARCHIVE],
	pdf: [asIs, `%PDF-1.7 ${HERE}\n${HERE}`],
	'wilson-json': [inJson, JSON.stringify({
		document_url: HERE, original_publication_date: HERE, title: HERE, credits: HERE, text_body: `${HERE}\n1. ${HERE}\n\nSigned: ${HERE}`, summary: HERE,
		authors: [HERE], associated_places: [HERE], source: HERE, original_archive_title: [HERE], language: [HERE], record_id: HERE,
		original_classification: HERE, donors: [HERE], [HERE]: HERE,
	})],
	text: [asIs, `${HERE}\n\n${HERE}\n${HERE}\n`],
	'csl-json': [inJson, JSON.stringify([item('manuscript'), item('book'), item('article-journal'), item(HERE)])],
	'zotero-json': [inJson, JSON.stringify(['letter', 'book', HERE].map((itemType) => ({
		itemType, ...Object.fromEntries(ZOTERO.map((name) => [name, HERE])), tags: [{ tag: HERE }], relations: { [HERE]: HERE },
		creators: [{ firstName: HERE, lastName: HERE, creatorType: 'author' }, { name: HERE, creatorType: HERE }], [HERE]: HERE,
	})))],
	ris: [asIs, `TY  - PCOMM\n${each(RIS, (tag) => `${tag}  - ${HERE}\n`)}ER  - \nTY  - ${HERE}\nTI  - ${HERE}\nER  - \n`],
	bibtex: [asIs, `@unpublished{${HERE},\n${each(BIBTEX, (name) => `${name} = {${HERE}},\n`)}}\n@book{b, title = "${HERE}", note = "\\emph{${HERE}} \\url{${HERE}} \\href{${HERE}}{x}"}\n@comment{${HERE}}\n@string{s = "${HERE}"}\n@misc{c, title = s # "${HERE}"}`],
	marcxml: [inXml, `<record><leader>${HERE}</leader>${each('001 003 005 008'.split(' '), (tag) => element('controlfield', `tag="${tag}"`))}${each(
		'020 024 040 041 100 110 111 240 245 260 264 300 500 506 520 524 541 545 555 600 650 700 710 773 830 852 856 880 999'.split(' '),
		(tag) => element('datafield', `tag="${tag}" ind1="1" ind2="${HERE}"`, each([...'abcdu'], (code) => element('subfield', `code="${code}"`))),
	)}</record>`],
	mods: [inXml, element('mods', 'xmlns="http://www.loc.gov/mods/v3"', [
		element('titleInfo', `xml:lang="${HERE}" type="translated"`, each(['nonSort', 'title', 'subTitle', 'partNumber', 'partName'], (name) => element(name))),
		element('titleInfo', '', element('title')),
		element('name', 'type="personal"', `${element('namePart', 'type="family"')}${element('namePart', 'type="given"')}${element('role', '', element('roleTerm'))}`),
		element('name', '', `${element('namePart')}${element('displayForm')}`),
		element('originInfo', '', each(['dateCreated', 'dateIssued', 'publisher', 'edition', 'issuance', 'copyrightDate'], (name) => element(name)) + element('place', '', element('placeTerm'))),
		element('language', '', element('languageTerm')),
		each(['genre', 'typeOfResource', 'abstract', 'note', 'tableOfContents', 'accessCondition', 'classification', 'xyz'], (name) => element(name, `type="${HERE}" displayLabel="${HERE}"`)),
		element('identifier', 'type="doi"'), element('identifier', `type="${HERE}"`),
		element('location', '', ['physicalLocation', 'shelfLocator', 'url'].map((name) => element(name)).join('')),
		element('relatedItem', 'type="host"', element('titleInfo', '', element('title')) + element('part', '', element('detail', 'type="volume"', element('number')) + element('extent', '', element('start')))),
		element('subject', '', ['topic', 'geographic', 'temporal'].map((name) => element(name)).join('')),
		element('recordInfo', '', element('recordIdentifier')),
	].join(''))],
	tei: [inXml, `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${HERE}"><teiHeader><fileDesc><titleStmt>${each(['title', 'author', 'editor', 'principal', 'funder'], (name) => element(name))}</titleStmt><publicationStmt>${each(['publisher', 'pubPlace', 'date', 'idno', 'availability'], (name) => element(name, `when="${HERE}" type="${HERE}"`))}</publicationStmt><sourceDesc><msDesc><msIdentifier>${each(['country', 'settlement', 'repository', 'collection', 'idno'], (name) => element(name))}</msIdentifier></msDesc>${element('bibl', '', `${HERE}${element('title')}${element('ref', `target="${HERE}"`)}`)}</sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent">${each(['persName', 'placeName', 'date'], (name) => element(name, `when="${HERE}" ref="${HERE}"`))}</correspAction><correspAction type="received">${element('persName')}</correspAction></correspDesc><langUsage>${element('language', `ident="${HERE}"`)}</langUsage><abstract>${element('p')}</abstract></profileDesc></teiHeader><text xml:lang="${HERE}"><body><div type="${HERE}" n="${HERE}" xml:id="${HERE}">${element('head')}${element('opener', '', element('dateline') + element('salute'))}<p n="${HERE}">${HERE} ${element('hi', `rend="${HERE}"`)} ${element('hi', 'rend="italic"')} ${element('ref', `target="${HERE}"`)} <ptr target="${HERE}"/> ${element('foreign', `xml:lang="${HERE}"`)} <pb n="${HERE}"/> <lb/> ${element('note', `n="${HERE}" xml:id="${HERE}"`)} ${element('choice', '', element('sic') + element('corr'))} ${element('gap', `reason="${HERE}"`, '')} ${element('add', `place="${HERE}"`)} ${element('del')} ${element('unclear')} ${element('quote')} <graphic url="${HERE}"/> ${element('figDesc')} ${element('xyz', `href="${HERE}"`)}</p>${element('list', '', element('label') + element('item'))}${element('table', '', element('row', '', element('cell')))}${element('q', '', element('p'))}${element('lg', '', element('l'))}${element('closer', '', element('signed'))}</div></body></text></TEI>`],
	ead: [inXml, `<ead><eadheader><eadid url="${HERE}" identifier="${HERE}">${HERE}</eadid><filedesc><titlestmt>${element('titleproper')}${element('author')}</titlestmt><publicationstmt>${element('publisher')}${element('date')}</publicationstmt></filedesc></eadheader><archdesc level="collection"><did>${element('repository', '', element('corpname') + element('subarea'))}${each(['unittitle', 'unitid', 'unitdate', 'origination', 'physdesc', 'langmaterial', 'abstract', 'physloc', 'materialspec'], (name) => element(name, `label="${HERE}" normal="${HERE}"`))}<dao href="${HERE}" xlink:href="${HERE}" title="${HERE}"/>${element('container', `type="${HERE}" label="${HERE}"`)}</did>${each(['prefercite', 'bioghist', 'scopecontent', 'accessrestrict', 'userestrict', 'custodhist', 'odd', 'relatedmaterial'], (name) => element(name, `id="${HERE}"`, element('head') + element('p', '', `${HERE}${element('extref', `href="${HERE}"`)}${element('emph', `render="${HERE}"`)}${element('title', 'render="italic"')}`)))}${element('controlaccess', '', element('subject') + element('persname'))}<dsc>${element('c', 'level="series"', element('did', '', element('unittitle') + element('container', 'type="box"')) + element('c', `level="${HERE}"`, element('did', '', element('unittitle') + element('unitdate'))))}</dsc></archdesc></ead>`],
	eac: [inXml, `<eac-cpf><control>${element('recordId')}${element('maintenanceAgency', '', element('agencyName'))}</control><cpfDescription><identity>${element('entityType')}${element('nameEntry', `localType="${HERE}"`, element('part'))}</identity><description>${element('existDates', '', element('dateRange', '', element('fromDate', `standardDate="${HERE}"`) + element('toDate')))}${element('biogHist', '', element('abstract') + element('p'))}${element('place', '', element('placeEntry'))}</description><relations>${element('resourceRelation', `href="${HERE}" xlink:href="${HERE}"`, element('relationEntry'))}</relations></cpfDescription></eac-cpf>`],
	'dublin-core': [inXml, `<OAI-PMH><GetRecord><record><header>${element('identifier')}</header><metadata><dc xmlns="http://purl.org/dc/elements/1.1/">${each(
		'title creator contributor date type format identifier source language relation coverage rights publisher subject description abstract created issued isPartOf provenance bibliographicCitation xyz'.split(' '),
		(name) => element(name, `xml:lang="${HERE}"`),
	)}</dc></metadata></record></GetRecord></OAI-PMH>`],
	iiif: [inJson, JSON.stringify({
		'@context': 'http://iiif.io/api/presentation/3/context.json', id: HERE, type: HERE, label: LANGUAGES, summary: LANGUAGES, rights: HERE, navDate: HERE, description: HERE, attribution: HERE,
		requiredStatement: { label: LANGUAGES, value: LANGUAGES }, provider: [{ id: HERE, label: LANGUAGES, homepage: [{ id: HERE, label: LANGUAGES }] }],
		metadata: ['Author', 'Date', 'Title', 'Repository', HERE].map((name) => ({ label: { en: [name] }, value: LANGUAGES })),
		homepage: [{ id: HERE, label: LANGUAGES, format: HERE }], seeAlso: [{ id: HERE }], thumbnail: [{ id: HERE }],
		items: [{ id: HERE, label: LANGUAGES, items: [{ items: [{ body: { id: HERE, value: HERE } }] }] }], [HERE]: HERE,
	})],
	'json-ld': [inJson, JSON.stringify(['Message', 'Book', HERE].map((type) => ({
		...Object.fromEntries('name headline url identifier description abstract genre inLanguage dateCreated datePublished dateSent itemLocation pagination isbn license keywords xyz'.split(' ').map((name) => [name, HERE])),
		'@context': 'https://schema.org', '@type': type, '@id': HERE, author: [THING, HERE], sender: THING, recipient: THING, translator: THING, publisher: THING,
		holdingArchive: THING, isPartOf: THING, [HERE]: HERE,
	})))],
	html: [inXml, `<!doctype html><html lang="${HERE}"><head><title>${HERE}</title><meta name="${HERE}" content="${HERE}"></head><body><h1>${HERE}</h1><p title="${HERE}">${HERE} <a href="${HERE}">${HERE}</a></p></body></html>`],
	xml: [inXml, `<article lang="${HERE}"><info>${element('title')}${element('author')}${element('date')}</info><section id="${HERE}">${element('title')}${element('para', `role="${HERE}"`, `${HERE}${element('emphasis')}${element('link', `href="${HERE}" xlink:href="${HERE}"`)}${element('footnote')}`)}${element('itemizedlist', '', element('listitem'))}</section></article>`],
	json: [inJson, JSON.stringify({ [HERE]: HERE, a: [HERE, { [HERE]: HERE }], title: HERE, url: HERE })],
};

/** The formats that there are inputs for. */
export const formats = Object.keys(FORMATS);

/**
 * The inputs of a format with an attack in every field: put in as the format wants it, and as it is.
 * @param {string} format
 * @param {string} attack
 * @returns {string[]}
 */
export function inputs(format, attack) {
	const [encode, form] = FORMATS[format];
	return [...new Set([encode(attack), attack])].map((text) => form.replaceAll(HERE, () => text));
}

/** Items with an attack in every field. @param {string} attack @returns {any[]} */
export const items = (attack) => JSON.parse(inputs('csl-json', attack)[0]);

/** What may stand in a piece of HTML that Callslip made: elements, attributes, schemes of links. */
const TAGS = 'a article b blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 header hr i li ol p pre section span sub sup table tbody td tr ul'.split(' ');
const ATTRIBUTES = /^(aria-label|class|data-(end|field|para|start)|dir|href|id|lang|role|tabindex)$/;
const LINK = /^(https?:\/\/|mailto:|#)/i;
/** @type {Record<string, RegExp>} */
const VALUES = {
	class: /^callslip[a-z0-9 -]*$/,
	dir: /^(auto|ltr|rtl)$/,
	href: LINK,
	id: /^(a-)?(h|note|p|page|ref)-/,
	role: /^(doc-[a-z]+|region)$/,
	tabindex: /^0$/,
};

/**
 * What of a string of HTML no allow-list has; empty when all is well. The grammar is narrower than a browser's, so that
 * all browsers read it alike.
 * @param {string} html
 * @returns {string}
 */
export function strange(html) {
	const open = [];
	for (const [token, slash, tag, attributes] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|[^<>]+|[<>]/g)) {
		if (!tag) {
			if (/[<>]/.test(token) || /&(?!(amp|lt|gt|quot);)/.test(token)) return `text: ${token}`;
		} else if (!TAGS.includes(tag)) return `element: ${token}`;
		else if (slash) {
			if (open.pop() !== tag) return `not closed in order: ${token}`;
		} else {
			for (const [, name, value] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
				if (!allowed(name, value) || /&(?!(amp|lt|gt|quot);)/.test(value)) return `attribute: ${token}`;
			}
			if (tag !== 'br' && tag !== 'hr') open.push(tag);
		}
	}
	return open.length ? `not closed: ${open}` : '';
}

/** @param {string} name @param {string} value */
function allowed(name, value) {
	return ATTRIBUTES.test(name) && (VALUES[name]?.test(value) ?? true);
}

/**
 * What of a Markdown text could do more than look: HTML of others, or a link to no page and no letter.
 * @param {string} markdown
 * @returns {string}
 */
export function strangeMarkdown(markdown) {
	const left = markdown
		.replace(/\\[!-/:-@[-`{-~\n]/g, '.')
		.replace(/\]\(<(?:https?:\/\/|mailto:)[^<> \n\r]*>\)/gi, '')
		.replace(/<(?:https?:\/\/|mailto:)[^<> \n\r]*>/gi, '')
		.replace(/<\/?(?:b|i|sub|sup)>/g, '');
	const [found] = /.{0,30}(<[a-z/!?]|\]\(|`|\n).{0,30}/is.exec(left) ?? [""];
	return found;
}

/**
 * What of a page's nodes no allow-list has.
 * @param {Element | DocumentFragment} root
 * @param {(element: Element, name?: string) => boolean} [more] which other elements there may be, and attributes of them
 */
export function strangeNodes(root, more = () => false) {
	for (const element of root.querySelectorAll('*')) {
		const isFine = TAGS.includes(element.localName) || more(element);
		if (!isFine || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return element.outerHTML;
		for (const { name, value } of element.attributes) if (!allowed(name, value) && !more(element, name)) return element.outerHTML;
		// `:` is the scheme of what is no address at all.
		const { protocol } = /** @type {HTMLAnchorElement} */ (element);
		if (protocol && !/^((https?|mailto)?:)$/.test(protocol)) return element.outerHTML;
	}
	return '';
}
