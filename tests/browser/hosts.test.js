// Elements in pages as other people have them: in shadow roots and frames, with a <base>, as XHTML, under a nonce, cloned, moved
// between documents, by the dozen, printed, and come back to.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run.js';
import { serve } from '../../scripts/serve.js';
import { readPdf } from '../../www/node-pdf.js';
import { inBrowsers, inPage, until } from './open.js';

const NOTE = '“A Letter About Ferries,” unpublished manuscript, March 9, 1951.';
const NONCE = "script-src 'nonce-callslip' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types callslip-worker";
const ELEMENTS = '<callslip-document id="letter"><pre>**March 9, 1951**\n**A Letter about Ferries**\n\n1. The first paragraph.\n\n2. The second.</pre></callslip-document>\n<callslip-cite for="letter"></callslip-cite>';

/** Pages that only the text tells apart. @type {Record<string, string>} */
const PAGES = {
	nonce: `<script type="module" nonce="callslip" src="/www/elements/define.js"></script>${ELEMENTS}`,
	base: `<base href="/elsewhere/"><script type="module" src="/www/elements/define.js"></script>${ELEMENTS}`,
	sandbox: `<script>top.name</script><script src="/target/hosts/callslip-single.js"></script>${ELEMENTS}<callslip-list></callslip-list>`,
	frames: '<iframe sandbox="allow-scripts" src="sandbox.html"></iframe>',
	two: '<script type="module" src="/www/dist/define.js"></script><callslip-document src="/www/document.txt"></callslip-document><callslip-cite></callslip-cite>',
};

await inBrowsers('hosts', ({ name, driver, site }) => {
	/** @type {{ url: string, close: () => Promise<void> }} */
	let strict;
	/** @type {{ url: string, close: () => Promise<void> }} */
	let lax;
	before(async () => {
		mkdirSync(join(root, 'target/hosts'), { recursive: true });
		copyFileSync(join(root, 'www/dist/callslip-single.js'), join(root, 'target/hosts/callslip-single.js'));
		for (const [page, html] of Object.entries(PAGES)) {
			writeFileSync(join(root, `target/hosts/${page}.html`), `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>A page</title><body>${html}</body></html>\n`);
		}
		strict = await serve({ folder: root, policy: NONCE });
		lax = await serve({ folder: root, policy: '' });
	});
	after(() => Promise.all([strict, lax].map((server) => server.close())));
	/** Runs a function in an empty page with the elements, with the functions of pages/hosts.js before its values. @param {Function} code @param {...any} values */
	const host = async (code, ...values) => {
		await driver.get(site.empty);
		return inPage(driver, /** @type {any} */ (`async (...values) => {
			const hosts = await import('/tests/browser/pages/hosts.js');
			await import('/www/elements/define.js');
			const answer = await (${code})(hosts, ...values);
			if (hosts.uncaught.length) throw new Error('nobody caught ' + hosts.uncaught);
			return answer;
		}`), ...values);
	};
	const cited = () => until(driver, () => /** @type {any} */ (document.querySelector('callslip-cite')).citation?.text);

	test('two lines in a plain page', async () => {
		await driver.get(`${lax.url}target/hosts/two.html`);
		assert.match(await cited(), /^“Telegram from the Legation in Port Sorrel/);
	});

	test('in the shadow root of somebody else', async () => {
		const [text, shown, isOutside] = await host(async ({ pair, when }) => {
			const holder = document.body.appendChild(document.createElement('div'));
			const inside = holder.attachShadow({ mode: 'open' });
			inside.append(...pair());
			const cite = await when(() => inside.querySelector('callslip-cite').citation && inside.querySelector('callslip-cite'));
			return [cite.citation.text, getComputedStyle(inside.querySelector('.callslip')).maxInlineSize, Boolean(document.querySelector('.callslip'))];
		});
		assert.deepEqual([text, shown, isOutside], [NOTE, '704px', false]);
	});

	test('the document comes after what cites it, and is replaced by another', async () => {
		const texts = await host(async ({ pair, when }) => {
			const [shown, cite] = pair();
			document.body.append(cite);
			await new Promise((done) => setTimeout(done, 50));
			const early = cite.citation;
			document.body.append(shown);
			const first = await when(() => cite.citation?.text);
			const [other] = pair();
			other.firstChild.textContent = other.textContent.replace('Ferries', 'Boats');
			shown.replaceWith(other);
			return [early, first, await when(() => /Boats/.test(cite.citation.text) && cite.citation.text)];
		});
		assert.deepEqual(texts, [null, NOTE, NOTE.replace('Ferries', 'Boats')]);
	});

	test('attributes changed in quick succession: what was wanted last is shown', async () => {
		const [text, shown, checked] = await host(async ({ pair, when }) => {
			const [shown, cite] = pair();
			document.body.append(shown, cite);
			await when(() => cite.citation);
			const forms = ['note', 'short-note', 'bibliography', 'reference-list', 'in-text'];
			for (let turn = 0; turn < 200; turn += 1) {
				cite.form = forms[turn % forms.length];
				cite.edition = turn % 2 ? 17 : 18;
				cite.locator = { label: 'page', value: String(turn) };
				if (turn % 7 === 0) await null;
			}
			Object.assign(cite, { form: 'note', edition: 18 });
			cite.locator = { label: 'paragraph', value: '2' };
			await when(() => /para\. 2/.test(cite.citation.text));
			return [cite.citation.text, cite.textContent, cite.shadowRoot.querySelector('input:checked').value];
		});
		assert.equal(text, NOTE.replace('1951.', '1951, para. 2.'));
		assert.deepEqual([shown, checked], [text, 'note']);
	});

	test('fifty citations on a page, each its own', async () => {
		const texts = await host(async ({ when }) => {
			const cites = Array.from({ length: 50 }, (_, at) => Object.assign(document.createElement('callslip-cite'), { item: { type: 'book', title: `Boats ${at}`, issued: { 'date-parts': [[1900 + at]] } } }));
			document.body.append(...cites);
			await when(() => cites.every(({ citation }) => citation));
			return cites.map((cite) => cite.textContent);
		});
		assert.equal(new Set(texts).size, 50);
		assert.match(texts[7], /^Boats 7 \(1907\)\.$/);
	});

	test('in a template nothing happens; its copies live, and copies of what lives do, too', async () => {
		const [isStill, first, second, ids] = await host(async ({ pair, when }) => {
			const template = document.createElement('template');
			template.content.append(...pair(template.content.ownerDocument));
			document.body.append(template);
			await new Promise((done) => setTimeout(done, 50));
			const isStill = !template.content.querySelector('article');
			document.body.append(template.content.cloneNode(true));
			const cite = await when(() => document.querySelector('callslip-cite'));
			const first = await when(() => cite.citation?.text);
			const copy = cite.cloneNode(true);
			document.body.append(copy);
			const second = await when(() => copy.citation?.text);
			return [isStill, first, second, copy.querySelectorAll('.callslip-citation').length];
		});
		assert.deepEqual([isStill, first, second, ids], [true, NOTE, NOTE, 1]);
	});

	test('moved to the document of a frame and back, elements keep their looks and their work', async () => {
		const found = await host(async ({ pair, when, isStyled }) => {
			const [shown, cite] = pair();
			document.body.append(shown, cite);
			await when(() => cite.citation);
			const frame = document.body.appendChild(document.createElement('iframe'));
			const list = document.createElement('callslip-list');
			const quote = document.createElement('callslip-quote');
			document.body.append(list, quote);
			await when(() => list.shadowRoot && quote.shadowRoot);
			const looks = () => [getComputedStyle(shown.querySelector('.callslip')).maxInlineSize, isStyled(cite, '[part=copy]')];
			const found = [looks()];
			for (const page of [frame.contentDocument, document]) {
				page.body.append(shown, cite, list, quote);
				cite.form = page === document ? 'note' : 'bibliography';
				await when(() => cite.citation.text.includes(page === document ? 'Ferries,”' : 'Ferries.”'));
				found.push(looks());
			}
			return found;
		});
		assert.deepEqual(found, Array(3).fill(['704px', true]));
	});

	test('with a <base>, the numbers of paragraphs lead to themselves, and a fragment does not leave the page', async () => {
		const address = `${lax.url}target/hosts/base.html`;
		await driver.get(`${address}#p-2`);
		assert.equal(await cited(), NOTE);
		assert.equal(await driver.getCurrentUrl(), `${address}#p-2`);
		assert.equal(await inPage(driver, () => document.querySelector(':target')?.id), 'p-2');
		assert.equal(await inPage(driver, () => /** @type {any} */ (document.querySelector('#p-1 > a')).href), `${address}#p-1`);
	});

	// Chromium knows no module scripts in XML: there is the single file.
	test('as XHTML', async () => {
		await driver.get(`${lax.url}tests/browser/pages/hosts.xhtml`);
		assert.equal(await inPage(driver, () => document.contentType), 'application/xhtml+xml');
		assert.equal(await cited(), NOTE);
		assert.match(await inPage(driver, () => document.querySelector('#p-1').textContent), /The first paragraph & its sign\./);
		await until(driver, () => document.querySelector('script[type="application/ld+json"][data-callslip]'));
		const copied = await inPage(driver, () => /** @type {any} */ (document.querySelector('callslip-cite')).shadowRoot.querySelector('[part=copy]').disabled);
		assert.equal(copied, false);
	});

	test('under a policy of a nonce alone, with Trusted Types', async () => {
		await driver.get(`${strict.url}target/hosts/nonce.html`);
		assert.equal(await cited(), NOTE);
		await until(driver, () => document.querySelector('#p-2'));
	});

	test('in a frame with a sandbox, without storage or clipboard, by the single file', async () => {
		await driver.get(`${lax.url}target/hosts/frames.html`);
		await driver.switchTo().frame(0);
		assert.equal(await inPage(driver, () => globalThis.origin), 'null');
		assert.equal(await cited(), NOTE);
		await inPage(driver, () => {
			const cite = /** @type {any} */ (document.querySelector('callslip-cite'));
			cite.collect = true;
			addEventListener('unhandledrejection', (event) => (document.title = `uncaught: ${event.reason}`));
			addEventListener('error', (event) => (document.title = `uncaught: ${event.message}`));
		});
		await until(driver, () => document.querySelector('callslip-list')?.shadowRoot);
		await inPage(driver, () => /** @type {any} */ (document.querySelector('callslip-cite')).shadowRoot.querySelector('[part=add]').click());
		await until(driver, () => /Ferries/.test(document.querySelector('callslip-list').shadowRoot.querySelector('.words')?.textContent ?? ''));
		assert.match(await inPage(driver, () => /** @type {any} */ (document.querySelector('callslip-cite')).copy()), /^(copied|selected)$/);
		assert.equal(await inPage(driver, () => document.title), 'A page');
		await driver.switchTo().defaultContent();
	});

	test('compact: the panel has a button that closes it', async () => {
		const [before, opened, closed, label] = await host(async ({ pair, when }) => {
			const [shown, cite] = pair();
			cite.setAttribute('compact', '');
			document.body.append(shown, cite);
			await when(() => cite.citation);
			const find = (part) => cite.shadowRoot.querySelector(`[part=${part}]`);
			const isOpen = () => find('panel').matches(':popover-open');
			const states = [isOpen()];
			for (const part of ['opener', 'close']) {
				find(part).click();
				states.push(isOpen());
			}
			return [...states, find('close').getAttribute('aria-label')];
		});
		assert.deepEqual([before, opened, closed, label], [false, true, false, 'Close']);
	});

	test('what has a kind and nothing else is nothing to cite', async () => {
		const texts = await host(async ({ when }) => {
			const cite = Object.assign(document.createElement('callslip-cite'), { item: { type: 'document' } });
			document.body.append(cite);
			await when(() => cite.citation);
			return [cite.citation.html, cite.textContent, cite.shadowRoot.querySelector('[part=copy]').disabled];
		});
		assert.deepEqual(texts, ['', 'There is nothing to cite: no title, date or name was found.', true]);
	});

	test('come back to from the history, a list shows what was added meanwhile', async () => {
		await driver.get(site.nested);
		await driver.executeScript('localStorage.clear(); document.querySelector("main").append(document.createElement("callslip-list"))');
		await until(driver, () => document.querySelector('callslip-list').shadowRoot);
		await driver.get(site.empty);
		await driver.executeScript('localStorage.setItem("callslip-list", JSON.stringify([{ key: "a", item: { id: "a", type: "book", title: "Boats" } }]))');
		await driver.navigate().back();
		await inPage(driver, () => document.querySelector('callslip-list') ?? document.querySelector('main').append(document.createElement('callslip-list')));
		await until(driver, () => /Boats/.test(document.querySelector('callslip-list').shadowRoot?.querySelector('.words')?.textContent ?? ''));
		await driver.executeScript('localStorage.clear()');
	});

	if (name === 'webkit') return;

	test('printed, a document has the numbers of its paragraphs, and its citation', async () => {
		await driver.get(site.demo);
		await cited();
		await until(driver, () => document.querySelector('#p-3'));
		const { text } = await readPdf(new Uint8Array(Buffer.from(await driver.printPage({}), 'base64')));
		assert.match(text, /\b1\.\s+In a conversation/);
		assert.match(text, /\b3\.\s+We ask for instructions/);
		assert.match(text, /folder 208, vol\. I, Department III Shipping/);
		assert.doesNotMatch(text, /Copy note|On your own site/);
	});

	if (name !== 'chromium') return;

	test('printed with its panel closed, a compact citation is the citation, without a button', async () => {
		const print = (/** @type {string} */ media) => /** @type {any} */ (driver).sendAndGetDevToolsCommand('Emulation.setEmulatedMedia', { media });
		await driver.get(site.nested);
		await until(driver, () => /** @type {any} */ (document.querySelector('#german')).citation);
		await print('print');
		const [citation, buttons] = await inPage(driver, () => {
			const cite = document.querySelector('#german');
			return [cite.querySelector('.callslip-citation').checkVisibility(), [...cite.shadowRoot.querySelectorAll('button')].filter((button) => button.checkVisibility()).length];
		});
		await print('');
		assert.deepEqual([citation, buttons], [true, 0]);
	});
});
