// Plain data written as JSON straight into bytes: what `JSON.stringify` and an encoder make of it, in two thirds of the time,
// for no text is made in between. Whatever is not plain is left to those.

/** No item nests deeper. */
const DEEPEST = 16;
/** For each unit of UTF-16 whether it is a byte by itself: to look there is faster than to compare. */
const AS_IS = new Uint8Array(1 << 16).fill(1, 0x20, 0x80);
for (const sign of '"\\') AS_IS[sign.charCodeAt(0)] = 0;
const hasOwn = Object.prototype.hasOwnProperty;

/**
 * Writes a value.
 *
 * @param {unknown} value
 * @param {Uint8Array} bytes
 * @returns {number} How many bytes it has; 0 where it is not plain or there is no room.
 */
export function putJson(value, bytes) {
	const end = put(value, bytes, 0, DEEPEST);
	return end > bytes.length ? 0 : Math.max(end, 0);
}

// Each of these writes at a place and gives the place after it, which is below 0 where it cannot write a value.

/** @param {unknown} value @param {Uint8Array} bytes @param {number} at @param {number} depth */
function put(value, bytes, at, depth) {
	if (typeof value === 'string') return putText(value, bytes, at);
	if (Array.isArray(value)) return putArray(value, bytes, at, depth);
	if (value === null || typeof value === 'boolean') return putWord(String(value), bytes, at);
	if (typeof value === 'number') return putWord(Number.isFinite(value) ? String(value) : 'null', bytes, at);
	return typeof value === 'object' ? putObject(/** @type {Record<string, unknown>} */ (value), bytes, at, depth) : -1;
}

/** @param {string} word Of ASCII, without quotation marks. @param {Uint8Array} bytes @param {number} at */
function putWord(word, bytes, at) {
	for (let index = 0; index < word.length; index++) bytes[at++] = word.charCodeAt(index);
	return at;
}

/** @param {string} text @param {Uint8Array} bytes @param {number} at */
function putText(text, bytes, at) {
	// A unit takes three bytes at most.
	if (text.length * 3 > bytes.length - at) return -1;
	bytes[at] = 0x22;
	// How far the bytes are ahead of the units: more after each one that takes several.
	let ahead = at + 1;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (AS_IS[unit]) {
			bytes[ahead + index] = unit;
		} else {
			const end = putOther(unit, bytes, ahead + index);
			if (end < 0) return -1;
			ahead = end - index - 1;
		}
	}
	const end = ahead + text.length;
	bytes[end] = 0x22;
	return end + 1;
}

/** A unit that is no byte by itself. @param {number} unit @param {Uint8Array} bytes @param {number} at */
function putOther(unit, bytes, at) {
	if (unit < 0x80) {
		// Of the control characters, the ends of lines alone are frequent.
		if (unit < 0x20 && unit !== 0x0a) return -1;
		bytes[at++] = 0x5c;
		bytes[at++] = unit === 0x0a ? 0x6e : unit;
		return at;
	}
	// Pairs of surrogates are rare.
	if (unit >= 0xd800 && unit < 0xe000) return -1;
	if (unit < 0x800) {
		bytes[at++] = 0xc0 | (unit >> 6);
	} else {
		bytes[at++] = 0xe0 | (unit >> 12);
		bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
	}
	bytes[at++] = 0x80 | (unit & 0x3f);
	return at;
}

/** @param {unknown[] & { toJSON?: unknown }} values @param {Uint8Array} bytes @param {number} at @param {number} depth */
function putArray(values, bytes, at, depth) {
	if (!depth || values.toJSON !== undefined) return -1;
	bytes[at++] = 0x5b;
	for (let index = 0; index < values.length; index++) {
		if (index) bytes[at++] = 0x2c;
		at = put(values[index], bytes, at, depth - 1);
		if (at < 0) return -1;
	}
	bytes[at++] = 0x5d;
	return at;
}

/** @param {Record<string, unknown>} object @param {Uint8Array} bytes @param {number} at @param {number} depth */
function putObject(object, bytes, at, depth) {
	// Others, a date or a boxed string, have forms of their own.
	if (!depth || Object.getPrototypeOf(object) !== Object.prototype || object.toJSON !== undefined) return -1;
	let sign = 0x7b;
	for (const key in object) {
		const value = object[key];
		if (value === undefined) continue;
		if (!hasOwn.call(object, key)) return -1;
		bytes[at++] = sign;
		sign = 0x2c;
		at = putText(key, bytes, at);
		if (at < 0) return -1;
		bytes[at++] = 0x3a;
		at = put(value, bytes, at, depth - 1);
		if (at < 0) return -1;
	}
	if (sign === 0x7b) bytes[at++] = sign;
	bytes[at++] = 0x7d;
	return at;
}
