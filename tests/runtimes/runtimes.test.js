// The packed package in the runtimes that servers and command lines have: the same note in each.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ITEM, NOTE, here, packed, program, run } from './packed.js';

/** @type {Awaited<ReturnType<typeof packed>>} */
let package_;
before(async () => {
	package_ = await packed();
	writeFileSync(join(package_.folder, 'try.js'), `
		import { cite, load, read, setSource } from 'callslip';
		import { readFile } from 'node:fs/promises';
		import { fileURLToPath } from 'node:url';
		if (process.argv[2] === 'own') setSource(() => readFile(fileURLToPath(import.meta.resolve('callslip/callslip.wasm'))));
		await load();
		const item = ${JSON.stringify(ITEM)};
		if (read(JSON.stringify([item])).format !== 'csl-json') throw new Error('not read');
		console.log(cite(item).text);
	`);
});
after(() => package_.remove());

/** @type {[string, string, string[]][]} */
const RUNTIMES = [
	['Node, as it runs this', process.execPath, []],
	['Node, the current line', join(here, 'node_modules/node/bin/node'), []],
	['Deno', program('deno'), ['run', '--quiet', '--allow-read', '--allow-env', '--node-modules-dir=manual']],
	['Bun', program('bun'), ['run']],
];
for (const [name, file, args] of RUNTIMES) {
	test(name, async () => {
		const env = { ...process.env, NO_COLOR: '1' };
		const cited = (/** @type {string[]} */ ...more) => run(file, [...args, 'try.js', ...more], { cwd: package_.folder, env });
		assert.equal((await cited()).trim(), NOTE);
		assert.equal((await cited('own')).trim(), NOTE);
	});
}
