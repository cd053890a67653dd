/** The arrangement on a phone: turned by 90°, time runs down. */
import { stageClassAt } from '../parts/tape.tsx'
import { durationShort } from '../words/duration.ts'
import { laneDates, type Marks, regionClass, regionWords } from './marks.ts'
import { type Lane, laneAt, type Timeline } from './timeline.ts'

const pixelsPerMinute = 0.088
const headHeight = 22
const laneWidth = 34
const regionWidth = 24
const edgeWidth = 6
const gap = 1
const lineHeight = 18
/** Of "you are here", in pixels. */
const wordsWidth = 96
/** What fits beside the last lane on a screen of 320 pixels. */
const lettersPerLine = 17

export function Downwards({ timeline, marks }: { timeline: Timeline; marks?: Marks | undefined }) {
  const at = (minutes: number) => headHeight + minutes * pixelsPerMinute
  const height = at(timeline.minutes) + headHeight
  return (
    <svg class="downwards" width="100%" height={height} aria-hidden="true">
      {marks ? <Playhead y={at(marks.playhead)} lane={laneAt(timeline, marks.playhead)} /> : null}
      {timeline.lanes.map((lane, index) => (
        <LaneColumn lane={lane} index={index} at={at} marks={marks} />
      ))}
      <text class="hours" x="0" y={at(timeline.minutes) + lineHeight}>
        {Math.round(timeline.minutes / 60)} h
      </text>
    </svg>
  )
}

interface LaneColumnProps {
  readonly lane: Lane
  readonly index: number
  readonly at: (minutes: number) => number
  readonly marks: Marks | undefined
}

function LaneColumn({ lane, index, at, marks }: LaneColumnProps) {
  const x = index * laneWidth
  const end = lane.start + lane.minutes
  const dates = laneDates(lane.regions, marks)
  const lines = [...wrapped(lane.stage.name), durationShort(lane.minutes), ...(dates ? wrapped(dates) : [])]
  const nameLines = lines.length - (dates ? wrapped(dates).length : 0) - 1
  return (
    <g class={stageClassAt(index)}>
      {lane.regions.map((region) => (
        <rect
          class={`region ${regionClass(region, marks)}`}
          x={x + edgeWidth}
          y={at(region.start)}
          width={regionWidth}
          height={region.step.minutes * pixelsPerMinute - (region.step.written ? gap : 0)}
        >
          <title>{regionWords(region, marks)}</title>
        </rect>
      ))}
      <line class="edge" x1={x + edgeWidth / 2} x2={x + edgeWidth / 2} y1={at(lane.start)} y2={at(end) - gap} />
      {lane.gateAt === undefined ? null : (
        <svg
          class="gate"
          x={x + edgeWidth + regionWidth / 2}
          y={at(lane.gateAt) - gap}
          overflow="visible"
          width="1"
          height="1"
          aria-hidden="true"
        >
          <path d="M-7 12a7 7 0 0 1 14 0" />
          <circle cx="0" cy="11" r="1.6" />
        </svg>
      )}
      {lines.map((line, row) => (
        <text
          class={row < nameLines ? 'lane' : 'lane hours'}
          x={x + laneWidth + 8}
          y={at(lane.start) + 12 + row * lineHeight}
        >
          {row === 0 ? <tspan class="letter">{lane.stage.letter} </tspan> : null}
          {line}
        </text>
      ))}
    </g>
  )
}

/** Reaches across its own lane; its words stand where the lanes leave room. */
function Playhead({ y, lane }: { y: number; lane: number }) {
  const isRoomBefore = lane * laneWidth > wordsWidth
  return (
    <svg class="playhead" y={y} width="100%" height="1" overflow="visible" aria-hidden="true">
      <line x1={lane * laneWidth - edgeWidth / 2} x2={(lane + 1) * laneWidth} y1="0" y2="0" />
      <path d={`M${(lane + 1) * laneWidth} -5v10l-7-5z`} />
      <text class={isRoomBefore ? '' : 'end'} x={isRoomBefore ? 0 : '100%'} y="4">
        you are here
      </text>
    </svg>
  )
}

/** SVG text does not wrap by itself. */
function wrapped(words: string): readonly string[] {
  return words.split(' ').reduce<string[]>((lines, word) => {
    const line = lines.at(-1)
    if (line !== undefined && `${line} ${word}`.length <= lettersPerLine) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
    return lines
  }, [])
}
