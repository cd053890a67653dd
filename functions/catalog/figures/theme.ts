/**
 * Colours and type of the figures: those of the pages (functions/site/style/colours.css). The page's SVG carries them as
 * custom properties and follows the reader's theme; for a PNG they are written out, because its renderer knows no `var()`.
 */

export const themes = {
  light: {
    paper: '#f2ecdf',
    field: '#fbf7ec',
    ink: '#2a2926',
    soft: '#5c574d',
    hair: '#d2c9b7',
    line: '#7d7566',
    red: '#a8281b',
    tape: '#fffcf2',
    stage1: '#1c5a78',
    stage2: '#7d4e00',
    stage3: '#3a6226',
    stage4: '#66469a',
    stage5: '#9c3628',
  },
  dark: {
    paper: '#1d1e1f',
    field: '#282929',
    ink: '#e4ddcd',
    soft: '#aea796',
    hair: '#3d3d3b',
    line: '#8a8374',
    red: '#ff8d78',
    tape: '#e8e1cf',
    stage1: '#7fb9d9',
    stage2: '#dfae55',
    stage3: '#9cc57d',
    stage4: '#c2a8e6',
    stage5: '#f19a82',
  },
} as const

export type Theme = keyof typeof themes
type Colour = keyof (typeof themes)['light']

/** Tape and keys are off-white in both themes, so what is written on them does not change. */
export const tapeInk = themes.light.ink
const tapeEdges = ['stage1', 'stage2', 'stage3', 'stage4', 'stage5'] as const

export const canvasWidth = 640
export const textSize = 22

const families = {
  sans: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", Menlo, Consolas, monospace',
}
/** As the bundled fonts call themselves; only the condensed cut is loaded, so the name finds that one. */
const bundledFamilies = { sans: '"DejaVu Sans"', mono: '"DejaVu Sans Mono"' }

/** Answers: the style sheet of a figure, for pages or for one theme. Every rule is kept inside the figure by its class. */
export function figureStyle(theme: Theme | 'both'): string {
  const colour = (name: Colour) => (theme === 'both' ? `var(--${name})` : themes[theme][name])
  const family = theme === 'both' ? families : bundledFamilies
  const properties = (of: Theme) => Object.entries(themes[of]).map(([name, value]) => `--${name}:${value}`)
  const variables =
    theme === 'both'
      ? `.fig{${properties('light').join(';')}}
@media (prefers-color-scheme:dark){.fig{${properties('dark').join(';')}}}
@media print{.fig{${properties('light').join(';')};--paper:#fff}}
`
      : ''
  const strokes = tapeEdges.map((name, index) => `.fig .s${index + 1}{stroke:${colour(name)};fill:none}`)
  const fills = tapeEdges.map((name, index) => `.fig .f${index + 1}{fill:${colour(name)}}`)
  const edges = tapeEdges.map((name, index) => `.fig .edge${index + 1}{fill:${themes.light[name]}}`)
  return `${variables}.fig text{font-family:${family.sans};font-size:${textSize}px;fill:${colour('ink')}}
.fig .b{font-weight:700}
.fig .n{font-family:${family.mono}}
.fig .q{fill:${colour('soft')}}
.fig .x{fill:${colour('paper')}}
.fig .r{fill:${colour('red')}}
.fig .m{text-anchor:middle}
.fig .e{text-anchor:end}
.fig .h{paint-order:stroke;stroke:${colour('paper')};stroke-width:7px;stroke-linejoin:round}
.fig .paper{fill:${colour('paper')}}
.fig .field{fill:${colour('field')}}
.fig .ink{fill:${colour('ink')}}
.fig .tape{fill:${colour('tape')}}
.fig .key{fill:${colour('tape')};stroke:${colour('line')};stroke-width:2px}
.fig .blackkey{fill:${tapeInk};stroke:${colour('line')};stroke-width:2px}
.fig .k{fill:${tapeInk}}
.fig .w{fill:${colour('tape')}}
.fig .label{font-family:${family.mono};font-weight:700;letter-spacing:1px;fill:${tapeInk}}
.fig .hair{stroke:${colour('hair')};stroke-width:1.5px;fill:none}
.fig .line{stroke:${colour('line')};stroke-width:2px;fill:none}
.fig .bold{stroke:${colour('ink')};stroke-width:3px;fill:none}
.fig .thin{stroke:${colour('ink')};stroke-width:2px;fill:none}
.fig .red{stroke:${colour('red')};stroke-width:2.5px;fill:none}
.fig .redfill{fill:${colour('red')}}
.fig .linefill{fill:${colour('line')}}
.fig .box{fill:${colour('field')};stroke:${colour('line')};stroke-width:2px}
.fig .hollow{fill:${colour('paper')};stroke:${colour('line')};stroke-width:2px}
.fig .heavy{fill:${colour('field')};stroke:${colour('ink')};stroke-width:3px}
.fig .dash{stroke-dasharray:9 6}
.fig .dot{stroke-dasharray:2 5}
.fig .mixed{stroke-dasharray:16 5 3 5}
.fig .curve{stroke-width:3.5px;stroke-linejoin:round}
${[...strokes, ...fills, ...edges].join('\n')}`
}
