// WCAG 2.2 AA, clause by clause: what axe-core cannot see for itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { inBrowsers, inPage, until, violations } from './open.js';

await inBrowsers('access', ({ name, driver, site }) => {
	const go = async (address = site.demo) => {
		await driver.get(address);
		await until(driver, () => document.querySelector('callslip-cite')?.citation && document.querySelector('callslip-list')?.shadowRoot && document.querySelector('.code button'));
	};
	/** Runs a function in the page, with those of pages/access.js before its values. @param {Function} code @param {...any} values */
	const look = (code, ...values) => inPage(driver, /** @type {any} */ (`async (...values) => (${code})(await import('/tests/browser/pages/access.js'), ...values)`), ...values);
	const press = (/** @type {string[]} */ ...keys) => driver.actions().sendKeys(...keys).perform();
	const focused = () => look(({ deep, name }) => name(deep()));
	const [first, second, third] = [['l', 'Letters'], ['m', 'Minutes'], ['n', 'Notices']].map(([id, title]) => ({ key: id, item: { id, type: 'book', title } }));
	/** A list of three, as notes, that can be moved. */
	const list = async () => {
		await driver.get(site.demo);
		await driver.executeScript('localStorage.setItem("callslip-list", arguments[0])', JSON.stringify([first, second, third]));
		await go();
		await inPage(driver, () => { document.querySelector('callslip-list').form = 'note'; });
		await until(driver, () => document.querySelector('callslip-list').shadowRoot.querySelectorAll('[part=entry] [data-at^="down"]').length === 2);
	};
	const focusAt = (/** @type {string} */ at) => inPage(driver, (at) => document.querySelector('callslip-list').shadowRoot.querySelector(`[data-at="${at}"]`).focus(), at);
	const titles = () => inPage(driver, () => [...document.querySelector('callslip-list').shadowRoot.querySelectorAll('.words')].map((words) => words.textContent.split(/[ ,.]/)[0]));

	test('the Tab key reaches every control once, in the order of the page, and shows where it is', async () => {
		await go();
		const wanted = await look(({ name, stops }) => {
			document.activeElement?.blur();
							return stops().map(name);
		});
		assert.ok(wanted.length > 40, String(wanted.length));
		const reached = [];
		for (let at = 0; at < wanted.length; at += 1) {
			await press(Key.TAB);
			const [label, isShown] = await look(({ deep, name }) => {
				const element = deep();
				// A control whose face is another element shows the focus there.
				const faces = [element, element.closest('label, li')].filter(Boolean);
				return [name(element), faces.some((face) => getComputedStyle(face).outlineStyle !== 'none' && parseFloat(getComputedStyle(face).outlineWidth) > 0)];
			});
			reached.push(label);
			assert.equal(isShown, true, `no focus is seen on ${label}`);
		}
		assert.deepEqual(reached, wanted);
	});

	test('every control is at least 24 pixels high and wide, or a link within a sentence', async () => {
		await go();
		for (const width of [1280, 500]) {
			await driver.manage().window().setRect({ width, height: 900 });
			const small = await look(({ all, name }) => {
				const isSentence = (link) => link.matches('a') && [...link.parentElement.childNodes].some((node) => node !== link && node.nodeType === 3 && node.data.trim());
				const faces = all().filter((element) => element.matches('a[href], button, select, input, textarea, summary, fieldset label'))
					.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('[type=radio], [type=file], .skip') && !isSentence(element));
				return faces.map((face) => [name(face), face.getBoundingClientRect(), face])
					// A link whose target is spread over its card.
					.filter(([, box, face]) => (box.height < 24 || box.width < 24) && !face.closest('.cards'))
					.map(([label, box]) => `${label}: ${box.width} × ${box.height}`);
			});
			assert.deepEqual(small, [], String(width));
		}
		await driver.manage().window().setRect({ width: 1280, height: 900 });
	});

	test('the names of the buttons say what is copied, form by form', async () => {
		await go();
		const names = [];
		for (const form of ['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred']) {
			await inPage(driver, (form) => { document.querySelector('callslip-cite').form = form; }, form);
			await until(driver, (form) => document.querySelector('callslip-cite').shadowRoot.querySelector('input:checked').value === form, form);
			names.push(await inPage(driver, () => document.querySelector('callslip-cite').shadowRoot.querySelector('[part=copy]').textContent));
		}
		assert.equal(new Set(names).size, 6, names.join());
		for (const label of names) assert.match(label, /^Copy (the )?\S+/);
		const copies = await look(({ name }) => [...document.querySelectorAll('.code button')].map(name));
		assert.equal(new Set(copies).size, copies.length);
	});

	test('an entry that is moved keeps the focus, at the ends of the list too, and its place is said', async () => {
		await list();
		assert.deepEqual(await titles(), ['Letters', 'Minutes', 'Notices']);
		await focusAt('down l');
		await press(Key.ENTER);
		await until(driver, () => /number 2/.test(document.querySelector('callslip-list').shadowRoot.querySelector('[role=status]').textContent));
		assert.deepEqual(await titles(), ['Minutes', 'Letters', 'Notices']);
		assert.match(await focused(), /^Move down: Letters/);
		await press(Key.SPACE);
		await until(driver, () => /number 3/.test(document.querySelector('callslip-list').shadowRoot.querySelector('[role=status]').textContent));
		assert.deepEqual(await titles(), ['Minutes', 'Notices', 'Letters']);
		assert.match(await focused(), /^Move up: Letters/);
	});

	test('an entry that is removed leaves the focus on Undo, and comes back to its place', async () => {
		await list();
		await focusAt('remove m');
		await press(Key.ENTER);
		await until(driver, () => document.querySelector('callslip-list').items.length === 2);
		assert.equal(await focused(), 'Undo');
		await press(Key.ENTER);
		await until(driver, () => document.querySelector('callslip-list').items.length === 3);
		assert.deepEqual(await titles(), ['Letters', 'Minutes', 'Notices']);
		assert.equal(await inPage(driver, () => document.activeElement.localName), 'callslip-list');
		await driver.executeScript('localStorage.clear()');
	});

	test('compact: opened by the space bar, closed by Escape, and by Enter on its button; the focus comes back', async () => {
		await go();
		const isOpen = () => inPage(driver, () => document.querySelector('callslip-cite[compact]').shadowRoot.querySelector('[part=panel]').matches(':popover-open'));
		for (const key of [Key.SPACE, Key.ENTER]) {
			await inPage(driver, () => document.querySelector('callslip-cite[compact]').shadowRoot.querySelector('[part=opener]').focus());
			await press(key);
			await until(driver, () => document.querySelector('callslip-cite[compact]').shadowRoot.activeElement?.matches('[part=copy]'));
			assert.equal(await isOpen(), true);
			await press(Key.ESCAPE);
			await until(driver, () => document.querySelector('callslip-cite[compact]').shadowRoot.activeElement?.matches('[part=opener]'));
			assert.equal(await isOpen(), false);
		}
	});

	test('a specimen of the gallery is read by keyboard, takes the focus, and gives the page back', async () => {
		await go();
		await inPage(driver, () => document.querySelector('#gallery a[href$="arabic.txt"]').focus());
		await press(Key.ENTER);
		await until(driver, () => document.activeElement?.localName === 'callslip-document' && document.querySelector('#document .callslip-body').dir === 'rtl');
		assert.equal(await inPage(driver, () => document.querySelector('#document .callslip-body').lang), 'ar');
		assert.equal(await inPage(driver, () => document.querySelector('#gallery [aria-current]').getAttribute('href')), 'gallery/arabic.txt');
		const cited = await until(driver, () => [...document.querySelectorAll('callslip-cite .callslip-citation')].map((one) => [one.lang, one.dir, one.textContent]).find(([, , text]) => /Consular Letters/.test(text)));
		assert.deepEqual(cited.slice(0, 2), ['en', 'ltr']);
		assert.deepEqual(await violations(driver), []);
		await inPage(driver, () => document.querySelector('.return button').focus());
		await press(Key.ENTER);
		await until(driver, () => document.querySelector('.return').hidden && /^Telegram/.test(document.querySelector('h1').textContent));
		assert.equal(await inPage(driver, () => document.querySelectorAll('[aria-current]').length), 0);
	});

	test('every specimen of the gallery is read and cited', async () => {
		await go();
		const links = await inPage(driver, () => [...document.querySelectorAll('#gallery a')].map((link) => link.getAttribute('href')));
		assert.ok(links.length >= 10);
		const cited = [];
		for (const link of links) {
			await inPage(driver, (link) => new Promise((done) => {
				document.querySelector('callslip-document').addEventListener('callslip-read', done, { once: true });
				document.querySelector(`#gallery a[href="${link}"]`).click();
			}), link);
			cited.push(await inPage(driver, () => document.querySelector('callslip-document').item.title));
			assert.ok(await inPage(driver, () => document.querySelector('callslip-document').textContent.length > 100), link);
		}
		assert.equal(new Set(cited).size, links.length);
	});

	test('with the reader’s own spacing of letters, words and lines nothing is cut off', async () => {
		await go();
		const cut = await look(({ all, name }) => {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
			for (const root of [document, ...all().map(({ shadowRoot }) => shadowRoot).filter(Boolean)]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
			return all().filter((element) => element.checkVisibility() && element.matches('button, label, select, h1, h2, h3, p, dt, dd, summary') && element.clientWidth > 1)
				.filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
				// What is not cut may still lie over something else: words in a frame must stay within it.
				.filter((element) => element.matches('button, select, label') || getComputedStyle(element).overflowX !== 'visible')
				.map((element) => `${name(element)}: ${element.scrollWidth} in ${element.clientWidth}`);
		});
		assert.deepEqual(cut, []);
	});

	if (name !== 'chromium') return;

	/** Chromium alone can be told by its tools how the reader sees. */
	const media = (/** @type {Record<string, string>} */ features, kind = '') =>
		/** @type {any} */ (driver).sendAndGetDevToolsCommand('Emulation.setEmulatedMedia', {
			media: kind, features: Object.entries(features).map(([name, value]) => ({ name, value })),
		});
	const metrics = (/** @type {number} */ width) =>
		/** @type {any} */ (driver).sendAndGetDevToolsCommand(width ? 'Emulation.setDeviceMetricsOverride' : 'Emulation.clearDeviceMetricsOverride', width ? { width, height: 256, deviceScaleFactor: 1, mobile: false } : {});

	test('at 400 % of 1280 pixels nothing scrolls sideways but snippets', async () => {
		await metrics(320);
		await go();
		const room = await inPage(driver, () => document.documentElement.clientWidth);
		assert.ok(room <= 320);
		for (const open of [false, true]) {
			const wide = await look(({ all, name }, open) => {
				for (const details of document.querySelectorAll('details')) details.open = open;
				const over = all().filter((element) => element.checkVisibility() && !element.closest('pre, .skip, .tools'))
					.filter((element) => element.getBoundingClientRect().right > 321).map((element) => `${element.localName}.${element.className}: ${name(element)}`);
				return [document.documentElement.scrollWidth, over];
			}, open);
			assert.deepEqual(wide, [room, []]);
		}
		await metrics(0);
	});

	test('in the dark, axe-core finds nothing, and the page is dark', async () => {
		await media({ 'prefers-color-scheme': 'dark' });
		await go();
		const [ground] = await inPage(driver, () => getComputedStyle(document.body).backgroundColor.match(/\d+/));
		assert.ok(Number(ground) < 60, ground);
		await driver.executeScript('for (const details of document.querySelectorAll("details")) details.open = true');
		assert.deepEqual(await violations(driver), []);
		await media({});
	});

	test('in forced colours every control has an edge, the form that is chosen is told, and the focus is seen', async () => {
		await media({ 'forced-colors': 'active' });
		await go();
		const found = await look(({ all, deep, name }) => {
			const bare = all().filter((element) => element.matches('button, select, textarea, fieldset label') && element.checkVisibility({ visibilityProperty: true }))
				.filter((element) => parseFloat(getComputedStyle(element).borderTopWidth) < 1 || getComputedStyle(element).borderTopStyle === 'none').map(name);
			const [chosen, other] = [':has(:checked)', ':not(:has(:checked))'].map((which) => getComputedStyle(document.querySelector('callslip-cite').shadowRoot.querySelector(`.forms label${which}`)).backgroundColor);
			document.querySelector('callslip-cite').shadowRoot.querySelector('[part=copy]').focus({ focusVisible: true });
			const outline = getComputedStyle(deep());
			return { bare, isTold: chosen !== other, outline: outline.outlineStyle };
		});
		assert.deepEqual(found, { bare: [], isTold: true, outline: 'solid' });
		await media({});
	});

	test('with reduced motion nothing moves by itself', async () => {
		await media({ 'prefers-reduced-motion': 'reduce' });
		await go();
		const moving = await look(({ all }) => [
			getComputedStyle(document.documentElement).scrollBehavior,
			document.getAnimations().length,
			all().filter((element) => getComputedStyle(element).transitionDuration !== '0s' || getComputedStyle(element).animationName !== 'none').map(({ localName }) => localName),
		]);
		assert.deepEqual(moving, ['auto', 0, []]);
		await media({ 'prefers-reduced-motion': 'no-preference' });
		assert.equal(await inPage(driver, () => getComputedStyle(document.documentElement).scrollBehavior), 'smooth');
		await media({});
	});

	test('in print there is the document with its citation, and nothing to press', async () => {
		await go();
		await media({}, 'print');
		const printed = await look(({ all, name }) => {
			const isSeen = (selector) => document.querySelector(selector).checkVisibility();
			return {
				controls: all().filter((element) => element.matches('button, select, input, textarea, summary') && element.checkVisibility({ visibilityProperty: true })).map(name),
				seen: ['#document h1', '#document .callslip-body', '#cite .callslip-citation'].map(isSeen),
				hidden: ['.mast', '#gallery', '#use', '#reference'].map(isSeen),
			};
		});
		assert.deepEqual(printed, { controls: [], seen: [true, true, true], hidden: [false, false, false, false] });
		await media({});
	});

	test('a long document: an address within it leads there at once, all of it is laid out in the end, and printed', async () => {
		await go();
		const show = () => inPage(driver, () => new Promise((done) => {
			const shown = document.querySelector('callslip-document');
			shown.addEventListener('callslip-read', () => {
				location.hash = '#p-390';
				done(shown.className);
			}, { once: true });
			shown.value = '**A long letter**\n\n' + Array.from({ length: 400 }, (_, at) => `${at + 1}. Paragraph number ${at + 1} of a long letter.`).join('\n\n');
		}));
		const isThere = () => {
			const { top, bottom } = document.querySelector('#p-390').getBoundingClientRect();
			return top >= 0 && bottom < innerHeight && !document.querySelector('.callslip-long, #document [style]');
		};
		assert.equal(await show(), 'callslip-long');
		await until(driver, isThere);
		// With the address from the start, it is laid out at once.
		assert.equal(await show(), '');
		await until(driver, isThere);
		await inPage(driver, () => { history.replaceState(null, '', ' '); });
		assert.equal(await show(), 'callslip-long');
		await until(driver, isThere);
		const { data } = await /** @type {any} */ (driver).sendAndGetDevToolsCommand('Page.printToPDF', {});
		const pages = Buffer.from(data, 'base64').toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
		assert.ok(pages > 8, `${pages} pages`);
	});
});
