/**
 * The image of a certificate, for sharing: tape, name, the lane of the stage. As SVG with the name for who has the page,
 * and without it as the content step's PNG, which networks show beside a link.
 */

export interface Card {
  readonly letters: string
  readonly title: string
  readonly pathTitle: string
  /** "27 hours" */
  readonly hours: string
  readonly regions: readonly CardRegion[]
  /** Undefined on the one that is drawn before there is anybody. */
  readonly person?: { readonly name: string; readonly issued: string; readonly site: string }
}

interface CardRegion {
  readonly minutes: number
  /** Counted from 0: its colour. */
  readonly stage: number
}

const cardSize = { width: 1200, height: 630 } as const

/** Of the pages in light theme (style/colours.css). An image has no theme of its own. */
const paper = '#f2ecdf'
const ink = '#2a2926'
const soft = '#5c574d'
const tape = '#fffcf2'
const stageColours = ['#1c5a78', '#7d4e00', '#3a6226', '#66469a', '#9c3628'] as const
const serif = 'Charter, Bitstream Charter, Sitka Text, Cambria, DejaVu Serif, serif'
const mono = 'ui-monospace, SF Mono, Cascadia Mono, Liberation Mono, DejaVu Sans Mono, monospace'

const margin = 90
const inner = cardSize.width - 2 * margin
const nameSizeMost = 84
const monoWidth = 0.62
/** A serif's letters are about half as wide as high; those of East Asian scripts are as wide. */
const letterWidth = (letter: string) => (/[\u1100-\uffdc]/u.test(letter) ? 1 : 0.54)

export function cardSvg({ letters, title, pathTitle, hours, regions, person }: Card): string {
  const { width, height } = cardSize
  const label = `${letters}  ${title} · certificate`.toUpperCase()
  const labelSize = Math.min(30, (inner - 60) / (label.length * monoWidth * 1.08))
  const labelWidth = label.length * labelSize * monoWidth * 1.08 + 60
  const colour = stageColours[(regions[0]?.stage ?? 0) % stageColours.length] ?? ink
  const name = person?.name ?? title
  const nameSize = Math.min(nameSizeMost, inner / [...name].reduce((sum, letter) => sum + letterWidth(letter), 1))
  const first = person ? `${title}, ${hours} of work` : `${hours} of work`
  const lines = [person && title === pathTitle ? `The whole path, ${hours} of work` : first]
  if (title !== pathTitle) lines.push(`A stage of ${pathTitle}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escaped(person ? `${person.name}: certificate of ${title}` : `Certificate of ${title}`)}</title>
<rect width="${width}" height="${height}" fill="${paper}"/>
<path fill="${tape}" d="M${margin} 78h${labelWidth.toFixed(1)}l-6 12 4 11-6 13 4 12-3 14H${margin}z"/>
<rect x="${margin}" y="78" width="10" height="62" fill="${colour}"/>
<text x="${margin + 32}" y="119" font-family="${mono}" font-size="${labelSize.toFixed(1)}" font-weight="700" textLength="${(labelWidth - 60).toFixed(1)}" lengthAdjust="spacingAndGlyphs" fill="${ink}" xml:space="preserve">${escaped(label)}</text>
<text x="${margin}" y="272" font-family="${serif}" font-size="${nameSize.toFixed(1)}" font-weight="700" fill="${ink}">${escaped(name)}</text>
${lines.map((line, index) => `<text x="${margin}" y="${338 + index * 46}" font-family="${serif}" font-size="34" fill="${soft}">${escaped(line)}</text>`).join('\n')}
${lane(regions)}
${person ? `<text x="${margin}" y="556" font-family="${mono}" font-size="22" fill="${soft}">${escaped(`${person.issued} · ${person.site}`)}</text>` : ''}
</svg>
`
}

/** The regions of the stage, or of the whole path, as on the arrangement. */
function lane(regions: readonly CardRegion[]): string {
  const whole = regions.reduce((sum, { minutes }) => sum + minutes, 0)
  let before = 0
  return regions
    .map(({ minutes, stage }) => {
      const x = margin + (inner * before) / whole
      const width = (inner * minutes) / whole
      before += minutes
      const colour = stageColours[stage % stageColours.length]
      return (
        `<rect x="${x.toFixed(1)}" y="442" width="${Math.max(1, width - 2).toFixed(1)}" height="44" fill="${ink}"/>` +
        `<rect x="${x.toFixed(1)}" y="490" width="${(width + 0.5).toFixed(1)}" height="8" fill="${colour}"/>`
      )
    })
    .join('\n')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
