// The demo page with many files, or a large one: read in a worker, with progress, and cancelled at will.

import { h } from './elements/dom.js';
import { nodes } from './elements/nodes.js';
import { readEach } from './reading.js';

const box = /** @type {HTMLElement} */ (document.querySelector('#many'));
/** @type {AbortController | null} */
let running = null;

/**
 * @param {File[]} files
 * @param {{ say: (words: string) => void, put: (file: File) => void }} page
 */
export async function many(files, { say, put }) {
	running?.abort();
	const { signal } = (running = new AbortController());
	const stop = running;
	const bar = h('progress', { max: files.length, value: 0, 'aria-label': 'Files read' });
	const cancel = h('button', { type: 'button', onclick: () => stop.abort() }, 'Cancel');
	const list = h('ol', {});
	box.replaceChildren(h('div', { class: 'row' }, bar, cancel), list);
	box.hidden = false;
	say(files.length > 1 ? `Reading ${files.length} files …` : `Reading ${files[0].name} …`);
	let done = 0;
	let failed = 0;
	const { pdfjs } = /** @type {any} */ (document.querySelector('callslip-document'));
	for await (const result of readEach(files.map((file) => ({ name: file.name, input: file })), { signal, pdfjs: pdfjs || undefined })) {
		const file = files[done];
		done += 1;
		if (result.error !== undefined) failed += 1;
		bar.value = done;
		list.append(line(result, () => put(file)));
	}
	if (stop !== running) return;
	cancel.remove();
	const faults = failed ? ` ${failed} could not be read.` : '';
	say(done < files.length ? `Cancelled: ${done} of ${files.length} were read.${faults}` : `Read ${done} of ${files.length}.${faults}`);
}

/** @param {import('./reading.js').Read} result @param {() => void} show */
function line({ name, reading, note, error }, show) {
	const remarks = reading?.warnings.length ?? 0;
	const about = error ?? `${reading?.format}${remarks ? `, remarks: ${remarks}` : ''}`;
	return h(
		'li',
		{ class: error === undefined ? false : 'failed' },
		h('p', { class: 'name' }, h('strong', {}, name), ' ', h('span', {}, about)),
		...(note ? [h('p', { class: 'note', lang: 'en' }, nodes(note.html)), h('button', { type: 'button', 'aria-label': `Show ${name}`, onclick: show }, 'Show')] : []),
	);
}
