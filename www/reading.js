// Many documents, or large ones, read in a worker while the page stays alive.

import { cite, load } from './cite.js';
import { isPdf } from './pdf/sniff.js';
import { pdfjsAddress } from './pdf/source.js';
import { readAny } from './read-any.js';

/**
 * @typedef {object} Read What became of one document.
 * @property {string} name As it was given.
 * @property {import('./callslip.js').Reading} [reading]
 * @property {import('./callslip.js').Citation} [note] The full note of its item.
 * @property {string} [error] Why it could not be read.
 */

/** @typedef {{ reading?: any, note?: any, error?: string }} Answer */

/** Who reads: a worker or the page; `null` when it was cancelled. @typedef {{ read: (input: string | Uint8Array, options: object) => Promise<Answer | null>, close: () => void }} Reader */

/**
 * Reads documents one after the other, and gives each as soon as it is read. Where workers are refused, or there are none as in
 * Node, the page reads them itself and breathes between them. One that cannot be read stops nothing.
 *
 * @param {Iterable<{ name: string, input: string | Uint8Array | Blob }>} documents
 * @param {{ signal?: AbortSignal, format?: string, url?: string, pdfjs?: string }} [options] `signal` cancels, within a document
 * too; `pdfjs` is the address of pdf.js, for PDFs, unless `setPdf` of `callslip/pdf` has said it; the rest as for `read`.
 * @returns {AsyncGenerator<Read, void, undefined>}
 * @example for await (const { name, note, error } of readEach(files.map((file) => ({ name: file.name, input: file })))) …
 */
export async function* readEach(documents, { signal, pdfjs, ...rest } = {}) {
	const address = pdfjs ?? pdfjsAddress();
	// Where there is no page, in a worker or in Node, an address is beside the script, or whole.
	const base = globalThis.document?.baseURI ?? globalThis.location?.href;
	const options = { ...rest, pdfjs: address && new URL(address, base).href };
	/** @type {Reader | null} */
	let reader = null;
	try {
		for (const { name, input } of documents) {
			if (signal?.aborted) return;
			try {
				reader ??= await readerFor(signal);
				const given = input instanceof Blob ? new Uint8Array(await input.arrayBuffer()) : input;
				if (signal?.aborted) return;
				// A function that imports pdf.js, or its name, means nothing in a worker.
				const able = isPdf(given) && !address ? onPage(signal) : reader;
				const answer = await able.read(given, options);
				if (!answer) return;
				yield { name, ...answer };
			} catch (/** @type {any} */ error) {
				// A worker that died is replaced.
				reader?.close();
				reader = null;
				yield { name, error: error.message };
			}
		}
	} finally {
		reader?.close();
	}
}

/** @param {AbortSignal} [signal] @returns {Promise<Reader>} */
async function readerFor(signal) {
	try {
		return await inWorker(signal);
	} catch {
		return onPage(signal);
	}
}

/** @param {AbortSignal} [signal] @returns {Promise<Reader>} */
async function inWorker(signal) {
	const worker = new Worker(/** @type {any} */ (trusted(new URL('./worker.js', import.meta.url).href)), { type: 'module' });
	const next = () =>
		new Promise((resolve, reject) => {
			if (signal?.aborted) return resolve(null);
			// pdf.js, when it is there, says a word of its own.
			worker.onmessage = ({ data }) => data.action || resolve(data);
			worker.onerror = (event) => {
				event.preventDefault();
				reject(new Error(event.message || 'the worker ended'));
			};
			signal?.addEventListener('abort', () => resolve(null), { once: true });
		});
	await next();
	return {
		read(input, options) {
			worker.postMessage({ input, options });
			return next();
		},
		close: () => worker.terminate(),
	};
}

/** The address, as Trusted Types want it: our own script and no other. @param {string} address */
function trusted(address) {
	const types = /** @type {any} */ (globalThis).trustedTypes;
	policy ??= types?.createPolicy('callslip-worker', {
		createScriptURL(/** @type {string} */ wanted) {
			if (wanted !== address) throw new TypeError('no script of ours');
			return wanted;
		},
	});
	return policy ? policy.createScriptURL(address) : address;
}

/** @type {any} */
let policy;

/** @param {AbortSignal} [signal] @returns {Reader} */
function onPage(signal) {
	return {
		async read(input, options) {
			await new Promise((resolve) => setTimeout(resolve));
			await load();
			const reading = await readAny(input, { ...options, signal }).catch((error) => {
				if (signal?.aborted) return null;
				throw error;
			});
			if (!reading) return null;
			return { reading, note: cite(reading.item) };
		},
		close() {},
	};
}
