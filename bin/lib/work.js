// A worker thread: a module of its own, and one answer for each input.

import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { cite, load, read, write } from '../../www/node.js';
import { isPdf, readPdf } from '../../www/pdf.js';
import { render } from './render.js';

const { verb, values } = workerData;
const { format, edition, form, to } = values;

/** The whole input as text; of a PDF, the text that was taken out of it. @param {any} job @returns {string} */
const textOf = ({ text, bytes, pdf }) => pdf?.text ?? text ?? new TextDecoder().decode(bytes);

/** @param {any} job @returns {import('../../www/callslip.js').Reading} */
const readingOf = ({ text, bytes, pdf }) => pdf ?? read(text ?? bytes, { format });

/** A line is an item, or a line that `callslip read` wrote. @param {any} job @returns {{ item: any, items?: any[], warnings: any[] }} */
function itemOf(job) {
	const { text } = job;
	if (text === undefined || format) return readingOf(job);
	const value = JSON.parse(text);
	return value.input && value.item ? { item: value.item, items: value.items, warnings: [] } : { item: value, warnings: [] };
}

/** All records in one file's text: where that is JSON, as a list. @param {any[]} items */
function exported(items) {
	const results = items.map((item) => write(item, to));
	return /json/.test(to) && items.length > 1 ? `[${results.join(',\n')}]` : results.join('\n');
}

/** @type {Record<string, (job: any) => any>} */
const verbs = {
	read: (job) => {
		const { format: found, item, items, document, warnings } = readingOf(job);
		return { format: found, item, items, document, warnings };
	},
	cite: (job) => {
		const { item, items, warnings } = itemOf(job);
		const options = /** @type {any} */ ({ form: form ?? 'note', ...(edition && { edition: Number(edition) }) });
		// The first of several is the item itself.
		const citations = (items ?? [item]).map((one) => cite(one, options));
		const [citation] = citations;
		const all = items?.map(({ id }, at) => ({ id, ...citations[at] }));
		return { ...citation, items: all, warnings: [...warnings, ...citation.warnings] };
	},
	export: (job) => {
		const { item, items, warnings } = itemOf(job);
		return { result: exported(items ?? [item]), warnings };
	},
	render: (job) => render(textOf(job), values),
	check: (job) => {
		const whole = textOf(job);
		const { warnings } = job.pdf ?? read(whole, { format });
		return { warnings: warnings.map((warning) => ({ ...warning, ...placeOf(whole, warning.start ?? 0, job.input.line) })) };
	},
};

/** @param {string} text @param {number} start @param {number} [line] The line of a file of lines. */
function placeOf(text, start, line) {
	const before = text.slice(0, start).split('\n');
	return { line: line ?? before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** @param {any} job */
async function answer(job) {
	try {
		if (job.error) throw new Error(job.error);
		if (job.text === undefined) job.bytes = new Uint8Array(await readFile(job.input.file));
		if (isPdf(job.bytes)) job.pdf = await readPdf(job.bytes);
		return { input: job.input, ...(await verbs[verb](job)) };
	} catch (error) {
		return { input: job.input, error: error.message ?? String(error) };
	}
}

await load();
parentPort?.on('message', async (jobs) => {
	const answers = [];
	for (const job of jobs) answers.push(await answer(job));
	parentPort?.postMessage(answers);
});
