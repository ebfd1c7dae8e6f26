// Paragraphs to the text that the reader of archive text reads: bold lines and labels in `**`, pages as `[p. 2]`.

import { textOf } from './line.js';
import { isBold } from './paragraphs.js';

/** @import { Line, Piece } from './line.js' */
/** @import { Paragraph } from './paragraphs.js' */

/** Hyphens that divide words at the ends of lines alone, unless a font has them for every hyphen, which the middle of a line shows. */
const DIVIDERS = ['\u00ad', '\u2010'];

/** An address that goes on. */
const ADDRESS = /(^|[\s<(])https?:\/\/[^\s>]*[^\s.,;:)>\]]$/;

/** A line's end that divides a word, or stands within a compound. */
const HYPHEN = /(?<=\p{L})[-\u00ad\u2010]$/u;
const SMALL = /^\p{Ll}+/u;
const BULLET = /^[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7]\s+/;

/**
 * The text, and where each paragraph begins in it. The head stands as it is printed; in the body, pages and slanted letters
 * are marked, and signs that would be read as marks are not.
 *
 * @param {Paragraph[]} paragraphs
 * @param {{ body?: number, labels?: string[] }} [options] The first paragraph of the body; what each page is called.
 */
export function compose(paragraphs, { body = Infinity, labels = [] } = {}) {
	const known = wordsIn(paragraphs);
	let text = '';
	let page = paragraphs[0]?.pages[0] ?? 0;
	const starts = paragraphs.map((paragraph, at) => {
		const isBody = at >= body;
		const mark = (/** @type {number} */ next) => {
			if (!isBody || next <= page) return '';
			page = next;
			return `[p. ${labels[next] ?? next + 1}] `;
		};
		if (text) text += '\n\n';
		const start = text.length;
		text += isBody ? inBody(paragraph, known, mark) : inHead(paragraph, known);
		return start;
	});
	return { text, starts };
}

/** A head's bold lines stay lines, each bold; of others, a label that is bold. @param {Paragraph} paragraph @param {Set<string>} known */
function inHead({ lines }, known) {
	if (lines.every(isBold)) return lines.map(({ pieces }) => `**${textOf(pieces).replace(/\*+/g, '')}**`).join('  \n');
	const whole = joined(lines.map(({ pieces }) => pieces), known, () => '');
	const [first, ...others] = whole;
	const isLabel = first.bold && /^[^:]{1,40}:\s*$/.test(first.text);
	const text = isLabel ? `**${first.text.trim()}** ${textOf(others).trim()}` : textOf(whole);
	return bullet(lines[0], text);
}

/** @param {Paragraph} paragraph @param {Set<string>} known @param {(page: number) => string} mark */
function inBody({ lines, pages }, known, mark) {
	const sign = mark(pages[0]);
	const pieces = joined(lines.map(({ pieces }) => pieces), known, (at) => mark(pages[at]));
	return bullet(lines[0], pieces.map(marked).join(''), sign);
}

/** @param {Line} line @param {string} text @param {string} [sign] of a page */
function bullet({ isItem }, text, sign = '') {
	return isItem || BULLET.test(text) ? `- ${sign}${text.replace(BULLET, '')}` : sign + text;
}

/** A piece with its marks, around its letters and not around the spaces at its ends. @param {Piece} piece */
function marked({ text, bold, italic }) {
	const [, before, words, after] = /^(\s*)(.*?)(\s*)$/su.exec(plain(text)) ?? ['', '', text, ''];
	const sign = /[\p{L}\p{N}]/u.test(words) ? `${bold ? '**' : ''}${italic ? '*' : ''}` : '';
	return before + sign + words + sign + after;
}

/** Signs that would be read as marks. @param {string} text */
function plain(text) {
	return text.replace(/[\\*`]|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)|^[#>|+](?=.)/g, '\\$&');
}

/**
 * The pieces of all lines in one, with a space between lines, or none where a word was divided.
 *
 * @param {Piece[][]} lines
 * @param {Set<string>} known the words of the document
 * @param {(line: number) => string} mark what stands before a line
 * @returns {Piece[]}
 */
function joined(lines, known, mark) {
	/** @type {Piece[]} */
	const all = [];
	lines.forEach((pieces, at) => {
		const last = all.at(-1);
		const sign = mark(at);
		if (last) {
			const { kept, space } = seam(textOf(all.slice(-4)), textOf(pieces), known);
			last.text = last.text.slice(0, last.text.length - kept) + space;
		}
		if (sign) all.push({ text: sign, bold: false, italic: false });
		all.push(...pieces.map((piece) => ({ ...piece })));
	});
	return merged(all);
}

/** Pieces that look alike in one. @param {Piece[]} pieces @returns {Piece[]} */
function merged(pieces) {
	/** @type {Piece[][]} */
	const alike = [];
	for (const piece of pieces) {
		const last = alike.at(-1);
		if (last && last[0].bold === piece.bold && last[0].italic === piece.italic) last.push(piece);
		else alike.push([piece]);
	}
	return alike.map((some) => ({ ...some[0], text: textOf(some) }));
}

/**
 * What becomes of the end of a line: how many letters are taken off it, and what stands instead. A hyphen goes where the
 * document has the whole word elsewhere, or where it is one for dividing words alone; else it stays, and nothing comes after it.
 *
 * @param {string} before
 * @param {string} after
 * @param {Set<string>} known
 */
export function seam(before, after, known) {
	if (/\S[\u2013\u2014/]$/.test(before) && !/\s.$/.test(before)) return { kept: 0, space: '' };
	const tail = SMALL.exec(after)?.[0] ?? '';
	const isDivider = DIVIDERS.some((sign) => before.endsWith(sign) && !known.has(sign));
	if (tail && isDivider && HYPHEN.test(before)) return { kept: 1, space: '' };
	if (ADDRESS.test(before) && /^\S*[/?=&%#_]/.test(after)) return { kept: 0, space: '' };
	if (!HYPHEN.test(before)) return { kept: 0, space: ' ' };
	const head = /\p{L}+(?=.$)/u.exec(before)?.[0] ?? '';
	const isDivided = known.has((head + tail).toLowerCase()) && !known.has(`${head}-${tail}`.toLowerCase());
	return { kept: tail && isDivided ? 1 : 0, space: '' };
}

/** The words that stand whole in a line, and the dividers that stand within one. @param {Paragraph[]} paragraphs */
function wordsIn(paragraphs) {
	/** @type {Set<string>} */
	const known = new Set();
	for (const { lines } of paragraphs) {
		for (const { pieces } of lines) {
			const text = textOf(pieces);
			for (const sign of DIVIDERS) if (text.slice(0, -1).includes(sign)) known.add(sign);
			for (const [word] of text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) known.add(word.toLowerCase().replace(/\u2010/g, '-'));
		}
	}
	return known;
}
