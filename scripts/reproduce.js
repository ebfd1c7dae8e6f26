// `npm run reproduce`: builds everything twice from nothing, in two folders, and compares byte for byte. Who has the sources
// can so prove that the published modules are made of them and of nothing else. The tests do it with one module, beside the
// one that the build made.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, main, output, root, run, say } from './run.js';
import { setUp } from './setup.js';

/** What cargo needs to make a module. */
const SOURCES = ['Cargo.toml', 'Cargo.lock', 'README.md', 'package-lock.json', 'src', 'xtask'];

/** What is compared. */
const FOLDERS = ['www/pkg', 'www/dist', 'www/types'];

/** @param {{ short?: boolean }} [options] `short`: one module, beside that of the last build. */
export async function reproduce({ short = false } = {}) {
	if (short) return await inCopy(again);
	const [one, other] = [await inCopy(whole), await inCopy(whole)];
	const remark = `${same(one, other)} files made twice are the same`;
	return { passed: 1, remark };
}

/** The module for citing, made anew. */
async function again(copy) {
	copyOf(SOURCES, copy);
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
	const env = { ...process.env, CARGO_MANIFEST_DIR: join(copy, 'xtask'), CARGO_TARGET_DIR: join(copy, 'target') };
	const built = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
	await capture(join(built, 'debug/xtask'), ['build', 'cite'], { env, cwd: copy });
	const digest = (folder) => sum(join(folder, 'www/pkg/cite/callslip_bg.wasm'));
	if (digest(copy) !== digest(root)) throw new Error('the module for citing, built from nothing in another folder, is not the same');
	return { passed: 1, remark: 'the module for citing is the same when built from nothing in another folder' };
}

/** The digests of everything, built in a copy. */
async function whole(copy) {
	say(`building in ${copy}`);
	copyOf(output('git', ['ls-files']).split('\n').filter((file) => existsSync(join(root, file))), copy);
	const { CARGO_TARGET_DIR: _, ...env } = process.env;
	await run('node', ['scripts/build.js'], { cwd: copy, env });
	const files = FOLDERS.flatMap((folder) => readdirSync(join(copy, folder), { recursive: true }).map((name) => join(folder, name)));
	const made = files.filter((file) => !file.endsWith('.stamp') && statSync(join(copy, file)).isFile());
	return Object.fromEntries(made.sort().map((file) => [file, sum(join(copy, file))]));
}

/** Does something in an empty folder that is removed afterwards. */
async function inCopy(work) {
	const copy = mkdtempSync(join(tmpdir(), 'callslip-again-'));
	try {
		return await work(copy);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

function copyOf(files, folder) {
	for (const file of files) cpSync(join(root, file), join(folder, file), { recursive: true });
}

/** How many files are the same; it is an error when one is not. */
function same(one, other) {
	const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
	const different = names.filter((name) => one[name] !== other[name]);
	if (different.length > 0) throw new Error(`made twice, and not the same: ${different.join(', ')}`);
	return names.length;
}

function sum(file) {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}

await main(import.meta.url, async () => {
	await setUp();
	say((await reproduce()).remark);
});
