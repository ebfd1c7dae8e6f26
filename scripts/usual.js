// www/pkg/usual/: of the module that cites, what usual citations call; a page's first citation waits for no more.
//
// The items of usual.json are cited in every form with a module that notes which functions are called. In a copy of the
// module, the bodies of all others are a trap: a page that meets one gets the whole module and cites again (www/load.js).

import binaryen from 'binaryen';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.js';

const from = join(root, 'www/pkg/cite');
const folder = join(root, 'www/pkg/usual');

const FORMS = ['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred'];
/** @type {{ locator?: object, position?: string }[]} */
const MANNERS = [{}, { locator: { label: 'page', value: '12-13' } }, { locator: { label: 'paragraph', value: '2' } }];

/** Of WebAssembly, what the module uses. */
const { Features } = binaryen;
const FEATURES =
	Features.MutableGlobals |
	Features.SignExt |
	Features.BulkMemory |
	Features.BulkMemoryOpt |
	Features.ReferenceTypes |
	Features.NontrappingFPToInt |
	Features.Multivalue;

/** Makes the module, unless it is there already. */
export async function usual() {
	const bytes = readFileSync(join(from, 'callslip_bg.wasm'));
	const stamp = join(folder, '.stamp');
	const now = digest(bytes);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const glue = readFileSync(join(from, 'callslip.js'), 'utf8');
	const kept = await called(bytes, glue);
	writeFileSync(join(folder, 'callslip.js'), glue);
	writeFileSync(join(folder, 'callslip.d.ts'), readFileSync(join(from, 'callslip.d.ts')));
	writeFileSync(join(folder, 'callslip_bg.wasm'), without(bytes, (at) => !kept.has(at)));
	writeFileSync(stamp, now);
}

/** The arguments as the module takes them. @param {unknown[]} given */
const request = (given) => new TextEncoder().encode(JSON.stringify(given));

/** What it is made of. */
function digest(bytes) {
	const hash = createHash('sha256').update(bytes);
	for (const name of ['scripts/usual.js', 'scripts/usual.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
	return hash.digest('hex');
}

/** The functions that citing calls, by their index. @returns {Promise<Set<number>>} */
async function called(bytes, glue) {
	/** @type {Set<number>} */
	const seen = new Set();
	const noting = changed(bytes, (module) => {
		module.addFunctionImport('called', './callslip_bg.js', 'called', binaryen.i32, binaryen.none);
		setBodies(module, (at, { body, results }) =>
			module.block(null, [module.call('called', [module.i32.const(at)], binaryen.none), body], results),
		);
	});
	const script = join(folder, 'noting.mjs');
	const name = 'callslipCalled';
	globalThis[name] = (/** @type {number} */ at) => seen.add(at);
	writeFileSync(script, glue.replace('const import0 = {', `const import0 = { called: globalThis.${name},`));
	const cite = await import(pathToFileURL(script).href);
	await cite.default({ module_or_path: noting });
	cite.version();
	for (const item of JSON.parse(readFileSync(join(root, 'scripts/usual.json'), 'utf8'))) {
		for (const form of FORMS) {
			for (const manner of MANNERS) for (const edition of [17, 18]) cite.cite(request([item, { form, edition, ...manner }]));
		}
	}
	rmSync(script);
	delete globalThis[name];
	return seen;
}

/** The module with traps for bodies where a function is not wanted, made small again. */
function without(bytes, isUnwanted) {
	return changed(bytes, (module) => {
		setBodies(module, (at, { body }) => (isUnwanted(at) ? module.unreachable() : body));
		// As in xtask: copies made by inlining compress badly.
		binaryen.setOptimizeLevel(3);
		binaryen.setShrinkLevel(0);
		binaryen.setLowMemoryUnused(true);
		binaryen.addPassToSkip('local-cse');
		binaryen.setAlwaysInlineMaxSize(0);
		binaryen.setFlexibleInlineMaxSize(0);
		binaryen.setOneCallerInlineMaxSize(0);
		module.optimize();
	});
}

/** A changed copy of a module. */
function changed(bytes, change) {
	const module = binaryen.readBinary(bytes);
	module.setFeatures(FEATURES);
	change(module);
	if (!module.validate()) throw new Error('the module is not valid');
	const made = module.emitBinary();
	module.dispose();
	return made;
}

/** Gives every function of the module itself the body that is made of its own. */
function setBodies(module, make) {
	for (let at = 0; at < module.getNumFunctions(); at += 1) {
		const made = module.getFunctionByIndex(at);
		const info = binaryen.getFunctionInfo(made);
		if (!info.module) binaryen.Function.setBody(made, make(at, info));
	}
}
