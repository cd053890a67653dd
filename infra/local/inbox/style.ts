/** The inbox in the type and colours of the site: warm paper and graphite, tape labels, hairlines. */
export const style = `
:root { color-scheme: light dark; --paper: #f6f3ec; --tape: #fffdf6; --ink: #26241f; --quiet: #625d52; --line: #d5cfc1; --link: #1d4f73 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1d1c1a; --tape: #2a2826; --ink: #e6e1d6; --quiet: #a8a194; --line: #45413a; --link: #9cc4e0 }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-inline-size: 72rem; padding: 1.5rem clamp(1rem, 4vw, 3rem); background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 Charter, "Bitstream Charter", "Sitka Text", Cambria, serif }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
h1 { font-size: 1.4rem; line-height: 1.25; margin-block: .75rem; text-wrap: balance }
.tape { display: inline-block; background: var(--tape); border: 1px solid var(--line); padding: .05em .5em; white-space: nowrap }
.tape, time, th, td.from, pre, nav, form { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .84rem; font-variant-numeric: tabular-nums }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-block: 1rem }
input, button { font: inherit; color: inherit; background: var(--tape); border: 1px solid var(--line); padding: .35rem .6rem }
input { inline-size: min(22rem, 100%) }
table { border-collapse: collapse; inline-size: 100% }
th { text-align: start; font-weight: 400; color: var(--quiet); vertical-align: top; padding-inline-end: 1rem }
th, td { padding-block: .4rem; border-block-end: 1px solid var(--line) }
td { padding-inline-end: 1rem; overflow-wrap: anywhere }
td.when, td.step, td.from { white-space: nowrap }
.quiet, td.from { color: var(--quiet) }
nav { display: flex; gap: 1.25rem; margin-block: 1.25rem .75rem }
nav [aria-current] { color: inherit; text-decoration: none; font-weight: 700 }
iframe { inline-size: 100%; block-size: 75vh; border: 1px solid var(--line); background: #fff }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--tape); border: 1px solid var(--line); padding: 1rem; margin: 0 }
@media (max-width: 48rem) {
  .list, .list tbody, .list tr, .list td { display: block }
  .list thead { display: none }
  .list tr { border-block-end: 1px solid var(--line); padding-block: .5rem }
  .list td { border: 0; padding-block: .1rem }
}
`
