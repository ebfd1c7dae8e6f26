// The module of usual citations: what it cannot do, the whole one does, and nobody sees the difference.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs code in a process of its own whose `fetch` reads the checkout, and notes what is fetched. */
async function inFreshProcess(code) {
	const prelude = `
		import { readFile } from 'node:fs/promises';
		const fetched = [];
		globalThis.fetch = async (url) => {
			fetched.push(url.pathname.match(/pkg\\/(?:(\\w+)\\/)?callslip_bg/)[1] ?? 'all');
			return new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
		};
		const { bibliography, cite, citeAsync, load } = await import('./www/callslip.js');
		const statute = { type: 'legislation', title: 'Harbours Act', container-title: 'Statutes of Maren', volume: '12', page: '45', issued: { raw: 'May 1, 1951' } };
	`.replace('container-title:', "'container-title':");
	const args = ['--input-type=module', '--eval', prelude + code];
	return JSON.parse((await promisify(execFile)('node', args, { cwd: root })).stdout);
}

test('the usual module cites usual items, and each as the whole one does', async () => {
	const { fetched, usual, whole } = await inFreshProcess(`
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
	const { fetched, cited, again, whole } = await inFreshProcess(`
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
	const { said } = await inFreshProcess(`
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
	const { fetched } = await inFreshProcess(`
		await load({ only: 'cite' });
		await citeAsync({ type: 'book', title: 'A Book' });
		bibliography([statute]);
		console.log(JSON.stringify({ fetched }));
	`);
	assert.deepEqual(fetched, ['cite']);
});

test('the usual module is less than four fifths of the one it is made of', async () => {
	const [usual, cite] = await Promise.all(['usual', 'cite'].map((part) => readFile(`${root}www/pkg/${part}/callslip_bg.wasm`)));
	assert.ok(usual.length < cite.length * 0.8);
});
