// The snippets for catalogues that are written in PHP, with stand-ins of what the systems give them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { root } from '../../scripts/run.js';
import { cite, load } from '../../www/node.js';

const hasPhp = spawnSync('php', ['--version']).status === 0;
const skip = hasPhp ? false : 'skipped: PHP is not installed';

before(() => load());

for (const [file, system, wanted] of [
	['wordpress.php', 'wordpress.php', /^Mila Teal, “The Fishermen’s Assembly <\/Script>,” Boats & Harbours.*June 7, 2021, https:\/\/example\.org\/assembly\/\.$/],
	['omeka-s.phtml', 'omeka-s.php', /^Mila Teal, .*The Fishermen’s Assembly <\/Script>.*box 4.*State Archives.*item\/12\.$/],
	['atom.php', 'atom.php', /The Fishermen’s Assembly <\/Script>.*LM RG9-4.*State Archives.*example\.org\/assembly\.$/],
]) {
	test(`${file} gives an item that can be cited, and no title ends its script`, { skip }, () => {
		const { stdout, stderr, status } = spawnSync('php', ['-d', 'display_errors=stderr', join(root, 'tests/fixtures/pages', system), join(root, 'examples/pages', file)], { encoding: 'utf8' });
		assert.equal(status, 0, stderr);
		assert.equal(stderr, '');
		assert.match(stdout, /<script type="module" src="\/[^"]*callslip\/define\.js">/);
		const found = [...stdout.matchAll(/<callslip-cite collect>\s*<script type="application\/json">(.*?)<\/script>\s*<\/callslip-cite>/gs)];
		assert.equal(found.length, 1, stdout);
		assert.match(cite(JSON.parse(found[0][1])).text, wanted);
	});
}
