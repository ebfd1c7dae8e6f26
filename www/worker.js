// Reads documents away from the page. Says first that it is ready, then answers each document in its turn.

import { cite, load } from './cite.js';
import { readAny } from './read-any.js';

/** What is posted to the page, whichever kind of global this is. @type {(message: unknown) => void} */
const answer = (message) => /** @type {any} */ (globalThis).postMessage(message);

globalThis.onmessage = async (/** @type {MessageEvent} */ { data: { input, options } }) => {
	try {
		await load();
		const reading = await readAny(input, options);
		answer({ reading, note: cite(reading.item) });
	} catch (/** @type {any} */ error) {
		answer({ error: error.message });
	}
};
answer('ready');
