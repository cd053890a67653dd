/** A song from its first bar down to its last: sections as high as they are long, parts as columns, or one bar of energy. */
import * as v from 'valibot'
import { minutesAndSeconds, sectionSeconds } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { assertRoom, centred, circle, line, lineHeight, lines, rect, text, widthOf } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const cell = v.union([
  v.picklist(['full', 'half', 'light', 'plain', 'none']),
  v.strictObject({ fill: v.optional(v.picklist(['full', 'half', 'light', 'plain', 'none']), 'none'), text: words }),
])

export const song = defineKind(
  {
    bpm: v.optional(number),
    beatsPerBar: v.optional(number, 4),
    unit: v.optional(number, 5),
    /** Under each name its first and last bar, or how many bars it has and when it begins. */
    show: v.optional(v.picklist(['bars', 'time', 'none']), 'bars'),
    labelWidth: v.optional(number, 214),
    parts: v.optional(v.array(v.strictObject({ name: words })), []),
    sections: v.array(
      v.strictObject({
        name: words,
        bars: number,
        /** Where the numbering jumps: the first bar. */
        firstBar: v.optional(number),
        cells: v.optional(v.array(cell), []),
        energy: v.optional(number),
        text: v.optional(words),
        heavy: v.optional(v.boolean(), false),
      }),
    ),
    events: v.optional(v.array(v.strictObject({ bar: number, text: words })), []),
    /** A number in a disc at its bar, explained in the notes. */
    marks: v.optional(v.array(v.strictObject({ bar: number, text: words })), []),
    energyLabel: v.optional(words),
    tempos: v.optional(v.array(number), []),
    notes: v.optional(v.array(words), []),
  },
  (data): Drawing => drawSong(data as Song),
)

type Cell = v.InferOutput<typeof cell>
interface Section {
  readonly name: string
  readonly bars: number
  readonly firstBar?: number
  readonly cells: readonly Cell[]
  readonly energy?: number
  readonly text?: string
  readonly heavy: boolean
}
interface Song {
  readonly bpm?: number
  readonly beatsPerBar: number
  readonly unit: number
  readonly show: 'bars' | 'time' | 'none'
  readonly labelWidth: number
  readonly parts: readonly { name: string }[]
  readonly sections: readonly Section[]
  readonly events: readonly { bar: number; text: string }[]
  readonly marks: readonly { bar: number; text: string }[]
  readonly energyLabel?: string
  readonly tempos: readonly number[]
  readonly notes: readonly string[]
}

function drawSong(data: Song): Drawing {
  const left = margin + data.labelWidth
  const width = margin + innerWidth - left
  const headed = drawHeads(data, left, width)
  let body = headed.body
  let y = headed.bottom
  let bar = 1
  const placed: Placed[] = []
  for (const section of data.sections) {
    bar = section.firstBar ?? bar
    const height = Math.max(section.bars * data.unit, lineHeight + 8)
    placed.push({ first: bar, bars: section.bars, y, height })
    body += drawSection(section, { first: bar, y, height, left, width }, data)
    bar += section.bars
    y += height
  }
  body += line(margin, y, margin + innerWidth, y, 'hair')
  for (const event of data.events) {
    const at = heightOf(event.bar, placed)
    body += line(left - 8, at, left + width, at, 'red dash') + text(left + width - 12, at - 10, event.text, 'e r h')
  }
  for (const mark of data.marks) {
    const at = heightOf(mark.bar, placed)
    body += circle(left - 18, at, 15, 'ink') + text(left - 18, at + 8, mark.text, 'm b x')
  }
  return drawFoot(data, body, y + 12)
}

function drawHeads(data: Song, left: number, width: number): Drawing {
  if (data.parts.length === 0)
    return data.energyLabel === undefined
      ? { body: '', bottom: top }
      : { body: text(left, top + 20, data.energyLabel, 'q'), bottom: top + lineHeight + 10 }
  const step = width / data.parts.length
  const names = data.parts.map((part, index) => text(left + step * (index + 0.5) - 2, top + 20, part.name, 'm'))
  return { body: names.join(''), bottom: top + lineHeight + 6 }
}

interface Place {
  readonly first: number
  readonly y: number
  readonly height: number
  readonly left: number
  readonly width: number
}

function drawSection(section: Section, at: Place, data: Song): string {
  const { y, height, left, width } = at
  const step = width / Math.max(1, data.parts.length)
  const cells = section.cells.map((one, index) =>
    drawCell(one, { x: left + step * index, y: y + 2, width: step - 4, height: height - 4 }),
  )
  return (
    line(margin, y, margin + innerWidth, y, 'hair') +
    drawLabel(section, at, data) +
    drawEnergy(section, at) +
    drawWords(section, at, data) +
    cells.join('')
  )
}

function drawLabel(section: Section, { first, y, height, left }: Place, data: Song): string {
  const details = sectionDetails(section, first, data)
  const isTall = height >= 2 * lineHeight + 6
  if (isTall && details !== '') return text(margin, y + 25, section.name, 'b') + text(margin, y + 53, details, 'q')
  const middle = y + height / 2 + 8
  const needed = widthOf(section.name, 'b') + (details === '' ? 0 : widthOf(details) + 8)
  if (needed > left - margin - 6)
    throw new Error(`The label "${section.name} ${details}" is wider than \`labelWidth\`.`)
  // The discs of the marks stand between the words and the columns.
  const end = left - (data.marks.length > 0 ? 42 : 14)
  return text(margin, middle, section.name, 'b') + (details === '' ? '' : text(end, middle, details, 'e q'))
}

function drawEnergy({ energy }: Section, { y, height, left, width }: Place): string {
  if (energy === undefined) return ''
  // Half a step stays free for the number beside the longest bar.
  const bar = { x: left, y: y + 3, width: (width * energy) / 5.5, height: height - 6 }
  const number = text(bar.x + bar.width + 12, y + height / 2 + 8, figure(energy), 'n')
  return rect(bar, 'pattern:hatch') + rect(bar, 'thin') + number
}

function drawWords(section: Section, { y, height, left, width }: Place, data: Song): string {
  if (section.text === undefined) return ''
  const seconds = sectionSeconds(section.bars, data.beatsPerBar, data.bpm ?? 120)
  const said = section.text.replace('{seconds}', figure(seconds, seconds % 1 === 0 ? 0 : 1))
  const style = section.heavy ? 'b' : ''
  const wrapped = wrapWords(said, width - 20, section.heavy ? 'bold' : 'sans')
  assertRoom(said, wrapped, height - 4)
  const first = y + height / 2 + 8 - ((wrapped.length - 1) * lineHeight) / 2
  const box = { x: left, y: y + 2, width, height: height - 4 }
  return rect(box, section.heavy ? 'heavy' : 'box') + lines(left + 10, first, wrapped, style)
}

function sectionDetails(section: Section, first: number, data: Song): string {
  if (data.show === 'none') return ''
  const last = first + section.bars - 1
  if (data.show === 'bars') return first === last ? `bar ${first}` : `${first}-${last}`
  const start = sectionSeconds(first - 1, data.beatsPerBar, data.bpm ?? 120)
  return `${section.bars}, ${figure(start, start === 0 ? 0 : 1)} s`
}

function drawCell(one: Cell, box: { x: number; y: number; width: number; height: number }): string {
  const fill = typeof one === 'string' ? one : one.fill
  const style = { full: 'ink', half: 'pattern:hatch', light: 'pattern:dots', plain: 'field', none: '' }[fill]
  const frame = fill === 'none' ? '' : rect(box, style) + rect(box, 'thin')
  if (typeof one === 'string') return frame
  return frame + centred(box, one.text, fill === 'full' ? 'x b' : 'h')
}

interface Placed {
  readonly first: number
  readonly bars: number
  readonly y: number
  readonly height: number
}

/** Answers: where on the canvas does this bar begin? */
function heightOf(bar: number, placed: readonly Placed[]): number {
  const section = placed.findLast(({ first }) => first <= bar)
  return section === undefined ? top : section.y + (section.height * (bar - section.first)) / section.bars
}

function drawFoot(data: Song, plotted: string, from: number): Drawing {
  let body = plotted
  let y = from
  const bars = data.sections.reduce((sum, section) => sum + section.bars, 0)
  for (const bpm of data.tempos) {
    const total = sectionSeconds(bars, data.beatsPerBar, bpm)
    body +=
      text(margin, y + 24, `${bpm} BPM`, 'n') +
      rect({ x: margin + 110, y: y + 8, width: total * 1.35, height: 18 }, bpm === data.bpm ? 'ink' : 'box') +
      text(margin + 122 + total * 1.35, y + 24, minutesAndSeconds(total), 'n')
    y += 36
  }
  const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
  body += lines(margin, y + 24, wrapped, 'q')
  return { body, bottom: y + wrapped.length * lineHeight + (wrapped.length > 0 ? 6 : -8) }
}
