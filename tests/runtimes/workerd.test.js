// The example of a service at the edge, on loopback: what it answers, and some thousand questions at once.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../scripts/run.js';
import { ITEM, NOTE, packed, program } from './packed.js';

const QUESTIONS = 4000;
const AT_ONCE = 16;

/** @type {Awaited<ReturnType<typeof packed>>} */
let package_;
/** @type {import('node:child_process').ChildProcess} */
let server;
let address = '';
before(async () => {
	package_ = await packed();
	const folder = join(package_.folder, 'service');
	cpSync(join(root, 'examples/workerd'), folder, { recursive: true });
	await build({
		absWorkingDir: folder, entryPoints: ['service.js'], bundle: true, format: 'esm', conditions: ['workerd'],
		loader: { '.wasm': 'copy' }, assetNames: '[name]', outdir: 'built', logLevel: 'error',
	});
	const port = await freePort();
	server = spawn(program('workerd'), ['serve', 'config.capnp', `--socket-addr=http=127.0.0.1:${port}`], { cwd: folder });
	let printed = '';
	server.stderr?.on('data', (data) => (printed += data));
	address = `http://127.0.0.1:${port}`;
	for (let tries = 0; ; tries += 1) {
		const answers = await fetch(address).then(() => true, () => false);
		if (answers) return;
		if (tries > 200 || server.exitCode !== null) throw new Error(`workerd does not answer: ${printed}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
});
after(() => {
	server?.kill();
	package_.remove();
});

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
			probe.close(() => resolve(port));
		});
	});
}

/** @param {string} path @param {unknown} body */
async function ask(path, body) {
	const response = await fetch(address + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
	return { status: response.status, answer: /** @type {any} */ (await response.json()) };
}

test('cites, lists and reads', async () => {
	assert.equal((await ask('/cite', ITEM)).answer.text, NOTE);
	assert.match((await ask('/cite?form=bibliography&edition=17', ITEM)).answer.html, /^Harbour Commission Papers|^Brandt, Anna/);
	const books = [{ id: 'b', type: 'book', title: 'B' }, { id: 'a', type: 'book', title: 'A' }];
	assert.deepEqual((await ask('/bibliography', books)).answer.entries.map(({ id }) => id), ['a', 'b']);
	assert.equal((await ask('/read', JSON.stringify([ITEM]))).answer.format, 'csl-json');
});

test('says what is wrong, and goes on', async () => {
	for (const [path, body, status] of /** @type {[string, unknown, number][]} */ ([
		['/cite', '{', 400],
		['/cite', '[1]', 400],
		['/cite', '"x"', 400],
		['/cite?edition=16', ITEM, 400],
		['/cite?form=footnote', ITEM, 400],
		['/bibliography', {}, 400],
		['/cite', 'x'.repeat(1024 * 1024 + 1), 413],
		['/sing', ITEM, 404],
	])) {
		const given = await ask(path, body);
		assert.equal(given.status, status, path);
		assert.match(given.answer.error, /\w{3}/);
	}
	assert.equal((await fetch(`${address}/cite`)).status, 405);
	assert.equal((await ask('/cite', ITEM)).answer.text, NOTE);
});

test(`${QUESTIONS} questions, ${AT_ONCE} at once, each with its own answer`, async (context) => {
	let next = 0;
	const begin = performance.now();
	const client = async () => {
		for (let at = next++; at < QUESTIONS; at = next++) {
			const { status, answer } = await ask('/cite', { ...ITEM, archive_location: `box ${at}` });
			assert.equal(status, 200);
			assert.equal(answer.text, NOTE.replace('box 4, folder 208', `box ${at}`));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, client));
	context.diagnostic(`${Math.round((QUESTIONS * 1000) / (performance.now() - begin))} answers a second`);
});
