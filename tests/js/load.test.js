// How the module is loaded: once, again after a failure, only in its own version, and afresh after a trap.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inFreshProcess } from './fresh.js';

const root = new URL('../../', import.meta.url);
const read = async (path) => readFile(new URL(path, root));
const bytes = await read('www/pkg/callslip_bg.wasm');

test('one version everywhere', async () => {
	const cargo = (await read('Cargo.toml')).toString().match(/^version = "(.*)"$/m)[1];
	const { version } = JSON.parse((await read('package.json')).toString());
	const loader = (await read('www/load.js')).toString().match(/VERSION = '(.*)'/)[1];
	assert.deepEqual([version, loader], [cargo, cargo]);
});

test('loads once, however often it is asked', async () => {
	const times = await inFreshProcess(`
		let times = 0;
		setSource(async () => { times += 1; return bytes });
		await Promise.all([load(), load(), callslip.load()]);
		await load();
		console.log(times);
	`);
	assert.equal(times, 1);
});

test('a call before it is loaded says what to do', async () => {
	const said = await inFreshProcess(`
		try { callslip.cite(item) } catch (error) { console.log(JSON.stringify(error.message)) }
	`);
	assert.equal(said, 'callslip: call load() and wait for it first');
});

test('a failed load says why, and may be tried again', async () => {
	const [network, truncated, cited] = await inFreshProcess(`
		setSource(async () => { throw new Error('no network') });
		const network = await load().catch((error) => [error.message, error.cause.message]);
		setSource(async () => bytes.subarray(0, 1000));
		const truncated = await load().catch(message);
		setSource(async () => bytes);
		await load();
		console.log(JSON.stringify([network, truncated, callslip.cite(item)]));
	`);
	assert.deepEqual(network, ['callslip: the WebAssembly module could not be loaded: no network', 'no network']);
	assert.match(truncated, /^callslip: the WebAssembly module could not be loaded: WebAssembly/);
	assert.equal(typeof cited.text, 'string');
});

test('several sources stand in one note', async () => {
	const [note, text] = await inFreshProcess(`
		setSource(async () => bytes);
		await load();
		const other = { ...item, title: 'Another', issued: { 'date-parts': [[2001]] } };
		const later = { item: other, prefix: 'see also', position: 'subsequent', locator: { value: 3 } };
		console.log(JSON.stringify([callslip.cite([item, later]).text, callslip.cite([other], { form: 'in-text' }).text]));
	`);
	assert.equal(note, 'A Book (n.d.); see also Another, 3.');
	assert.equal(text, '(Another 2001)');
});

test('a module of another version is refused', async () => {
	const said = await inFreshProcess(`
		const other = Buffer.from(bytes.toString('latin1').replaceAll('0.1.0', '0.0.9'), 'latin1');
		setSource(async () => other);
		console.log(JSON.stringify(await load().catch(message)));
	`);
	assert.match(said, /it has version 0\.0\.9, and this script 0\.1\.0/);
});

test('after a trap the next call meets a fresh instance', async () => {
	// (module (func (export "trap") unreachable))
	const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
	const [name, same, afterWrong, afterTrap] = await inFreshProcess(`
		setSource(async () => bytes);
		await load();
		const memory = async () => (await init()).memory;
		const first = await memory();
		const before = callslip.cite(item).text;
		try { callslip.cite(item, { edition: 1 }) } catch (error) { if (!(error instanceof TypeError)) throw error }
		const afterWrong = first === await memory();
		const { instance } = await WebAssembly.instantiate(new Uint8Array(${JSON.stringify(trap)}));
		let name;
		try { withModule(instance.exports.trap) } catch (error) { name = error.constructor.name }
		const afterTrap = first === await memory();
		console.log(JSON.stringify([name, callslip.cite(item).text === before, afterWrong, afterTrap]));
	`);
	assert.deepEqual([name, same, afterWrong, afterTrap], ['RuntimeError', true, true, false]);
});

test('the module carries no path of the machine that built it', () => {
	const text = bytes.toString('latin1');
	for (const path of [fileURLToPath(root), '/.cargo/']) assert.ok(!text.includes(path), path);
});
