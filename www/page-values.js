// The values of a page's metadata, as they are written: names and dates.

/** Words that only bodies have in their names. */
const BODY = /\b(Archives?|Association|Bureau|Cent(er|re)|College|Commission|Committee|Company|Council|Department|Foundation|Institute?|Library|Ministry|Museum|Office|Press|Program(me)?|Project|Service|Society|University)\b/;
/** What may stand after a name: years of a life, as catalogues add them. */
const YEARS = /^(b\.|d\.|ca\.|active)?\s*\d{3,4}\??(\s*[-–]\s*(ca\.\s*)?(\d{3,4}\??)?)?\.?$/;
const SUFFIX = /^(Jr|Sr|I{2,3}|IV)\.?$/;

/**
 * A name as tags give it: `Lind, Ada`, `Lind, Ada, Jr.`, `Lind, Ada, 1871-1950`, `Ada Lind`; whatever else is left whole.
 * @param {string} name
 * @returns {{ literal?: string, family?: string, given?: string, suffix?: string }}
 */
export function personFrom(name) {
	const [family, given, ...rest] = name.split(/\s*,\s*/).filter((part, at) => at < 1 || !YEARS.test(part));
	if (given && !BODY.test(name)) {
		if (!rest.length) return SUFFIX.test(given) ? { ...personFrom(family), suffix: given } : { family, given };
		if (rest.length === 1 && SUFFIX.test(rest[0])) return { family, given, suffix: rest[0] };
	}
	const words = family.split(/\s+/);
	const isPerson = !given && words.length > 1 && words.length < 5 && words.every((word) => /^(\p{Lu}|de$|van$|von$|da$|di$)/u.test(word));
	if (!isPerson || BODY.test(name)) return { literal: name };
	return { family: words[words.length - 1], given: words.slice(0, -1).join(' ') };
}

/**
 * A date as tags give it: year first, by hyphens or slashes; whatever else is for the engine to read.
 * @param {string | undefined} text
 */
export function dateFrom(text) {
	if (!text) return undefined;
	const parts = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:$|[T ])/.exec(text);
	if (!parts) return { raw: text };
	const numbers = parts.slice(1).filter(Boolean).map(Number);
	return { 'date-parts': [numbers.filter((number, at) => at === 0 || number > 0)] };
}

/** @param {string} text */
export function isAddress(text) {
	return /^https?:\/\//i.test(text);
}

/** The DOI in an identifier, however it is written. @param {string | undefined} text */
export function doiIn(text) {
	return /(?:^|doi\.org\/|doi[:/]\s*)(10\.\d{4,}(?:\.\d+)*\/\S+)$/i.exec(text?.trim() ?? '')?.[1];
}
