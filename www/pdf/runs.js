// What all of the layout is made of: runs of text with their places on an upright page, y counted downward.

/**
 * @typedef {object} Run Some letters in one font.
 * @property {string} text In the order in which they are read; white space alone says that there is a space.
 * @property {number} x The left end of its baseline.
 * @property {number} y Its baseline.
 * @property {number} width
 * @property {number} size Of its font.
 * @property {number} [angle] Of its baseline, clockwise, in degrees; 0 unless told.
 * @property {boolean} [bold]
 * @property {boolean} [italic]
 * @property {boolean} [item] Whether a list's bullet that is no text stands before it.
 */

/** @typedef {{ width: number, height: number, runs: Run[], label?: string, error?: string }} Page `error` says why it could not be read. */

/** Runs in a row, none of them far from the next. @typedef {{ runs: Run[], row: number, x0: number, x1: number, y: number, size: number }} Fragment */

/** Letters of scripts that are written from right to left, and the forms in which fonts have them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/u;

/** Whether letters are written from right to left; `undefined` where they are no letters. @param {string} text */
export function isRightToLeft(text) {
	if (RIGHT_TO_LEFT.test(text)) return true;
	return LEFT_TO_RIGHT.test(text) ? false : undefined;
}

/** Whether more letters are written from right to left than the other way; numbers go either way. @param {Run[]} runs @param {boolean} [unless] what holds where there are as many */
export function isMostlyRightToLeft(runs, unless = false) {
	let balance = 0;
	for (const { text } of runs) {
		if (/\p{L}/u.test(text)) balance += isRightToLeft(text) ? text.length : -text.length;
	}
	return balance === 0 ? unless : balance > 0;
}

/** Forms that exist for fonts alone: joined letters, and the shapes of Arabic ones within words. */
const FORMS = /[\ufb00-\ufb4f\ufb50-\ufdf9\ufe70-\ufefc]/g;

/** What a PDF has instead of characters: control characters, and those that stand for nothing. */
const NOTHING = /[\0-\x08\x0b-\x1f\x7f\u200b\u2060\ufeff]/g;

/** The letters that a run of glyphs stands for. @param {string} text */
export function letters(text) {
	return text.replace(NOTHING, '').replace(FORMS, (form) => form.normalize('NFKC'));
}

/** The least of many numbers: too many for the arguments of a call, it may be. @param {number[]} numbers */
export const least = (numbers) => numbers.reduce((one, other) => Math.min(one, other), Infinity);

/** The greatest of many numbers. @param {number[]} numbers */
export const most = (numbers) => numbers.reduce((one, other) => Math.max(one, other), -Infinity);

/** @param {Run} run */
export const isSpace = ({ text }) => text.trim() === '';

/** The size that most letters have. @param {Run[]} runs */
export function sizeOf(runs) {
	/** @type {Map<number, number>} */
	const letters = new Map();
	for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.trim().length);
	let best = runs[0]?.size ?? 0;
	for (const [size, count] of letters) if (count > (letters.get(best) ?? 0)) best = size;
	return best;
}
