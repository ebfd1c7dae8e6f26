// The demo page: the reader's own documents.

import { announce } from './elements/dom.js';

const shown = /** @type {any} */ (document.querySelector('callslip-document'));
const form = /** @type {HTMLFormElement} */ (document.querySelector('#own'));
const paste = /** @type {HTMLTextAreaElement} */ (document.querySelector('#paste'));
const file = /** @type {HTMLInputElement} */ (document.querySelector('#file'));
const back = /** @type {HTMLButtonElement} */ (document.querySelector('#back'));
const said = /** @type {HTMLElement} */ (document.querySelector('#said'));

/** @param {string | Uint8Array | null} input */
function put(input) {
	shown.value = input;
	back.hidden = input === null;
	document.querySelector('.desk')?.scrollIntoView();
}

/** From so many bytes on a file is read in a worker. */
const LARGE = 512 * 1024;

/** @param {File} one */
async function show(one) {
	announce(said, `Reading ${one.name} …`);
	const bytes = new Uint8Array(await one.arrayBuffer());
	put(bytes);
}

/** @param {FileList | null | undefined} files */
async function open(files) {
	const all = [...(files ?? [])];
	if (all.length === 1 && all[0].size < LARGE) return show(all[0]);
	if (!all.length) return;
	const { many } = await import('./demo-many.js');
	await many(all, { say: (words) => announce(said, words), put: show });
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	if (paste.value.trim()) put(paste.value);
	else announce(said, 'Paste a text first.');
});
file.addEventListener('change', () => open(file.files));
back.addEventListener('click', () => put(null));
addEventListener('dragover', (event) => {
	event.preventDefault();
	document.body.classList.add('drop');
});
addEventListener('dragleave', (event) => {
	if (!event.relatedTarget) document.body.classList.remove('drop');
});
addEventListener('drop', (event) => {
	event.preventDefault();
	document.body.classList.remove('drop');
	const transfer = event.dataTransfer;
	if (transfer?.files.length) open(transfer.files);
	else if (transfer?.getData('text/plain')) put(transfer.getData('text/plain'));
});
shown.addEventListener('callslip-read', (/** @type {CustomEvent} */ event) => {
	if (back.hidden) return;
	const { format, warnings } = event.detail;
	announce(said, `Read as ${format}. ${warnings.length ? `Remarks: ${warnings.length}.` : 'No remarks.'}`);
});
shown.addEventListener('callslip-error', (/** @type {CustomEvent} */ event) => {
	announce(said, `It could not be read: ${event.detail.error.message}`);
});
// The gallery and the snippets can wait until the document has been cited; a specimen’s link works without.
(globalThis.requestIdleCallback ?? setTimeout)(() => import('./demo-gallery.js'));
