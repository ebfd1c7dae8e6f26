// What may stand on the command line.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { LANGUAGES } from './languages.js';

const FORMS = ['note', 'short-note', 'bibliography', 'reference-list', 'in-text', 'preferred'];
const TO = ['csl-json', 'ris', 'bibtex', 'biblatex', 'json-ld', 'coins', 'meta'];

export const HELP = `usage: callslip cite|read|export|render|check [options] FILES...
  FILES          files, folders, quoted globs (*, ?, **); - is JSON lines on the standard input.
                 Of .jsonl and .ndjson files every line is an input, of all others the whole file.
  --output FILE  where the JSON lines go, instead of the standard output
  --resume       goes on with an output file that was cut off
  --jobs N       worker threads
  --quiet        no progress and no report
  --edition 17|18, --form ${FORMS.join('|')}    (cite)
  --format NAME  the format of the inputs, otherwise found out                             (all but render)
  --to NAME      ${TO.join(', ')}                     (export)
  --url ADDRESS  the address of the document's own page; --elements ADDRESS of define.js   (render)
  --language ${LANGUAGES.join('|')}, of the page's own words                                    (render)
One line of output for each input, in order; a file of several records has the first of them, and all under "items" (read,
cite), or all in one "result" (export). check prints file:line:column: severity: code: message.
render writes the page itself when there is one file and no --output.
exit codes: 0 all fine, 1 some inputs failed (or have errors), 2 wrong usage, 130 interrupted`;

export class UsageError extends Error {}

const text = { type: 'string' };
const flag = { type: 'boolean' };
const options = {
	output: text, jobs: text, edition: text, form: text, format: text, to: text, url: text, elements: text, language: text,
	resume: flag, quiet: flag, help: flag, version: flag,
};

/** @param {string[]} args @returns {{ verb: string, files: string[], values: any }} */
export function usage(args) {
	const { values, positionals: [verb, ...files] } = parsed(args);
	if (values.help || values.version) return { verb, files, values };
	if (!['cite', 'read', 'export', 'render', 'check'].includes(verb)) throw new UsageError(`no such command: ${verb ?? '(none)'}`);
	if (!files.length) throw new UsageError('no files');
	if (verb === 'export' && !values.to) throw new UsageError('export needs --to');
	if (values.resume && (!values.output || verb === 'check')) throw new UsageError('--resume needs --output, and cannot be used with check');
	for (const [name, known] of Object.entries({ edition: ['17', '18'], form: FORMS, to: TO, language: LANGUAGES })) {
		if (values[name] !== undefined && !known.includes(values[name])) throw new UsageError(`--${name} is one of ${known.join(', ')}`);
	}
	const jobs = Number(values.jobs ?? availableParallelism());
	if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError('--jobs is a number from 1');
	return { verb, files, values: { ...values, jobs } };
}

/** What formats there are, the module knows. @param {{ format?: string }} values */
export async function checkFormat({ format }) {
	if (format === undefined) return;
	const { formats, load } = await import('../../www/node.js');
	await load();
	const { read } = formats();
	if (!read.includes(format)) throw new UsageError(`--format is one of ${read.join(', ')}`);
}

/** @param {string[]} args @returns {any} */
function parsed(args) {
	try {
		return parseArgs({ args, options: /** @type {any} */ (options), allowPositionals: true });
	} catch (error) {
		throw new UsageError(error.message);
	}
}
