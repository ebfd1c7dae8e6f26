// What is refused to a page, and what it serves all the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowsers, inPage, until } from './open.js';

await inBrowsers('refused', ({ driver, site }) => {
	const go = async (address = site.nested) => {
		await driver.get(address);
		await until(driver, () => document.querySelector('#json').citation && document.querySelector('#own .callslip-body'));
	};
	/** A page that is refused storage and network after its first load. */
	const refused = async () => {
		await go(site.lax);
		await inPage(driver, () => {
			const script = document.createElement('script');
			script.src = '/tests/browser/pages/refuse.js';
			document.head.append(script);
			for (const tag of ['callslip-list', 'callslip-quote']) document.body.append(document.createElement(tag));
			document.querySelector('#json').collect = true;
		});
		await until(driver, () => document.documentElement.dataset.errors === '' && document.querySelector('callslip-list').shadowRoot);
	};
	const errors = () => inPage(driver, () => document.documentElement.dataset.errors);

	test('where storage is refused, the list lasts as long as the page, and nothing is thrown', async () => {
		await refused();
		await inPage(driver, () => document.querySelector('#json').shadowRoot.querySelector('[part=add]').click());
		await until(driver, () => /Swing Time/.test(document.querySelector('callslip-list').shadowRoot.querySelector('.words')?.textContent));
		await inPage(driver, () => document.querySelector('callslip-list').shadowRoot.querySelector('[data-at^="remove"]').click());
		await until(driver, () => document.querySelector('callslip-list').shadowRoot.querySelector('.full').hidden);
		await inPage(driver, () => document.querySelector('callslip-list').shadowRoot.querySelector('.undo').click());
		await until(driver, () => document.querySelector('callslip-list').items.length === 1);
		assert.equal(await errors(), '');
	});

	test('offline after the first load: citations, forms, exports and documents go on', async () => {
		await refused();
		await inPage(driver, () => {
			document.querySelector('#json').form = 'bibliography';
			document.querySelector('#own').value = '**A second letter**\n\n1. Read without a network.';
		});
		await until(driver, () => /^Smith, Zadie. Swing Time/.test(document.querySelector('#json').citation.text));
		await until(driver, () => /Read without a network/.test(document.querySelector('#own #p-1').textContent));
		await inPage(driver, () => [...document.querySelector('#json').shadowRoot.querySelectorAll('[part=downloads] button')].find(({ textContent }) => textContent === 'RIS').click());
		await until(driver, () => document.querySelector('#json').shadowRoot.querySelector('[role=status]').textContent === 'Downloaded swing-time.ris.');
		assert.equal(await errors(), '');
	});

	test('a document that is removed, or gets another text, while it is read shows what was wanted last', async () => {
		await go();
		const long = Array.from({ length: 600 }, (_, at) => `${at + 1}. Paragraph number ${at + 1}.`).join('\n\n');
		const shown = await inPage(driver, async (long) => {
			const own = document.querySelector('#own');
			const place = own.parentElement;
			const reads = [];
			own.addEventListener('callslip-read', (event) => reads.push(event.detail.document.body.length));
			const pause = (time) => new Promise((done) => setTimeout(done, time));
			own.value = `${long}\n\n601. The first.`;
			await pause(0);
			own.value = `${long}\n\n602. The second.`;
			await pause(5);
			own.remove();
			own.value = `${long}\n\n603. The third.`;
			await pause(200);
			const away = own.textContent.includes('The third.');
			place.append(own);
			for (let tries = 0; tries < 100 && !own.textContent.includes('The third.'); tries += 1) await pause(50);
			return { away, isLast: /The third\.\s*$/.test(own.querySelector('.callslip-body').textContent), count: own.querySelectorAll('article').length, isBusy: own.hasAttribute('aria-busy') };
		}, long);
		assert.deepEqual(shown, { away: false, isLast: true, count: 1, isBusy: false });
	});

	test('two copies of the package on a page: the first has the tags, and cites what the second one brings', async () => {
		await go();
		const found = await inPage(driver, async () => {
			const errors = [];
			addEventListener('error', (event) => errors.push(String(event.message)));
			const Mine = customElements.get('callslip-cite');
			await import('/www/dist/define.js');
			const isMine = customElements.get('callslip-cite') === Mine;
			const cite = document.createElement('callslip-cite');
			cite.item = { id: 'b', type: 'book', title: 'Of the second copy' };
			document.body.append(cite);
			for (let tries = 0; tries < 50 && !cite.citation; tries += 1) await new Promise((done) => setTimeout(done, 50));
			return { isMine, text: cite.citation?.text, sheets: new Set(cite.shadowRoot.adoptedStyleSheets).size, errors };
		});
		assert.deepEqual(found, { isMine: true, text: 'Of the Second Copy (n.d.).', sheets: 1, errors: [] });
	});
});
