/** A song from its first bar down to its last: sections as high as they are long, parts as columns, or one bar of energy. */
import * as v from 'valibot'
import { minutesAndSeconds, sectionSeconds } from '../formulas/music.ts'
import { type Drawing, innerWidth, margin, top } from '../frame.ts'
import { defineKind, figure, number, words } from '../kind.ts'
import { centred, line, lineHeight, lines, polyline, rect, text } from '../paint.ts'
import { wrapWords } from '../text-width.ts'

const cell = v.union([
  v.picklist(['full', 'half', 'light', 'none']),
  v.strictObject({ fill: v.optional(v.picklist(['full', 'half', 'light', 'none']), 'none'), text: words }),
])

export const song = defineKind(
  {
    bpm: v.optional(number),
    beatsPerBar: v.optional(number, 4),
    unit: v.optional(number, 5),
    /** Counted bars of each section and its length in seconds, or only its bars. */
    show: v.optional(v.picklist(['bars', 'seconds', 'start', 'time']), 'seconds'),
    labelWidth: v.optional(number, 214),
    parts: v.optional(v.array(v.strictObject({ name: words, band: v.optional(words) })), []),
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
    energyLabel: v.optional(words),
    tempos: v.optional(v.array(number), []),
    key: v.optional(v.array(words), []),
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
  readonly show: 'bars' | 'seconds' | 'start' | 'time'
  readonly labelWidth: number
  readonly parts: readonly { name: string; band?: string }[]
  readonly sections: readonly Section[]
  readonly events: readonly { bar: number; text: string }[]
  readonly energyLabel?: string
  readonly tempos: readonly number[]
  readonly key: readonly string[]
  readonly notes: readonly string[]
}

function drawSong(data: Song): Drawing {
  const left = margin + data.labelWidth
  const width = margin + innerWidth - left
  const headed = drawHeads(data, left, width)
  let body = headed.body
  let y = headed.bottom
  let bar = 1
  const energies: [number, number][] = []
  const barTops: { first: number; y: number }[] = []
  for (const section of data.sections) {
    bar = section.firstBar ?? bar
    const height = Math.max(section.bars * data.unit, lineHeight + 8)
    barTops.push({ first: bar, y })
    body += drawSection(section, { first: bar, y, height, left, width }, data)
    if (section.energy !== undefined) energies.push([left + (width * section.energy) / 5, y + height / 2])
    bar += section.bars
    y += height
  }
  body += line(margin, y, margin + innerWidth, y, 'hair')
  if (energies.length > 1) body += polyline(energies, 'red')
  for (const event of data.events) body += drawEvent(event, barTops, data.unit, left, width)
  return drawFoot(data, body, y + 12)
}

function drawHeads(data: Song, left: number, width: number): Drawing {
  if (data.parts.length === 0)
    return data.energyLabel === undefined
      ? { body: '', bottom: top }
      : { body: text(left, top + 20, data.energyLabel, 'q'), bottom: top + lineHeight + 10 }
  const step = width / data.parts.length
  const bands = data.parts.map((part) => part.band)
  const hasBands = bands.some((band) => band !== undefined)
  let body = ''
  for (const [index, part] of data.parts.entries()) {
    if (part.band !== undefined && bands[index - 1] !== part.band) {
      const count = bands.filter((band) => band === part.band).length
      const x = left + step * index
      body += text(x + 3, top + 20, part.band, 'q') + line(x + 3, top + 30, x + step * count - 5, top + 30, 'thin')
    }
    body += text(left + step * (index + 0.5) - 2, top + (hasBands ? 58 : 20), part.name, 'm b')
  }
  return { body, bottom: top + (hasBands ? 38 : 0) + lineHeight + 6 }
}

interface Place {
  readonly first: number
  readonly y: number
  readonly height: number
  readonly left: number
  readonly width: number
}

function drawSection(section: Section, at: Place, data: Song): string {
  const { first, y, height, left, width } = at
  let body = line(margin, y, margin + innerWidth, y, 'hair')
  const details = sectionDetails(section, first, data)
  const isTall = height >= 2 * lineHeight + 6
  body += text(margin, y + (isTall ? 25 : height / 2 + 8), section.name, 'b')
  body += isTall ? text(margin, y + 53, details, 'q') : text(left - 14, y + height / 2 + 8, details, 'e q')
  if (section.energy !== undefined) {
    body +=
      rect({ x: left, y: y + 3, width: (width * section.energy) / 5, height: height - 6 }, 'pattern:hatch') +
      rect({ x: left, y: y + 3, width: (width * section.energy) / 5, height: height - 6 }, 'thin')
    if (section.energy < 5)
      body += text(left + (width * section.energy) / 5 + 12, y + height / 2 + 8, figure(section.energy), 'n h')
    else body += text(left + width - 12, y + height / 2 + 8, figure(section.energy), 'e n h')
  }
  if (section.text !== undefined) {
    const seconds = sectionSeconds(section.bars, data.beatsPerBar, data.bpm ?? 120)
    const wrapped = wrapWords(
      section.text.replace('{seconds}', figure(seconds, seconds % 1 === 0 ? 0 : 1)),
      width - 20,
      section.heavy ? 'bold' : 'sans',
    )
    const box = { x: left, y: y + 2, width, height: height - 4 }
    body +=
      rect(box, section.heavy ? 'heavy' : 'box') +
      lines(left + 10, y + height / 2 + 8 - ((wrapped.length - 1) * lineHeight) / 2, wrapped, section.heavy ? 'b' : '')
  }
  const step = width / Math.max(1, data.parts.length)
  for (const [index, one] of section.cells.entries())
    body += drawCell(one, { x: left + step * index, y: y + 2, width: step - 4, height: height - 4 })
  return body
}

function sectionDetails(section: Section, first: number, data: Song): string {
  const last = first + section.bars - 1
  const seconds = (bars: number) => sectionSeconds(bars, data.beatsPerBar, data.bpm ?? 120)
  if (data.show === 'bars') return first === last ? `bar ${first}` : `${first}-${last}`
  const exact = seconds(section.bars)
  if (data.show === 'seconds') return `${section.bars} bars, ${figure(exact, exact % 1 === 0 ? 0 : 1)} s`
  const start = seconds(first - 1)
  if (data.show === 'time') return `${section.bars}, ${figure(start, start === 0 ? 0 : 1)} s`
  return `${section.bars} bars, ${minutesAndSeconds(start)}`
}

function drawCell(one: Cell, box: { x: number; y: number; width: number; height: number }): string {
  const fill = typeof one === 'string' ? one : one.fill
  const style = { full: 'ink', half: 'pattern:hatch', light: 'pattern:dots', none: '' }[fill]
  const frame = fill === 'none' ? '' : rect(box, style) + rect(box, 'thin')
  if (typeof one === 'string') return frame
  return frame + centred(box, one.text, fill === 'full' ? 'x b' : 'h')
}

function drawEvent(
  event: { bar: number; text: string },
  tops: readonly { first: number; y: number }[],
  unit: number,
  left: number,
  width: number,
): string {
  const section = tops.findLast(({ first }) => first <= event.bar) ?? { first: 1, y: top }
  const y = section.y + (event.bar - section.first) * unit
  return line(left - 8, y, left + width, y, 'red dash') + text(left + width - 12, y - 10, event.text, 'e r h')
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
  for (const entry of data.key) {
    const [fill = 'none', label = ''] = entry.split(/: (.*)/s)
    body += drawCell(fill as 'full', { x: margin, y: y + 6, width: 40, height: 20 }) + text(margin + 54, y + 24, label)
    y += 34
  }
  const wrapped = data.notes.flatMap((note) => wrapWords(note, innerWidth))
  body += lines(margin, y + 24, wrapped, 'q')
  return { body, bottom: y + wrapped.length * lineHeight + (wrapped.length > 0 ? 6 : -8) }
}
