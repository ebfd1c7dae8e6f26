// Pages of pdf.js to pages of runs.

import { letters } from './runs.js';

/** @import { Page, Run } from './runs.js' */

/** How pdf.js opens a file: no code is made of fonts, none is drawn, and no picture is decoded. */
const OPTIONS = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, maxImageSize: 1, stopAtErrors: false, verbosity: 0 };

/**
 * All pages, upright as a viewer shows them.
 *
 * @param {any} pdfjs
 * @param {Uint8Array} bytes
 * @param {{ password?: string, signal?: AbortSignal, settings?: object }} options `settings` are for `getDocument` of pdf.js
 * @returns {Promise<Page[]>}
 */
export async function extract(pdfjs, bytes, { password, signal, settings }) {
	// pdf.js takes the bytes away from who gives them.
	const task = pdfjs.getDocument({ ...OPTIONS, ...settings, data: new Uint8Array(bytes), password });
	// Asked for a password, it would wait for ever.
	task.onPassword = () => task.destroy();
	try {
		const file = await task.promise;
		const labels = await file.getPageLabels().catch(() => null);
		const faces = new Map();
		/** @type {Page[]} */
		const pages = [];
		let since = Date.now();
		for (let number = 1; number <= file.numPages; number += 1) {
			signal?.throwIfAborted();
			const page = await file.getPage(number).then((/** @type {any} */ one) => pageOf(one, faces)).catch(broken);
			pages.push({ ...page, label: labels?.[number - 1] || undefined });
			// The page that waits stays alive.
			if (Date.now() - since > 30) {
				await new Promise((resolve) => setTimeout(resolve));
				since = Date.now();
			}
		}
		if (pages.length && pages.every(({ error }) => error)) throw new Error(pages[0].error);
		return pages;
	} finally {
		await task.destroy();
	}
}

/** A page that is broken stops no other. @param {any} error @returns {Page} */
const broken = (error) => ({ width: 0, height: 0, runs: [], error: String(error?.message ?? error) });

/** @param {any} page @param {Map<string, { bold: boolean, italic: boolean }>} faces the fonts known so far @returns {Promise<Page>} */
async function pageOf(page, faces) {
	const { width, height, transform } = page.getViewport({ scale: 1 });
	const { items, styles } = await page.getTextContent({ includeMarkedContent: true });
	await learn(page, Object.keys(styles), faces);
	/** @type {Run[]} */
	const runs = [];
	// A list's bullet may be a drawing, and its mark stands empty then.
	let isInLabel = false;
	let isItem = false;
	for (const item of items) {
		if (item.type) {
			if (item.type === 'endMarkedContent') {
				isItem ||= isInLabel;
				isInLabel = false;
			} else isInLabel = item.tag === 'Lbl';
			continue;
		}
		const text = letters(item.str);
		if (!text) continue;
		const run = runOf({ ...item, str: text }, transform, styles[item.fontName]);
		const isInk = text.trim() !== '';
		if (isInk && isInLabel) isInLabel = false;
		runs.push({ ...run, ...faces.get(item.fontName), ...(isInk && isItem && { item: true }) });
		if (isInk) isItem = false;
	}
	page.cleanup();
	return { width, height, runs };
}

/** @param {any} item @param {number[]} view @param {{ vertical?: boolean } | undefined} style @returns {Run} */
function runOf({ str, transform: [a, b, c, d, e, f], width, height }, view, style) {
	const [m0, m1, m2, m3] = [view[0] * a + view[2] * b, view[1] * a + view[3] * b, view[0] * c + view[2] * d, view[1] * c + view[3] * d];
	const angle = (Math.atan2(m1, m0) * 180) / Math.PI;
	const run = { text: str, x: view[0] * e + view[2] * f + view[4], y: view[1] * e + view[3] * f + view[5], size: Math.hypot(m2, m3), width };
	// Lines that go down are like lines that were turned.
	return style?.vertical ? { ...run, width: height, angle: angle + 90 } : { ...run, angle };
}

/** Which fonts are bold or slanted: their names say it, which pdf.js has when it has seen what is drawn. @param {any} page @param {string[]} names @param {Map<string, { bold: boolean, italic: boolean }>} faces */
async function learn(page, names, faces) {
	const unknown = names.filter((name) => !faces.has(name));
	if (!unknown.length) return;
	await page.getOperatorList().catch(() => null);
	for (const name of unknown) {
		const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
		const words = String(font?.name ?? '');
		const bold = Boolean(font?.bold || font?.black) || /bold|black|heavy|[-,]demi/i.test(words);
		faces.set(name, { bold, italic: Boolean(font?.italic) || /italic|oblique/i.test(words) });
	}
}
