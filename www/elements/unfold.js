// A long document is laid out piece by piece: what is seen at once, the rest while the browser has nothing else to do.

/** So many blocks are laid out at a time. */
const PIECE = 50;

/** @returns {Promise<void>} */
const idle = () => new Promise((resolve) => ('requestIdleCallback' in globalThis ? requestIdleCallback(() => resolve(), { timeout: 500 }) : setTimeout(resolve, 50)));

/**
 * Lays out the rest. Places are estimates until that is done, so whoever goes to one meanwhile has all of it at once.
 * @param {Element} owner the element that has the class
 * @param {HTMLElement[]} blocks
 */
export async function unfold(owner, blocks) {
	const arrive = () => {
		finish();
		owner.querySelector(':target')?.scrollIntoView();
	};
	const finish = () => {
		removeEventListener('hashchange', arrive);
		owner.classList.remove('callslip-long');
		for (const block of blocks) block.removeAttribute('style');
	};
	owner.classList.add('callslip-long');
	addEventListener('hashchange', arrive);
	for (let at = 0; at < blocks.length; at += PIECE) {
		await idle();
		// Another document is there, or a reader who went somewhere.
		if (!owner.contains(blocks[at]) || !owner.classList.contains('callslip-long')) break;
		for (const block of blocks.slice(at, at + PIECE)) block.style.setProperty('content-visibility', 'visible');
	}
	if (owner.contains(blocks[0])) finish();
	else removeEventListener('hashchange', arrive);
}
