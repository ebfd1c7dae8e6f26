// No language of the interface lacks a word, and none has a word too many.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import * as words from '../../www/elements/words.js';
import { ofDocuments } from '../../www/elements/words-document.js';
import { later } from '../../www/elements/words-later.js';

const { languages } = words;
const english = { ...words.english, ...later, ...ofDocuments };

const folder = new URL('../../www/elements/', import.meta.url);

test('every file of words is listed', async () => {
	const files = (await readdir(new URL('words/', folder))).map((name) => name.replace(/\.js$/, ''));
	assert.deepEqual(files.sort(), [...languages].sort());
});

for (const language of languages) {
	test(`${language} has every word, with the same places to fill in`, async () => {
		const words = (await import(new URL(`words/${language}.js`, folder).href)).default;
		assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
		for (const [word, text] of Object.entries(english)) {
			assert.ok(words[word].trim(), word);
			assert.deepEqual(words[word].match(/\{\w+\}/g), text.match(/\{\w+\}/g), word);
		}
	});
}

test('every word is used', async () => {
	const names = (await readdir(folder)).filter((name) => name.startsWith('callslip-'));
	const code = (await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
	const unused = Object.keys(english).filter((word) => !new RegExp(`['\`]${word}['\`]`).test(code));
	// Those are made of a form's name or an edition's number.
	assert.deepEqual(unused.filter((word) => !/^(copy |\d+$)/.test(word)), []);
});
