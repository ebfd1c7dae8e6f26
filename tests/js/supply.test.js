// What the package says it is made of.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isAllowed } from '../../scripts/supply.js';

const text = (/** @type {string} */ name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const bom = JSON.parse(text('www/pkg/sbom.cdx.json'));
const required = bom.components.filter(({ scope }) => scope === 'required');

test('the bill of materials names what Cargo.lock has, with its digest', () => {
	const lock = text('Cargo.lock');
	for (const { name, version, hashes, purl } of bom.components) {
		if (name === 'rust-std') continue;
		assert.equal(purl, `pkg:cargo/${name}@${version}`);
		const entry = lock.split('\n\n').find((one) => one.includes(`name = "${name}"\nversion = "${version}"\n`)) ?? assert.fail(purl);
		assert.ok(entry.includes(`checksum = "${hashes[0].content}"`), purl);
	}
});

test('every dependency of the module is in it, once, and refers to what is there', () => {
	const [, table] = text('Cargo.toml').split('[dependencies]\n');
	const declared = [...table.split('\n[')[0].matchAll(/^([\w-]+) = /gm)].map(([, name]) => name);
	assert.ok(declared.includes('wasm-bindgen'));
	// Only a module that is made to tell of panics has this one.
	for (const name of declared.filter((name) => name !== 'console_error_panic_hook')) {
		assert.equal(required.filter((one) => one.name === name).length, 1, name);
	}
	const refs = ['callslip', ...bom.components.map((one) => one['bom-ref'])];
	assert.equal(new Set(refs).size, refs.length);
	assert.deepEqual(bom.dependencies.map(({ ref }) => ref), refs);
	for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) assert.ok(refs.includes(ref), ref);
});

test('its licences are allowed, and their texts are in the package', () => {
	const texts = text('www/pkg/THIRD-PARTY.txt');
	for (const { name, version, licenses } of bom.components) assert.ok(isAllowed(licenses[0].expression), `${name} ${version}: ${licenses[0].expression}`);
	for (const { name, version } of required) assert.ok(texts.includes(`\n${name} ${version}: `), name);
	assert.ok(!isAllowed('GPL-3.0-only'));
	assert.ok(!isAllowed('MIT AND GPL-3.0-only'));
	assert.ok(isAllowed('(MIT OR GPL-3.0-only) AND Unicode-3.0'));
});

test('nothing in it tells when or where it was made', () => {
	assert.doesNotMatch(JSON.stringify(bom), /timestamp|serialNumber|"\/(home|root|tmp|Users)\b/);
});

test('the package has no dependencies and runs nothing when it is installed', () => {
	const { dependencies, scripts } = JSON.parse(text('package.json'));
	assert.equal(dependencies, undefined);
	assert.deepEqual(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name)), []);
});
