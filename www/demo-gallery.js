// The demo page: the specimens of its gallery, shown in the first document's place; and copies of its snippets.

import { copy } from './elements/copy.js';
import { announce, h } from './elements/dom.js';

const shown = /** @type {any} */ (document.querySelector('callslip-document'));
const gallery = /** @type {HTMLElement} */ (document.querySelector('#gallery'));
const said = /** @type {HTMLElement} */ (document.querySelector('#gallery-said'));
const back = /** @type {HTMLButtonElement} */ (document.querySelector('#back'));

/** Marks the specimen that is shown. @param {Element | null} link */
function mark(link) {
	for (const other of gallery.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
	link?.setAttribute('aria-current', 'true');
}

/** @param {HTMLAnchorElement} link */
async function open(link) {
	try {
		const answer = await fetch(link.href);
		if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
		const text = await answer.text();
		shown.addEventListener('callslip-read', () => arrive(link), { once: true });
		shown.value = text;
		back.hidden = false;
	} catch (/** @type {any} */ error) {
		announce(said, `It could not be fetched: ${error.message}`);
	}
}

/** The reader, and the keyboard, go to the document. @param {HTMLAnchorElement} link */
function arrive(link) {
	mark(link);
	shown.tabIndex = -1;
	shown.focus({ preventScroll: true });
	document.querySelector('.desk')?.scrollIntoView();
}

gallery.addEventListener('click', (event) => {
	const link = /** @type {Element} */ (event.target).closest('a');
	// With a key held, a link is opened as links are.
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	open(link);
});
back.addEventListener('click', () => mark(null));

// The way back stands above every document that is not the first.
const way = /** @type {HTMLElement} */ (document.querySelector('.return'));
way.firstElementChild?.addEventListener('click', () => {
	back.click();
	shown.tabIndex = -1;
	shown.focus({ preventScroll: true });
});
shown.addEventListener('callslip-read', () => (way.hidden = back.hidden));

document.querySelector('#own')?.addEventListener('submit', () => mark(null));

for (const snippet of document.querySelectorAll('main pre:has(> code)')) {
	const status = h('span', { role: 'status' });
	const button = h('button', { type: 'button', 'aria-label': `Copy: ${snippet.getAttribute('aria-label')}` }, 'Copy');
	button.addEventListener('click', async () => {
		const text = snippet.textContent ?? '';
		const html = `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
		announce(status, (await copy({ html, text }, snippet)) === 'copied' ? 'Copied' : 'Selected');
	});
	const frame = h('div', { class: 'code' });
	snippet.replaceWith(frame);
	frame.append(snippet, h('div', { class: 'tools' }, status, button));
}
