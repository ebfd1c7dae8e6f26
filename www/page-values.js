// The values of a page's metadata, as they are written: names and dates.

/**
 * A name as tags give it: `Lind, Ada`, `Ada Lind`; whatever else is left whole.
 * @param {string} name
 */
export function personFrom(name) {
	const [family, given, ...rest] = name.split(/\s*,\s*/);
	if (given && !rest.length) return { family, given };
	const words = name.split(/\s+/);
	const isPerson = words.length > 1 && words.length < 5 && words.every((word) => /^(\p{Lu}|de$|van$|von$|da$|di$)/u.test(word));
	const isBody = /\b(Archives?|Association|Bureau|Cent(er|re)|College|Commission|Committee|Company|Council|Department|Foundation|Institute?|Library|Ministry|Museum|Office|Press|Program(me)?|Project|Service|Society|University)\b/.test(name);
	if (!isPerson || isBody) return { literal: name };
	return { family: words[words.length - 1], given: words.slice(0, -1).join(' ') };
}

/**
 * A date as tags give it: year first, by hyphens or slashes; whatever else is left as it is.
 * @param {string | undefined} text
 */
export function dateFrom(text) {
	if (!text) return undefined;
	const parts = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:$|[T ])/.exec(text);
	if (!parts) return { literal: text };
	const numbers = parts.slice(1).filter(Boolean).map(Number);
	return { 'date-parts': [numbers.filter((number, at) => at === 0 || number > 0)] };
}
