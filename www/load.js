// Loads the WebAssembly module once, on demand. Importing this does nothing.

import init, * as wasm from './pkg/callslip.js';

/** The version of this file; a module of another version is refused. */
const VERSION = '0.1.0';

/** @type {() => URL | Promise<WebAssembly.Module | BufferSource>} */
let source = () => new URL('./pkg/callslip_bg.wasm', import.meta.url);
/** @type {Promise<void> | undefined} */
let loading;
let isLoaded = false;

/**
 * Says where the module's bytes come from, in a runtime that cannot fetch the file beside this one.
 *
 * @param {() => Promise<WebAssembly.Module | BufferSource>} from
 */
export function setSource(from) {
	source = from;
}

/**
 * Loads the module. Repeated calls are free; after a failure it may be called again.
 *
 * @returns {Promise<void>}
 */
export function load() {
	loading ??= start().catch((error) => {
		loading = undefined;
		throw new Error(`callslip: the WebAssembly module could not be loaded: ${error?.message ?? error}`, { cause: error });
	});
	return loading;
}

async function start() {
	await init({ module_or_path: await source() });
	const found = wasm.version();
	if (found !== VERSION) throw new Error(`it has version ${found}, and this script ${VERSION}`);
	isLoaded = true;
}

/**
 * Calls the loaded module. When it traps, the call fails, and the next one meets a fresh instance.
 *
 * @template Value
 * @param {(module: typeof wasm) => Value} work
 * @returns {Value}
 */
export function withModule(work) {
	if (!isLoaded) throw new Error('callslip: call load() and wait for it first');
	try {
		return work(wasm);
	} catch (error) {
		// A TypeError is the module's own answer to a wrong argument; anything else may have left it halfway.
		if (!(error instanceof TypeError)) wasm.__wbg_reset_state();
		throw error;
	}
}
