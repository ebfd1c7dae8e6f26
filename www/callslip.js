/**
 * Callslip: reads an archival document, shows it, and cites it in Chicago style.
 *
 * Call `load()` once and wait for it; every other function is then synchronous.
 *
 * @module callslip
 */
import { setSource as setModuleSource, withModule } from './load.js';

export { cite, citeAsync, load, write } from './cite.js';
export { bibliography } from './entries.js';
export { readPage } from './page.js';
export { read, show } from './read.js';

/**
 * @typedef {object} Warning What the reader should know about a document or a citation; never fatal.
 * @property {string} code A documented kebab-case code: `dates-disagree`.
 * @property {'error' | 'warning' | 'info'} severity How much it matters.
 * @property {string} message The sentence, in English.
 * @property {number} [start] UTF-16 offset into the input.
 * @property {number} [end] UTF-16 offset into the input, not included.
 * @property {number} [item] Of several items that were cited or listed together, the one it is about, from 0. Of items that
 * became one entry, their first.
 */

/**
 * @typedef {Record<string, any>} Item A CSL-JSON 1.0.2 item; archival facts that CSL has no variable for stand under
 * `custom.callslip`.
 */

/**
 * @typedef {string | { type: string, href?: string, language?: string, number?: string, content?: Node[] }} Node
 * A piece of styled text.
 */

/**
 * @typedef {object} Block A block of a document's body.
 * @property {string} type `paragraph`, `heading`, `registry`, `addressee`, `signature`, `list`, `table`, ...
 * @property {number} [level] Of a heading.
 * @property {string} [number] The number or label as the source prints it.
 * @property {string} [language] BCP 47 tag, when it is not the document's.
 * @property {Node[]} [content] The text.
 * @property {Block[]} [blocks] The blocks inside.
 * @property {number} start UTF-16 offset into the input.
 * @property {number} end UTF-16 offset into the input, not included.
 */

/**
 * @typedef {object} Document A document to show.
 * @property {Node[]} title
 * @property {{ name: string, label: string, values: Node[][], start: number, end: number }[]} fields
 * @property {Block[]} body
 * @property {string} language BCP 47 tag, or empty.
 * @property {'ltr' | 'rtl'} direction
 */

/**
 * @typedef {object} Reading What `read` gives.
 * @property {string} format The format that was read: `archive-text`, `csl-json`, `tei`, ...
 * @property {Item} item The record to cite.
 * @property {Item[]} [items] All records, where the input holds several; `item` is the first.
 * @property {Document} document The document to show.
 * @property {Warning[]} warnings
 */

/**
 * @typedef {object} Citation
 * @property {string} html Safe HTML with `<i>`, `<sup>` and the like.
 * @property {string} text Plain text.
 * @property {string} markdown
 * @property {Warning[]} warnings What the Manual would want and the item does not have.
 */

/**
 * @typedef {object} CiteOptions
 * @property {17 | 18} [edition] Of the Chicago Manual of Style; 18 unless told.
 * @property {'note' | 'short-note' | 'bibliography' | 'reference-list' | 'in-text' | 'preferred'} [form] `note` unless
 * told; `preferred` is the archive's own citation.
 * @property {{ label?: string, value: string | number } | null} [locator] A CSL locator: `{ label: 'page', value: '12' }`.
 * @property {'first' | 'subsequent' | 'ibid'} [position] Whether it was cited before.
 * @property {string} [prefix] Words before: `see also`.
 * @property {string} [suffix] Words after.
 * @property {boolean} [suppressAuthor] Leave the author out, because the sentence names them.
 * @property {string} [hereafter] Announce a short form: `hereafter cited as ...`.
 * @property {boolean} [links] Make the address a link.
 * @property {'month-day' | 'day-month'} [dateOrder]
 * @property {'item-first' | 'repository-first' | 'semicolons'} [archiveOrder]
 */

/**
 * One of several sources in one note, with choices of its own beside those of the whole note.
 *
 * @typedef {CiteOptions & { item: Item }} CitedItem
 */

/**
 * @typedef {object} BibliographyOptions
 * @property {17 | 18} [edition] 18 unless told.
 * @property {'notes-bibliography' | 'author-date'} [system] `notes-bibliography` unless told.
 * @property {boolean} [collect] The items of one archival collection become its one entry.
 * @property {boolean} [group] Archival sources come first, in a group of their own.
 * @property {boolean} [number] Entries are numbered.
 * @property {boolean} [dash] A dash stands for a name repeated; by the edition unless told: 17 has it, 18 has not.
 * @property {boolean} [citations] Each entry carries its short note, or its citation in the text, told apart from the
 * others.
 * @property {boolean} [links] Make addresses links.
 * @property {'month-day' | 'day-month'} [dateOrder]
 * @property {'item-first' | 'repository-first' | 'semicolons'} [archiveOrder]
 */

/**
 * @typedef {object} Bibliography
 * @property {string} html
 * @property {string} text
 * @property {{ id: string, html: string, text: string, group: 'archival' | 'printed', citation?: { html: string, text: string } }[]} entries
 * In order.
 * @property {Warning[]} warnings
 */

/**
 * Says where the whole WebAssembly module comes from, before it is loaded: for bundlers that do not follow `new URL(file,
 * import.meta.url)`, and for runtimes that cannot fetch. The file is `callslip/callslip.wasm`.
 *
 * @param {() => Promise<Response | WebAssembly.Module | BufferSource>} from Gives a response to `fetch`, the bytes, or what
 * is compiled already.
 * @throws {TypeError} When it is no function.
 * @example setSource(() => fetch('/assets/callslip_bg.wasm'));
 */
export function setSource(from) {
	if (typeof from !== 'function') throw new TypeError('from: expected a function');
	setModuleSource(from);
}

/**
 * The names of the formats that `read` and `write` know.
 *
 * @returns {{ read: string[], write: string[] }}
 */
export function formats() {
	const [read, write] = withModule((module) => module.formats());
	return { read, write };
}
