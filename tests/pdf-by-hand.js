// PDFs made by hand, for tests without a browser.

const LATIN = '/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont';
const CHINESE = '/BaseFont /STSong-Light /Type /Font';

/** Helvetica as every viewer has it, upright and bold; and a Chinese font that is named and not there, as old files have it. */
const FONTS = `/Font <<
/F1 <<${LATIN} /Helvetica>>
/F2 <<${LATIN} /Helvetica-Bold>>
/F3 <<${CHINESE} /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<<${CHINESE} /Subtype /CIDFontType0
	/CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 2>> /FontDescriptor <</Type /FontDescriptor /FontName /STSong-Light /Flags 6>>>>]>>
>>`;

/** @param {string} text @param {string} font */
function written(text, font) {
	if (font !== 'F3') return `(${text.replace(/[\\()]/g, '\\$&')})`;
	return `<${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

/** @typedef {[text: string, x: number, y: number, font?: 'F1' | 'F2' | 'F3']} Piece Letters, how far from the left and from the foot of the page. */

/**
 * A PDF whose pages have these letters; Latin-1 only but in the Chinese font.
 *
 * @param {Piece[][]} pages
 * @param {string} [trailer]
 */
export function pdf(pages, trailer = '') {
	const kids = pages.map((_, at) => `${3 + 2 * at} 0 R`);
	const objects = ['<</Type /Catalog /Pages 2 0 R>>', `<</Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}]>>`];
	pages.forEach((pieces, at) => {
		const content = pieces.map(([text, x, y, font = 'F1']) => `BT /${font} 12 Tf ${x} ${y} Td ${written(text, font)} Tj ET`).join('\n');
		objects.push(`<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <<${FONTS}>> /Contents ${4 + 2 * at} 0 R>>`);
		objects.push(`<</Length ${content.length}>> stream\n${content}\nendstream`);
	});
	const body = objects.map((object, at) => `${at + 1} 0 obj ${object} endobj\n`).join('');
	return Buffer.from(`%PDF-1.4\n${body}trailer <</Root 1 0 R ${trailer}>>\n%%EOF`, 'latin1');
}

/** One that asks for a password: nothing is encrypted by it that could be read. */
export const locked = () =>
	pdf([[]], `/ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <${'0f'.repeat(32)}> /U <${'f0'.repeat(32)}>>>`);
