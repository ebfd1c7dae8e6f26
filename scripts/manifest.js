// Makes custom-elements.json, and of that the reference of the manual page, from the comments of the elements:
// `node scripts/manifest.js` writes both, a test compares.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escape } from '../www/elements/escape.js';
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
		members: members(code),
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

/** The properties and methods that a class documents. @param {string} code */
function members(code) {
	const found = [...code.matchAll(/\n\t\/\*\*((?:(?!\*\/).)*)\*\/\n\t(get |async )(\w+)\(/gs)];
	return found.map(([, comment, kind, name]) => ({
		kind: kind === 'get ' ? 'field' : 'method',
		name,
		description: comment.replace(/@\w+.*$/s, '').replace(/\s*\n\s*\*?\s*/g, ' ').trim(),
		...(kind === 'get ' && !new RegExp(`\n\tset ${name}\\(`).test(code) ? { readonly: true } : {}),
	}));
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

/** The reference of the manual page, as HTML. @param {string} text the manifest */
export function reference(text) {
	const declarations = JSON.parse(text).modules.map((/** @type {any} */ one) => one.declarations[0]);
	return declarations.map(element).join('\n');
}

/** The manual page with its reference. @param {string} page @param {string} text the manifest */
export function withReference(page, text) {
	const place = /(?<=<!-- reference -->\n).*(?=\t*<!-- end of the reference -->)/s;
	if (!place.test(page)) throw new Error('the page has no place for the reference');
	return page.replace(place, () => `${reference(text)}\n`);
}

/** What each kind of thing is called, and how its names look. @type {[string, string, (name: string) => string][]} */
const KINDS = [
	['attributes', 'Attributes', (name) => name],
	['members', 'Properties and methods', (name) => name],
	['events', 'Events', (name) => name],
	['cssParts', 'Parts', (name) => `::part(${name})`],
	['cssProperties', 'Custom properties', (name) => name],
];

/** @param {any} declaration */
function element(declaration) {
	const { tagName, description } = declaration;
	// That an attribute is a property, too, is said once.
	const isNews = (/** @type {any} */ one) => !one.kind || !declaration.attributes.some((/** @type {any} */ { name }) => name === one.name);
	const tables = KINDS.filter(([kind]) => declaration[kind].some(isNews)).map(([kind, title, look]) => {
		const rows = declaration[kind].filter(isNews).map((/** @type {any} */ one) => row(look(one.name) + (one.kind === 'method' ? '()' : ''), one));
		return `<h4>${title}</h4>\n<dl>\n${rows.join('\n')}\n</dl>`;
	});
	return `<section class="element" id="${tagName}" aria-labelledby="${tagName}-title">
<h3 id="${tagName}-title"><code>&lt;${tagName}&gt;</code></h3>
<p>${code(description)}</p>
${tables.join('\n')}
</section>`;
}

/** @param {string} name @param {any} one */
function row(name, { description, readonly, type }) {
	const kind = readonly ? 'read only' : type?.text && !/^(string|CustomEvent)$/.test(type.text) ? type.text : '';
	return `<div><dt><code>${escape(name)}</code>${kind && ` <small>${kind}</small>`}</dt><dd>${code(description)}</dd></div>`;
}

/** Code as code, and apostrophes as the page has them. @param {string} text */
const code = (text) => escape(text).replace(/`([^`]*)`|'/g, (_, code) => (code === undefined ? '’' : `<code>${code}</code>`));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const text = await manifest();
	const page = join(root, 'www/index.html');
	await writeFile(join(root, 'custom-elements.json'), text);
	await writeFile(page, withReference(await readFile(page, 'utf8'), text));
}
