// What the modules are made of, for those who must know: `www/pkg/sbom.cdx.json` (CycloneDX) and the licences' texts in
// `www/pkg/THIRD-PARTY.txt`. Both say nothing of when or where they were made, so that two builds make the same.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture, output, root } from './run.js';

/** What may be part of a module; deny.toml has the same list for all that is compiled. */
const ALLOWED = ['MIT', 'Apache-2.0', 'Apache-2.0 WITH LLVM-exception', 'Unicode-3.0', 'Zlib', 'BSD-2-Clause', 'BSD-3-Clause', 'Unlicense', 'BSL-1.0', '0BSD'];

/** Whether one of the choices of every part of an SPDX expression is allowed. */
export function isAllowed(expression) {
	return expression.split(/ AND /).every((part) => part.replace(/[()]/g, '').split(/ OR |\//).some((id) => ALLOWED.includes(id.trim())));
}

/** Writes both files. */
export async function supply() {
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const crates = await components();
	const bom = {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {
			component: { type: 'library', 'bom-ref': 'callslip', name: 'callslip', version, purl: `pkg:npm/callslip@${version}`, licenses: [{ expression: 'MIT OR Apache-2.0' }] },
			lifecycles: [{ phase: 'build' }],
		},
		components: crates.map(({ component }) => component),
		dependencies: [
			{ ref: 'callslip', dependsOn: crates.filter(({ direct }) => direct).map(({ component }) => component['bom-ref']) },
			...crates.map(({ component, uses }) => ({ ref: component['bom-ref'], dependsOn: uses })),
		],
	};
	writeFileSync(join(root, 'www/pkg/sbom.cdx.json'), `${JSON.stringify(bom, null, '\t')}\n`);
	writeFileSync(join(root, 'www/pkg/THIRD-PARTY.txt'), texts(crates));
}

/** The crates that are compiled into a module, those that only help to compile it, and the standard library. */
async function components() {
	const features = ['--no-default-features', '--features', 'wasm,formats'];
	const args = ['metadata', '--locked', '--format-version', '1', '--filter-platform', 'wasm32-unknown-unknown', ...features];
	const printed = await capture('cargo', [...args, '--quiet']);
	const { packages, resolve } = JSON.parse(printed.split('\n').find((line) => line.startsWith('{')));
	const crate = new Map(packages.map((one) => [one.id, one]));
	const node = new Map(resolve.nodes.map((one) => [one.id, one]));
	const own = packages.find(({ name }) => name === 'callslip').id;
	const isMacro = (id) => crate.get(id).targets.some(({ kind }) => kind.includes('proc-macro'));
	/** @type {Map<string, 'required' | 'excluded'>} */
	const found = new Map();
	const visit = (id, scope) => {
		for (const { pkg, dep_kinds } of node.get(id).deps) {
			const kinds = dep_kinds.map(({ kind }) => kind).filter((kind) => kind !== 'dev');
			if (kinds.length === 0) continue;
			const below = scope === 'required' && kinds.includes(null) && !isMacro(pkg) ? 'required' : 'excluded';
			if (found.get(pkg) === below || found.get(pkg) === 'required') continue;
			found.set(pkg, below);
			visit(pkg, below);
		}
	};
	visit(own, 'required');
	const ref = (id) => `pkg:cargo/${crate.get(id).name}@${crate.get(id).version}`;
	const uses = (id) => node.get(id).deps.map(({ pkg }) => pkg).filter((pkg) => found.has(pkg));
	const sums = checksums();
	const all = [...found].map(([id, scope]) => {
		const { name, version, license, manifest_path } = crate.get(id);
		const component = {
			type: 'library',
			'bom-ref': ref(id),
			name,
			version,
			scope,
			purl: ref(id),
			hashes: [{ alg: 'SHA-256', content: sums[`${name} ${version}`] }],
			licenses: [{ expression: license.replaceAll('/', ' OR ') }],
		};
		return { component, folder: dirname(manifest_path), uses: uses(id).map(ref).sort(), direct: uses(own).includes(id) };
	});
	return [...all.sort((a, b) => (a.component.purl < b.component.purl ? -1 : 1)), standardLibrary()];
}

/** The SHA-256 of each crate, by name and version. */
function checksums() {
	const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
	const found = lock.matchAll(/name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"/g);
	return Object.fromEntries([...found].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

function standardLibrary() {
	const version = output('rustc', ['--version']).split(' ')[1];
	const purl = `pkg:generic/rust-std@${version}`;
	const licenses = [{ expression: 'MIT OR Apache-2.0' }];
	return { component: { type: 'library', 'bom-ref': purl, name: 'rust-std', version, scope: 'required', purl, licenses }, folder: '', uses: [], direct: true };
}

/** The licences of what is compiled into a module. */
function texts(crates) {
	const parts = crates.filter(({ component }) => component.scope === 'required').map(({ component, folder }) => {
		const { name, version, licenses: [{ expression }] } = component;
		return [`${name} ${version}: ${expression}`, ...licences(folder, name)].join('\n\n');
	});
	const rule = `\n\n${'-'.repeat(80)}\n\n`;
	return `${['What the WebAssembly modules of Callslip are made of, beside its own code, and under which licences.', ...parts].join(rule)}\n`;
}

function licences(folder, name) {
	if (name === 'rust-std') return ['Copyright (c) The Rust Project contributors, with the crates that it is made of. The texts of both licences are in LICENSE-MIT and LICENSE-APACHE of this package.'];
	const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(LICEN[SC]E|COPYING|NOTICE|UNLICENSE)/i.test(file)).sort() : [];
	if (files.length === 0) return ['The crate has no text of its licence. The texts of MIT and Apache 2.0 are in LICENSE-MIT and LICENSE-APACHE of this package.'];
	return files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
}
