// The module of usual citations: what it cannot do, the whole one does, and nobody sees the difference.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { FETCHING, inFreshProcess } from './fresh.js';

const BEGIN = `${FETCHING}
	const { bibliography, cite, citeAsync } = callslip;
	const statute = { type: 'legislation', title: 'Harbours Act', 'container-title': 'Statutes of Maren', volume: '12', page: '45', issued: { raw: 'May 1, 1951' } };
`;

test('the usual module cites usual items, and each as the whole one does', async () => {
	const { fetched, usual, whole } = await inFreshProcess(`${BEGIN}
		const items = JSON.parse(await readFile('scripts/usual.json', 'utf8'));
		const options = ['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred'].flatMap((form) => [{ form }, { form, edition: 17 }]);
		const cases = items.flatMap((item) => options.map((option) => [item, option]));
		const usual = await Promise.all(cases.map((one) => citeAsync(...one)));
		const fetchedFirst = [...fetched];
		await load({ only: 'cite' });
		const whole = cases.map((one) => cite(...one));
		console.log(JSON.stringify({ fetched: fetchedFirst, usual, whole }));
	`);
	assert.deepEqual(fetched, ['usual']);
	assert.ok(usual.length > 300);
	assert.deepEqual(usual, whole);
});

test('what is not usual is cited by the whole module, from then on', async () => {
	const { fetched, cited, again, whole } = await inFreshProcess(`${BEGIN}
		const cited = await citeAsync(statute);
		const again = await citeAsync({ type: 'book', title: 'A Book' });
		await load();
		console.log(JSON.stringify({ fetched, cited, again, whole: cite(statute) }));
	`);
	assert.deepEqual(fetched, ['usual', 'cite', 'all']);
	assert.deepEqual(cited, whole);
	assert.equal(again.text, 'A Book (n.d.).');
});

test('a wrong argument is a TypeError, whichever module finds it', async () => {
	const { said } = await inFreshProcess(`${BEGIN}
		const said = [];
		for (const wrong of [() => citeAsync('x'), () => citeAsync({ type: 'book' }, { edition: 3 })]) {
			await wrong().catch((error) => said.push([error.constructor.name, error.message]));
		}
		console.log(JSON.stringify({ said }));
	`);
	assert.deepEqual(said, [
		['TypeError', 'item: expected an object'],
		['TypeError', 'edition: expected 17 or 18'],
	]);
});

test('where a module is loaded already, it serves', async () => {
	const { fetched } = await inFreshProcess(`${BEGIN}
		await load({ only: 'cite' });
		await citeAsync({ type: 'book', title: 'A Book' });
		bibliography([statute]);
		console.log(JSON.stringify({ fetched }));
	`);
	assert.deepEqual(fetched, ['cite']);
});

test('the usual module is less than four fifths of the one it is made of', async () => {
	const [usual, cite] = await Promise.all(['usual', 'cite'].map((part) => readFile(new URL(`../../www/pkg/${part}/callslip_bg.wasm`, import.meta.url))));
	assert.ok(usual.length < cite.length * 0.8);
});
