// The looks of a document. What a page writes itself always wins: these rules stand in a layer.

import { looks } from './control-style.js';

/** For the light DOM: a document as `show` writes it, and a citation. The build writes it to callslip.css, too. */
export const documentCss = `@layer callslip {
:where(.callslip, callslip-cite) {
  ${looks};
  --_line: var(--callslip-line, color-mix(in srgb, currentColor 18%, transparent));
  --_tint: var(--callslip-tint, color-mix(in srgb, var(--_accent) 9%, transparent));
  --_sans: var(--callslip-sans, system-ui, sans-serif);
}
callslip-document { display: block; container-type: inline-size; }
.callslip { font-family: var(--_serif); line-height: 1.65; max-inline-size: 44rem; overflow-wrap: break-word; }
.callslip a { color: var(--_accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
.callslip-head { display: flex; flex-direction: column; margin-block-end: 2.5rem; }
.callslip-title { font-size: clamp(1.6rem, 1.1rem + 2.4cqi, 2.35rem); line-height: 1.18; font-weight: 600; letter-spacing: -.008em; margin: 0; text-wrap: balance; }
.callslip-date { order: -1; margin: 0 0 .7rem; color: var(--_accent); font-family: var(--_sans); font-size: .875rem; letter-spacing: .03em; }
.callslip-summary { margin: 1.1rem 0 0; font-size: 1.1875rem; line-height: 1.55; color: var(--_quiet); }
.callslip-fields { display: grid; grid-template-columns: 1fr 1fr; grid-auto-flow: dense; gap: 0 2rem; margin: 1.75rem 0 0; padding-block: .6rem; border-block: 1px solid var(--_line); font-family: var(--_sans); font-size: .875rem; line-height: 1.45; }
.callslip-fields > div { padding-block: .4rem; min-inline-size: 0; }
.callslip-fields > :is([data-field="location"], [data-field="citation"], [data-field="url"], [data-field="source"], [data-field="rights"]) { grid-column: 1 / -1; }
.callslip-fields dt { color: var(--_quiet); font-size: .8125rem; }
.callslip-fields dd { margin: 0; overflow-wrap: anywhere; text-align: match-parent; }
.callslip-fields dd > a:only-child { display: inline-block; padding-block: .25rem; margin-block: -.25rem; }
.callslip-head details { font-family: var(--_sans); font-size: .875rem; line-height: 1.5; margin-block-start: .75rem; }
.callslip-head summary { cursor: pointer; min-block-size: 1.5rem; inline-size: fit-content; color: var(--_quiet); }
.callslip-head summary:hover { color: inherit; text-decoration: underline; text-underline-offset: .2em; }
.callslip-contents { margin-block-start: 2rem; font-family: var(--_sans); font-size: .9375rem; }
.callslip-contents h2 { margin: 0 0 .4rem; font-weight: 400; }
:is(.callslip-contents h2, .callslip-plain p) { font-size: .875rem; color: var(--_quiet); }
.callslip-contents ol { margin: 0; padding: 0; list-style: none; columns: 18rem; }
.callslip-contents a { display: block; padding-block: .15rem; }
.callslip-contents .callslip-deep { padding-inline-start: 1rem; }
.callslip-plain p { font-family: var(--_sans); }
.callslip-remarks ul { margin: .5rem 0 0; padding: .25rem 0 .25rem 1rem; border-inline-start: 3px solid var(--_accent); list-style: none; }
.callslip-remarks li + li { margin-block-start: .6rem; }
.callslip-remarks li::first-letter { text-transform: uppercase; }
.callslip-remarks q { font-family: var(--_serif); color: var(--_quiet); }
.callslip-sources dl { margin: .5rem 0 0; }
.callslip-sources dt { color: var(--_quiet); margin-block-start: .6rem; }
.callslip-sources dd { margin: 0; padding: .35rem .6rem; background: var(--_tint); font-family: ui-monospace, monospace; font-size: .8125rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.callslip-body { font-size: 1.125rem; hanging-punctuation: first last; }
.callslip-body :is(h2, h3, h4, h5, h6) { font-size: 1.125rem; line-height: 1.35; margin: 2.2em 0 .6em; }
.callslip-body :is(p, ul, blockquote, pre, .callslip-scroll) { margin: 0 0 1.1em; }
.callslip-body [id] { scroll-margin-block-start: 2rem; }
.callslip-body :target { background: var(--_tint); box-shadow: 0 0 0 .5rem var(--_tint); }
.callslip-long .callslip-body > * { content-visibility: auto; contain-intrinsic-block-size: auto 7em; }
.callslip-number { display: inline-block; min-inline-size: 1.5rem; font-family: var(--_sans); font-size: .8em; font-variant-numeric: tabular-nums; }
.callslip .callslip-number { color: var(--_quiet); text-decoration: none; }
.callslip .callslip-number:is(:hover, :focus-visible) { color: var(--_accent); text-decoration: underline; }
.callslip-registry { font-family: var(--_sans); font-size: .875rem; font-variant-numeric: tabular-nums; color: var(--_quiet); }
.callslip-addressee + .callslip-addressee, .callslip-field + .callslip-field { margin-block-start: -.7em; }
.callslip-body > .callslip-addressee:has(+ :not(.callslip-addressee)) { margin-block-end: 2em; }
.callslip-head:empty { display: none; }
.callslip-entry { padding-inline-start: 2em; text-indent: -2em; }
.callslip-label { color: var(--_quiet); }
.callslip-field .callslip-label { font-variant-caps: all-small-caps; letter-spacing: .04em; }
.callslip-classification { font-family: var(--_sans); font-size: .8125rem; font-weight: 600; letter-spacing: .12em; }
.callslip-stamp { inline-size: fit-content; padding: .3em .7em; border: 1px solid var(--_line); font-family: var(--_sans); font-size: .8125rem; color: var(--_quiet); }
.callslip-distribution { font-size: .9375rem; color: var(--_quiet); }
.callslip-signature { margin-block-start: 2em; text-align: end; }
.callslip-editorial { font-size: .86em; color: var(--_quiet); }
.callslip-handwriting { font-style: italic; }
.callslip-deleted { text-decoration: line-through; }
.callslip-sc { font-variant-caps: small-caps; }
.callslip-page { float: inline-end; margin-inline-start: 1em; padding-inline: .4em; border: 1px solid var(--_line); font: .75rem/1.5 var(--_sans); color: var(--_quiet); }
.callslip-noteref { padding-inline: .15em; text-decoration: none; }
.callslip-notes { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--_line); font-size: .9375rem; line-height: 1.5; }
.callslip-note { margin-block-end: .6em; }
.callslip-list { padding-inline-start: 1.5rem; }
.callslip-list:has(> li > .callslip-label:first-child) { list-style: none; padding-inline-start: 0; }
.callslip blockquote { padding-inline-start: 1.5rem; border-inline-start: 2px solid var(--_line); }
.callslip pre { white-space: pre-wrap; font: .875rem/1.55 ui-monospace, monospace; }
.callslip-scroll { overflow-x: auto; }
.callslip table { border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
.callslip td { padding: .35rem .75rem .35rem 0; border-block-end: 1px solid var(--_line); vertical-align: top; }
.callslip hr { border: 0; border-block-start: 1px solid var(--_line); margin: 2em 0; }
.callslip-citation { display: block; }
.callslip-citation a { color: inherit; text-decoration-color: var(--_line); text-underline-offset: .2em; overflow-wrap: anywhere; }
.callslip-citation a:hover { text-decoration-color: currentColor; }
@container (inline-size > 34rem) {
  .callslip-body:has(.callslip-number) { padding-inline-start: 2.75rem; }
  .callslip-body > [data-para]:has(> .callslip-number) { position: relative; margin-inline-start: -2.75rem; padding-inline-start: 2.75rem; }
  .callslip-body > [data-para] > .callslip-number { position: absolute; inset-inline-start: -.75rem; inline-size: 2.75rem; text-align: end; line-height: 2.05; }
}
@container (inline-size < 30rem) {
  .callslip-fields { grid-template-columns: 1fr; }
}
@media (forced-colors: active) {
  .callslip-body :target { outline: 2px solid Highlight; }
}
@media print {
  .callslip-head details { display: none; }
  callslip-document { container-type: normal; }
  .callslip, .callslip-body { font-size: 11pt; max-inline-size: none; orphans: 3; widows: 3; }
  .callslip-body :is(h2, h3, h4, h5, h6), .callslip-field { break-after: avoid; }
}
}`;
