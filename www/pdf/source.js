// Where pdf.js comes from. Importing this loads nothing of it.

/** @typedef {() => Promise<any>} Import Imports a module. */

/** pdf.js as the npm package has it, for runtimes and pages that find packages by their names. */
const PACKAGE = 'pdfjs-dist/legacy/build/pdf.mjs';

/** @type {{ library: string | Import, worker?: string | Import } | undefined} */
let told;

/**
 * Says where pdf.js comes from, before the first PDF is read. Without it, `pdfjs-dist` is imported by its name.
 *
 * @param {string | Import} library The address of `pdf.mjs`, or a function that imports it.
 * @param {string | Import} [worker] The same of `pdf.worker.mjs`; unless told, it lies beside an address.
 * @throws {TypeError} When one of them is neither.
 * @example setPdf('/vendor/pdfjs/pdf.min.mjs');
 * @example setPdf(() => import('pdfjs-dist/legacy/build/pdf.mjs'), () => import('pdfjs-dist/legacy/build/pdf.worker.mjs'));
 */
export function setPdf(library, worker) {
	for (const [name, value] of Object.entries({ library, worker })) {
		const isRight = typeof value === 'string' || typeof value === 'function' || (name === 'worker' && value === undefined);
		if (!isRight) throw new TypeError(`${name}: expected an address or a function`);
	}
	told = { library, worker };
}

/** The address of pdf.js, where it has been told by one: a worker finds it, too. */
export function pdfjsAddress() {
	const { library, worker } = told ?? {};
	return typeof library === 'string' && !worker ? library : undefined;
}

/**
 * pdf.js, ready to read on this thread, and how it finds what lies beside it.
 *
 * @param {any} [given] pdf.js itself, or where it comes from; what `setPdf` said unless told
 * @returns {Promise<{ pdfjs: any, settings: object }>}
 */
export async function pdfjsFrom(given) {
	if (typeof given?.getDocument === 'function') return { pdfjs: given, settings: {} };
	const { library, worker } = given ? { library: given, worker: undefined } : (told ?? { library: PACKAGE, worker: undefined });
	try {
		const pdfjs = await imported(library);
		await withWorker(pdfjs, worker ?? beside(library));
		return { pdfjs, settings: characterMaps(library) };
	} catch (cause) {
		const message = 'a PDF takes pdf.js: install pdfjs-dist, or say where it is by setPdf of callslip/pdf or by the attribute pdfjs';
		throw Object.assign(new Error(message, { cause }), { code: 'pdfjs-missing' });
	}
}

/** @param {string | Import} from */
function imported(from) {
	return typeof from === 'function' ? from() : import(/* webpackIgnore: true */ /* @vite-ignore */ resolved(from));
}

/** Addresses are relative to the page; names of packages stay. @param {string} from */
function resolved(from) {
	const page = globalThis.document?.baseURI ?? globalThis.location?.href;
	return !page || from.startsWith('pdfjs-dist/') ? from : new URL(from, page).href;
}

/** Chinese, Japanese and Korean fonts that are not in the file take maps, which lie beside the library or in its package. @param {string | Import} library */
function characterMaps(library) {
	if (typeof library === 'function') return {};
	try {
		const address = import.meta.resolve?.(resolved(library)) ?? resolved(library);
		const maps = new URL(/\/build\/[^/]*$/.test(address) ? address.replace(/(legacy\/)?build\/[^/]*$/, 'cmaps/') : 'cmaps/', address);
		// Node reads files by their paths.
		return { cMapUrl: maps.protocol === 'file:' && !globalThis.document ? decodeURIComponent(maps.pathname) : maps.href, cMapPacked: true };
	} catch {
		return {};
	}
}

/** The worker's script beside the library's, or in the same package. @param {string | Import} library */
function beside(library) {
	return typeof library === 'string' ? library.replace(/pdf((?:\.min)?\.m?js)(?=$|\?)/, 'pdf.worker$1') : undefined;
}

/**
 * The part of pdf.js that reads files runs on this thread: strict policies refuse a worker whose address is a mere string.
 * Who has set up a worker for pdf.js keeps it.
 *
 * @param {any} pdfjs
 * @param {string | Import | undefined} worker
 */
async function withWorker({ GlobalWorkerOptions }, worker) {
	const has = /** @type {any} */ (globalThis).pdfjsWorker ?? GlobalWorkerOptions.workerPort ?? GlobalWorkerOptions.workerSrc;
	if (has || !worker) return;
	const { WorkerMessageHandler } = await imported(worker);
	/** @type {any} */ (globalThis).pdfjsWorker ??= { WorkerMessageHandler };
}
