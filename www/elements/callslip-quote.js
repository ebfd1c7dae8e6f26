// <callslip-quote>: a button beside what the reader selects, that copies it with its citation.

import { cite, load } from '../cite.js';
import { copy, copyKeys } from './copy.js';
import { Base, adopt, announce, byId, defineOnce, fire, h } from './dom.js';
import { escape } from './escape.js';
import { fail } from './fault.js';
import { linkTo, placeOf, quotation, selectedIn, toWords, wordsOf } from './quote.js';
import { wordsFor } from './words.js';
import { later } from './words-later.js';

const CSS_TEXT = `
:host { display: contents; --_accent: var(--callslip-accent, light-dark(#8a2f1c, #eda58f)); }
[hidden] { display: none !important; }
.frame { position: fixed; z-index: 10; }
button { min-block-size: 2.25rem; padding: .35rem 1rem; border: 1px solid var(--_accent); border-radius: .25rem; background: var(--_accent); color: light-dark(#fff, #1b1512); font: 600 .875rem/1.4 var(--callslip-sans, system-ui, sans-serif); box-shadow: 0 2px 10px rgb(0 0 0 / .22); cursor: pointer; }
button:focus-visible { outline: 2px solid CanvasText; outline-offset: 2px; }
p { position: fixed; inset-inline: 0; inset-block-end: 1.5rem; z-index: 10; inline-size: fit-content; max-inline-size: 90vw; margin: 0 auto; font: .9375rem/1.4 var(--callslip-sans, system-ui, sans-serif); }
p:not(:empty) { padding: .5rem 1rem; border-radius: .25rem; background: CanvasText; color: Canvas; }
.text { inset-block-end: 5rem; max-block-size: 40vh; overflow: auto; white-space: pre-wrap; }
@media print { :host { display: none; } }
`;

/**
 * Copies the selected words in quotation marks, with a full note whose place cited is right, and a link to the passage.
 *
 * @tagname callslip-quote
 * @attr {string} for - The id of the `<callslip-document>`; without it, the page's first.
 * @attr {string} edition - `18` or `17`.
 * @cssprop --callslip-accent - The colour of the button.
 * @cssprop --callslip-sans - The type of the button.
 * @csspart button - The button.
 * @csspart status - What happened, for all readers.
 * @fires callslip-copy - It was copied or selected; `detail` has `html`, `text`, `locator`, `link` and `how`.
 * @fires callslip-error - It could not be cited; `detail.error` says why, `detail.digest` names the input.
 */
export class CallslipQuoteElement extends Base {
	/** @param {string} [tag] @param {CustomElementRegistry} [registry] */
	static define(tag = 'callslip-quote', registry = customElements) {
		return defineOnce(this, tag, registry);
	}

	/** @type {any} */
	#parts = null;
	#selected = '';
	#listening = new AbortController();

	connectedCallback() {
		this.#build();
		adopt(/** @type {ShadowRoot} */ (this.shadowRoot), CSS_TEXT);
		this.#listening = new AbortController();
		const { signal } = this.#listening;
		document.addEventListener('selectionchange', () => this.#follow(), { signal });
		document.addEventListener('keydown', (event) => this.#key(event), { signal });
		addEventListener('scroll', () => this.#follow(), { signal, passive: true, capture: true });
		addEventListener('resize', () => this.#follow(), { signal });
	}

	disconnectedCallback() {
		this.#listening.abort();
	}

	/** The edition of the Manual: 18 or 17. */
	get edition() {
		return this.getAttribute('edition') === '17' ? 17 : 18;
	}
	set edition(edition) {
		this.setAttribute('edition', String(edition));
	}

	/** Copies what is selected, as the button does. */
	async copy() {
		const source = this.#source();
		const range = source && selectedIn(source);
		if (!range || !source.item) return null;
		try {
			await load();
			const what = this.#quote(toWords(range), source);
			const shown = this.#parts.text;
			shown.textContent = what.text;
			const how = await copy(what, shown);
			const words = wordsFor(this, later);
			if (how === 'copied') shown.textContent = '';
			announce(this.#parts.status, how === 'copied' ? words('quoted') : words('selected', { keys: copyKeys() }));
			fire(this, 'callslip-copy', { ...what, how });
			return how;
		} catch (error) {
			fail(this, error, source.item);
			return null;
		}
	}

	/** @param {Range} range @param {any} source */
	#quote(range, source) {
		const body = source.querySelector('.callslip-body') ?? source;
		const locator = placeOf(range, body);
		const note = cite(source.item, { form: 'note', edition: this.edition, locator });
		const { isBlock, paragraphs } = quotation(wordsOf(range));
		const link = linkTo(range, body, location.href);
		const tag = isBlock ? 'blockquote' : 'div';
		const quoted = paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('');
		const html = `<${tag}>${quoted}</${tag}><p>${note.html}</p><p><a href="${escape(link)}">${escape(link)}</a></p>`;
		const text = `${paragraphs.join('\n\n')}\n\n${note.text}\n\n${link}\n`;
		return { html, text, locator, link };
	}

	#source() {
		const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
		const wanted = this.getAttribute('for');
		return /** @type {any} */ (wanted === null ? root.querySelector('callslip-document') : byId(this, wanted));
	}

	#build() {
		if (this.shadowRoot) return;
		const root = this.attachShadow({ mode: 'open' });
		const keep = (/** @type {Event} */ event) => event.preventDefault();
		const button = h('button', {
			type: 'button',
			part: 'button',
			'aria-keyshortcuts': 'Alt+Q',
			onpointerdown: keep,
			onmousedown: keep,
			onclick: () => this.copy(),
		});
		const frame = h('div', { class: 'frame', hidden: true }, button);
		const status = h('p', { part: 'status', role: 'status' });
		const text = h('p', { class: 'text', 'aria-hidden': 'true' });
		root.append(frame, status, text);
		this.#parts = { button, frame, status, text };
	}

	/** Alt+Q, while words of the document are selected. @param {KeyboardEvent} event */
	#key(event) {
		if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyQ') return;
		const source = this.#source();
		if (!source || !selectedIn(source)) return;
		event.preventDefault();
		this.copy();
	}

	/** Puts the button below the end of the selection. */
	#follow() {
		const { frame, button, status } = this.#parts;
		const source = this.#source();
		const range = source?.item ? selectedIn(source) : null;
		frame.hidden = !range;
		if (!range) return;
		if (String(range) !== this.#selected) status.textContent = '';
		this.#selected = String(range);
		button.textContent = wordsFor(this, later)('quote');
		const boxes = range.getClientRects();
		const box = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
		const left = Math.min(Math.max(box.right - frame.offsetWidth, 8), innerWidth - frame.offsetWidth - 8);
		const below = box.bottom + 8;
		const top = below + frame.offsetHeight > innerHeight ? box.top - frame.offsetHeight - 8 : below;
		// Styles set by script are allowed where style attributes in the markup are not.
		frame.style.setProperty('left', `${left}px`);
		frame.style.setProperty('top', `${Math.max(top, 8)}px`);
	}
}
