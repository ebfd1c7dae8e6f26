// What the field's own checkers say of the packed package.

import { after, before, test } from 'node:test';
import { packed, program, run } from './packed.js';

/** @type {Awaited<ReturnType<typeof packed>>} */
let package_;
before(async () => {
	package_ = await packed();
});
after(() => package_.remove());

test('publint finds nothing, not even to suggest', () => run(program('publint'), ['run', package_.tarball, '--strict']));

test('the types resolve as the code does', () =>
	// There is no CommonJS to resolve to, and types of a WebAssembly file are none.
	run(program('attw'), [package_.tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--exclude-entrypoints', 'callslip.wasm', 'package.json', 'react']));
