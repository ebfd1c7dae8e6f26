// <callslip-list>: the reader's collected citations, as a bibliography or as notes.

import { cite, load, write } from '../cite.js';
import { bibliography } from '../entries.js';
import { copy, copyKeys, download } from './copy.js';
import { Base, adopt, announce, defineOnce, fire, h } from './dom.js';
import { fail } from './fault.js';
import { linkAddresses, nodes } from './nodes.js';
import { changes, follow, keep, kept } from './store.js';
import { controlCss } from './control-style.js';
import { fetchWords, wordsFor } from './words.js';
import { later } from './words-later.js';

const KINDS = ['bibliography', 'reference-list', 'note'];
const FILES = [
	['ris', 'RIS', 'ris', 'application/x-research-info-systems'],
	['csl-json', 'CSL-JSON', 'json', 'application/vnd.citationstyles.csl+json'],
	['biblatex', 'BibLaTeX', 'bib', 'application/x-bibtex'],
];

const CSS_TEXT = `
ol { margin: 0; padding: 0; list-style: none; font: 1.0625rem/1.55 var(--_serif); overflow-wrap: break-word; }
li { display: flex; gap: 1rem; align-items: flex-start; padding-block: .6rem; border-block-end: 1px solid var(--_line); counter-increment: note; }
ol { border-block-start: 1px solid var(--_line); }
.words { flex: auto; min-inline-size: 0; }
:host(:not([form="note"])) .words { padding-inline-start: 2em; text-indent: -2em; }
:host([form="note"]) .words::before { content: counter(note) ". "; }
.words a { color: inherit; overflow-wrap: anywhere; }
.tools { display: flex; gap: .25rem; }
.tools button, .files button, .undo { min-inline-size: 1.875rem; min-block-size: 1.875rem; padding: .15rem .5rem; border: 1px solid var(--_edge); border-radius: .25rem; background: transparent; font: .875rem/1.4 var(--callslip-sans, system-ui, sans-serif); }
.tools button { border-color: transparent; color: var(--_quiet); }
.tools button:hover, .files button:hover, .undo:hover { background: var(--_tint); color: inherit; }
.files { display: flex; flex-wrap: wrap; gap: .375rem; align-items: center; min-block-size: 2.25rem; }
.said { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-block-start: .5rem; }
.said p { margin: 0; }
@media print { .tools, .undo { display: none; } li { border: 0; padding-block: .25rem; break-inside: avoid; } ol { border: 0; } }
`;

/**
 * Shows what the reader has collected with `<callslip-cite>`, in this browser only. What stands inside is shown while
 * the list is empty.
 *
 * @tagname callslip-list
 * @attr {string} form - `bibliography`, `reference-list` or `note` (in the reader's order).
 * @attr {string} edition - `18` or `17`.
 * @slot - What is shown while the list is empty.
 * @cssprop --callslip-accent - The colour of what can be pressed.
 * @cssprop --callslip-quiet - The colour of what is said by the way.
 * @cssprop --callslip-line - The colour of lines between things.
 * @cssprop --callslip-edge - The colour of the edges of what can be pressed.
 * @cssprop --callslip-serif - The type of the entries.
 * @cssprop --callslip-sans - The type of the controls.
 * @csspart list - The list.
 * @csspart entry - An entry.
 * @csspart copy - The button that copies all.
 * @csspart status - What happened, for all readers.
 * @fires callslip-copy - The list was copied or selected.
 * @fires callslip-error - It could not be made; `detail.error` says why, `detail.digest` names the input.
 */
export class CallslipListElement extends Base {
	static observedAttributes = ['form', 'edition', 'lang'];

	/** @param {string} [tag] @param {CustomElementRegistry} [registry] */
	static define(tag = 'callslip-list', registry = customElements) {
		return defineOnce(this, tag, registry);
	}

	/** @type {any} */
	#parts = null;
	/** @type {{ html: string, text: string } | null} */
	#made = null;
	#queued = false;
	#changed = () => this.#queue();

	connectedCallback() {
		this.#build();
		for (const css of [controlCss, CSS_TEXT]) adopt(/** @type {ShadowRoot} */ (this.shadowRoot), css);
		follow();
		changes.addEventListener('change', this.#changed);
		this.#queue();
	}

	disconnectedCallback() {
		changes.removeEventListener('change', this.#changed);
	}

	/** @param {string} _name @param {string | null} before @param {string | null} after */
	attributeChangedCallback(_name, before, after) {
		if (before !== after && this.isConnected) this.#queue();
	}

	/** The items in the reader's order. */
	get items() {
		return kept().map((entry) => entry.item);
	}

	/** The form of the list. */
	get form() {
		const form = this.getAttribute('form') ?? '';
		return KINDS.includes(form) ? form : 'bibliography';
	}
	set form(form) {
		this.setAttribute('form', form);
	}

	/** The edition of the Manual: 18 or 17. */
	get edition() {
		return this.getAttribute('edition') === '17' ? 17 : 18;
	}
	set edition(edition) {
		this.setAttribute('edition', String(edition));
	}

	/** Copies the whole list. */
	async copy() {
		if (!this.#made) return null;
		const how = await copy(this.#made, this.#parts.list);
		const words = wordsFor(this, later);
		announce(this.#parts.status, how === 'copied' ? words('copied') : words('selected', { keys: copyKeys() }));
		fire(this, 'callslip-copy', { form: this.form, how, ...this.#made });
		return how;
	}

	#queue() {
		if (this.#queued) return;
		this.#queued = true;
		queueMicrotask(() => {
			this.#queued = false;
			if (this.isConnected && this.#parts) this.#refresh();
		});
	}

	async #refresh() {
		const list = kept();
		this.#label();
		this.#parts.full.hidden = !list.length;
		this.#parts.empty.hidden = list.length > 0;
		if (!list.length) return;
		try {
			await Promise.all([load({ only: 'cite' }), fetchWords(this)]);
			this.#label();
			this.#draw(list, this.form === 'note' ? this.#notes(list) : this.#entries(list));
		} catch (error) {
			fail(this, error, list.map(({ item }) => item));
		}
	}

	/** Notes, in the reader's order. @param {import('./store.js').Kept[]} list */
	#notes(list) {
		return list.map(({ key, item }) => ({ id: key, ...cite(item, { form: 'note', edition: this.edition }) }));
	}

	/** Entries, as the Manual sorts them. @param {import('./store.js').Kept[]} list */
	#entries(list) {
		const system = this.form === 'reference-list' ? 'author-date' : 'notes-bibliography';
		const items = list.map(({ key, item }) => ({ ...item, id: key }));
		return bibliography(items, { edition: this.edition, system }).entries;
	}

	/** @param {import('./store.js').Kept[]} list @param {{ id: string, html: string, text: string }[]} entries */
	#draw(list, entries) {
		const isNotes = this.form === 'note';
		const number = (/** @type {number} */ at) => (isNotes ? `${at + 1}. ` : '');
		this.#made = {
			html: entries.map((entry, at) => `<p>${number(at)}${entry.html}</p>`).join(''),
			text: entries.map((entry, at) => number(at) + entry.text).join('\n') + '\n',
		};
		const focused = this.shadowRoot?.activeElement?.getAttribute('data-at') ?? '';
		this.#parts.list.replaceChildren(...entries.map((entry, at) => this.#entry(list, entry, at, isNotes)));
		// The focus stays with its entry; one that has come to an end of the list can only move the other way.
		const entry = focused.slice(focused.indexOf(' '));
		for (const at of focused && [focused, `up${entry}`, `down${entry}`]) {
			const again = /** @type {HTMLElement | null} */ (this.shadowRoot?.querySelector(`[data-at="${CSS.escape(at)}"]`));
			if (again) return again.focus();
		}
	}

	/** @param {import('./store.js').Kept[]} list @param {any} entry @param {number} at @param {boolean} isNotes */
	#entry(list, entry, at, isNotes) {
		const words = wordsFor(this, later);
		const shown = nodes(entry.html);
		linkAddresses(shown);
		const name = entry.text.slice(0, 60);
		const button = (/** @type {any} */ word, /** @type {string} */ sign, /** @type {() => void} */ act) =>
			h('button', { type: 'button', 'aria-label': `${words(word)}: ${name}`, title: words(word), 'data-at': `${word} ${entry.id}`, onclick: act }, sign);
		const tools = h('span', { class: 'tools' });
		if (isNotes && at > 0) tools.append(button('up', '↑', () => this.#move(at, at - 1)));
		if (isNotes && at < list.length - 1) tools.append(button('down', '↓', () => this.#move(at, at + 1)));
		tools.append(button('remove', '✕', () => this.#remove(entry.id)));
		return h('li', { part: 'entry' }, h('span', { lang: 'en', dir: 'ltr', class: 'words' }, shown), tools);
	}

	/** @param {number} from @param {number} to */
	#move(from, to) {
		const list = kept();
		list.splice(to, 0, ...list.splice(from, 1));
		keep(list);
		announce(this.#parts.status, wordsFor(this, later)('moved', { number: String(to + 1) }));
	}

	/** Takes an entry out, and offers to put it back. @param {string} key */
	#remove(key) {
		const before = kept();
		keep(before.filter((entry) => entry.key !== key));
		const { status, undo } = this.#parts;
		announce(status, wordsFor(this, later)('removed'));
		undo.hidden = false;
		undo.onclick = () => {
			keep(before);
			undo.hidden = true;
			announce(status, wordsFor(this, later)('restored'));
			this.#parts.copy.focus();
		};
		undo.focus();
	}

	#build() {
		if (this.shadowRoot) return;
		const root = this.attachShadow({ mode: 'open' });
		const inputs = KINDS.map((value) => h('input', { type: 'radio', name: 'form', value, onchange: () => (this.form = value) }));
		const forms = h('fieldset', { class: 'forms' }, h('legend'), ...inputs.map((input) => h('label', {}, input, h('span'))));
		const edition = h(
			'select',
			{ onchange: () => (this.edition = edition.value === '17' ? 17 : 18) },
			...['18', '17'].map((value) => h('option', { value })),
		);
		const list = h('ol', { part: 'list' });
		const button = h('button', { type: 'button', class: 'copy', part: 'copy', onclick: () => this.copy() });
		const file = (/** @type {string[]} */ [format, name, ending, type]) =>
			h('button', { type: 'button', onclick: () => this.#download(format, ending, type) }, name);
		const files = h('div', { class: 'files' }, ...FILES.map(file));
		const print = h('button', { type: 'button', onclick: () => globalThis.print() });
		files.append(print);
		const status = h('p', { class: 'status', part: 'status', role: 'status' });
		const undo = h('button', { type: 'button', class: 'undo', hidden: true });
		const bar = h('div', { class: 'bar' }, forms, h('div', { class: 'more' }, edition));
		const full = h('div', { class: 'full', hidden: true }, bar, list, h('div', { class: 'actions' }, button, files));
		const empty = h('div', {}, h('slot'));
		root.append(full, empty, h('div', { class: 'said' }, status, undo));
		this.#parts = { forms, inputs, edition, list, copy: button, print, status, undo, full, empty };
	}

	/** @param {string} format @param {string} ending @param {string} type */
	async #download(format, ending, type) {
		try {
			await load();
			const texts = this.items.map((item) => write(item, format));
			const isJson = ending === 'json';
			const text = isJson ? JSON.stringify(texts.flatMap((one) => JSON.parse(one)), null, '\t') : texts.join('\n');
			download(`citations.${ending}`, type, text);
			announce(this.#parts.status, wordsFor(this, later)('downloaded', { name: `citations.${ending}` }));
		} catch (error) {
			fail(this, error, this.items);
		}
	}

	#label() {
		const words = wordsFor(this, later);
		const { forms, inputs, edition, copy, print, undo } = this.#parts;
		forms.firstElementChild.textContent = words('form');
		for (const input of inputs) {
			input.checked = input.value === this.form;
			input.nextElementSibling.textContent = words(input.value);
		}
		edition.setAttribute('aria-label', words('edition'));
		for (const option of edition.options) option.textContent = words(option.value);
		edition.value = String(this.edition);
		copy.textContent = words('copy all');
		print.textContent = words('print');
		undo.textContent = words('undo');
	}
}
