// What the tests of attacks do in the page: show every attack, look at what stands there, and listen for what runs.

import * as attacks from '/tests/attacks.js';
import { bibliography, cite, load, read, show } from '/www/callslip.js';

const { formats } = attacks;
/** @type {string[]} */
const all = Object.values(await (await fetch('/tests/fixtures/attacks.json')).json()).flat();

/** What ran, or wanted to. @type {string[]} */
const ran = [];
for (const name of ['pwn', 'alert', 'confirm', 'prompt', 'open']) globalThis[name] = () => void ran.push(name);
addEventListener('securitypolicyviolation', (event) => {
	ran.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
addEventListener('beforeunload', () => ran.push('left'));

const FORMS = ['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred'];
/** Elements of the interface, beside those of a document. */
const OWN = 'button details fieldset input label legend nav option q select slot summary wbr'.split(' ');
const OWN_ATTRIBUTE = /^(aria-\w+|autocomplete|data-(at|how|severity)|disabled|hidden|inputmode|name|open|part|popover(target)?|size|title|type|value)$/;
const main = () => document.querySelector('main');
const turn = () => new Promise((done) => setTimeout(done));

/** What no allow-list has, of an element and its shadow. @param {Element} element */
function strange(element) {
	const isOwn = (/** @type {Element} */ one) => OWN.includes(one.localName) || Boolean(one.closest('.callslip-head > details, .callslip-contents'));
	const inLight = (/** @type {Element} */ one, name = '') => isOwn(one) && (!name || OWN_ATTRIBUTE.test(name));
	// The button beside a quotation stands where the script puts it.
	const isPlace = (/** @type {Element} */ one, /** @type {string} */ name) => name === 'style' && /^left: [\d.]+px; top: [\d.]+px;$/.test(one.getAttribute(name) ?? '');
	const inShadow = (/** @type {Element} */ one, name = '') => OWN.includes(one.localName) || /^(class|id|role)$/.test(name) || OWN_ATTRIBUTE.test(name) || isPlace(one, name);
	return attacks.strangeNodes(element, inLight) || (element.shadowRoot ? attacks.strangeNodes(element.shadowRoot, inShadow) : '');
}

/** Shows all attacks of a format in a document element; gives what is wrong. @param {string} format @param {boolean} metadata */
async function documents(format, metadata) {
	const wrong = [];
	const element = document.createElement('callslip-document');
	element.format = format;
	element.metadata = metadata;
	main().replaceChildren(element);
	for (const [at, attack] of all.entries()) {
		const texts = attacks.inputs(format, attack);
		const read = new Promise((done) => {
			element.addEventListener('callslip-read', () => done(''), { once: true });
			element.addEventListener('callslip-error', (event) => done(event.detail.error.message), { once: true });
		});
		if (at % 10 === 0) element.setAttribute('url', attack);
		element.value = texts[at % texts.length];
		wrong.push((await read) || strange(element) || strangeHead());
		if (metadata && !document.head.querySelector('[data-callslip]')) wrong.push('no metadata');
	}
	element.remove();
	return wrong.filter(Boolean);
}

/** What in the head neither the page nor Callslip would put there. */
function strangeHead() {
	const isFine = (/** @type {Element} */ one) =>
		one.matches('meta[name]:not([http-equiv]), script[type="application/ld+json"]:not([src])') ||
		(one.matches('link[rel="schema.dcterms"], link[rel="cite-as"]') && /^https?:/.test(one.href));
	return [...document.head.querySelectorAll('[data-callslip]')].find((one) => !isFine(one))?.outerHTML ?? '';
}

/** Cites all attacks in an element, as items, as JSON in the markup and as a page's own metadata; gives what is wrong. */
async function citations() {
	const wrong = [];
	const { readPage } = await import('/www/page.js');
	const element = document.createElement('callslip-cite');
	element.addEventListener('callslip-error', (event) => wrong.push(event.detail.error.message));
	element.collect = true;
	main().replaceChildren(element);
	for (const [at, attack] of all.entries()) {
		const [letter, book] = attacks.items(attack);
		for (const item of [at % 2 ? letter : book, readPage(pageWith(attack))]) {
			const before = element.citation;
			element.form = FORMS[at % FORMS.length];
			element.locator = { label: 'page', value: attack };
			element.item = item;
			for (let tries = 0; tries < 500 && element.citation === before; tries += 1) await turn();
			if (element.citation === before) wrong.push(`not cited: ${attack}`);
			wrong.push(strange(element));
		}
	}
	for (const attack of all.filter((_, at) => at % 3 === 0)) {
		const one = document.createElement('callslip-cite');
		one.setAttribute('item', JSON.stringify(attacks.items(attack)[0]));
		for (const name of ['edition', 'locator', 'forms', 'form']) one.setAttribute(name, attack);
		const other = document.createElement('callslip-cite');
		other.setAttribute('for', attack);
		main().replaceChildren(one, other);
		await turn();
		wrong.push(strange(one), strange(other));
	}
	return wrong.filter(Boolean);
}

/** A page whose metadata is an attack. @param {string} attack */
function pageWith(attack) {
	const page = document.implementation.createHTMLDocument(attack);
	for (const name of ['z:itemType', 'citation_title', 'citation_author', 'dcterms.title', 'z:url', 'citation_doi', 'citation_date', 'og:site_name']) {
		const tag = page.createElement('meta');
		tag.name = name;
		tag.content = attack;
		page.head.append(tag);
	}
	const link = page.createElement('link');
	link.rel = 'canonical';
	link.href = attack;
	const coins = page.createElement('span');
	coins.className = 'Z3988';
	coins.title = `rft.genre=${encodeURIComponent(attack)}&rft.atitle=${encodeURIComponent(attack)}&rft.au=${encodeURIComponent(attack)}`;
	page.body.append(link, coins);
	return page;
}

/** Shows a list of all attacks in each of its forms; gives what is wrong. */
async function lists() {
	const wrong = [];
	const kept = all.map((attack, at) => ({ key: attack, item: attacks.items(attack)[at % 2] }));
	localStorage.setItem('callslip-list', JSON.stringify(kept));
	const element = document.createElement('callslip-list');
	element.addEventListener('callslip-error', (event) => wrong.push(event.detail.error.message));
	main().replaceChildren(element);
	for (const form of ['bibliography', 'reference-list', 'note']) {
		await customElements.whenDefined('callslip-list');
		element.shadowRoot.querySelector('[part=list]').replaceChildren();
		element.form = form;
		const entries = () => element.shadowRoot.querySelectorAll('[part=entry]').length;
		for (let tries = 0; tries < 2000 && !entries(); tries += 1) await turn();
		if (entries() < 100) wrong.push(`${form}: ${entries()} entries`);
		wrong.push(strange(element));
	}
	localStorage.removeItem('callslip-list');
	element.remove();
	return wrong.filter(Boolean);
}

/** Puts the strings of a format into the page by `innerHTML`, twice, as a page without Trusted Types may; gives what is wrong. @param {string} format */
async function strings(format) {
	await load();
	const wrong = [];
	const place = document.createElement('div');
	main().replaceChildren(place);
	const put = (/** @type {string} */ html) => {
		for (const next of [() => html, () => place.innerHTML]) {
			place.innerHTML = next();
			const found = attacks.strangeNodes(place);
			if (found) wrong.push(found);
		}
	};
	for (const [at, attack] of all.entries()) {
		// Every attack meets a third of the formats here; in the elements and in Node it meets all.
		if ((at + formats.indexOf(format)) % 3) continue;
		const texts = attacks.inputs(format, attack);
		const { document, item } = read(texts[(at + 1) % texts.length], { format });
		put(show(document, { places: true }));
		put(cite(item, { form: FORMS[at % FORMS.length], links: true, prefix: attack, locator: { label: 'page', value: attack } }).html);
	}
	if (format === 'csl-json') put(bibliography(all.map((attack) => attacks.items(attack)[0])).html);
	return wrong;
}

/** Quotes what an attack stands in, and puts what is copied into the page by `innerHTML`; gives what is wrong. */
async function quotations() {
	const wrong = [];
	const [shown, quote] = ['document', 'quote'].map((name) => document.createElement(`callslip-${name}`));
	const place = document.createElement('div');
	main().replaceChildren(shown, quote, place);
	await customElements.whenDefined('callslip-quote');
	let quoted = 0;
	for (const attack of all) {
		const read = new Promise((done) => shown.addEventListener('callslip-read', done, { once: true }));
		shown.value = `**March 9, 1951**\n**${attack}**\n\n1. Words before ${attack} and after.\n\n2. ${attack}\n`;
		await read;
		getSelection().selectAllChildren(shown.querySelector('.callslip-body'));
		const copied = new Promise((done) => {
			quote.addEventListener('callslip-copy', ({ detail }) => done(detail.html), { once: true });
			quote.addEventListener('callslip-error', ({ detail }) => done(`<x>${detail.error}</x>`), { once: true });
		});
		if (!(await quote.copy())) continue;
		place.innerHTML = await copied;
		quoted += 1;
		wrong.push(attacks.strangeNodes(place), strange(quote));
		if (!place.querySelector('a[href*="#:~:text="]')) wrong.push(`no link: ${attack}`);
	}
	if (quoted < all.length / 2) wrong.push(`${quoted} were quoted`);
	return wrong.filter(Boolean);
}

globalThis.attacked = { documents, citations, lists, quotations, strings, ran };
