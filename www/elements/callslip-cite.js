// <callslip-cite>: the citation of a document, in the form the reader wants, to copy and to download.

import { citeAsync, load, write } from '../cite.js';
import { copy, copyKeys, download } from './copy.js';
import { Base, adopt, announce, byId, defineOnce, fire, h, takeProperty } from './dom.js';
import { fail } from './fault.js';
import { linkAddresses, nodes } from './nodes.js';
import { UNREADY, readyItem } from './ready.js';
import { changes, follow, has, toggle } from './store.js';
import { controlCss } from './control-style.js';
import { fetchWords, wordsFor } from './words.js';

/** @typedef {'note' | 'short-note' | 'bibliography' | 'reference-list' | 'in-text' | 'preferred'} Form */
/** @type {Form[]} */
const FORMS = ['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred'];
const PLACES = ['paragraph', 'page', 'folio', 'line', 'section'];
const FILES = [
	['ris', 'RIS', 'ris', 'application/x-research-info-systems'],
	['csl-json', 'CSL-JSON', 'json', 'application/vnd.citationstyles.csl+json'],
	['biblatex', 'BibLaTeX', 'bib', 'application/x-bibtex'],
	['bibtex', 'BibTeX', 'bib', 'application/x-bibtex'],
	['markdown', 'Markdown', 'md', 'text/markdown'],
	['text', 'Text', 'txt', 'text/plain'],
];

/** What an item may have without being about anything. */
const BARE = /^(id|type|custom|language)$/;

/**
 * Cites a document in Chicago style. What stands inside is shown until there is a citation, and stays when there is none.
 *
 * @tagname callslip-cite
 * @attr {string} for - The id of the `<callslip-document>` to cite; without it, the one it stands in,
 * or the page's first, or the page itself.
 * @attr {string} item - A CSL-JSON item to cite instead.
 * @attr {string} form - `note`, `short-note`, `bibliography`, `reference-list`, `in-text` or `preferred`; the first of `forms`
 * unless told.
 * @attr {string} forms - The forms to offer, with spaces between.
 * @attr {string} edition - `18` or `17`.
 * @attr {string} locator - The place cited, as `paragraph 2`; a bare `12` is a page.
 * @slot - The citation.
 * @csspart opener - Compact: the button that opens the rest.
 * @csspart panel - Everything but that button.
 * @csspart bar - The row of forms, edition and place.
 * @csspart forms - The forms.
 * @csspart citation - The citation's frame.
 * @attr {boolean} compact - Shows a button that opens the rest.
 * @attr {boolean} collect - Offers to add the item to the reader's list.
 * @csspart close - Compact: the button that closes the panel.
 * @csspart copy - The button that copies.
 * @csspart add - The button that adds to the reader's list.
 * @csspart downloads - The downloads.
 * @csspart status - What happened, for all readers.
 * @cssprop --callslip-accent - The colour of what can be pressed.
 * @cssprop --callslip-quiet - The colour of what is said by the way.
 * @cssprop --callslip-line - The colour of lines between things.
 * @cssprop --callslip-edge - The colour of the edges of what can be pressed.
 * @cssprop --callslip-serif - The type of the citation.
 * @cssprop --callslip-sans - The type of the controls.
 * @fires callslip-copy - The citation was copied or selected; `detail` has `form`, `html`, `text` and `how`.
 * @fires callslip-error - It could not be cited; `detail.error` says why, `detail.digest` names the input.
 */
export class CallslipCiteElement extends Base {
	static observedAttributes = ['for', 'item', 'form', 'forms', 'edition', 'locator', 'collect', 'compact', 'lang'];

	/** Looks for what is to be defined beside an element, in the shadow root of somebody else, too. @param {any} _root */
	static look = (_root) => {};

	/** @param {string} [tag] @param {CustomElementRegistry} [registry] */
	static define(tag = 'callslip-cite', registry = customElements) {
		return defineOnce(this, tag, registry);
	}

	/** @type {any} */
	#item = null;
	/** What the page says of itself. @type {any} */
	#page = null;
	/** @type {any} */
	#citation = null;
	/** @type {any} */
	#parts = null;
	/** @type {string | null} */
	#shown = null;
	/** The item that is none, of which was told. */
	#refused = '';
	#queued = false;
	#run = 0;
	/** @type {Node | null} */
	#root = null;

	#heard = (/** @type {Event} */ event) => {
		if (event.composedPath()[0] === this.#source()) this.#queue();
	};

	/** The number of a paragraph, pressed, is the place cited. */
	#pressed = (/** @type {Event} */ event) => {
		const number = /** @type {Element} */ (event.target).closest?.('[data-para] > .callslip-number');
		if (!number || !this.#source()?.contains(number)) return;
		this.locator = { label: 'paragraph', value: number.parentElement?.dataset.para ?? '' };
	};

	#collected = () => this.#label();

	connectedCallback() {
		for (const name of ['item', 'for', 'form', 'forms', 'edition', 'locator', 'compact', 'collect']) takeProperty(this, name);
		this.#root = this.getRootNode();
		CallslipCiteElement.look(this.#root);
		this.#root.addEventListener('callslip-read', this.#heard);
		this.#root.addEventListener('click', this.#pressed);
		changes.addEventListener('change', this.#collected);
		follow();
		this.#build();
		adopt(/** @type {ShadowRoot} */ (this.shadowRoot), controlCss);
		this.#queue();
	}

	disconnectedCallback() {
		this.#root?.removeEventListener('callslip-read', this.#heard);
		this.#root?.removeEventListener('click', this.#pressed);
		this.#root = null;
		changes.removeEventListener('change', this.#collected);
	}

	/** @param {string} _name @param {string | null} before @param {string | null} after */
	attributeChangedCallback(_name, before, after) {
		if (before !== after && this.isConnected) this.#queue();
	}

	/** The CSL-JSON item to cite; without one of its own, the document's. */
	get item() {
		const own = this.#item ?? this.#attributeItem();
		if (own !== undefined) return own;
		const source = this.#source();
		return source?.item ?? readyItem(source) ?? this.#page;
	}
	set item(item) {
		this.#item = item;
		if (this.isConnected) this.#queue();
	}

	/** What `cite` gave: `html`, `text`, `markdown`, `warnings`; `null` before. */
	get citation() {
		return this.#citation;
	}

	/** The form of the citation; unless told, the first that is offered. @returns {Form} */
	get form() {
		const known = (/** @type {string | null} */ name) => FORMS.find((form) => form === name);
		return known(this.getAttribute('form')) ?? known(this.forms.trim().split(/\s+/)[0]) ?? 'note';
	}
	set form(form) {
		this.setAttribute('form', form);
	}

	/** The id of the document to cite. */
	get for() {
		return this.getAttribute('for') ?? '';
	}
	set for(id) {
		this.setAttribute('for', id);
	}

	/** The forms to offer, with spaces between; empty for all. */
	get forms() {
		return this.getAttribute('forms') ?? '';
	}
	set forms(forms) {
		this.setAttribute('forms', forms);
	}

	/** Whether a button opens the rest. */
	get compact() {
		return this.hasAttribute('compact');
	}
	set compact(isCompact) {
		this.toggleAttribute('compact', isCompact);
	}

	/** Whether the item can be added to the reader's list. */
	get collect() {
		return this.hasAttribute('collect');
	}
	set collect(isOffered) {
		this.toggleAttribute('collect', isOffered);
	}

	/** The edition of the Manual: 18 or 17. */
	get edition() {
		return this.getAttribute('edition') === '17' ? 17 : 18;
	}
	set edition(edition) {
		this.setAttribute('edition', String(edition));
	}

	/** The place cited: `{ label, value }`, or `null`. */
	get locator() {
		const [, label = 'page', value] = /^\s*(?:pp?\.\s*|([a-z-]+)\s+)?(.*\S)\s*$/.exec(this.getAttribute('locator') ?? '') ?? [];
		return value ? { label, value } : null;
	}
	set locator(locator) {
		if (locator?.value) this.setAttribute('locator', `${locator.label ?? 'page'} ${locator.value}`);
		else this.removeAttribute('locator');
	}

	/** Copies the citation, as the button does. */
	async copy() {
		this.#build();
		const { form } = this;
		const what = this.#citation ?? this.#given();
		const how = await copy(what, this);
		const words = wordsFor(this);
		announce(this.#parts.status, how === 'copied' ? words('copied') : words('selected', { keys: copyKeys() }));
		this.#parts.copy.dataset.how = how;
		fire(this, 'callslip-copy', { form, how, html: what.html, text: what.text });
		return how;
	}

	/** What the page's author wrote inside. */
	#given() {
		const shown = /** @type {Element} */ (this.cloneNode(true));
		for (const script of shown.querySelectorAll('script')) script.remove();
		return { html: shown.innerHTML, text: shown.textContent?.trim() ?? '' };
	}

	#source() {
		const wanted = this.getAttribute('for');
		if (wanted !== null) return byId(this, wanted);
		const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
		return /** @type {any} */ (this.closest('callslip-document') ?? root.querySelector?.('callslip-document') ?? null);
	}

	/** Whether there is no document to cite, so that the page itself is meant. */
	#isAlone() {
		return !this.hasAttribute('for') && !this.#source();
	}

	/** The item of its own; `null` when it is none, so that nothing else is cited in its place. */
	#attributeItem() {
		const text = this.getAttribute('item') ?? this.querySelector(':scope > script[type$="json"]')?.textContent;
		if (!text) return undefined;
		try {
			return JSON.parse(text);
		} catch (error) {
			if (text !== this.#refused) fail(this, error, text);
			this.#refused = text;
			return null;
		}
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
		const run = ++this.#run;
		this.#label();
		try {
			if (!this.item && this.#attributeItem() === undefined && this.#isAlone()) this.#page ??= (await import('../page.js')).readPage();
			const { item } = this;
			if (!item) return;
			const { form, edition, locator } = this;
			// A page that reads a document has the whole module anyway: begun first, it is the one that cites.
			const whole = this.ownerDocument.querySelector(UNREADY) && load();
			const [citation, { warnings }] = await Promise.all([
				citeAsync(item, { form, edition, locator: locator ?? undefined }),
				citeAsync(item, { form: 'preferred', edition }),
				whole,
				fetchWords(this),
			]);
			if (run !== this.#run) return;
			// What kind of thing it is alone is nothing to cite.
			this.#citation = Object.keys(item).some((name) => !BARE.test(name)) ? citation : { ...citation, html: '', text: '' };
			this.#label();
			this.#offer(!warnings.some(({ code }) => code === 'no-preferred-citation'));
			this.#show();
		} catch (error) {
			this.#parts.bar.hidden = !this.#citation;
			this.#parts.frame.hidden = !this.#citation && !this.#given().text;
			fail(this, error, this.item);
		}
	}

	/** Shows the citation, if it is another than before. */
	#show() {
		const { bar, frame, copy, add, files } = this.#parts;
		bar.hidden = false;
		frame.hidden = false;
		const { html } = this.#citation;
		copy.disabled = !html;
		copy.classList.remove('waiting');
		for (const part of [add, files]) part.classList.toggle('waiting', !html);
		// What the page's author wrote stays until there is something better.
		const scripts = [...this.querySelectorAll(':scope > script')];
		const isAuthors = this.#shown === null && this.#given().text;
		if (html === this.#shown || (!html && isAuthors)) return;
		this.#shown = html;
		const shown = nodes(html);
		linkAddresses(shown);
		const citation = html ? h('span', { class: 'callslip-citation', lang: 'en', dir: 'ltr' }, shown) : wordsFor(this)('nothing');
		this.replaceChildren(...scripts, citation);
		delete this.#parts.copy.dataset.how;
	}

	/** Offers the forms there are; the archive's own only where the archive gives one. @param {boolean} hasPreferred */
	#offer(hasPreferred) {
		const wanted = this.forms.trim() ? this.forms.trim().split(/\s+/) : FORMS;
		for (const input of this.#parts.inputs) {
			input.parentElement.hidden = !wanted.includes(input.value) || (input.value === 'preferred' && !hasPreferred);
		}
	}

	#build() {
		if (this.shadowRoot) return;
		const root = this.attachShadow({ mode: 'open' });
		const text = () => h('span');
		const inputs = FORMS.map((value) =>
			h('input', { type: 'radio', name: 'form', value, onchange: () => (this.form = value) }),
		);
		const segments = inputs.map((input) => h('label', { hidden: input.value === 'preferred' }, input, text()));
		const forms = h('fieldset', { part: 'forms', class: 'forms' }, h('legend'), ...segments);
		const edition = h(
			'select',
			{ onchange: () => (this.edition = edition.value === '17' ? 17 : 18) },
			...['18', '17'].map((value) => h('option', { value })),
		);
		const place = () => (this.locator = { label: label.value, value: number.value.trim() });
		const label = h('select', { onchange: place }, ...PLACES.map((value) => h('option', { value })));
		const number = h('input', { size: '6', autocomplete: 'off', oninput: place });
		const where = h('div', { class: 'where', role: 'group' }, h('span', { class: 'name' }), label, number);
		const button = h('button', { part: 'copy', type: 'button', class: 'copy', onclick: () => this.copy() }, text());
		button.disabled = !this.#given().text;
		// What comes with the citation has its place from the start, so that nothing moves.
		const add = h('button', { part: 'add', type: 'button', class: 'add waiting', onclick: () => this.#collect() });
		const files = h('details', { part: 'downloads', class: 'files waiting' }, h('summary'), this.#files());
		const status = h('p', { part: 'status', class: 'status', role: 'status' });
		const bar = h('div', { part: 'bar', class: 'bar' }, forms, h('div', { class: 'more' }, edition, where));
		const frame = h('div', { part: 'citation', class: 'citation' }, h('slot'));
		button.classList.toggle('waiting', button.disabled);
		const actions = h('div', { class: 'actions' }, button, add, files);
		const close = h('button', { part: 'close', type: 'button', class: 'close', popovertarget: 'panel' }, '✕');
		const panel = h('div', { part: 'panel', class: 'panel', id: 'panel' }, bar, frame, actions, status, close);
		panel.addEventListener('beforetoggle', (/** @type {any} */ event) => {
			// Closed by the keyboard, the panel gives the focus back; closed by a press elsewhere, it does not.
			const next = event.newState === 'open' ? button : panel.contains(root.activeElement) && opener;
			if (next) setTimeout(() => next.focus());
		});
		const opener = h('button', { part: 'opener', type: 'button', class: 'add', popovertarget: 'panel', hidden: true });
		root.append(opener, panel);
		this.#parts = { opener, panel, close, bar, frame, forms, inputs, edition, where, label, number, copy: button, add, files, status };
	}

	/** Compact: a button that opens the rest. @param {string} title */
	#fold(title) {
		const { opener, panel, close } = this.#parts;
		const isCompact = this.compact;
		opener.textContent = title;
		opener.hidden = close.hidden = !isCompact;
		close.setAttribute('aria-label', wordsFor(this)('close'));
		const attributes = { popover: 'auto', role: 'dialog', 'aria-label': title };
		for (const [name, value] of Object.entries(attributes)) {
			if (!isCompact) panel.removeAttribute(name);
			else if (panel.getAttribute(name) !== value) panel.setAttribute(name, value);
		}
	}

	/** Adds the item to the reader's list, or takes it out. */
	#collect() {
		const isKept = toggle(this.item);
		announce(this.#parts.status, wordsFor(this)(isKept ? 'added' : 'removed'));
	}

	#files() {
		const item = (/** @type {string[]} */ [format, name, ending, type]) =>
			h('li', {}, h('button', { type: 'button', onclick: () => this.#download(format, ending, type) }, name));
		return h('ul', {}, ...FILES.map(item));
	}

	/** @param {string} format @param {string} ending @param {string} type */
	async #download(format, ending, type) {
		try {
			const { item } = this;
			if (!(format in this.#citation)) await load();
			const text = format in this.#citation ? this.#citation[format] + '\n' : write(item, format);
			const name = `${fileName(item)}.${ending}`;
			download(name, type, text);
			announce(this.#parts.status, wordsFor(this)('downloaded', { name }));
		} catch (error) {
			fail(this, error, this.item);
		}
	}

	/** Writes the words and the state of the controls. */
	#label() {
		const words = wordsFor(this);
		const { forms, inputs, edition, where, label, number, copy, add, files } = this.#parts;
		this.#fold(words('cite'));
		const { form, locator } = this;
		forms.firstElementChild.textContent = words('form');
		for (const input of inputs) {
			input.checked = input.value === form;
			input.nextElementSibling.textContent = words(input.value);
		}
		edition.setAttribute('aria-label', words('edition'));
		for (const option of edition.options) option.textContent = words(option.value);
		edition.value = String(this.edition);
		where.hidden = !form.includes('note') && form !== 'in-text';
		where.firstElementChild.textContent = words('pinpoint');
		where.setAttribute('aria-label', words('pinpoint'));
		label.setAttribute('aria-label', words('pinpoint'));
		for (const option of label.options) option.textContent = words(option.value);
		number.setAttribute('aria-label', words('number'));
		if (locator) label.value = locator.label;
		if (number.value.trim() !== (locator?.value ?? '')) number.value = locator?.value ?? '';
		copy.firstElementChild.textContent = words(/** @type {any} */ (`copy ${form}`));
		files.firstElementChild.textContent = words('download');
		add.hidden = !this.collect;
		const isKept = Boolean(this.#citation?.html) && has(this.item);
		add.classList.toggle('kept', isKept);
		add.textContent = words(isKept ? 'drop' : 'add');
	}
}

/** A file's name from the title. @param {any} item */
function fileName(item) {
	const title = String(item.title ?? item.id ?? '').normalize('NFD');
	return title.toLowerCase().replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60).replace(/^-|-$/g, '') || 'citation';
}
