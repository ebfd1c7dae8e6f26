// Pages made ready beforehand (`callslip render`): an article, and beside it the item that it is cited by.

/** Documents that are still to be read. */
export const UNREADY = 'callslip-document:not(:has(> article.callslip))';

/** Where the item stands. */
const ITEM = ':scope > article.callslip ~ script[type="application/vnd.citationstyles.csl+json"]';

/**
 * The item of a document that was made ready; `null` where there is none, or it is not JSON.
 * @param {Element | null | undefined} source a `<callslip-document>`, defined or not
 * @returns {any}
 */
export function readyItem(source) {
	try {
		return JSON.parse(source?.querySelector(ITEM)?.textContent ?? 'null');
	} catch {
		return null;
	}
}
