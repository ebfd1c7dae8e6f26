// Attacks in every field of every format: what comes out holds nothing but what Callslip itself writes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { render } from '../../bin/callslip.js';
import { bibliography, cite, formats, load, read, show, write } from '../../www/node.js';
import * as attacks from '../attacks.js';

await load();
const corpus = JSON.parse(await readFile(new URL('../fixtures/attacks.json', import.meta.url), 'utf8'));
/** @type {string[]} */
const ALL = Object.values(corpus).flat();
const FORMS = /** @type {const} */ (['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred']);

/** Fails with the attack in words. @param {string} strange @param {string} attack */
const fine = (strange, attack) => assert.equal(strange, '', `from ${JSON.stringify(attack)}`);

test('there are at least 200 different attacks, and inputs for every format that is read', () => {
	assert.ok(new Set(ALL).size >= 200, `${ALL.length}`);
	assert.equal(new Set(ALL).size, ALL.length);
	assert.deepEqual([...attacks.formats].sort(), formats().read.sort());
});

test('the allow-lists let nothing bad through, and what is good', () => {
	for (const bad of ['<img src="x">', '<p onclick="a()">x</p>', '<a href="javascript:a()">x</a>', '<p class="x">a</p>', '<p>a', '</p>', 'a < b', '&nbsp;', '<p id="body">x</p>', '<i>a<b>c</i></b>']) {
		assert.notEqual(attacks.strange(bad), '', bad);
	}
	for (const bad of ['<img>', '[x](javascript:a)', '[x](<javascript:a>)', '[x](<https://a/> b>)', '`a', '<https://a/><b onclick=a>', '\\\\<img>']) {
		assert.notEqual(attacks.strangeMarkdown(bad), '', bad);
	}
	assert.equal(attacks.strange('<p id="p-1" data-para="1"><a class="callslip-number" href="#p-1">1.</a> a &lt;b&gt; "c"<br></p>'), '');
	assert.equal(attacks.strangeMarkdown('\\<img> [x](<https://a/>) <https://a/?b> <i>a</i> a < b'), '');
});

for (const format of attacks.formats) {
	test(`${format}: read and shown`, () => {
		for (const attack of ALL) {
			for (const text of attacks.inputs(format, attack)) {
				const { document, item } = read(text, { format });
				fine(attacks.strange(show(document, { places: true, prefix: attack.includes('"') ? '' : 'a-' })), attack);
				fine(attacks.strange(cite(item, { links: true }).html), attack);
			}
		}
	});
}

test('read without a format, with the attack as the address, and as bytes', () => {
	for (const attack of ALL) {
		const { document, item } = read(attack, { url: attack });
		fine(attacks.strange(show(document)), attack);
		fine(attacks.strange(cite(item, { links: true }).html), attack);
		fine(attacks.strange(show(read(new TextEncoder().encode(attack)).document)), attack);
	}
});

test('cited in every form of both editions, with the attack in the options too', () => {
	for (const [at, attack] of ALL.entries()) {
		for (const item of attacks.items(attack)) {
			for (const form of FORMS) {
				const words = { prefix: attack, suffix: attack, hereafter: attack, locator: { label: 'page', value: attack } };
				const { html, markdown } = cite(item, { form, edition: at % 2 ? 17 : 18, links: true, ...(at % 3 ? words : {}) });
				fine(attacks.strange(html), attack);
				fine(attacks.strangeMarkdown(markdown), attack);
			}
		}
	}
});

test('by the module of usual citations: as by the whole one, or not at all', async () => {
	const usual = await import('../../www/pkg/usual/callslip.js');
	usual.initSync({ module: await readFile(new URL('../../www/pkg/usual/callslip_bg.wasm', import.meta.url)) });
	let cited = 0;
	for (const attack of ALL) {
		for (const item of [{ type: 'book', title: attack }, { type: 'webpage', title: 'A', URL: attack }, attacks.items(attack)[0]]) {
			try {
				const found = usual.cite(new TextEncoder().encode(JSON.stringify([item, {}])));
				assert.deepEqual(JSON.parse(found), cite(item), attack);
				cited += 1;
			} catch (error) {
				if (!(error instanceof WebAssembly.RuntimeError)) throw error;
				usual.__wbg_reset_state();
			}
		}
	}
	assert.ok(cited > 200, `${cited}`);
});

test('in bibliographies', () => {
	const items = ALL.flatMap((attack) => attacks.items(attack).slice(0, 2));
	for (const options of [{}, { system: 'author-date', group: true, number: true }, { edition: 17, dash: true, collect: true, citations: true }]) {
		const { html, entries } = bibliography(items, /** @type {any} */ (options));
		assert.ok(entries.length > 100, `${entries.length}`);
		// Around the entries stand lists and paragraphs; the entries are the runs of text.
		fine(html.replace(/<[^>]*>/g, '').includes('<') ? html : '', 'all');
		for (const entry of entries) {
			fine(attacks.strange(entry.html), entry.id);
			if (entry.citation) fine(attacks.strange(entry.citation.html), entry.id);
		}
	}
});

/** What must hold of an export. @type {Record<string, (text: string, attack: string) => void>} */
const EXPORTS = {
	'csl-json': (text, attack) => {
		const { id, title } = [JSON.parse(text)].flat()[0];
		assert.equal(typeof id, 'string', attack);
		assert.ok(title === undefined || typeof title === 'string', attack);
	},
	'json-ld': (text, attack) => {
		JSON.parse(text);
		assert.ok(!text.includes('<'), attack);
	},
	// One record: no field ends its line and begins another.
	ris: (text, attack) => {
		const lines = text.trimEnd().split(/\r\n|\r|\n/);
		assert.ok(lines.every((line) => /^[A-Z][A-Z0-9]  - /.test(line + ' ')), attack);
		assert.deepEqual([lines.filter((line) => line.startsWith('TY')).length, lines.filter((line) => line.startsWith('ER')).length], [1, 1], attack);
	},
	bibtex: oneEntry,
	biblatex: oneEntry,
	coins: (text, attack) => assert.match(text, /^<span class="Z3988" title="[^"<>]*"><\/span>\s*$/, attack),
	meta: (text, attack) => {
		for (const line of text.trim().split('\n')) {
			// The content of a tag may run over lines; none of them can end it.
			assert.ok(!/[<>]/.test(line.replace(/<(meta name|link rel)="[\w:.-]+" (content="|href="https?:\/\/)/g, '').replace(/">$/, '')), `${attack}: ${line}`);
		}
	},
};

/** One entry whose braces match, and no command that TeX would run. @param {string} text @param {string} attack */
function oneEntry(text, attack) {
	const bare = text.replaceAll(/\\[\\{}]/g, '');
	let depth = 0;
	for (const sign of bare.match(/[{}]/g) ?? []) {
		depth += sign === '{' ? 1 : -1;
		assert.ok(depth >= 0, attack);
	}
	assert.equal(depth, 0, attack);
	assert.doesNotMatch(text, /\\(input|include|immediate|write|catcode|csname|def|href|begin|unicode)\b/, attack);
	assert.equal(read(text, { format: 'bibtex' }).items, undefined, `${attack}: several entries in ${text}`);
}

test('exported, an attack stays within its field', () => {
	assert.deepEqual(Object.keys(EXPORTS).sort(), formats().write.sort());
	for (const attack of ALL) {
		for (const item of attacks.items(attack)) {
			for (const [format, check] of Object.entries(EXPORTS)) check(write(item, format), attack);
		}
	}
});

test('on the page that `callslip render` makes', async () => {
	const FINE = [
		/^<!doctype html>$/, /^<\/?(html|head|body|main|style|title|script|callslip-document|callslip-cite|span)>$/, /^<html lang="en">$/, /^<meta charset="utf-8">$/,
		/^<meta( data-callslip)? name="[\w:.-]+" content="[^"<>]*">$/, /^<link( data-callslip)? rel="(schema\.dcterms|cite-as)" href="https?:\/\/[^"<>]*">$/,
		/^<script type="application\/(ld\+json|vnd\.citationstyles\.csl\+json)"( data-callslip)?>$/, /^<script type="module" src="\/define\.js">$/,
		/^<callslip-document id="document">$/, /^<callslip-cite for="document">$/, /^<span class="callslip-citation" lang="en" dir="ltr">$/,
		// Remarks and sources, within the article.
		/^<\/?(details|summary|ul|li|q|dl|dt|dd)>$/, /^<details class="callslip-(remarks|sources)"( open)?>$/, /^<ul lang="en" dir="ltr">$/, /^<li data-severity="(error|warning|info)">$/, /^<dd dir="auto">$/,
	];
	for (const attack of ALL) {
		const [text] = attacks.inputs('archive-text', attack);
		const { page } = await render(text, { url: attack, elements: '/define.js' });
		const [article] = /<article[^]*<\/article>/.exec(page) ?? ['<missing>'];
		const details = (article.match(/<details[^]*?<\/details>/g) ?? []).join('');
		fine(attacks.strange(article.replace(/<details[^]*?<\/details>/g, '')), attack);
		const [note] = /(?<=<span class="callslip-citation"[^>]*>).*?(?=<\/span><\/callslip-cite>)/s.exec(page) ?? ['<missing>'];
		fine(attacks.strange(note), attack);
		const rest = page.replace(article, () => details).replace(note, '').replace(/<style>[^]*?<\/style>/, '');
		for (const [tag] of rest.matchAll(/<[^>]*>?/g)) {
			assert.ok(FINE.some((one) => one.test(tag)), `${tag} from ${JSON.stringify(attack)}`);
		}
	}
});

test('no key of an input reaches a prototype', () => {
	const before = Object.getOwnPropertyNames(Object.prototype).length;
	for (const attack of corpus.names) {
		for (const format of ['csl-json', 'zotero-json', 'json', 'json-ld', 'iiif', 'wilson-json']) {
			for (const text of attacks.inputs(format, attack)) {
				const { item } = read(text, { format });
				Object.assign({}, item);
				assert.equal(/** @type {any} */ ({}).pwned, undefined);
			}
		}
	}
	assert.equal(Object.getOwnPropertyNames(Object.prototype).length, before);
	assert.equal(/** @type {any} */ (globalThis).pwned, undefined);
});
