import { mapStyle } from './svg.ts';

/** Colours have a contrast of 4.5 to 1 or more on their paper, light and dark. */
export const pageStyle = `
:root { --ink: #1c2128; --faint: #57606a; --paper: #ffffff; --line: #7d8590; --rule: #d0d7de; --bad: #b3261e; --weak: #8a5300; --good: #1a6e32; --link: #0550ae }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --faint: #9aa4af; --paper: #12161c; --line: #8b949e; --rule: #30363d; --bad: #ff8f85; --weak: #e8b25a; --good: #6fcf87; --link: #79b8ff }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem } h3 { font-size: 1.05rem; margin: 1.8rem 0 .5rem }
a { color: var(--link) } a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere } .place { color: var(--faint) } span.place { white-space: nowrap }
.faint { color: var(--faint) } .bad { color: var(--bad) } .weak { color: var(--weak) } .good { color: var(--good) } .neutral { color: var(--faint) }
.verdict { font-size: 1.15rem; border-left: .35rem solid; padding: .3rem .8rem; margin: 1rem 0 }
.work li { margin: .55rem 0 } .do { color: var(--faint) }
.line { border-top: 1px solid var(--rule); padding: .15rem 0 } .line + .next { margin-top: 0 }
.head { margin: .35rem 0 } .line > .head, summary { margin-left: 1.1rem } summary { cursor: pointer; padding: .35rem 0; list-style-position: outside }
.number { font-weight: 700; margin-right: .3rem } .state { font-weight: 600; white-space: nowrap; margin-left: .3rem } td.state { margin: 0 }
.next { margin: 0 0 .6rem 1.1rem }
.wide { overflow-x: auto; max-width: 100%; padding: .25rem }
.whole { width: min(100vw - 3rem, 110rem); max-width: none; margin-left: calc(50% - min(50vw - 1.5rem, 55rem)) } .whole .map { margin: 0 auto }
@media (max-width: 40rem) { .whole .map { width: 52rem; height: auto } }
table { border-collapse: collapse; width: 100%; font-size: .92rem } th { text-align: left; color: var(--faint); font-weight: 600 } td, th { padding: .3rem .7rem .3rem 0; vertical-align: top; border-top: 1px solid var(--rule) }
@media print { .whole { width: auto; margin: 0 } details { display: block } details::details-content { content-visibility: visible; display: block } .wide { overflow: visible } .map { max-width: 100%; height: auto } a { color: inherit } li, tr { break-inside: avoid } }
${mapStyle}`;
