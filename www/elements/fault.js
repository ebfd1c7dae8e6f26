// What an error event carries: the error, and a digest of the input, by which a report names it without showing it.

import { fire } from './dom.js';

/**
 * Sends `callslip-error`: `detail.error` says why, `detail.digest` names the input (see `digestOf`), or is null where
 * there was none.
 * @param {Element} from
 * @param {unknown} error
 * @param {unknown} [input] a text, bytes, or a value that is given on as JSON
 */
export async function fail(from, error, input) {
	const digest = await digestOf(input).catch(() => null);
	fire(from, 'callslip-error', { error, digest });
}

/**
 * The SHA-256 of an input, as 64 hexadecimal digits: of bytes as they are, of a text in UTF-8, of any other value as
 * JSON. Browsers have SHA-256 on secure pages only (https, localhost); elsewhere it is `fnv1a-` and the 8 digits of the
 * 32-bit FNV-1a.
 * @param {unknown} input
 * @returns {Promise<string | null>} null where there is no input
 */
export async function digestOf(input) {
	if (input === null || input === undefined) return null;
	const text = () => (typeof input === 'string' ? input : JSON.stringify(input));
	const bytes = input instanceof Uint8Array ? input : new TextEncoder().encode(text());
	const subtle = globalThis.crypto?.subtle;
	if (!subtle) return `fnv1a-${fnv1a(bytes).toString(16).padStart(8, '0')}`;
	const digest = new Uint8Array(await subtle.digest('SHA-256', /** @type {BufferSource} */ (bytes)));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Uint8Array} bytes */
function fnv1a(bytes) {
	let hash = 0x811c9dc5;
	for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
	return hash >>> 0;
}
