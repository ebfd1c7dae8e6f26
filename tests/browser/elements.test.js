// The elements in a page of somebody else, and what they promise to it.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { render } from '../../bin/callslip.js';
import { root } from '../../scripts/run.js';
import { clipboard, inBrowsers, inPage, until, violations } from './open.js';

await inBrowsers('the elements', ({ name, driver, site }) => {
	const go = async (address = site.nested) => {
		await driver.get(address);
		await until(driver, () => Boolean(document.querySelector('#own .callslip-body, #document .callslip-body')));
	};

	test('text inside is read; markup in it stays text', async () => {
		await go();
		const text = await inPage(driver, () => document.querySelector('#own #p-1').textContent);
		assert.ok(text.includes('The first paragraph <b>stays</b> text.'), text);
	});

	test('nodes are what the HTML says, element by element', async () => {
		await go();
		const html = await inPage(driver, async () => {
			const { load, read, show } = await import('/www/callslip.js');
			await load();
			return show(read(await (await fetch('/www/document.txt')).text()).document, { places: true });
		});
		// Parsed by the browser itself, in a page where the policy allows that.
		const built = await inPage(driver, async (html) => {
			const { nodes } = await import('/www/elements/nodes.js');
			const holder = document.createElement('div');
			holder.append(nodes(html));
			return holder.innerHTML;
		}, html);
		await driver.get(site.lax);
		const parsed = await inPage(driver, (html) => new DOMParser().parseFromString(html, 'text/html').body.innerHTML, html);
		assert.equal(built.trim(), parsed.trim());
	});

	test('nodes refuse what Callslip never writes', async () => {
		await go();
		const built = await inPage(driver, async () => {
			const { nodes } = await import('/www/elements/nodes.js');
			const holder = document.createElement('div');
			holder.append(nodes('<p onclick="a()">x<script>alert(1)</script><a href="javascript:a()">y</a> 1 < 2 &amp;lt;</p>'));
			return holder.innerHTML;
		});
		assert.equal(built, '<p>xalert(1)<a>y</a> 1 &lt; 2 &amp;lt;</p>');
	});

	test('an item given as JSON is cited, and what stood inside gives way', async () => {
		await go();
		await until(driver, () => document.querySelector('#json').citation);
		const text = await inPage(driver, () => document.querySelector('#json').textContent);
		assert.match(text, /Zadie Smith, Swing Time/);
		assert.equal(await inPage(driver, () => document.querySelector('#json .callslip-citation i').textContent), 'Swing Time');
	});

	test('what cannot be fetched leaves what stood there, and an event says why', async () => {
		await go();
		assert.equal(await inPage(driver, () => document.querySelector('#missing p').textContent), 'What stands here stays.');
		const message = await inPage(driver, () => new Promise((done) => {
			document.addEventListener('callslip-error', (event) => done(event.detail.error.message), { once: true });
			document.querySelector('#missing').src = 'nor-this.txt';
		}));
		assert.match(message, /nor-this\.txt: 404/);
	});

	test('the words of the interface follow the nearest lang', async () => {
		await go();
		await until(driver, () => document.querySelector('#german').shadowRoot.querySelector('[part=opener]').textContent === 'Dieses Dokument zitieren');
	});

	test('a page made ready beforehand stays as it is, and its document can be cited', async () => {
		const { page } = await render(await readFile(join(root, 'www/document.txt'), 'utf8'), { elements: '../www/elements/define.js' });
		await mkdir(join(root, 'target'), { recursive: true });
		await writeFile(join(root, 'target/rendered.html'), page);
		await driver.get(site.rendered);
		const [before] = /<article.*<\/article>/s.exec(page);
		await until(driver, () => document.querySelector('callslip-cite').citation?.text);
		const [after, cited] = await inPage(driver, () => [
			document.querySelector('article').outerHTML, document.querySelector('callslip-cite').citation.text]);
		assert.equal(after, before);
		assert.match(cited, /Telegram from the Legation in Port Sorrel/);
	});

	test('compact: the panel opens, takes the focus, and gives it back', async () => {
		await go();
		const opener = await driver.executeScript('return document.querySelector("#german").shadowRoot.querySelector("[part=opener]")');
		await opener.click();
		await until(driver, () => document.querySelector('#german').shadowRoot.activeElement?.matches('[part=copy]'));
		assert.deepEqual(await violations(driver), []);
		await driver.actions().sendKeys(Key.ESCAPE).perform();
		await until(driver, () => document.querySelector('#german').shadowRoot.activeElement?.matches('[part=opener]'));
	});

	test('attributes and properties are one', async () => {
		await go();
		const found = await inPage(driver, () => {
			const cite = document.createElement('callslip-cite');
			const values = { for: 'own', form: 'short-note', forms: 'note short-note', edition: 17, compact: true, collect: true, locator: { label: 'page', value: '3–4' } };
			Object.assign(cite, values);
			const text = cite.cloneNode().outerHTML;
			const kept = Object.keys(values).filter((name) => JSON.stringify(cite[name]) === JSON.stringify(values[name]));
			cite.setAttribute('form', 'no-such-form');
			cite.removeAttribute('locator');
			return { text, kept: kept.length, form: cite.form, locator: cite.locator };
		});
		assert.deepEqual(found, {
			text: '<callslip-cite for="own" form="short-note" forms="note short-note" edition="17" compact="" collect="" locator="page 3–4"></callslip-cite>',
			kept: 7, form: 'note', locator: null,
		});
	});

	test('odd attributes: a bare place is a page, the first form offered is shown, a broken item is told once and nothing else cited', async () => {
		await driver.get(site.empty);
		const said = await inPage(driver, async () => {
			await import('/www/elements/define.js');
			const item = { type: 'book', title: 'Boats', publisher: 'Quay', issued: '2016' };
			const shown = async (/** @type {Record<string, string>} */ attributes, content = '') => {
				const element = document.createElement('callslip-cite');
				const errors = [];
				element.addEventListener('callslip-error', () => errors.push('error'));
				for (const [name, value] of Object.entries({ item: JSON.stringify(item), ...attributes })) element.setAttribute(name, value);
				element.append(content);
				document.body.append(element);
				for (let tries = 0; tries < 100 && !element.citation && !errors.length; tries += 1) await new Promise((done) => setTimeout(done, 50));
				await new Promise((done) => setTimeout(done, 200));
				element.remove();
				return [element.textContent, ...errors].join(' | ');
			};
			const unbuilt = document.createElement('callslip-cite');
			const how = await unbuilt.copy();
			return [
				await shown({ locator: '12' }), await shown({ locator: 'pp. 12-18' }), await shown({ locator: 'chapter 3' }), await shown({ forms: 'bibliography in-text' }),
				await shown({ item: '{broken' }, 'as before'), typeof how,
			];
		});
		assert.deepEqual(said, [
			'Boats (Quay, 2016), 12.', 'Boats (Quay, 2016), 12–18.', 'Boats (Quay, 2016), chap. 3.', 'Boats. Quay, 2016.', 'as before | error', 'string',
		]);
	});

	test('properties set before the class is known are taken over', async () => {
		await driver.get(site.nested);
		await until(driver, () => Boolean(customElements.get('callslip-cite')));
		const item = await inPage(driver, async () => {
			const { CallslipCiteElement } = await import('/www/elements/callslip-cite.js');
			const early = document.createElement('early-cite');
			early.item = { id: 'e', type: 'book', title: 'Early' };
			early.edition = 17;
			document.body.append(early);
			CallslipCiteElement.define('early-cite', { get: () => undefined, define: (tag) => customElements.define(tag, class extends CallslipCiteElement {}) });
			return [early.item.title, early.getAttribute('edition'), Object.hasOwn(early, 'item')];
		});
		assert.deepEqual(item, ['Early', '17', false]);
	});

	test('the document is described in the head, as the page can be read again, and no longer than it is shown', async () => {
		await go(site.demo);
		await until(driver, () => Boolean(document.querySelector('meta[data-callslip]')));
		const [item, read, jsonLd] = await inPage(driver, async () => {
			const { readPage } = await import('/www/page.js');
			const data = document.querySelector('script[data-callslip]').textContent;
			return [document.querySelector('callslip-document').item, readPage(), JSON.parse(data)];
		});
		for (const key of ['type', 'title', 'issued', 'archive', 'archive_location', 'translator', 'URL']) {
			assert.deepEqual(read[key], item[key], key);
		}
		assert.equal(jsonLd['@context'], 'https://schema.org');
		assert.equal(await inPage(driver, () => document.querySelectorAll('meta[name="z:itemType"]').length), 1);
		await inPage(driver, () => document.querySelector('callslip-document').remove());
		assert.equal(await inPage(driver, () => document.querySelectorAll('[data-callslip]').length), 0);
	});

	test('elements can be moved, removed and put back, and defined twice', async () => {
		await go();
		const kept = await inPage(driver, async () => {
			const { CallslipCiteElement, CallslipDocumentElement } = await import('/www/elements/index.js');
			CallslipCiteElement.define();
			CallslipDocumentElement.define('callslip-document');
			const own = document.querySelector('#own');
			const before = own.innerHTML;
			const parent = own.parentElement;
			own.remove();
			document.querySelector('#given').append(own);
			parent.append(own);
			await new Promise((done) => setTimeout(done, 100));
			return own.innerHTML === before;
		});
		assert.equal(kept, true);
	});

	test('a quotation is copied with its note, the place it stands at, and a link', async () => {
		await go(site.demo);
		await until(driver, () => Boolean(document.querySelector('callslip-quote').shadowRoot));
		const quoted = await inPage(driver, () => {
			const text = [...document.querySelector('#p-2').childNodes].find((node) => node.nodeType === 3 && node.data.length > 40);
			const range = document.createRange();
			range.setStart(text, text.data.indexOf(' ', 5) + 2);
			range.setEnd(text, text.data.indexOf(' ', 40));
			getSelection().removeAllRanges();
			getSelection().addRange(range);
			return text.data.slice(text.data.indexOf(' ', 5) + 1, text.data.indexOf(' ', 40));
		});
		await driver.actions().keyDown(Key.ALT).sendKeys('q').keyUp(Key.ALT).perform();
		await until(driver, () => document.querySelector('callslip-quote').shadowRoot?.querySelector('[role=status]').textContent);
		const copied = await clipboard(driver);
		assert.ok(copied['text/plain'].startsWith(`“${quoted}”\n\n`), copied['text/plain']);
		assert.match(copied['text/plain'], /para\. 2\b/);
		assert.match(copied['text/plain'], /#:~:text=/);
		assert.match(copied['text/html'], /<a href="[^"]*#:~:text=/);
	});

	test('the list keeps, undoes, and is shared between tabs', async () => {
		await go(site.demo);
		await driver.executeScript('localStorage.clear()');
		await until(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[part=add]:not(.waiting)'));
		await driver.executeScript('document.querySelector("callslip-cite").shadowRoot.querySelector("[part=add]").click()');
		const count = () => document.querySelector('callslip-list').shadowRoot?.querySelectorAll('li[part=entry]').length;
		await until(driver, count);
		const first = await driver.getWindowHandle();
		await driver.switchTo().newWindow('tab');
		await go(site.demo);
		await until(driver, count);
		await driver.executeScript('document.querySelector("callslip-list").shadowRoot.querySelector(".tools button").click()');
		await until(driver, () => document.querySelector('callslip-list').items.length === 0);
		await driver.executeScript('document.querySelector("callslip-list").shadowRoot.querySelector(".undo").click()');
		await until(driver, count);
		await driver.executeScript('document.querySelector("callslip-list").shadowRoot.querySelector(".tools button").click()');
		await driver.close();
		await driver.switchTo().window(first);
		await until(driver, () => document.querySelector('callslip-list').shadowRoot.querySelector('.full').hidden);
	});
}, { dark: true });
