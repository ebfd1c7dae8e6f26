// Pages of other people, as far as the tests of hosts need them.

/** Text whose note is known. */
export const LETTER = '**March 9, 1951**\n**A Letter about Ferries**\n\n1. The first paragraph.\n\n2. The second.\n';

/** What nobody caught, from now on. */
export const uncaught = [];
for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
	addEventListener(type, (event) => uncaught.push(String(event.message ?? event.reason ?? `${event.violatedDirective} ${event.blockedURI}`)));
}

/** A document and, beside it, what cites it. @param {Document} page */
export function pair(page = document) {
	const shown = page.createElement('callslip-document');
	shown.id = 'letter';
	shown.append(Object.assign(page.createElement('pre'), { textContent: LETTER }));
	const cite = page.createElement('callslip-cite');
	cite.setAttribute('for', 'letter');
	return [shown, cite];
}

/** Waits for something true. @template T @param {() => T} ask @returns {Promise<T>} */
export async function when(ask) {
	for (let tries = 0; tries < 1000; tries += 1) {
		const answer = ask();
		if (answer) return answer;
		await new Promise((done) => setTimeout(done, 10));
	}
	throw new Error(`waited in vain for ${ask}`);
}

/** Whether an element has the looks of its shadow. @param {Element} element @param {string} selector */
export const isStyled = (element, selector) => getComputedStyle(element.shadowRoot.querySelector(selector)).fontWeight === '600';
