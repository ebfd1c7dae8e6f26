// The short form of `npm run soak` in a page. Only Chromium tells what memory, nodes and listeners there are.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken, table } from '../soak/bounds.js';
import { soak } from '../soak/chromium.js';
import { browsers } from './open.js';

if (browsers.includes('chromium')) {
	test('many citations and documents leave no memory, nodes or listeners behind', async () => {
		const figures = await soak({ citations: 20_000, documents: 300 });
		assert.deepEqual(broken(figures), [], table(figures));
	});
}

if (browsers.some((name) => name !== 'chromium')) {
	test('soak: only Chromium tells', { skip: 'skipped: memory and nodes are measured in Chromium' });
}
