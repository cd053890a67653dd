/**
 * How mails look: the colours of the pages (functions/site/style/colours.css), one column, the tape label. Light colours
 * are inlined; dark ones override them where a client honours `prefers-color-scheme`. Where a client inverts by itself
 * every pair of colours stays readable, because each text has its ground set beside it and none is a picture.
 */

const reading = "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, serif"
const label = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace"

/** The edges of the tape labels, by the stage's place in the path. */
export const stageColours = ['#1c5a78', '#7d4e00', '#3a6226', '#66469a', '#9c3628'] as const

/** Off-white in both themes, as tape is. */
export const tapeColour = '#fffcf2'
/** On tape and on light paper. */
export const inkColour = '#2a2926'

export const light = { paper: '#f2ecdf', text: inkColour, quiet: '#5c574d', link: '#1f4f8f', line: '#d2c9b7' } as const
export const dark = {
  paper: '#1d1e1f',
  text: '#e4ddcd',
  quiet: '#aea796',
  link: '#9cc2ff',
  line: '#3d3d3b',
  tape: '#e8e1cf',
} as const

/** Inlined into every element it matches. */
export const mailStyle = `
body { margin: 0; padding: 0; width: 100%; }
.paper { background-color: ${light.paper}; color: ${light.text}; }
.preheader { display: none; font-size: 1px; line-height: 1px; color: ${light.paper}; }
.outer { padding: 24px 16px; }
.column { width: 100%; max-width: 600px; }
.text { font-family: ${reading}; font-size: 18px; line-height: 1.55; text-align: left; color: ${light.text}; }
.tape { background-color: ${tapeColour}; border: 1px solid ${light.line}; }
.edge { width: 6px; font-size: 1px; line-height: 1px; }
.tape-text { padding: 10px 14px; }
h1 { margin: 0; font-family: ${label}; font-size: 16px; line-height: 1.4; font-weight: 700; letter-spacing: 0.06em; text-transform: uppercase; color: ${light.text}; }
.stage { margin: 8px 0 24px 0; font-family: ${label}; font-size: 14px; line-height: 1.4; color: ${light.quiet}; }
h2 { margin: 36px 0 8px 0; font-family: ${reading}; font-size: 22px; line-height: 1.3; font-weight: 700; }
h3 { margin: 24px 0 8px 0; font-family: ${reading}; font-size: 18px; line-height: 1.4; font-weight: 700; }
p { margin: 0 0 16px 0; }
ol, ul { margin: 0 0 16px 0; padding: 0 0 0 28px; }
li { margin: 0 0 8px 0; }
blockquote { margin: 0 0 16px 0; padding: 0 0 0 16px; border-left: 2px solid ${light.line}; }
a { color: ${light.link}; text-decoration: underline; }
code { font-family: ${label}; font-size: 15px; }
pre { margin: 0 0 16px 0; padding: 12px; border: 1px solid ${light.line}; font-size: 15px; line-height: 1.45; white-space: pre-wrap; }
.whole { white-space: nowrap; }
hr { margin: 48px 0 0 0; border: 0; border-top: 1px solid ${light.line}; }
img { display: block; width: 100%; max-width: 600px; height: auto; border: 0; }
.note { font-size: 16px; color: ${light.quiet}; }
.aside { font-size: 16px; color: ${light.quiet}; }
.aside em { font-style: normal; }
.done-when { padding: 0 0 0 14px; border-left: 3px solid ${light.text}; }
.data { width: 100%; margin: 0 0 20px 0; border-collapse: collapse; font-size: 15px; line-height: 1.4; }
.data th { padding: 6px 10px 6px 0; border-bottom: 2px solid ${light.quiet}; text-align: left; vertical-align: bottom; font-weight: 700; }
.data td { padding: 6px 10px 6px 0; border-bottom: 1px solid ${light.line}; text-align: left; vertical-align: top; }
.data thead td { border-bottom: 2px solid ${light.quiet}; }
.data code { font-size: 13px; }
.data .right { text-align: right; }
.data .center { text-align: center; }
.button-row { margin: 24px 0; }
.button { background-color: ${light.text}; }
.press { display: block; padding: 14px 22px; font-family: ${reading}; font-size: 18px; line-height: 1.3; font-weight: 700; color: ${tapeColour}; text-decoration: none; }
.footer { margin: 48px 0 0 0; padding: 16px 0 0 0; border-top: 1px solid ${light.line}; }
.footer p { margin: 0 0 10px 0; font-size: 15px; line-height: 1.5; color: ${light.quiet}; }
`

/** Stays in the head, for clients that read it: no last word alone, narrow screens, and dark ones, where the tape stays light. */
export const screenStyle = `
@media screen {
  h1, h2 { text-wrap: balance; }
}
@media (max-width: 480px) {
  .outer { padding: 16px 12px !important; }
  .data { font-size: 13px !important; }
  .data th, .data td { padding: 5px 8px 5px 0 !important; }
  .data th, .data code { font-size: 12px !important; }
  .data th { hyphens: auto; overflow-wrap: break-word; }
  pre { padding: 8px !important; }
  pre, pre code { font-size: 11px !important; }
  code { overflow-wrap: anywhere; }
}
@media (prefers-color-scheme: dark) {
  .paper { background-color: ${dark.paper} !important; }
  .tape-text { background-color: ${dark.tape} !important; }
  .text, .text h2, .text h3, .text p, .text li, .data { color: ${dark.text} !important; }
  .text .note, .text .aside, .footer p, .text .stage { color: ${dark.quiet} !important; }
  .text a { color: ${dark.link} !important; }
  .done-when { border-color: ${dark.text} !important; }
  .button { background-color: ${dark.text} !important; }
  .text .press { color: ${dark.paper} !important; }
  .data td, .data th, .footer, hr, pre, blockquote { border-color: ${dark.line} !important; }
}
`
