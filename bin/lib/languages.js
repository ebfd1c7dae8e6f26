// The words that a page made beforehand says itself.

import { languages } from '../../www/elements/words.js';
import { ofDocuments } from '../../www/elements/words-document.js';

/** The languages that they can be in. */
export const LANGUAGES = ['en', ...languages];

/** @param {string} language @returns {Promise<Record<string, string>>} */
export async function wordsIn(language) {
	if (!LANGUAGES.includes(language)) throw new TypeError(`language: expected one of ${LANGUAGES.join(', ')}`);
	return language === 'en' ? ofDocuments : (await import(`../../www/elements/words/${language}.js`)).default;
}
