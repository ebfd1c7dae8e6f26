// What holds for the elements without a browser: they import anywhere, and their manifest and types tell the truth.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { manifest } from '../../scripts/manifest.js';
import * as elements from '../../www/elements/index.js';

const file = (/** @type {string} */ path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the classes import without a browser, and define nothing', () => {
	assert.deepEqual(Object.keys(elements), ['CallslipCiteElement', 'CallslipDocumentElement', 'CallslipListElement', 'CallslipQuoteElement']);
	assert.equal(globalThis.customElements, undefined);
});

test('custom-elements.json is what the comments say (node scripts/manifest.js writes it)', async () => {
	assert.equal(await file('custom-elements.json'), await manifest());
});

test('every attribute that an element observes is documented', async () => {
	const { modules } = JSON.parse(await manifest());
	for (const { declarations: [{ name, tagName, attributes }] } of modules) {
		const documented = attributes.map((attribute) => attribute.name);
		const observed = (elements[name].observedAttributes ?? []).filter((attribute) => attribute !== 'lang');
		assert.deepEqual(observed.filter((attribute) => !documented.includes(attribute)), [], tagName);
	}
});

test('every tag has a type', async () => {
	const [define, { modules }] = [await file('www/elements/define.d.ts'), JSON.parse(await manifest())];
	for (const { declarations: [{ name, tagName }] } of modules) assert.match(define, new RegExp(`'${tagName}': ${name};`));
});

test('every part that the manifest names is there', async () => {
	const { modules } = JSON.parse(await manifest());
	for (const { path, declarations: [{ cssParts }] } of modules) {
		const code = await file(path);
		for (const { name } of cssParts) assert.match(code, new RegExp(`part: '${name}'`), `${path}: ${name}`);
	}
});
