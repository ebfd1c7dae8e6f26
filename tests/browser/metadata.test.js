// What a page says of itself is read field by field, the best source first.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browsers, inPage, open, sites } from './open.js';

/** @type {import('selenium-webdriver').WebDriver} */
let driver;
/** @type {Awaited<ReturnType<typeof sites>>} */
let site;
before(async () => {
	site = await sites();
	driver = await open(browsers[0]);
	await driver.get(site.lax);
});
after(async () => {
	await driver?.quit();
	await site.close();
});

/** @param {string} head @param {string} [body] @param {boolean} [origins] Whether to say where each field was read. */
const read = (head, body = '', origins = false) =>
	inPage(driver, async (head, body, origins) => {
		const { readPage } = await import('/www/page.js');
		const page = new DOMParser().parseFromString(`<html lang="en"><head>${head}</head><body>${body}</body></html>`, 'text/html');
		const { accessed, custom, ...item } = readPage(page);
		return { ...item, hasAccessed: Boolean(accessed), ...(origins && { origins: custom.origins }) };
	}, head, body, origins);

test('a plain page is a web page, with its address, and the day it was seen', async () => {
	const item = await read('<title>Ferries | Maren</title><link rel="canonical" href="/ferries"><meta property="og:site_name" content="Maren">', '<h1>Ferries</h1>');
	assert.deepEqual(item, {
		type: 'webpage', title: 'Ferries', 'container-title': 'Maren', URL: new URL('/ferries', site.lax).href, language: 'en', hasAccessed: true,
	});
});

test('Zotero’s tags and Dublin Core make a letter with its archive', async () => {
	const item = await read(`<title>x</title>
		<meta name="z:itemType" content="letter"><meta name="z:letterType" content="Telegram">
		<meta name="dcterms.title" content="Ferries"><meta name="DCTERMS.creator" content="Brandt, Anna"><meta name="z:recipients" content="Vell, Tomas">
		<meta name="dcterms.created" content="1951-03-09"><meta name="z:archive" content="State Archives"><meta name="z:archiveLocation" content="folder 208">`);
	assert.equal(item.type, 'personal_communication');
	assert.equal(item.genre, 'Telegram');
	assert.deepEqual(item.author, [{ family: 'Brandt', given: 'Anna' }]);
	assert.deepEqual(item.recipient, [{ family: 'Vell', given: 'Tomas' }]);
	assert.deepEqual(item.issued, { 'date-parts': [[1951, 3, 9]] });
	assert.deepEqual([item.archive, item.archive_location, item.hasAccessed], ['State Archives', 'folder 208', false]);
});

test('Highwire makes an article', async () => {
	const item = await read(`<meta name="citation_title" content="Boats"><meta name="citation_journal_title" content="Harbours">
		<meta name="citation_author" content="Anna Brandt"><meta name="citation_author" content="Port Authority Commission"><meta name="citation_volume" content="4">
		<meta name="citation_firstpage" content="12"><meta name="citation_lastpage" content="20"><meta name="citation_publication_date" content="2016/04">`);
	assert.equal(item.type, 'article-journal');
	assert.deepEqual(item.author, [{ family: 'Brandt', given: 'Anna' }, { literal: 'Port Authority Commission' }]);
	assert.deepEqual([item['container-title'], item.volume, item.page], ['Harbours', '4', '12-20']);
	assert.deepEqual(item.issued, { 'date-parts': [[2016, 4]] });
});

test('JSON-LD gives the main thing of the page, however deep', async () => {
	const json = { '@graph': [{ '@type': 'WebPage', name: 'No' }, {
		'@type': ['ArchiveComponent', 'Message'], name: 'Telegram', sender: { '@type': 'Organization', name: 'Legation' },
		recipient: { '@type': 'Person', name: 'Tomas Vell' }, dateSent: '1951-03-09', holdingArchive: { name: 'State Archives' }, itemLocation: 'box 4' }] };
	const item = await read(`<title>x</title><script type="application/ld+json">${JSON.stringify(json)}</script><script type="application/ld+json">{bad</script>`);
	assert.equal(item.type, 'personal_communication');
	assert.deepEqual(item.author, [{ literal: 'Legation' }]);
	assert.deepEqual(item.recipient, [{ family: 'Vell', given: 'Tomas' }]);
	assert.deepEqual([item.archive, item.archive_location], ['State Archives', 'box 4']);
});

test('one COinS is the page; several are a list', async () => {
	const span = '<span class="Z3988" title="rft.type=manuscript&amp;rft.title=Diary&amp;rft.aulast=Lind&amp;rft.aufirst=Ada&amp;rft.date=1901"></span>';
	const item = await read('<title>x</title>', span);
	assert.deepEqual([item.type, item.title, item.author], ['manuscript', 'Diary', [{ family: 'Lind', given: 'Ada' }]]);
	assert.equal((await read('<title>x</title>', span + span)).type, 'webpage');
	const family = 'rft.aulast=Lind&amp;rft.aufirst=Ada&amp;rft.au=Lind, Ada&amp;rft.au=Lind, Mary&amp;rft.au=Roe, Jim';
	const { author } = await read('<title>x</title>', `<span class="Z3988" title="rft.title=Diary&amp;${family}"></span>`);
	assert.deepEqual(author.map((/** @type {any} */ name) => name.given), ['Ada', 'Mary', 'Jim']);
});

test('names and dates as catalogues write them', async () => {
	const names = ['Lind, Ada, 1871-1950', 'Roe, John, Jr.', 'van der Berg, A.', 'Brandt, Anna, b. 1901', 'Port Authority, Department of Ferries', 'Ada Lind'];
	const item = await read(names.map((name) => `<meta name="citation_author" content="${name}">`).join('') + '<meta name="citation_date" content="May 3, 2020">');
	assert.deepEqual(item.author, [
		{ family: 'Lind', given: 'Ada' }, { family: 'Roe', given: 'John', suffix: 'Jr.' }, { family: 'van der Berg', given: 'A.' },
		{ family: 'Brandt', given: 'Anna' }, { literal: 'Port Authority, Department of Ferries' }, { family: 'Lind', given: 'Ada' },
	]);
	assert.deepEqual(item.issued, { raw: 'May 3, 2020' });
	const thing = { '@type': 'ArchiveComponent', name: 'Diary', creator: [{ name: 'Lind, Ada' }, { name: 'Ferries' }], dateCreated: 'ca. 1901' };
	const { author, issued } = await read(`<script type="application/ld+json">${JSON.stringify(thing)}</script>`);
	assert.deepEqual([author, issued], [[{ family: 'Lind', given: 'Ada' }, { literal: 'Ferries' }], { raw: 'ca. 1901' }]);
});

/** @param {string} family @returns {any} */
const named = (family) => [{ family, given: 'A.' }];
/** @param {Record<string, string>} tags */
const metas = (tags) => Object.entries(tags).map(([name, content]) => `<meta ${name.includes('og:') || name.includes('article:') ? 'property' : 'name'}="${name}" content="${content}">`).join('');
/** @param {any} json */
const script = (json) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

/**
 * Every source in the order of trust: what it looks like on a page, and all that it gives.
 * @type {[string, string, Record<string, any>][]}
 */
const SOURCES = [
	['highwire', metas({
		citation_title: 'highwire', citation_journal_title: 'H journal', citation_series_title: 'H series', citation_publisher: 'H press', citation_publication_place: 'H place',
		citation_volume: '1', citation_issue: '2', citation_edition: '3', citation_firstpage: '4', citation_lastpage: '5', citation_isbn: '978-1', citation_issn: '1111-1111',
		citation_abstract: 'H abstract', citation_language: 'ha', citation_author: 'Hand, A.', citation_translator: 'Hall, A.', citation_editor: 'Heath, A.',
		citation_publication_date: '1901', citation_public_url: 'https://h.example/1', citation_doi: 'doi:10.1001/h',
	}), {
		type: 'article-journal', title: 'highwire', 'container-title': 'H journal', 'collection-title': 'H series', publisher: 'H press', 'publisher-place': 'H place',
		volume: '1', issue: '2', edition: '3', page: '4-5', ISBN: '978-1', ISSN: '1111-1111', abstract: 'H abstract', language: 'ha', author: named('Hand'),
		translator: named('Hall'), editor: named('Heath'), issued: 1901, URL: 'https://h.example/1', DOI: '10.1001/h',
	}],
	['dublin-core', metas({
		'DC.title': 'dublin-core', 'DC.type': 'Text', 'dcterms.type': 'Letter', 'DC.publisher': 'D press', 'DCTERMS.provenance': 'D archive', 'DC.description': 'D abstract',
		'DC.language': 'da', 'DC.creator': 'Dunn, A.', 'DC.contributor': 'Dale, A.', 'DC.date': '1902', 'DC.identifier': 'https://d.example/1', 'dc.identifier.doi': '10.1002/d',
	}), {
		type: 'personal_communication', title: 'dublin-core', publisher: 'D press', archive: 'D archive', abstract: 'D abstract', language: 'da', author: named('Dunn'),
		contributor: named('Dale'), issued: 1902, URL: 'https://d.example/1', DOI: '10.1002/d',
	}],
	['json-ld', script({
		'@type': 'Manuscript', name: 'json-ld', genre: 'Diary', publisher: { name: 'J press' }, holdingArchive: { name: 'J archive' }, itemLocation: 'box 3', abstract: 'J abstract',
		inLanguage: 'ja', author: { '@type': 'Person', name: 'Jones, A.' }, translator: { '@type': 'Person', name: 'James, A.' }, editor: { '@type': 'Person', name: 'Joyce, A.' },
		recipient: { '@type': 'Person', name: 'Judd, A.' }, dateCreated: '1903', datePublished: '2003', url: 'https://j.example/1', sameAs: 'https://doi.org/10.1003/j', pagination: '6-7',
		isbn: '978-3', bookEdition: '4', isPartOf: { '@type': 'PublicationIssue', issueNumber: 8, isPartOf: { volumeNumber: 9, '@type': 'PublicationVolume', isPartOf: { name: 'J journal', issn: '3333-3333' } } },
	}), {
		type: 'manuscript', title: 'json-ld', genre: 'Diary', publisher: 'J press', archive: 'J archive', archive_location: 'box 3', abstract: 'J abstract', language: 'ja',
		author: named('Jones'), translator: named('James'), editor: named('Joyce'), recipient: named('Judd'), issued: 1903, URL: 'https://j.example/1', DOI: '10.1003/j', page: '6-7',
		ISBN: '978-3', edition: '4', issue: '8', volume: '9', 'container-title': 'J journal', ISSN: '3333-3333',
	}],
	['open-graph', metas({
		'og:type': 'book', 'og:title': 'open-graph', 'og:url': 'https://o.example/1', 'article:published_time': '1904-05-06T07:08:09Z', 'og:description': 'O abstract',
		'article:author': 'https://o.example/people/5',
	}) + '<meta property="book:author" content="Oaks, A."><meta property="book:isbn" content="978-4">', {
		type: 'book', title: 'open-graph', URL: 'https://o.example/1', issued: [1904, 5, 6], abstract: 'O abstract', author: named('Oaks'), ISBN: '978-4',
	}],
	['coins', `<span class="Z3988" title="${new URLSearchParams([
		['rft.genre', 'article'], ['rft.atitle', 'coins'], ['rft.title', 'C journal'], ['rft.series', 'C series'], ['rft.pub', 'C press'], ['rft.place', 'C place'], ['rft.volume', '11'],
		['rft.issue', '12'], ['rft.edition', '13'], ['rft.pages', '14-15'], ['rft.isbn', '978-5'], ['rft.issn', '5555-5555'], ['rft.description', 'C abstract'], ['rft.language', 'co'],
		['rft.source', 'C source'], ['rft.aulast', 'Cole'], ['rft.aufirst', 'A.'], ['rft.au', 'A. Cole'], ['rft.date', '1905'], ['rft_id', 'https://c.example/1'], ['rft_id', 'info:doi/10.1005/c'],
	]).toString().replaceAll('&', '&amp;')}"></span>`, {
		type: 'article-journal', title: 'coins', 'container-title': 'C journal', 'collection-title': 'C series', publisher: 'C press', 'publisher-place': 'C place', volume: '11', issue: '12',
		edition: '13', page: '14-15', ISBN: '978-5', ISSN: '5555-5555', abstract: 'C abstract', language: 'co', source: 'C source', author: named('Cole'), issued: 1905,
		URL: 'https://c.example/1', DOI: '10.1005/c',
	}],
	['zotero', metas({
		'z:itemType': 'bookSection', 'z:title': 'zotero', 'z:publicationTitle': 'Z book', 'z:series': 'Z series', 'z:publisher': 'Z press', 'z:place': 'Z place', 'z:archive': 'Z archive',
		'z:archiveLocation': 'folder 6', 'z:callNumber': 'Z 6', 'z:manuscriptType': 'Z kind', 'z:volume': '21', 'z:issue': '22', 'z:edition': '23', 'z:pages': '24', 'z:ISBN': '978-6',
		'z:ISSN': '6666-6666', 'z:abstractNote': 'Z abstract', 'z:language': 'za', 'z:libraryCatalog': 'Z catalogue', 'z:authors': 'Zorn, A.', 'z:recipients': 'Zell, A.',
		'z:translators': 'Zahn, A.', 'z:editors': 'Zink, A.', 'z:contributors': 'Zeeb, A.', 'z:date': '1906', 'z:url': 'https://z.example/1', 'z:DOI': '10.1006/z',
	}), {
		type: 'chapter', title: 'zotero', 'container-title': 'Z book', 'collection-title': 'Z series', publisher: 'Z press', 'publisher-place': 'Z place', archive: 'Z archive',
		archive_location: 'folder 6', 'call-number': 'Z 6', genre: 'Z kind', volume: '21', issue: '22', edition: '23', page: '24', ISBN: '978-6', ISSN: '6666-6666', abstract: 'Z abstract',
		language: 'za', source: 'Z catalogue', author: named('Zorn'), recipient: named('Zell'), translator: named('Zahn'), editor: named('Zink'), contributor: named('Zeeb'), issued: 1906,
		URL: 'https://z.example/1', DOI: '10.1006/z',
	}],
	['cite-as', '<link rel="cite-as" href="https://s.example/1">', { URL: 'https://s.example/1' }],
	['page', '<link rel="canonical" href="https://p.example/1"><meta name="author" content="Page, A."><meta name="date" content="1908"><h1>page</h1>', {
		type: 'webpage', title: 'page', author: named('Page'), issued: 1908, URL: 'https://p.example/1', language: 'en',
	}],
];
/** Names and dates as an item has them. @param {Record<string, any>} fields */
const asItem = ({ issued, ...fields }) => ({ ...fields, issued: { 'date-parts': [[issued].flat()] } });

test('all sources on one page, taken away one by one: each field is the most trusted one’s that has it, and it is said whose', async () => {
	for (let at = 0; at < SOURCES.length; at++) {
		const left = SOURCES.slice(at);
		// The order on the page says nothing.
		const { hasAccessed, origins, ...item } = await read('', left.map(([, html]) => html).reverse().join(''), true);
		/** @type {Record<string, any>} */
		const expected = {};
		/** @type {Record<string, string>} */
		const whose = {};
		for (const [origin, , fields] of left) {
			for (const [key, value] of Object.entries(fields)) {
				if (key in expected) continue;
				expected[key] = value;
				whose[key] = origin;
			}
		}
		assert.deepEqual(origins, whose);
		assert.deepEqual(item, asItem(expected));
		assert.equal(hasAccessed, false);
	}
});

test('each source alone gives all that it has', async () => {
	for (const [origin, html, fields] of SOURCES) {
		const { origins, ...item } = await read('', html, true);
		for (const [key, value] of Object.entries(asItem({ issued: 1908, ...fields }))) {
			if (key !== 'issued' || fields.issued) assert.deepEqual([key, item[key], origins[key]], [key, value, origin]);
		}
	}
});

test('JSON-LD of the site or the page in general stands behind every source of an item', async () => {
	const general = [
		{ '@type': 'WebSite', name: 'Maren', url: 'https://maren.example/' }, { '@type': 'Organization', name: 'Port Authority' },
		{ '@type': 'BreadcrumbList', name: 'Crumbs' }, { '@type': 'CollectionPage', name: 'Page', url: 'https://maren.example/page', author: { '@type': 'Person', name: 'Web Master' } },
	];
	const graph = script({ '@context': 'https://schema.org', '@graph': general });
	const tags = metas({ 'z:title': 'Ferries', 'z:itemType': 'letter', 'og:url': 'https://maren.example/ferries' });
	const { title, type, URL, author, origins, ...rest } = await read(tags, graph, true);
	assert.deepEqual([title, type, URL, rest['container-title']], ['Ferries', 'personal_communication', 'https://maren.example/ferries', undefined]);
	assert.deepEqual([author, origins.author, origins.title], [[{ family: 'Master', given: 'Web' }], 'json-ld', 'zotero']);
	const plain = await read('<title>x</title>', graph, true);
	assert.deepEqual([plain.title, plain.type, plain['container-title'], plain.URL], ['Page', 'webpage', 'Maren', 'https://maren.example/page']);
	assert.deepEqual([plain.origins.title, plain.origins.type], ['json-ld', 'page']);
});

test('JSON-LD as sites write it: references, the main thing of a page, a film beside the article', async () => {
	const graph = { '@graph': [
		{ '@type': 'VideoObject', name: 'Film' },
		{ '@type': 'Article', '@id': 'https://maren.example/ferries/#article', headline: 'Ferries', author: { '@id': '#lind' }, publisher: { '@id': '#maren' },
			mainEntityOfPage: { '@id': 'https://maren.example/ferries/' }, isPartOf: { '@id': '#page' }, datePublished: '2020-05-03T10:00:00+00:00' },
		{ '@type': 'WebPage', '@id': '#page', name: 'Ferries | Maren', isPartOf: { '@id': '#site' } }, { '@type': 'WebSite', '@id': '#site', name: 'Maren' },
		{ '@type': 'Person', '@id': '#lind', name: 'Ada Lind' }, { '@type': 'Organization', '@id': '#maren', name: 'Maren Press' },
	] };
	const { language, hasAccessed, ...item } = await read('<title>x</title>', script(graph));
	assert.deepEqual(item, {
		type: 'webpage', title: 'Ferries', author: [{ family: 'Lind', given: 'Ada' }], publisher: 'Maren Press', 'container-title': 'Maren',
		URL: 'https://maren.example/ferries/', issued: { 'date-parts': [[2020, 5, 3]] },
	});
	const main = await read('<title>x</title>', script({ '@type': 'ItemPage', name: 'No', mainEntity: { '@type': 'ArchiveComponent', name: 'Diary', itemLocation: 'box 4' } }));
	assert.deepEqual([main.type, main.title, main.archive_location], ['manuscript', 'Diary', 'box 4']);
	const news = await read('<meta property="og:site_name" content="The Harbour Post">', script({ '@type': 'NewsArticle', headline: 'Ferries' }));
	assert.deepEqual([news.type, news['container-title']], ['article-newspaper', 'The Harbour Post']);
});

test('JSON-LD: an issue’s journal by its address, a volume that is the journal, a thing within itself', async () => {
	const journal = { '@id': '#j', '@type': 'Periodical', name: 'Shore Studies' };
	const graph = (/** @type {any[]} */ ...things) => read(`<title>x</title><script type="application/ld+json">${JSON.stringify({ '@graph': things })}</script>`);
	const issue = { '@id': '#i', '@type': 'PublicationIssue', issueNumber: '4', isPartOf: { '@id': '#j' } };
	const referred = await graph({ '@type': 'ScholarlyArticle', name: 'Tides', isPartOf: '#i' }, issue, journal);
	assert.deepEqual([referred['container-title'], referred.issue], ['Shore Studies', '4']);
	const both = { '@id': '#v', '@type': ['PublicationVolume', 'Periodical'], name: 'Shore Studies', volumeNumber: '7' };
	const one = await graph({ '@type': 'ScholarlyArticle', name: 'Tides', isPartOf: '#v' }, both);
	assert.deepEqual([one['container-title'], one.volume], ['Shore Studies', '7']);
	const itself = await graph({ '@id': '#b', '@type': 'Book', name: 'Tides', isPartOf: { '@id': '#b' } });
	assert.equal(itself['container-title'], undefined);
});

test('an address by which to cite stands before the page’s own, whoever gives that', async () => {
	const own = new URL('/ferries', site.lax).href;
	const head = `<link rel="canonical" href="${own}"><link rel="cite-as" href="https://hdl.example/5">`;
	const item = await read(head + metas({ citation_abstract_html_url: own, 'og:url': `${own}#top` }), script({ '@type': 'Book', name: 'Boats', url: own }), true);
	assert.deepEqual([item.URL, item.origins.URL], ['https://hdl.example/5', 'cite-as']);
	assert.equal((await read(`<link rel="canonical" href="${own}">` + metas({ 'og:url': own }), '', true)).origins.URL, 'open-graph');
	assert.equal((await read(`<link rel="canonical" href="${own}"><link rel="cite-as" href="${own}">`, '', true)).origins.URL, 'cite-as');
});

test('a tag with a name and a property is both', async () => {
	const item = await read('<meta name="description" property="og:title dc:title" content="Ferries">', '', true);
	assert.deepEqual([item.title, item.origins.title], ['Ferries', 'dublin-core']);
});

test('what is no document is a TypeError', () =>
	inPage(driver, async () => {
		const { readPage } = await import('/www/callslip.js');
		for (const wrong of [null, 5, '<html>', {}]) {
			try {
				readPage(wrong);
			} catch (error) {
				if (error instanceof TypeError && error.message === 'page: expected a document') continue;
			}
			throw new Error(`${wrong} was taken`);
		}
	}));
