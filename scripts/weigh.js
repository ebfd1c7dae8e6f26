// What a WebAssembly module is made of: its functions by weight, and what they add up to by module of the crate.

import { readFileSync } from 'node:fs';

/** A table of the heaviest functions of a module that has kept their names. */
export function weigh(file, count) {
	const bytes = readFileSync(file);
	const sections = readSections(bytes);
	const imported = countImports(sections.get(2) ?? bytes.subarray(0, 0));
	const names = readNames(sections.get('name') ?? bytes.subarray(0, 0));
	const functions = readBodies(sections.get(10)).map((weight, at) => ({
		weight,
		name: (names.get(imported + at) ?? `function ${at}`).replace(/::h[0-9a-f]{16}$/, '').replaceAll(/\[[0-9a-f]{16}\]/g, ''),
	}));
	functions.sort((a, b) => b.weight - a.weight);
	const groups = new Map();
	for (const { name, weight } of functions) groups.set(group(name), (groups.get(group(name)) ?? 0) + weight);
	const line = (weight, name) => `${String(weight).padStart(8)}  ${name.slice(0, 140)}`;
	return [
		'the heaviest functions',
		...functions.slice(0, count).map(({ weight, name }) => line(weight, name)),
		'by module',
		...[...groups].sort((a, b) => b[1] - a[1]).slice(0, count).map(([name, weight]) => line(weight, name)),
		'in all',
		line(functions.reduce((sum, { weight }) => sum + weight, 0), 'code'),
		line(sections.get(11)?.length ?? 0, 'data'),
	].join('\n');
}

/** `callslip::read` of `<impl callslip::read::X as Y>::z`; the crate where it is not ours. */
function group(name) {
	return name.match(/callslip::\w+(?:::[a-z]\w*)?/)?.[0] ?? name.match(/^[<&[ ]*(\w+(?:::\w+)?)/)?.[1] ?? name;
}

function readSections(bytes) {
	const sections = new Map();
	for (let at = 8; at < bytes.length; ) {
		const id = bytes[at];
		const [length, start] = number(bytes, at + 1);
		const body = bytes.subarray(start, start + length);
		if (id === 0) {
			const [name, end] = text(body, 0);
			sections.set(name, body.subarray(end));
		} else sections.set(id, body);
		at = start + length;
	}
	return sections;
}

function countImports(body) {
	let functions = 0;
	let [count, at] = number(body, 0);
	for (; count > 0; count -= 1) {
		[, at] = text(body, at);
		[, at] = text(body, at);
		const kind = body[at];
		if (kind === 0) functions += 1;
		// A function or tag has an index; a table has a type and limits; memory has limits; a global has two bytes.
		if (kind === 0) [, at] = number(body, at + 1);
		else if (kind === 4) [, at] = number(body, at + 2);
		else if (kind === 3) at += 3;
		else at = limits(body, at + (kind === 1 ? 2 : 1));
	}
	return functions;
}

function limits(body, at) {
	const hasMaximum = body[at] & 1;
	[, at] = number(body, at + 1);
	if (hasMaximum) [, at] = number(body, at);
	return at;
}

function readBodies(body) {
	const weights = [];
	let [count, at] = number(body, 0);
	for (; count > 0; count -= 1) {
		const [length, start] = number(body, at);
		weights.push(length);
		at = start + length;
	}
	return weights;
}

function readNames(body) {
	const names = new Map();
	for (let at = 0; at < body.length; ) {
		const id = body[at];
		const [length, start] = number(body, at + 1);
		if (id === 1) {
			let [count, place] = number(body, start);
			for (; count > 0; count -= 1) {
				const [index, after] = number(body, place);
				const [name, end] = text(body, after);
				names.set(index, name);
				place = end;
			}
		}
		at = start + length;
	}
	return names;
}

/** An unsigned LEB128 number, and where it ends. */
function number(bytes, at) {
	let value = 0;
	for (let shift = 1; ; shift *= 128) {
		const byte = bytes[at];
		at += 1;
		value += (byte & 127) * shift;
		if (byte < 128 || byte === undefined) return [value, at];
	}
}

function text(bytes, at) {
	const [length, start] = number(bytes, at);
	return [bytes.subarray(start, start + length).toString('utf8'), start + length];
}
