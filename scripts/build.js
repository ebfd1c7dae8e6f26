// `npm run build`: the WebAssembly modules with their glue, the bundle that pages load, and the type declarations.
//
//     npm run build -- --messages     modules in which a panic says in the console where it happened: larger

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, isBundled } from './bundle.js';
import { locked } from './lock.js';
import { capture, main, root, run, say } from './run.js';
import { setUp } from './setup.js';
import { supply } from './supply.js';

/** The TypeScript compiler. */
export const tsc = join(root, 'node_modules/typescript/bin/tsc');

/** Builds what the package ships. With `--messages`, a panic says in the console where it happened. */
export async function build(...options) {
	await setUp();
	await locked(join(root, 'target/build.lock'), async () => {
		say('building the module');
		await run('cargo', ['run', '--quiet', '--locked', '--package', 'xtask', '--', 'build', ...options]);
		// Loaded late: it needs a package that the set-up installs.
		await (await import('./usual.js')).usual();
		const stamp = join(root, 'www/types/.stamp');
		const now = digest();
		if (isBundled() && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
		say('writing the bundle, the type declarations, and what all is made of');
		await Promise.all([bundle(), declarations(), supply()]);
		writeFileSync(stamp, now);
	});
}

/** Writes www/types/ from the comments in the code; whether they are right is for the tests to say. */
async function declarations() {
	const folder = join(root, 'www/types');
	await capture('node', [tsc, '--project', 'tsconfig.json', '--noCheck', '--noEmit', 'false']);
	for (const name of handwritten()) cpSync(join(root, 'www', name), join(folder, name), { recursive: true });
}

/** The declarations that tsc does not write. */
function handwritten() {
	const files = readdirSync(join(root, 'www/elements')).filter((name) => name.endsWith('.d.ts'));
	return ['pkg/callslip.d.ts', 'pkg/cite/callslip.d.ts', 'pkg/fast/callslip.d.ts', 'pkg/usual/callslip.d.ts', ...files.map((name) => join('elements', name))];
}

/** What they are made of. */
function digest() {
	const code = readdirSync(join(root, 'www'), { recursive: true })
		.filter((name) => /\.(js|wasm)$/.test(name) && !name.startsWith('dist') && name !== 'pkg/node.js');
	const files = [...code, ...handwritten()].map((name) => join('www', name));
	const hash = createHash('sha256');
	for (const name of ['Cargo.lock', 'package.json', 'package-lock.json', 'scripts/bundle.js', 'scripts/supply.js', 'tsconfig.json', ...files.sort()]) {
		hash.update(name).update(readFileSync(join(root, name)));
	}
	return hash.digest('hex');
}

await main(import.meta.url, () => build(...process.argv.slice(2)));
