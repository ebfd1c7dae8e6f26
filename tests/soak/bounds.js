// What the soak test may leave behind after warming up.

const MIB = 2 ** 20;

/** The most that each may grow: the module's memory, the heap of JavaScript, nodes, listeners. @type {Record<string, number>} */
const GROWTH = { module: 0, heap: MIB, nodes: 20, listeners: 0 };

/** @typedef {Record<string, number>} Figures */

/** @param {{ warm: Figures, end: Figures }} figures */
export function broken({ warm, end }) {
	return Object.keys(end)
		.filter((name) => !(end[name] - warm[name] <= GROWTH[name]))
		.map((name) => `${name} grew by ${end[name] - warm[name]}, ${GROWTH[name]} allowed`);
}

/** @param {{ warm: Figures, end: Figures }} figures */
export function table({ warm, end }) {
	const line = (/** @type {any[]} */ ...cells) => cells.map((cell) => String(cell).padStart(12)).join('');
	const rows = Object.keys(end).map((name) => line(name, warm[name], end[name], end[name] - warm[name]));
	return [line('', 'warm', 'end', 'growth'), ...rows].join('\n');
}
