/** What comes when, as a list: id, title, minutes, date; and where the clocks change between two dates. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import { findStep, type StepId } from '../../domain/path.ts'
import type { ForecastStep } from '../ports.ts'
import { type ClockChange, clockChanges } from '../words/clock-changes.ts'
import { durationShort } from '../words/duration.ts'
import type { DateWords } from '../words/when.ts'
import { stageClass } from './tape.tsx'

interface WhatComesProps {
  readonly compiled: CompiledPath
  readonly ahead: readonly ForecastStep[]
  readonly dates: DateWords
  /** What is to be said of a step beside its title: "new". */
  readonly notes?: ReadonlyMap<StepId, string>
}

/** Enough to plan by; the rest is one press away. */
const shownAtOnce = 8

export function WhatComes({ compiled, ahead, dates, notes = new Map() }: WhatComesProps) {
  const rest = ahead.slice(shownAtOnce)
  const last = ahead.at(-1)
  return (
    <>
      <p class="quiet">Times are by the clock {dates.place}, at most one mail a day.</p>
      <Rows {...{ compiled, dates, notes }} ahead={ahead.slice(0, shownAtOnce)} />
      {rest.length > 0 && last ? (
        <details class="more">
          <summary>
            {rest.length} more, to {dates.day(last.dueAt)}
          </summary>
          <Rows {...{ compiled, dates, notes }} ahead={rest} after={ahead[shownAtOnce - 1]} />
        </details>
      ) : null}
    </>
  )
}

type RowsProps = Required<WhatComesProps> & { readonly after?: ForecastStep | undefined }

function Rows({ compiled, ahead, dates, notes, after }: RowsProps) {
  return (
    <ol class="what-comes">
      {ahead.map(({ step: id, dueAt }, index) => {
        const step = findStep(compiled.path, id)
        if (step === undefined) return null
        const before = ahead[index - 1] ?? after
        const changes = before ? clockChanges(dates.zone, before.dueAt, dueAt) : []
        const note = notes.get(id)
        return (
          <>
            {changes.map((change) => (
              <Change change={change} dates={dates} />
            ))}
            <li class={stageClass(compiled, step.stage)}>
              <span class="tape-edge"></span>
              <span class="number">{id}</span>
              <span>
                {step.title} {note ? <small>{note}</small> : null}
              </span>
              <span class="when">
                <time datetime={new Date(dueAt).toISOString()}>{dates.shortMoment(dueAt)}</time>
                {step.kind === 'finish' ? null : ` · ${durationShort(step.minutes)}`}
              </span>
            </li>
          </>
        )
      })}
    </ol>
  )
}

function Change({ change, dates }: { change: ClockChange; dates: DateWords }) {
  return (
    <li class="clocks">
      {dates.day(change.at)}: clocks {dates.place} go {change.words}. The lessons keep their hour by them.
    </li>
  )
}
