// The demo page in real browsers: read, shown, cited, copied, by mouse and by keyboard, and when things are refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { clipboard, inBrowsers, inPage, until, violations } from './open.js';

const isCited = () => document.querySelector('callslip-cite .callslip-citation')?.textContent;
const isAsPlain = () => document.querySelector('callslip-document .callslip-plain pre')?.textContent;

await inBrowsers('the page', ({ name, driver, site }) => {
	const go = async (address = site.demo) => {
		await driver.get(address);
		await until(driver, isCited);
		// The page brings a citation along for readers without WebAssembly; the element's own comes a moment later.
		if (address === site.demo) await until(driver, () => Boolean(document.querySelector('callslip-cite').citation));
	};
	const control = (selector) =>
		driver.executeScript('return document.querySelector("callslip-cite").shadowRoot.querySelector(arguments[0])', selector);
	const status = () => inPage(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[role=status]').textContent);

	test('shows the document in the light DOM, paragraph by paragraph', async () => {
		await go();
		const shown = await inPage(driver, () => ({
			title: document.querySelector('h1')?.textContent,
			ids: [...document.querySelectorAll('.callslip-body [data-para]')].map((paragraph) => paragraph.id),
			sic: document.querySelector('.callslip-sic')?.textContent,
			language: document.querySelector('.callslip-body')?.lang,
			signature: document.querySelector('.callslip-signature')?.textContent,
		}));
		assert.match(shown.title, /^Telegram from .* No\. [\d.]+$/);
		assert.deepEqual(shown.ids.slice(0, 2), ['p-1', 'p-2']);
		assert.equal(shown.sic, '[sic!]');
		assert.equal(shown.language, 'en');
		assert.match(shown.signature, /^Signed: /);
	});

	test('copies rich and plain text, says so, and says so again', async () => {
		await go();
		const cited = await inPage(driver, () => document.querySelector('callslip-cite').citation);
		await (await control('[part=copy]')).click();
		await until(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[role=status]').textContent);
		const copied = await clipboard(driver);
		assert.equal(copied['text/plain'], cited.text);
		assert.ok(copied['text/html'].includes(cited.html.slice(0, 40)), copied['text/html']);
		const first = await status();
		await inPage(driver, () => scrollTo({ top: 0, behavior: 'instant' }));
		await (await control('[part=copy]')).click();
		await until(driver, (before) => document.querySelector('callslip-cite').shadowRoot.querySelector('[role=status]').textContent !== before, first);
		assert.equal((await status()).trim(), first.trim());
	});

	test('works by keyboard alone', async () => {
		await go();
		const note = await inPage(driver, isCited);
		await driver.executeScript('document.querySelector("callslip-cite").shadowRoot.querySelector("input[value=note]").focus()');
		await driver.actions().sendKeys(Key.ARROW_RIGHT).perform();
		await until(driver, (before) => document.querySelector('callslip-cite .callslip-citation').textContent !== before, note);
		assert.equal(await inPage(driver, () => document.querySelector('callslip-cite').form), 'short-note');
		assert.equal(await (await control('[part=copy]')).getText(), 'Copy short note');
		for (let at = 0; at < 4; at += 1) await driver.actions().sendKeys(Key.TAB).perform();
		await driver.actions().sendKeys(Key.ENTER).perform();
		await until(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[role=status]').textContent);
		assert.equal((await clipboard(driver))['text/plain'], await inPage(driver, isCited));
	});

	test('a paragraph’s number, pressed, is the place cited', async () => {
		await go();
		await driver.executeScript('document.querySelector("#p-2 .callslip-number").click()');
		await until(driver, () => /para\. 2/.test(document.querySelector('callslip-cite .callslip-citation').textContent));
		assert.equal(await inPage(driver, () => document.querySelector('callslip-cite').getAttribute('locator')), 'paragraph 2');
	});

	test('the archive’s own citation is offered, character for character', async () => {
		await go();
		await inPage(driver, () => { document.querySelector('callslip-cite').form = 'preferred'; });
		await until(driver, () => document.querySelector('callslip-cite').citation?.text.includes('CLASSIFICATION'));
		const [cited, source] = await inPage(driver, async () => [
			document.querySelector('callslip-cite').citation.text, await (await fetch('document.txt')).text()]);
		assert.ok(source.includes(cited), cited);
	});

	test('the page that npm start shows is complete before any script, and loads little for its citation', async () => {
		const html = await (await fetch(site.start)).text();
		assert.match(html, /<article class="callslip"[^>]*>.*data-para="2".*<\/article>/s);
		assert.match(html, /<callslip-cite for="document" collect><span class="callslip-citation"[^>]*>“Telegram from/);
		await go(site.start);
		await until(driver, () => Boolean(document.querySelector('callslip-cite').citation));
		const modules = await inPage(driver, () => performance.getEntriesByType('resource').map(({ name }) => /pkg\/.*wasm$/.exec(name)?.[0]).filter(Boolean));
		assert.deepEqual([...new Set(modules)], ['pkg/usual/callslip_bg.wasm']);
		// What was asked for later is there, too, and changes nothing that is seen.
		await until(driver, () => Boolean(document.querySelector('callslip-document').item));
		assert.equal(await inPage(driver, () => document.querySelectorAll('article .callslip-remarks, article .callslip-sources').length > 0), true);
		assert.deepEqual(await violations(driver), []);
	});

	test('the telegram is cited as the Manual wants it', async (context) => {
		await go(site.start);
		const title = await inPage(driver, () => document.querySelector('h1').textContent);
		if (!title.includes('Pyongyang')) return context.skip('../shared does not lie beside the checkout');
		const wanted =
			'“Telegram from Pyongyang to Bucharest, SECRET, No. 61.530,” November 26, 1973, folder 1514, vol. II, Department I Relations, ' +
			'Matter 220/Year: 1973/Country: Democratic People’s Republic of Korea – other states, Romanian Ministry of Foreign Affairs ' +
			'Archives, obtained and translated for NKIDP by Eliza Gheorghe, History and Public Policy Program Digital Archive, ' +
			'http://digitalarchive.wilsoncenter.org/document/114079.';
		assert.equal(await inPage(driver, isCited), wanted);
	});

	test('axe-core finds nothing', async () => {
		await go();
		await driver.executeScript('for (const details of document.querySelectorAll("details")) details.open = true');
		assert.deepEqual(await violations(driver), []);
	});

	test('nothing is cut off or scrolls sideways at 320 pixels, and nothing to press is under 24', async () => {
		await go();
		await driver.manage().window().setRect({ width: 320, height: 800 });
		const found = await inPage(driver, () => {
			const roots = [document, ...[...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean)];
			const controls = roots.flatMap((root) => [...root.querySelectorAll('button, select, input, summary, textarea, fieldset label')]);
			const small = controls.filter((control) => control.checkVisibility() && !control.matches('[type=radio], [type=file]'))
				.filter((control) => control.getBoundingClientRect().height < 24).map((control) => control.outerHTML.slice(0, 80));
			return { wide: document.documentElement.scrollWidth - innerWidth, small };
		});
		await driver.manage().window().setRect({ width: 1280, height: 900 });
		assert.deepEqual(found.small, []);
		assert.ok(found.wide <= 0 || name !== 'chromium', `${found.wide} pixels too wide`);
	});

	test('the reader’s own text takes the document’s place, and can be taken back', async () => {
		await go();
		await driver.executeScript('document.querySelector("#paste").value = "No header here. Only <b>words</b> & signs."');
		await driver.executeScript('document.querySelector("#own [type=submit]").click()');
		await until(driver, () => document.querySelector('callslip-document').textContent.includes('Only <b>words</b> & signs.'));
		await driver.executeScript('document.querySelector("#back").click()');
		await until(driver, () => /^Telegram/.test(document.querySelector('h1')?.textContent ?? ''));
	});

	test('where the clipboard is refused, the copy command serves', async () => {
		await go();
		await inPage(driver, () => { Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); });
		await (await control('[part=copy]')).click();
		await until(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[role=status]').textContent);
		assert.equal((await status()).trim(), 'Copied to the clipboard.');
	});

	test('where that is refused too, the text is selected', async () => {
		await go();
		await inPage(driver, () => {
			Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
			document.execCommand = () => false;
		});
		await (await control('[part=copy]')).click();
		await until(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[role=status]').textContent);
		assert.match(await status(), /^Selected\. Press (Ctrl\+C|⌘C) to copy\./);
		assert.equal(await inPage(driver, () => String(getSelection()).trim()), (await inPage(driver, isCited)).trim());
	});

	test('where WebAssembly is refused, the text is there and nothing is thrown', async () => {
		await driver.get(site.noWasm);
		await until(driver, isAsPlain);
		const [plain, source] = await inPage(driver, async () => [
			document.querySelector('callslip-document .callslip-plain pre').textContent, await (await fetch('document.txt')).text()]);
		assert.equal(plain, source);
		assert.equal(await inPage(driver, () => document.querySelector('callslip-document > p')?.textContent.includes('plain text')), true);
	});
});
