// The reader's collected citations: kept in this browser only, the same in all its tabs.

const KEY = 'callslip-list';

/** @typedef {{ key: string, item: any }} Kept */

/** Where storage is refused, the list lasts as long as the page. @type {Kept[]} */
let memory = [];

/** Tells every list on the page. */
export const changes = new EventTarget();

/** Other tabs tell by the storage event; a page that comes back from the history has heard nothing. @param {any} event */
const heard = (event) => {
	if ((event.key ?? KEY) === KEY) changes.dispatchEvent(new Event('change'));
};
let listening = false;

/** Starts to follow other tabs. */
export function follow() {
	if (!listening) for (const type of ['storage', 'pageshow']) addEventListener(type, heard);
	listening = true;
}

/** @returns {Kept[]} */
export function kept() {
	try {
		const list = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(list) ? list.filter((entry) => entry?.key && entry.item && typeof entry.item === 'object') : [];
	} catch {
		return memory;
	}
}

/** @param {Kept[]} list */
export function keep(list) {
	memory = list;
	try {
		localStorage.setItem(KEY, JSON.stringify(list));
	} catch {
		// Refused or full: the list lasts as long as the page.
	}
	changes.dispatchEvent(new Event('change'));
}

/** What tells two items apart: the address, else the identifier and the title. @param {any} item */
export function keyOf(item) {
	return item.URL || JSON.stringify([item.id ?? '', item.title ?? '', item.issued ?? '']);
}

/**
 * Adds an item, or takes it out again.
 * @param {any} item
 * @returns {boolean} whether it is in the list now
 */
export function toggle(item) {
	const key = keyOf(item);
	const list = kept();
	const others = list.filter((entry) => entry.key !== key);
	const isNew = others.length === list.length;
	keep(isNew ? [...list, { key, item: { ...item, id: item.id || key } }] : others);
	return isNew;
}

/** @param {any} item */
export const has = (item) => kept().some((entry) => entry.key === keyOf(item));
