/** The arrangement on a wide screen: time runs to the right. */
import { stageClassAt } from '../parts/tape.tsx'
import { durationShort } from '../words/duration.ts'
import { laneDates, type Marks, regionClass, regionWords } from './marks.ts'
import type { Lane, Timeline } from './timeline.ts'

// Heights in pixels, widths in per cent: only time is stretched to the screen, type is not.
const rulerHeight = 30
const laneHeight = 54
const regionHeight = 24
const edgeHeight = 6

export function Lengthwise({ timeline, marks }: { timeline: Timeline; marks?: Marks | undefined }) {
  const at = (minutes: number) => `${((100 * minutes) / timeline.minutes).toFixed(3)}%`
  const height = rulerHeight + timeline.lanes.length * laneHeight
  return (
    <svg class="lengthwise" width="100%" height={height} aria-hidden="true">
      <line class="hair" x1="0" x2="100%" y1={rulerHeight - 8} y2={rulerHeight - 8} />
      {timeline.lanes.map((lane) => (
        <svg x={at(lane.start)} y="0" overflow="visible" width="1" height={height} aria-hidden="true">
          <line class="tick" x1="0" x2="0" y1={rulerHeight - 12} y2={rulerHeight - 8} />
          <text class="hours" x={lane.start === 0 ? 0 : -4} y={rulerHeight - 16}>
            {Math.round(lane.start / 60)} h
          </text>
        </svg>
      ))}
      <text class="hours end" x="100%" y={rulerHeight - 16}>
        {Math.round(timeline.minutes / 60)} h
      </text>
      {timeline.lanes.map((lane, index) => (
        <svg
          y={rulerHeight + index * laneHeight}
          width="100%"
          height={laneHeight}
          overflow="visible"
          aria-hidden="true"
        >
          <LaneRow lane={lane} index={index} at={at} timeline={timeline} marks={marks} />
        </svg>
      ))}
      {marks ? <Playhead at={at(marks.playhead)} late={marks.playhead > timeline.minutes / 2} height={height} /> : null}
    </svg>
  )
}

interface LaneRowProps {
  readonly lane: Lane
  readonly index: number
  readonly at: (minutes: number) => string
  readonly timeline: Timeline
  readonly marks: Marks | undefined
}

function LaneRow({ lane, index, at, timeline, marks }: LaneRowProps) {
  const end = lane.start + lane.minutes
  // The name stands where the lane is empty.
  const nameFirst = lane.start > timeline.minutes - end
  const dates = laneDates(lane.regions, marks)
  return (
    <g class={stageClassAt(index)}>
      {lane.regions.map((region) => (
        <rect
          class={`region ${regionClass(region, marks)}`}
          x={at(region.start)}
          width={at(region.step.minutes)}
          y="0.5"
          height={regionHeight - 1}
        >
          <title>{regionWords(region, marks)}</title>
        </rect>
      ))}
      {lane.regions
        .filter(({ step }) => step.written)
        .map(({ start }) => (
          <line class="cut" x1={at(start)} x2={at(start)} y1="0" y2={regionHeight} />
        ))}
      <line
        class="edge"
        x1={at(lane.start)}
        x2={at(end)}
        y1={regionHeight + edgeHeight / 2}
        y2={regionHeight + edgeHeight / 2}
      />
      {lane.gateAt === undefined ? null : <Gate x={at(lane.gateAt)} />}
      <svg x={at(nameFirst ? lane.start : end)} overflow="visible" width="1" height="1" aria-hidden="true">
        <text class={nameFirst ? 'lane end' : 'lane'} x={nameFirst ? -14 : 20} y="14">
          <tspan class="letter">{lane.stage.letter}</tspan> {lane.stage.name}
          <tspan class="hours"> {durationShort(lane.minutes)}</tspan>
        </text>
        {dates ? (
          <text class={nameFirst ? 'lane hours end' : 'lane hours'} x={nameFirst ? -14 : 20} y="32">
            {dates}
          </text>
        ) : null}
      </svg>
    </g>
  )
}

/** Like a fermata: hold here until the project is handed in. */
function Gate({ x }: { x: string }) {
  return (
    <svg class="gate" x={x} y="0" overflow="visible" width="1" height="1" aria-hidden="true">
      <path d="M-15-3a7 7 0 0 1 14 0" />
      <circle cx="-8" cy="-4" r="1.6" />
    </svg>
  )
}

function Playhead({ at, late, height }: { at: string; late: boolean; height: number }) {
  return (
    <svg class="playhead" x={at} overflow="visible" width="1" height={height} aria-hidden="true">
      <path d="M-6 22h12l-6 8z" />
      <line x1="0" x2="0" y1="22" y2={height - 12} />
      <text class={late ? 'end' : ''} x={late ? -10 : 10} y={height - 14}>
        you are here
      </text>
    </svg>
  )
}
