#!/usr/bin/env node
// The command line: reads the arguments and hands them to `lib/batch.js`.

import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { batch } from './lib/batch.js';
import { HELP, UsageError, checkFormat, usage } from './lib/usage.js';

export { render } from './lib/render.js';

async function main() {
	const { verb, files, values } = usage(process.argv.slice(2));
	if (values.version) {
		console.log(JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')).version);
	} else if (values.help) console.log(HELP);
	else {
		await checkFormat(values);
		process.exitCode = await batch(verb, files, values);
	}
}

/** @param {any} error */
function fail(error) {
	console.error(`callslip: ${error.message}`);
	if (error instanceof UsageError) console.error(HELP);
	process.exit(error instanceof UsageError ? 2 : 1);
}

// Imported by a test, it does nothing.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main().catch(fail);
