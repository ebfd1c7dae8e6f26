/** Whether bytes are those of a PDF: its sign is looked for before anything is decoded. @param {unknown} bytes @returns {bytes is Uint8Array} */
export function isPdf(bytes) {
	if (!(bytes instanceof Uint8Array)) return false;
	return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().startsWith('%PDF-');
}
