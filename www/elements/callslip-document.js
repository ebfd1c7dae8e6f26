// <callslip-document>: reads a document and shows it in the light DOM.

import { cite, load } from '../cite.js';
import { show } from '../read.js';
import { isPdf } from '../pdf/sniff.js';
import { readAny } from '../read-any.js';
import { Base, adopt, defineOnce, fire, h, takeProperty } from './dom.js';
import { fail } from './fault.js';
import { breathe, gently } from './gently.js';
import { building, nodes } from './nodes.js';
import { readyItem } from './ready.js';
import { aboutOf, isGrave } from './remarks.js';
import { documentCss } from './style.js';
import { unfold } from './unfold.js';
import { fetchWords, wordsFor } from './words.js';
import { ofDocuments } from './words-document.js';

/** A document of more blocks is laid out piece by piece. */
const LONG = 100;

/**
 * Reads an archival document and shows it.
 *
 * The text comes from `src`, from the `value` property, or from what stands inside: a `<pre>`, a
 * `<script type="text/plain">`, or plain text. An `<article>` inside is left as it is; its paragraphs get identifiers,
 * and its text is read for citing. Where the page was made ready beforehand (`callslip render`: an article with its item as
 * CSL-JSON), nothing is read or loaded. A PDF is read with pdf.js, which is not part of Callslip and fetched only then. When
 * anything fails, what stands inside stays.
 *
 * @tagname callslip-document
 * @attr {string} value - The text, to begin with; the property of the same name takes bytes too.
 * @attr {string} src - Where the text, or a PDF, is fetched from.
 * @attr {string} pdfjs - Where pdf.js is, for PDFs: the address of `pdf.mjs`, with `pdf.worker.mjs` beside it.
 * @attr {string} format - The format's name, when it should not be guessed.
 * @attr {string} url - The address of the document's own page, for the citation.
 * @attr {number} heading - The level of the title, 1 to 6.
 * @attr {string} prefix - Put before every identifier, for pages that show several documents.
 * @attr {boolean} metadata - Describes the document in the page's head, for Zotero and for machines.
 * @attr {boolean} unstyled - Leaves the document without looks of its own.
 * @cssprop --callslip-accent - The colour of dates, links and marks.
 * @cssprop --callslip-quiet - The colour of what is said by the way.
 * @cssprop --callslip-line - The colour of lines between things.
 * @cssprop --callslip-tint - The ground of the paragraph that the address names.
 * @cssprop --callslip-serif - The type of the text.
 * @cssprop --callslip-sans - The type of what stands around it.
 * @fires callslip-read - The document was read and shown; `detail` is what `read` gave.
 * @fires callslip-error - It could not be fetched or read; `detail.error` says why, `detail.digest` names the input.
 */
export class CallslipDocumentElement extends Base {
	static observedAttributes = ['value', 'src', 'format', 'url', 'heading', 'prefix', 'lang'];

	/** @param {string} [tag] @param {CustomElementRegistry} [registry] */
	static define(tag = 'callslip-document', registry = customElements) {
		return defineOnce(this, tag, registry);
	}

	/** @type {string | Uint8Array | null} */
	#value = null;
	/** @type {any} */
	#reading = null;
	#run = 0;
	#queued = false;
	/** Whether something else is to be shown than what is. */
	#isStale = false;
	#undescribe = () => {};

	connectedCallback() {
		if (!this.hasAttribute('unstyled')) adopt(this.getRootNode(), documentCss);
		for (const name of ['value', 'src', 'pdfjs', 'format', 'url', 'heading', 'prefix', 'metadata']) takeProperty(this, name);
		if (!this.#reading || this.#isStale) this.#queue();
		else if (this.metadata) this.#describe();
	}

	disconnectedCallback() {
		this.#undescribe();
		this.#undescribe = () => {};
	}

	/** @param {string} name @param {string | null} before @param {string | null} after */
	attributeChangedCallback(name, before, after) {
		// A framework that makes the element before its class is there can only set attributes.
		if (name === 'value' && before !== after) this.#value = after;
		if (before !== after) this.#queue();
	}

	/** What `read` gave: `format`, `item`, `document`, `warnings`; `null` before. */
	get reading() {
		return this.#reading;
	}

	/** The record as a CSL-JSON item; `null` before it is read. */
	get item() {
		return this.#reading?.item ?? null;
	}

	/** The input: a text or bytes. Setting it reads it. The attribute of the same name is a text to begin with. */
	get value() {
		return this.#value;
	}
	set value(input) {
		this.#value = input;
		this.#queue();
	}

	/** Where the text is fetched from. */
	get src() {
		return this.getAttribute('src') ?? '';
	}
	set src(address) {
		this.setAttribute('src', address);
	}

	/** Where pdf.js is, for PDFs. */
	get pdfjs() {
		return this.getAttribute('pdfjs') ?? '';
	}
	set pdfjs(address) {
		this.setAttribute('pdfjs', address);
	}

	/** The format's name, when it should not be guessed. */
	get format() {
		return this.getAttribute('format') ?? '';
	}
	set format(name) {
		this.setAttribute('format', name);
	}

	/** The address of the document's own page, for the citation. */
	get url() {
		return this.getAttribute('url') ?? '';
	}
	set url(address) {
		this.setAttribute('url', address);
	}

	/** The level of the title, 1 to 6. */
	get heading() {
		return Number(this.getAttribute('heading')) || 1;
	}
	set heading(level) {
		this.setAttribute('heading', String(level));
	}

	/** Put before every identifier, for pages that show several documents. */
	get prefix() {
		return this.getAttribute('prefix') ?? '';
	}
	set prefix(prefix) {
		this.setAttribute('prefix', prefix);
	}

	/** Whether the document is described in the page's head. */
	get metadata() {
		return this.hasAttribute('metadata');
	}
	set metadata(isWanted) {
		this.toggleAttribute('metadata', isWanted);
	}

	#queue() {
		this.#isStale = true;
		if (this.#queued) return;
		this.#queued = true;
		queueMicrotask(() => {
			this.#queued = false;
			if (this.isConnected) this.#refresh();
		});
	}

	async #refresh() {
		const run = ++this.#run;
		const isWanted = () => run === this.#run && this.isConnected;
		const before = this.#reading;
		/** @type {string | Uint8Array | null} */
		let input = null;
		try {
			const item = this.#value === null && !before ? readyItem(this) : null;
			if (item) return this.#takeReady(item);
			this.setAttribute('aria-busy', 'true');
			input = await this.#input();
			if (input === null) return;
			if (!this.hasAttribute('src') && !this.querySelector('article')) this.#value = input;
			await Promise.all([load(), fetchWords(this)]);
			// Reading, writing and building are tasks of their own: a long document must not hold the page up.
			await breathe();
			if (!isWanted()) return;
			const { format, url, pdfjs } = this;
			const reading = await readAny(input, { format: format || undefined, url: url || undefined, pdfjs: pdfjs || undefined });
			if (!isWanted()) return;
			const shown = await this.#made(reading, isWanted);
			if (!isWanted()) return;
			this.#reading = reading;
			this.#isStale = false;
			if (shown) this.#show(shown, input);
			else nameParagraphs(/** @type {Element} */ (this.querySelector('article')));
			if (this.metadata) await this.#describe();
			fire(this, 'callslip-read', reading);
		} catch (error) {
			if (run !== this.#run) return;
			// What is shown and what was read stay one.
			this.#reading = before;
			this.#showAsItIs(input);
			await fail(this, error, input);
		} finally {
			if (run === this.#run) this.removeAttribute('aria-busy');
		}
	}

	/** A page that was made ready beforehand needs no reading: everything is there. @param {any} item */
	#takeReady(item) {
		const { title } = item;
		this.#isStale = false;
		this.#reading = { format: 'csl-json', item, document: { title: title ? [title] : [], fields: [], body: [], language: '', direction: 'ltr' }, warnings: [] };
		this.#followHash();
		fire(this, 'callslip-read', this.#reading);
	}

	/** @returns {Promise<string | Uint8Array | null>} */
	async #input() {
		if (this.#value !== null) return this.#value;
		if (!this.hasAttribute('src')) return this.#inside();
		const answer = await fetch(this.src);
		if (!answer.ok) throw new Error(`${this.src}: ${answer.status}`);
		return decode(new Uint8Array(await answer.arrayBuffer()));
	}

	/** What stands inside; of a page that was made ready beforehand, the item beside its article. */
	#inside() {
		const article = this.querySelector('article');
		const item = article && this.querySelector('script[type$="csl+json"]');
		const holder = item ?? this.querySelector('script[type^="text/"], script[type$="json"], pre') ?? article ?? this;
		return (holder === article && article?.innerText) || holder.textContent?.trim() || null;
	}

	/**
	 * The document's nodes, made piece by piece; `null` where somebody's own article is to stay.
	 * @param {import('../callslip.js').Reading} reading
	 * @param {() => boolean} isWanted
	 */
	async #made(reading, isWanted) {
		if (this.querySelector('article') && this.#value === null && !this.hasAttribute('src')) return null;
		await breathe();
		const shown = document.createDocumentFragment();
		if (!isWanted()) return shown;
		const { heading, prefix } = this;
		const html = show(reading.document, { heading, prefix, places: true });
		await breathe();
		await gently(building(html, shown), isWanted);
		return shown;
	}

	/** @param {DocumentFragment} shown @param {string | Uint8Array} input */
	#show(shown, input) {
		const text = this.#reading.text ?? (typeof input === 'string' ? input : new TextDecoder().decode(input));
		if (!shown.querySelector('.callslip-head, .callslip-body > *')) this.#list(shown);
		const words = wordsFor(this, ofDocuments);
		headOf(shown).append(...contents(shown, words), ...this.#remarks(text), ...sources(shown, text, words));
		const blocks = /** @type {HTMLElement[]} */ ([...(shown.querySelector('.callslip-body')?.children ?? [])]);
		this.classList.remove('callslip-long');
		// Of a long document only what is seen is laid out at once, unless the address leads into it.
		const isLong = blocks.length > LONG && !shown.querySelector(`[id="${CSS.escape(fragment())}"]`);
		if (isLong) unfold(this, blocks);
		// Where the page has a <base>, `#` alone would lead to another page.
		for (const link of /** @type {NodeListOf<any>} */ (shown.querySelectorAll('a[href^="#"]'))) if (document.baseURI !== document.URL) link.href = new URL(link.hash, document.URL);
		this.replaceChildren(shown);
		this.#followHash();
	}

	/** Tells machines what the page shows. */
	async #describe() {
		const { describe } = await import('./head.js');
		this.#undescribe();
		if (!this.isConnected) return;
		this.#undescribe = describe(this.item);
	}

	/** What cannot be read (because WebAssembly is refused, say) is shown as it is. @param {string | Uint8Array | null} input */
	#showAsItIs(input) {
		this.querySelector(':scope > .callslip-plain')?.remove();
		const isInside = this.#value === null && !this.hasAttribute('src');
		if (typeof input !== 'string' || isInside || this.#reading) return;
		const remark = h('p', {}, wordsFor(this, ofDocuments)('failed'));
		this.append(h('div', { class: 'callslip callslip-plain' }, remark, h('pre', {}, input)));
	}

	/** The browser looked for the address's fragment before the text was here. */
	#followHash() {
		const id = fragment();
		// Going there again also marks it as the page's target; the history stays as it is.
		if (id && this.querySelector('#' + CSS.escape(id))) location.replace(location.href);
	}

	/** Where there are only records, their entries are what there is to see. @param {DocumentFragment} shown */
	#list(shown) {
		const { item, items = [item] } = this.#reading;
		const entries = items.map((/** @type {any} */ one) => nodes(cite(one, { form: 'bibliography' }).html));
		const lines = entries.map((/** @type {DocumentFragment} */ entry) => h('p', { class: 'callslip-entry', lang: 'en' }, entry));
		shown.querySelector('.callslip-body')?.append(...lines);
	}

	/** What does not agree or was not understood, each with the words it is about. @param {string} text */
	#remarks(text) {
		const { warnings } = this.#reading;
		if (!warnings?.length) return [];
		const entry = (/** @type {any} */ warning) => {
			const line = h('li', { 'data-severity': warning.severity }, warning.message);
			const about = aboutOf(warning, text);
			if (about) line.append(' ', h('q', {}, about));
			return line;
		};
		const title = `${wordsFor(this, ofDocuments)('remarks')} (${warnings.length})`;
		const open = isGrave(this.#reading);
		return [h('details', { class: 'callslip-remarks', open }, h('summary', {}, title), h('ul', { lang: 'en', dir: 'ltr' }, ...warnings.map(entry)))];
	}
}

/** What the address ends in; empty where its codes are broken. */
function fragment() {
	try {
		return decodeURIComponent(location.hash.slice(1));
	} catch {
		return '';
	}
}

/** Text where the bytes are UTF-8; the bytes where not, for the reader to find out, and of a PDF. @param {Uint8Array} bytes */
function decode(bytes) {
	if (isPdf(bytes)) return bytes;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return bytes;
	}
}

/** The head, made when the document has none. @param {DocumentFragment} shown @returns {Element} */
function headOf(shown) {
	const head = shown.querySelector('.callslip-head') ?? h('header', { class: 'callslip-head' });
	if (!head.parentNode) shown.firstElementChild?.prepend(head);
	return head;
}

/**
 * A table of contents, where there are headings enough to need one.
 * @param {DocumentFragment} shown
 * @param {ReturnType<typeof wordsFor>} words
 */
function contents(shown, words) {
	const headings = [...shown.querySelectorAll('.callslip-body :is(h2, h3, h4, h5, h6)[id]')];
	if (headings.length < 4) return [];
	const top = headings.map(({ localName }) => localName).sort()[0];
	const entry = (/** @type {Element} */ heading) =>
		h('li', { class: heading.localName > top && 'callslip-deep' }, h('a', { href: '#' + heading.id }, heading.textContent ?? ''));
	const list = h('ol', {}, ...headings.map(entry));
	return [h('nav', { class: 'callslip-contents', 'aria-label': words('contents') }, h('h2', {}, words('contents')), list)];
}

/** Gives the paragraphs of somebody's own article identifiers. @param {Element} article */
function nameParagraphs(article) {
	if (article.matches('.callslip')) return;
	let count = 0;
	for (const paragraph of article.querySelectorAll('p')) {
		count += 1;
		paragraph.dataset.para ??= String(count);
		paragraph.id ||= `p-${count}`;
	}
}

/**
 * Where each field comes from: its words in the input. Built when the reader asks for it.
 * @param {DocumentFragment} shown
 * @param {string} text
 * @param {ReturnType<typeof wordsFor>} words
 */
function sources(shown, text, words) {
	const fields = [...shown.querySelectorAll('[data-field][data-start]')];
	if (!fields.length) return [];
	const details = h('details', { class: 'callslip-sources' }, h('summary', {}, words('sources')));
	const fill = () => {
		const list = h('dl');
		for (const field of fields) {
			const { start, end } = /** @type {HTMLElement} */ (field).dataset;
			const label = field.querySelector('dt')?.textContent ?? '';
			list.append(h('dt', {}, label), h('dd', { dir: 'auto' }, text.slice(Number(start), Number(end))));
		}
		details.append(list);
	};
	details.addEventListener('toggle', fill, { once: true });
	return [details];
}
