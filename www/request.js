// What is sent to the module: the arguments as one JSON text, in UTF-8.

const encoder = new TextEncoder();
/** Where the bytes of most requests are made, so that they take no memory of their own. */
const shared = new Uint8Array(1 << 15);

/**
 * @param {string} json
 * @returns {Uint8Array} Good until the next call.
 */
export function bytesOf(json) {
	// A unit of UTF-16 takes three bytes at most.
	if (json.length * 3 > shared.length) return encoder.encode(json);
	return shared.subarray(0, encoder.encodeInto(json, shared).written);
}

/**
 * @param {string} name Of the argument.
 * @param {unknown} value
 * @returns {string}
 * @throws {TypeError} When it is no object.
 */
export function json(name, value) {
	return text(name, object(name, value));
}

/**
 * @param {string} name Of the argument.
 * @param {unknown} value
 * @returns {string}
 * @throws {TypeError} When it cannot be written as JSON: it holds itself, or a number that JSON has not.
 */
export function text(name, value) {
	try {
		return JSON.stringify(value);
	} catch (error) {
		throw new TypeError(`${name}: ${/** @type {Error} */ (error).message}`);
	}
}

/**
 * @param {string} name Of the argument.
 * @param {unknown} value
 * @returns {object}
 * @throws {TypeError} When it is no object.
 */
export function object(name, value) {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new TypeError(`${name}: expected an object`);
	}
	return value;
}
