// What holds for the elements without a browser: they import anywhere, and their manifest and types tell the truth.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { manifest, withReference } from '../../scripts/manifest.js';
import * as elements from '../../www/elements/index.js';

const file = (/** @type {string} */ path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the classes import without a browser, and define nothing', () => {
	assert.deepEqual(Object.keys(elements), ['CallslipCiteElement', 'CallslipDocumentElement', 'CallslipListElement', 'CallslipQuoteElement']);
	assert.equal(globalThis.customElements, undefined);
});

test('custom-elements.json is what the comments say (node scripts/manifest.js writes it)', async () => {
	assert.equal(await file('custom-elements.json'), await manifest());
});

test('the reference on the manual page is what custom-elements.json says (node scripts/manifest.js writes it)', async () => {
	const page = await file('www/index.html');
	assert.equal(page, withReference(page, await manifest()));
	for (const word of ['callslip-read', '::part(copy)', '--callslip-serif', '<code>copy()</code>']) assert.ok(page.includes(word), word);
});

test('every custom property that the manifest names is used, and every one that is used is named', async () => {
	const { modules } = JSON.parse(await manifest());
	const named = new Set(modules.flatMap(({ declarations: [{ cssProperties }] }) => cssProperties.map(({ name }) => name)));
	const code = await Promise.all(['style.js', 'control-style.js', 'callslip-list.js', 'callslip-quote.js'].map((name) => file(`www/elements/${name}`)));
	const used = new Set(code.join('').replace(/\/\*\*.*?\*\//gs, '').match(/--callslip-\w+/g));
	assert.deepEqual([...named].sort(), [...used].sort());
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
