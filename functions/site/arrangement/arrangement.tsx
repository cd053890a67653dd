/** The whole path as lanes of regions along time. The lists on the same page say the same in words. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import { Downwards } from './downwards.tsx'
import { Lengthwise } from './lengthwise.tsx'
import type { Marks } from './marks.ts'
import { timelineOf } from './timeline.ts'

export function Arrangement({ compiled, marks }: { compiled: CompiledPath; marks?: Marks }) {
  const timeline = timelineOf(compiled.plan)
  const { graceDays, afterwards } = compiled.path.gate
  const hasGates = timeline.lanes.some((lane) => lane.gateAt !== undefined)
  const isPartlyWritten = compiled.plan.some((stage) => stage.steps.some((step) => !step.written))
  return (
    <figure class="arrangement">
      <Lengthwise timeline={timeline} marks={marks} />
      <Downwards timeline={timeline} marks={marks} />
      <figcaption>
        A lane is a stage, a region is a step, and its length is the time it takes. The long region at the end of a lane
        is its project. {isPartlyWritten ? 'Hollow regions are announced and not written yet. ' : null}
        {hasGates ? <GateWords graceDays={graceDays} afterwards={afterwards} /> : null}
      </figcaption>
    </figure>
  )
}

function GateWords({ graceDays, afterwards }: CompiledPath['path']['gate']) {
  return (
    <>
      <svg class="gate" width="18" height="11" viewBox="-9 -9 18 11" aria-hidden="true">
        <path d="M-7 0a7 7 0 0 1 14 0" />
        <circle cx="0" cy="-1" r="1.6" />
      </svg>{' '}
      is a gate: the next stage opens when the project is done
      {afterwards === 'go-on' ? `, or ${graceDays} days after its brief if it is not.` : '.'}
    </>
  )
}
