// The short form of `npm run soak` in Node; tests/browser/soak.test.js has that of the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken, table } from '../soak/bounds.js';
import { soak } from '../soak/node.js';

test('many citations and documents leave no memory behind', async () => {
	const figures = await soak({ citations: 20_000, documents: 300 });
	assert.deepEqual(broken(figures), [], table(figures));
});

test('what grows is told', () => {
	const warm = { module: 65536, heap: 1000, nodes: 10, listeners: 3 };
	assert.deepEqual(broken({ warm, end: warm }), []);
	const end = { module: 131072, heap: 3_000_000, nodes: 40, listeners: 4 };
	assert.equal(broken({ warm, end }).length, 4);
	assert.equal(broken({ warm, end: { ...warm, nodes: NaN } }).length, 1);
});
