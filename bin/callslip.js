#!/usr/bin/env node
// `callslip render <file> [--url <address>] [--elements <address>]`: a page that is complete without JavaScript.
//
// The page holds the document, its note, and its metadata; where scripts run, the elements take over from there.

import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documentCss } from '../www/elements/style.js';
import { escape, ready } from './ready.js';

const HELP = `usage: callslip render <file> [--url <address>] [--elements <address>]
  <file>      a document: archival text, CSL-JSON, TEI ...
  --url       the address of the document's own page, for the citation
  --elements  where the page finds elements/define.js; without it, the page has no script
The page is written to the standard output; remarks on the document to the standard error.`;

/**
 * @param {string} input
 * @param {{ url?: string, elements?: string }} options
 */
export async function render(input, { url, elements }) {
	const { title, head, document, note, warnings } = await ready(input, { url });
	const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
${head}
<style>body { max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem; }${documentCss}</style>
${elements ? `<script type="module" src="${escape(elements)}"></script>\n` : ''}</head>
<body>
<main>
<callslip-document id="document">${document}</callslip-document>
<callslip-cite for="document">${note}</callslip-cite>
</main>
</body>
</html>
`;
	return { page, warnings };
}

async function main() {
	const options = { url: { type: 'string' }, elements: { type: 'string' }, help: { type: 'boolean' } };
	const { values, positionals } = parseArgs({ options: /** @type {any} */ (options), allowPositionals: true });
	const [command, file] = positionals;
	if (command !== 'render' || !file || values.help) {
		console.error(HELP);
		process.exitCode = values.help ? 0 : 2;
		return;
	}
	const { page, warnings } = await render(await readFile(file, 'utf8'), values);
	for (const warning of warnings) console.error(`${warning.severity}: ${warning.message}`);
	process.stdout.write(page);
}

// Imported by a test, it does nothing.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main().catch((error) => {
	console.error(`callslip: ${error.message}`);
	process.exitCode = 1;
});
