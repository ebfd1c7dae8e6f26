// `npm run build`: the WebAssembly module, its glue and the type declarations.

import { fileURLToPath } from 'node:url';
import { fail, run, say } from './run.js';
import { setUp } from './setup.js';

/** Builds everything that the package ships. */
export async function build() {
	await setUp();
	say('building the module');
	await run('cargo', ['run', '--quiet', '--locked', '-p', 'xtask', '--', 'build']);
	await run('node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noCheck']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build().catch((error) => fail(error.message));
