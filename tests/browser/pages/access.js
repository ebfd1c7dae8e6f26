// What the tests of access ask a page.

/** Everything, as it is drawn: shadow roots, and what stands in their slots. */
export const all = (root = document.documentElement) => [...childrenOf(root)].flatMap((element) => [element, ...all(element)]);

function childrenOf(node) {
	if (node.shadowRoot) return node.shadowRoot.children;
	const slotted = node.localName === 'slot' ? node.assignedElements() : [];
	return slotted.length ? slotted : node.children;
}

/** The element that has the focus, however deep. */
export function deep() {
	let element = document.activeElement;
	while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
	return element;
}

/** What a control is called, shortly. */
export const name = (element) => (element.getAttribute('aria-label') ?? (element.labels?.[0] ?? element).textContent).trim().slice(0, 50) || element.localName;

/** What the Tab key should reach: of a group of radios, the one that is chosen. */
export const stops = () =>
	all().filter((element) => {
		if (!element.checkVisibility({ visibilityProperty: true }) || element.tabIndex < 0 || element.disabled) return false;
		if (element.type === 'radio') return element.checked;
		return element.matches('a[href], button, select, input, textarea, summary, [tabindex]');
	});
