// The place of the elements before their script is there, so that nothing moves when it comes.

/**
 * Stands in callslip.css, and alone in place.css. The measures are those of the controls: the bar above the citation, what is
 * below it, and so many lines of a citation where nothing stands in its place yet.
 */
export const placeCss = `@media (scripting: enabled) {
callslip-cite:not(:defined, [compact]) { display: flow-root; box-sizing: border-box; container-type: inline-size; min-block-size: calc(17.0407rem + 2px); padding-block-end: calc(5.725rem + 1px); font: 1.0625rem/1.55 var(--callslip-serif, "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Source Serif 4", Charter, Georgia, Cambria, "Noto Serif", serif); }
callslip-cite:not(:defined, [compact])::before { content: ""; display: block; block-size: calc(6.375rem + 1px); }
callslip-cite[compact]:not(:defined) { display: inline-block; inline-size: 10.5rem; block-size: 2.25rem; overflow: hidden; visibility: hidden; }
callslip-document[src]:not(:defined, :has(> article)), callslip-document[aria-busy]:not(:has(> article)) { display: block; min-block-size: 100vh; }
@container (inline-size <= 38rem) { callslip-cite:not(:defined, [compact])::before { block-size: 8.375rem; } }
@media (max-width: 40rem) { callslip-cite:not(:defined, [compact]) { min-block-size: calc(20.6876rem + 1px); } }
}`;
