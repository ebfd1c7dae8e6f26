// What a reading says of its document beside the text, for pages made here and pages made ready beforehand.

/**
 * The words that a warning is about, where they are worth repeating beside it.
 * @param {any} warning
 * @param {string} text the input
 */
export function aboutOf({ start, end, message }, text) {
	const about = text.slice(start, end).trim();
	return end > start && about.length < 160 && !message.includes(about) ? about : '';
}

/**
 * Whether the remarks stand open: a reader who sees less than was hoped for is told why.
 * @param {any} reading
 */
export function isGrave({ warnings, document }) {
	return warnings.some((/** @type {any} */ warning) => warning.severity === 'error') || !document.title.length;
}
