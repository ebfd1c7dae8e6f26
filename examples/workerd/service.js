// An HTTP service without state: a CSL-JSON item in, its citation out.
//
//     POST /cite?form=note&edition=18     a CSL-JSON item          { html, text, markdown, warnings }
//     POST /bibliography                  an array of items        { html, text, entries, warnings }
//     POST /read                          a document's text        { format, item, document, warnings }

import { bibliography, cite, load, read } from 'callslip';

/** The longest body, in bytes. */
const MOST = 1024 * 1024;

/** @type {Record<string, (body: string, options: Record<string, any>) => unknown>} */
const ROUTES = {
	'/cite': (body, options) => cite(JSON.parse(body), options),
	'/bibliography': (body, options) => bibliography(JSON.parse(body), options),
	'/read': (body) => read(body),
};

export default {
	/** @param {Request} request */
	async fetch(request) {
		const { pathname, searchParams } = new URL(request.url);
		const route = ROUTES[pathname];
		if (!route) return answer(404, { error: `no such address; there are ${Object.keys(ROUTES).join(', ')}` });
		if (request.method !== 'POST') return answer(405, { error: 'only POST' }, { Allow: 'POST' });
		if (Number(request.headers.get('Content-Length')) > MOST) return answer(413, { error: `the body is longer than ${MOST} bytes` });
		const body = await request.text();
		if (body.length > MOST) return answer(413, { error: `the body is longer than ${MOST} bytes` });
		await load();
		try {
			return answer(200, route(body, options(searchParams)));
		} catch (error) {
			// What the sender can mend: no JSON, or a value that it cannot have. Anything else is ours.
			const theirs = error instanceof SyntaxError || error instanceof TypeError;
			return answer(theirs ? 400 : 500, { error: theirs ? error.message : 'the citation could not be made' });
		}
	},
};

/** @param {URLSearchParams} given */
function options(given) {
	const { edition, ...rest } = Object.fromEntries(given);
	return edition === undefined ? rest : { ...rest, edition: Number(edition) };
}

/** @param {number} status @param {unknown} value @param {Record<string, string>} [more] */
function answer(status, value, more = {}) {
	return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...more } });
}
