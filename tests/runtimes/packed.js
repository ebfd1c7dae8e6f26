// The packed package, installed in an empty folder, and what is expected of it everywhere.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../../scripts/run.js';

const call = promisify(execFile);

/** This folder. */
export const here = fileURLToPath(new URL('.', import.meta.url));

/** A program of this folder's packages. @param {string} name */
export const program = (name) => join(here, 'node_modules/.bin', name);

/** What is cited, and the note that it gives. */
export const ITEM = {
	id: 'harbour-letter',
	type: 'personal_communication',
	author: [{ family: 'Brandt', given: 'Anna' }],
	recipient: [{ family: 'Vell', given: 'Tomas' }],
	issued: { 'date-parts': [[1951, 3, 12]] },
	archive: 'State Archives of Lower Maren',
	archive_collection: 'Harbour Commission Papers',
	archive_location: 'box 4, folder 208',
};
export const NOTE = 'Anna Brandt to Tomas Vell, March 12, 1951, box 4, folder 208, Harbour Commission Papers, State Archives of Lower Maren.';

/** A folder with the package in its node_modules. @returns {Promise<{ folder: string, tarball: string, remove: () => void }>} */
export async function packed() {
	const folder = mkdtempSync(join(tmpdir(), 'callslip-runtimes-'));
	const npm = (/** @type {string[]} */ ...args) => call('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
	const { stdout } = await npm('pack', root, '--json', '--ignore-scripts');
	const tarball = join(folder, JSON.parse(stdout)[0].filename);
	writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
	await npm('install', '--offline', '--ignore-scripts', tarball);
	return { folder, tarball, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of one of our small apps beside the package. @param {string} folder @param {string} name @param {string} [as] */
export function app(folder, name, as = name) {
	const place = join(folder, as);
	mkdirSync(place, { recursive: true });
	cpSync(join(here, 'apps', name), place, { recursive: true });
	return place;
}

/** Runs a program and gives what it prints; its own words are in the error. @param {string} file @param {string[]} args @param {object} [options] */
export async function run(file, args, options = {}) {
	try {
		return (await call(file, args, { maxBuffer: 1e8, ...options })).stdout;
	} catch (error) {
		throw new Error(`${file} ${args.join(' ')}: ${error.message}\n${error.stdout}`);
	}
}

/** Our packages beside an app that a tool looks for them. @param {string} folder */
export function withTools(folder) {
	for (const name of ['vite', 'webpack', 'rollup']) symlinkSync(join(here, 'node_modules', name), join(folder, 'node_modules', name));
}
