// WebAssembly modules made faulty on purpose, in Node and in browsers: the bytes of a good one, altered.

const MEMORY = 5;
const EXPORT = 7;
const CODE = 10;
const IMPORT = 2;

/**
 * A module whose memory cannot grow beyond a number of pages of 64 KiB: a larger input finds no memory.
 * @param {Uint8Array} bytes
 * @param {number} pages
 */
export function withMaximum(bytes, pages) {
	return altered(bytes, MEMORY, (body) => {
		const reader = new Reader(body);
		const [count, , least] = [reader.number(), reader.number(), reader.number()];
		if (count !== 1 || least > pages) throw new Error(`${count} memories, ${least} pages at least`);
		return [...leb(1), 1, ...leb(least), ...leb(pages)];
	});
}

/**
 * A module of which one exported function traps.
 * @param {Uint8Array} bytes
 * @param {string} name
 */
export function withTrap(bytes, name) {
	const wanted = exported(bytes, name) - importedFunctions(bytes);
	return altered(bytes, CODE, (body) => {
		const reader = new Reader(body);
		const count = reader.number();
		const out = [leb(count)];
		for (let at = 0; at < count; at += 1) {
			const code = reader.bytes(reader.number());
			// No locals, `unreachable`, `end`.
			const kept = at === wanted ? [0, 0, 11] : code;
			out.push(leb(kept.length), kept);
		}
		return out.flatMap((part) => [...part]);
	});
}

/** A module that says it is of another version. @param {Uint8Array} bytes @param {string} version @param {string} other */
export function withVersion(bytes, version, other) {
	const letters = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
	return Uint8Array.from(letters.replaceAll(version, other), (letter) => letter.charCodeAt(0));
}

/** Reads a module's numbers and bytes. */
class Reader {
	/** @param {Uint8Array} data */
	constructor(data) {
		this.data = data;
		this.at = 0;
	}
	number() {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = this.data[this.at++];
			value += (byte & 127) * 2 ** shift;
			if (byte < 128) return value;
		}
	}
	/** @param {number} count */
	bytes(count) {
		this.at += count;
		return this.data.subarray(this.at - count, this.at);
	}
	name() {
		return new TextDecoder().decode(this.bytes(this.number()));
	}
}

/** @param {number} value */
function leb(value) {
	const out = [];
	for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
	return [...out, value];
}

/** @param {Uint8Array} bytes */
function* sections(bytes) {
	const reader = new Reader(bytes);
	reader.bytes(8);
	while (reader.at < bytes.length) yield { id: reader.number(), body: reader.bytes(reader.number()) };
}

/** @param {Uint8Array} bytes @param {number} id @param {(body: Uint8Array) => number[]} change */
function altered(bytes, id, change) {
	const parts = [bytes.subarray(0, 8)];
	for (const section of sections(bytes)) {
		const body = section.id === id ? Uint8Array.from(change(section.body)) : section.body;
		parts.push(Uint8Array.from([...leb(section.id), ...leb(body.length)]), body);
	}
	const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
}

/** The index of an exported function. @param {Uint8Array} bytes @param {string} wanted */
function exported(bytes, wanted) {
	const section = [...sections(bytes)].find(({ id }) => id === EXPORT);
	const reader = new Reader(section?.body ?? new Uint8Array([0]));
	for (let count = reader.number(); count > 0; count -= 1) {
		const [name, kind, index] = [reader.name(), reader.number(), reader.number()];
		if (name === wanted && kind === 0) return index;
	}
	throw new Error(`there is no function ${wanted}`);
}

/** How many functions are imported: those of the module count on from there. @param {Uint8Array} bytes */
function importedFunctions(bytes) {
	const section = [...sections(bytes)].find(({ id }) => id === IMPORT);
	if (!section) return 0;
	const reader = new Reader(section.body);
	const count = reader.number();
	for (let left = count; left > 0; left -= 1) {
		reader.name();
		const [name, kind] = [reader.name(), reader.number()];
		if (kind !== 0) throw new Error(`${name} is no function`);
		reader.number();
	}
	return count;
}
