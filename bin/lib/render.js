// A page that is complete without JavaScript: the document, its note and its metadata. Where scripts run, the elements take over.

import { escape } from '../../www/elements/escape.js';
import { documentCss } from '../../www/elements/style.js';
import { ready } from '../ready.js';

/**
 * @param {string} input
 * @param {{ url?: string, elements?: string, language?: string }} options
 */
export async function render(input, { url, elements, language = 'en' }) {
	const { title, head, document, note, warnings } = await ready(input, { url, language });
	const page = `<!doctype html>
<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>
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
