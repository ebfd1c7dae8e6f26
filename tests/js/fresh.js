// A process of its own for a test, where nothing is loaded yet.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

const PRELUDE = `
	import { readFile } from 'node:fs/promises';
	import * as callslip from './www/callslip.js';
	import { load, setSource, withModule } from './www/load.js';
	import init from './www/pkg/callslip.js';
	import * as faulty from './tests/faulty.js';
	const bytes = await readFile('www/pkg/callslip_bg.wasm');
	const message = (error) => error.message;
	const item = { id: 'a', type: 'book', title: 'A Book' };
`;

/** A `fetch` that reads the checkout, and notes which module's bytes were fetched. */
export const FETCHING = `
	const fetched = [];
	globalThis.fetch = async (url) => {
		fetched.push(url.pathname.match(/pkg\\/(?:(\\w+)\\/)?callslip_bg/)[1] ?? 'all');
		return new Response(await readFile(url), { headers: { 'content-type': 'application/wasm' } });
	};
`;

/** Runs code there and gives the JSON that it prints. @param {string} code */
export async function inFreshProcess(code) {
	const args = ['--input-type=module', '--eval', PRELUDE + code];
	const options = { cwd: root, maxBuffer: 2 ** 26 };
	return JSON.parse((await promisify(execFile)('node', args, options)).stdout);
}
