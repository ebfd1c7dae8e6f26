// Quoting with a citation: the place cited, and a link that leads to the passage.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { inBrowsers, inPage, until } from './open.js';

await inBrowsers('quoting', ({ name, driver, site }) => {
	const go = async (address = site.demo) => {
		await driver.get('about:blank');
		await driver.get(address);
		await until(driver, () => document.querySelector('#document .callslip-body') && document.querySelector('callslip-quote').shadowRoot && document.querySelector('.code button'));
	};
	/** Shows a specimen of the gallery. @param {string} file */
	const specimen = async (file) => {
		await go();
		await inPage(driver, (file) => new Promise((done) => {
			document.querySelector('#document').addEventListener('callslip-read', done, { once: true });
			document.querySelector(`#gallery a[href$="${file}"]`).click();
		}), file);
	};
	/** Selects from the first words to the last ones, and gives what was copied. @param {string} from @param {string} to */
	const quote = async (from, to) => {
		await inPage(driver, (from, to) => {
			const body = document.querySelector('#document .callslip-body');
			const find = (words) => {
				const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
				while (walker.nextNode()) if (walker.currentNode.data.includes(words)) return [walker.currentNode, walker.currentNode.data.indexOf(words)];
				throw new Error(`no ${words}`);
			};
			const [[start, first], [end, last]] = [find(from), find(to)];
			const range = document.createRange();
			range.setStart(start, first);
			range.setEnd(end, last + to.length);
			getSelection().removeAllRanges();
			getSelection().addRange(range);
			document.addEventListener('callslip-copy', ({ detail, composed, bubbles }) => document.body.setAttribute('data-copied', JSON.stringify({ ...detail, composed, bubbles })), { once: true });
		}, from, to);
		await driver.actions().keyDown(Key.ALT).sendKeys('q').keyUp(Key.ALT).perform();
		const copied = JSON.parse(await until(driver, () => document.body.dataset.copied));
		await inPage(driver, () => document.body.removeAttribute('data-copied'));
		return copied;
	};

	test('within a paragraph: in quotation marks, with its paragraph, and an event that is composed and bubbles', async () => {
		await go();
		const { text, locator, composed, bubbles } = await quote('the board has the timber', 'not the engineers');
		assert.deepEqual(locator, { label: 'paragraph', value: '1' });
		assert.match(text, /^“the board has the timber but not the engineers”\n\n“Telegram from.*para\. 1/s);
		assert.deepEqual([composed, bubbles], [true, true]);
	});

	test('over two paragraphs: set off without marks, with both numbers', async () => {
		await go();
		const { text, locator } = await quote('advertise for them abroad', 'with a reduced fare for the season');
		assert.deepEqual(locator, { label: 'paragraph', value: '1–2' });
		assert.match(text, /^advertise for them abroad\.\n\nIn support of this.*season\n\n/s);
		assert.match(text, /paras\. 1–2/);
	});

	test('where the document marks its pages, the page is the place', async () => {
		await specimen('letter.xml');
		assert.deepEqual((await quote('what the fishermen said', 'to the boats')).locator, { label: 'page', value: '1' });
		assert.deepEqual((await quote('will not bear a cart', 'a cart')).locator, { label: 'page', value: '2' });
		const { text, locator } = await quote('to the boats', 'will not bear');
		assert.deepEqual(locator, { label: 'page', value: '1–2' });
		// The mark of the page is no word of the letter.
		assert.match(text, /\n\nThe western stage will not bear\n\n/);
	});

	test('the link leads to the passage, and to no other with the same words', async (context) => {
		// WebKitGTK's driver opens no such address by the reader's hand.
		if (name !== 'chromium') return context.skip('skipped: only Chromium’s driver opens text fragments as a reader does');
		await driver.manage().window().setRect({ width: 900, height: 500 });
		for (const [from, to] of [['reduced fare', 'for the season'], ['welcomes no fare', 'crossed for nothing'], ['instructions concerning', 'end of the month']]) {
			await go();
			const { link } = await quote(from, to);
			await go(link);
			await until(driver, (from) => {
				const marked = [...document.querySelectorAll('#document [data-para], #document .callslip-body p')].filter((one) => one.textContent.includes(from));
				const { top, bottom } = marked[marked.length - 1].getBoundingClientRect();
				return scrollY > 0 && top < innerHeight && bottom > 0;
			}, from);
		}
		await driver.manage().window().setRect({ width: 1280, height: 900 });
	});
});
