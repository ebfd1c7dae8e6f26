// Makes custom-elements.json from the comments of the elements: `node scripts/manifest.js` writes it, a test compares.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run.js';

const folder = join(root, 'www/elements');

/** The manifest, as text. */
export async function manifest() {
	const names = (await readdir(folder)).filter((name) => /^callslip-.*\.js$/.test(name)).sort();
	const modules = await Promise.all(names.map(async (name) => module(name, await readFile(join(folder, name), 'utf8'))));
	return JSON.stringify({ schemaVersion: '2.1.0', readme: 'README.md', modules }, null, '\t') + '\n';
}

/** @param {string} file @param {string} code */
function module(file, code) {
	const [, comment, name] = /\/\*\*((?:(?!\*\/).)*?)\*\/\s*export class (\w+)/s.exec(code) ?? [];
	if (!name) throw new Error(`${file}: no class with a comment`);
	const lines = comment.replace(/^\s*\* ?/gm, '').trim();
	const [description] = lines.split(/\n@|^@/);
	const tags = [...lines.matchAll(/^@(\w+) ((?:.|\n(?!@))*)/gm)].map(([, tag, text]) => ({ tag, text: text.replace(/\s*\n\s*/g, ' ').trim() }));
	const of = (/** @type {string} */ tag) => tags.filter((one) => one.tag === tag).map((one) => one.text);
	const path = `www/elements/${file}`;
	const declaration = {
		kind: 'class',
		name,
		tagName: of('tagname')[0],
		customElement: true,
		description: description.replace(/\s*\n\s*/g, ' ').trim(),
		superclass: { name: 'HTMLElement' },
		attributes: of('attr').map(attribute),
		events: of('fires').map((text) => ({ ...named(text), type: { text: 'CustomEvent' } })),
		slots: of('slot').map((text) => ({ name: '', description: text.replace(/^- /, '') })),
		cssParts: of('csspart').map(named),
		cssProperties: of('cssprop').map(named),
	};
	return {
		kind: 'javascript-module',
		path,
		declarations: [declaration],
		exports: [
			{ kind: 'js', name, declaration: { name, module: path } },
			{ kind: 'custom-element-definition', name: declaration.tagName, declaration: { name, module: path } },
		],
	};
}

/** `name - what it is`. @param {string} text */
function named(text) {
	const [name, ...rest] = text.split(' - ');
	return { name, description: rest.join(' - ') };
}

/** `{string} name - what it is`. @param {string} text */
function attribute(text) {
	const [, type, rest] = /^\{(\w+)\} (.*)$/s.exec(text) ?? ['', 'string', text];
	return { ...named(rest), type: { text: type } };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(join(root, 'custom-elements.json'), await manifest());
