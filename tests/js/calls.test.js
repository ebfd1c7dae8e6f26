// Who gives modules is told for how many calls one counts, and only the first one who offers to is asked.

import assert from 'node:assert/strict';
import test from 'node:test';
import { bibliography, load } from '../../www/callslip.js';
import { setSupply } from '../../www/load.js';

test('a list counts for as many calls as it has items', async () => {
	/** @type {unknown[]} */
	const asked = [];
	const module = /** @type {any} */ ({ bibliography: () => '{"entries":[],"warnings":[]}' });
	setSupply((part, calls) => {
		asked.push([part, calls]);
		return module;
	});
	setSupply(() => {
		throw new Error('a second one was asked');
	});
	const items = ['book', 'article', 'report'].map((type) => ({ type }));
	assert.throws(() => bibliography(items), /call load\(\)/);
	await load();
	assert.deepEqual(bibliography(items).entries, []);
	assert.deepEqual(asked, [['cite', 0], ['cite', 3]]);
});
