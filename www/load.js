// Loads the WebAssembly module once, on demand. Importing this does nothing.
//
// There are three: one that does everything; one that only cites, for pages that read nothing; and what of that one usual
// citations take, for a page's first citation. The last one traps where more is wanted, and the second one takes over.

/** @typedef {typeof import('./fast.js')} Fast */
/** @typedef {Omit<typeof import('./whole.js'), 'read'> & Pick<Fast, 'read'> & Partial<Pick<Fast, 'citation' | 'list'>>} Module */
/** @typedef {'all' | 'cite' | 'usual'} Part */

/** The version of this file; a module of another version is refused. */
const VERSION = '0.1.0';

/** @type {Record<Part, { glue: () => Promise<any>, bytes: () => Promise<Response | WebAssembly.Module | BufferSource> }>} */
const PARTS = {
	all: {
		glue: () => import('./whole.js'),
		bytes: () => fetch(new URL('./pkg/callslip_bg.wasm', import.meta.url)),
	},
	cite: {
		glue: () => import('./pkg/cite/callslip.js'),
		bytes: () => fetch(new URL('./pkg/cite/callslip_bg.wasm', import.meta.url)),
	},
	usual: {
		glue: () => import('./pkg/usual/callslip.js'),
		bytes: () => fetch(new URL('./pkg/usual/callslip_bg.wasm', import.meta.url)),
	},
};
/** @type {Partial<Record<Part, Promise<void>>>} */
const loading = {};
/** @type {Partial<Record<Part, Module>>} */
const loaded = {};
/** What trapped and has no fresh instance yet. @type {Set<Module>} */
const broken = new Set();
let hasOwnSource = false;
let isUsualEnough = true;
/** Gives modules without waiting, in runtimes that can. @type {((part: Part, calls: number) => Module) | undefined} */
let supply;

/**
 * Says where the module's bytes come from, in a runtime that cannot fetch the file beside this one.
 *
 * @param {() => Promise<Response | WebAssembly.Module | BufferSource>} from
 */
export function setSource(from) {
	PARTS.all.bytes = from;
	hasOwnSource = true;
	supply = undefined;
}

/**
 * Says what gives modules without waiting, in a runtime that reads them from the disk. It is asked at every call, and may
 * give a small module for the first ones and another one when more are made. Whoever says it first is heard: a page of
 * the package may come with the same in another file.
 *
 * @param {(part: Part, calls: number) => Module} from Is told what the call needs, and for how many calls it counts.
 */
export function setSupply(from) {
	if (hasOwnSource) return;
	supply = from;
	hasOwnSource = true;
}

/**
 * Loads the module. Repeated calls are free; after a failure it may be called again.
 *
 * @param {{ only?: 'cite' }} [options] `only: 'cite'` is enough for `cite` and `bibliography`, and downloads less than half,
 * unless the whole module is there or on its way.
 * @returns {Promise<void>}
 */
export function load({ only } = {}) {
	return begin(only === 'cite' && !loading.all && !hasOwnSource ? 'cite' : 'all');
}

/** @param {Part} part @returns {Promise<void>} */
function begin(part) {
	return (loading[part] ??= start(part).catch((error) => {
		delete loading[part];
		throw new Error(`callslip: the WebAssembly module could not be loaded: ${error?.message ?? error}`, { cause: error });
	}));
}

/** @param {Part} part */
async function start(part) {
	loaded[part] = supply ? supply('cite', 0) : checked(await fetched(part));
}

/** @param {Part} part */
async function fetched(part) {
	const { glue, bytes } = PARTS[part];
	const [wasm, source] = await Promise.all([glue(), bytes()]);
	await wasm.default({ module_or_path: source });
	return wasm;
}

/**
 * A module that has just been started.
 *
 * @param {Module} wasm
 * @throws {Error} When it is of another version than this file.
 */
export function checked(wasm) {
	const found = wasm.version();
	if (found !== VERSION) throw new Error(`it has version ${found}, and this script ${VERSION}`);
	return wasm;
}

/**
 * Calls the loaded module. When it traps, the call fails, and the next one meets a fresh instance.
 *
 * @template Value
 * @param {(module: Module) => Value} work
 * @param {Part} [part] What it needs; everything unless told.
 * @param {number} [calls] For how many calls it counts.
 * @returns {Value}
 */
export function withModule(work, part = 'all', calls = 1) {
	if (loaded.all && supply) loaded.all = supply(part, calls);
	const wasm = loaded.all ?? loaded[part];
	if (!wasm) throw new Error('callslip: call load() and wait for it first');
	if (broken.has(wasm) && !renew(wasm)) throw new Error('callslip: there is no memory for a fresh instance of the module');
	try {
		return work(wasm);
	} catch (error) {
		// A TypeError is the module's own answer to a wrong argument; anything else may have left it halfway.
		if (!(error instanceof TypeError)) renew(wasm);
		throw error;
	}
}

/**
 * Gives a module a fresh instance; where there is no memory for one, the next call tries again.
 *
 * @param {Module} wasm
 * @returns {boolean} whether it has one
 */
function renew(wasm) {
	broken.add(wasm);
	try {
		wasm.__wbg_reset_state();
		return broken.delete(wasm);
	} catch {
		return false;
	}
}

/**
 * Loads what a usual citation takes, and calls it; where that is not enough, everything for citing.
 *
 * @template Value
 * @param {(module: Module) => Value} work
 * @returns {Promise<Value>}
 */
export async function usually(work) {
	if (isUsualEnough && !loading.all && !loading.cite && !hasOwnSource) {
		await begin('usual');
		try {
			return work(/** @type {Module} */ (loaded.usual));
		} catch (error) {
			if (error instanceof TypeError) throw error;
			isUsualEnough = false;
		}
	}
	await load({ only: 'cite' });
	return withModule(work, 'cite');
}
