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

test('where several disagree, the most trusted has each field, and it is said which', async () => {
	const sources = [
		['highwire', '<meta name="citation_title" content="highwire"><meta name="citation_doi" content="10.1/a">'],
		['dublin-core', '<meta name="DC.title" content="dublin-core"><meta name="DC.creator" content="Brandt, Anna">'],
		['zotero', '<meta name="z:title" content="zotero"><meta name="z:archive" content="State Archives">'],
		['json-ld', '<script type="application/ld+json">{"@type":"WebPage","name":"json-ld","author":{"@type":"Person","name":"Web Master"}}</script>'],
		['open-graph', '<meta property="og:title" content="open-graph"><meta property="og:site_name" content="Harbours">'],
		['coins', '<span class="Z3988" title="rft.title=coins&amp;rft.volume=4"></span>'],
		['page', '<h1>page</h1>'],
	];
	for (const [at, [origin]] of sources.entries()) {
		const item = await read('<link rel="canonical" href="/a"><link rel="cite-as" href="/b">', sources.slice(at).map(([, html]) => html).join(''), true);
		assert.deepEqual([item.title, item.origins.title], [origin, origin]);
		assert.deepEqual([item.URL, item.origins.URL], [new URL('/b', site.lax).href, 'page']);
		assert.deepEqual(Object.keys(item).filter((key) => !/^(hasAccessed|origins)$/.test(key)).sort(), Object.keys(item.origins).sort());
		if (at === 0) assert.deepEqual(item.author, [{ family: 'Brandt', given: 'Anna' }]);
	}
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
