// The looks of the controls, in shadow roots; and what documents and controls have in common.

/** The colours and the type of both. */
export const looks = `--_accent: var(--callslip-accent, light-dark(#8a2f1c, #eda58f));
  --_quiet: var(--callslip-quiet, color-mix(in srgb, currentColor 72%, transparent));
  --_serif: var(--callslip-serif, "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Source Serif 4", Charter, Georgia, Cambria, "Noto Serif", serif)`;

/** For the shadow roots: controls only. */
export const controlCss = `
:host { display: block; color-scheme: inherit;
  ${looks};
  --_line: var(--callslip-line, color-mix(in srgb, currentColor 22%, transparent));
  --_edge: var(--callslip-edge, color-mix(in srgb, currentColor 58%, transparent));
  --_tint: color-mix(in srgb, var(--_accent) 10%, transparent);
  font: .875rem/1.4 var(--callslip-sans, system-ui, sans-serif); }
:host([compact]) { display: inline-block; }
.panel, .full { container-type: inline-size; }
.panel[popover] { inline-size: min(34rem, 100vw - 2rem); margin: auto; padding: 2rem 1.5rem; border: 1px solid var(--_line); border-radius: .375rem; background: Canvas; color: CanvasText; box-shadow: 0 12px 40px rgb(0 0 0 / .25); }
.close { position: absolute; inset-block-start: .25rem; inset-inline-end: .25rem; padding: .25rem .5rem; border: 0; background: none; color: var(--_quiet); }
.panel::backdrop { background: rgb(0 0 0 / .25); }
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
button, select, input { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
.bar { display: grid; gap: .75rem; margin-block-end: .9rem; }
.forms { display: grid; grid-template-columns: repeat(3, 1fr); margin: 0; padding: 0 0 1px 1px; border: 0; min-inline-size: 0; }
legend { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.forms label { position: relative; display: flex; flex: auto; align-items: center; justify-content: center; min-block-size: 2rem; padding: .2rem .4rem; margin: 0 0 -1px -1px; border: 1px solid var(--_line); cursor: pointer; color: var(--_quiet); text-align: center; }
.forms label:hover { color: inherit; }
.forms label:has(:checked) { color: var(--_accent); font-weight: 600; background: var(--_tint); }
.forms label:has(:focus-visible) { outline: 2px solid var(--_accent); outline-offset: -2px; }
.forms input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: inherit; }
.more { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
.where { display: flex; gap: .375rem; }
.name { align-self: center; color: var(--_quiet); }
select, .where input { min-block-size: 1.875rem; padding: .15rem .45rem; border: 1px solid var(--_edge); border-radius: .25rem; background: transparent; }
select { padding-inline-end: .2rem; }
option { color: CanvasText; background: Canvas; }
.where input { inline-size: 4rem; }
.citation { padding: .85rem 0; border-block: 1px solid var(--_line); min-block-size: calc(6.6407rem + 2px); font: 1.0625rem/1.55 var(--_serif); overflow-wrap: break-word; }
:host(:is([form="bibliography"], [form="reference-list"])) .citation { padding-inline-start: 2em; text-indent: -2em; }
.waiting { visibility: hidden; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: flex-start; margin-block-start: .9rem; }
button { cursor: pointer; }
.copy { min-block-size: 2.25rem; padding: .35rem 1rem; border: 1px solid var(--_accent); border-radius: .25rem; background: var(--_accent); color: light-dark(#fff, #1b1512); font-weight: 600; }
.copy:hover { opacity: .9; }
.copy:disabled { opacity: .5; cursor: default; }
.add { min-block-size: 2.25rem; padding: .35rem .9rem; border: 1px solid var(--_edge); border-radius: .25rem; background: transparent; }
.add:hover { background: var(--_tint); }
.add.kept { border-color: var(--_accent); color: var(--_accent); }
.files summary { display: inline-flex; align-items: center; gap: .4rem; min-block-size: 2.25rem; cursor: pointer; list-style: none; }
.files summary::-webkit-details-marker { display: none; }
.files summary::after { content: ""; inline-size: .4em; block-size: .4em; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: 45deg; translate: 0 -.1em; }
.files[open] summary::after { rotate: 225deg; translate: 0 .1em; }
.files ul { display: flex; flex-wrap: wrap; gap: .375rem; margin: .25rem 0 0; padding: 0; list-style: none; }
.files button { min-block-size: 1.875rem; padding: .15rem .65rem; border: 1px solid var(--_edge); border-radius: .25rem; background: transparent; }
.files button:hover { background: var(--_tint); }
.status { margin: .5rem 0 0; min-block-size: 1.4em; color: var(--_quiet); }
@container (inline-size > 38rem) { .forms { grid-auto-flow: column; grid-template-columns: none; grid-auto-columns: 1fr; } }
@container (inline-size <= 38rem) { .citation { min-block-size: calc(8.2876rem + 2px); } }
.panel[popover] .citation { min-block-size: 4.5rem; }
@container (inline-size < 19rem) { .forms { grid-template-columns: repeat(2, 1fr); } }
@media (forced-colors: active) {
  .copy { border-color: ButtonText; }
  .forms label:has(:checked) { border-color: Highlight; background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
@media print { .bar, .actions, .status, button { display: none; } .panel[popover] { all: unset; display: block; } }
`;
