// `callslip render` makes a page that is complete without JavaScript.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { render } from '../../bin/callslip.js';

const specimen = await readFile(new URL('../../www/document.txt', import.meta.url), 'utf8');

test('the page holds the document, its note and its item', async () => {
	const { page } = await render(specimen, { url: 'https://example.org/specimen/2114' });
	assert.match(page, /<title>Telegram from the Legation in Port Sorrel/);
	assert.match(page, /<p [^>]*id="p-1" data-para="1">/);
	assert.match(page, /<callslip-cite for="document"><span class="callslip-citation" lang="en" dir="ltr">“?Telegram from the Legation/);
	const [, item] = /csl\+json">(.*?)<\/script>/s.exec(page) ?? [];
	assert.match(JSON.parse(item).title, /^Telegram from the Legation/);
	assert.doesNotMatch(page, /<script type="module"/);
});

test('a document cannot break out of the page', async () => {
	const { page } = await render(specimen.replaceAll('Port Sorrel', '</script><script>alert(1)</script>'), { elements: '"><script>' });
	assert.equal(page.match(/<script(?![^>]*(json|module))/g), null);
});

test('the words that are the page\'s own come in its language', async () => {
	const { page } = await render(specimen.replace(/^/, 'Title: \n\n'), { language: 'ar' });
	const { default: words } = await import('../../www/elements/words/ar.js');
	assert.match(page, /^<!doctype html>\n<html lang="ar" dir="rtl">/);
	assert.ok(page.includes(`<summary>${words.sources}</summary>`));
	await assert.rejects(render(specimen, { language: 'xx' }), TypeError);
});
