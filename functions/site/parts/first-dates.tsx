/** The first steps with their dates, for somebody who has not confirmed yet. The minute is not known before that. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import type { ForecastStep } from '../../domain/forecast.ts'
import type { Pace } from '../../domain/pace.ts'
import { durationShort } from '../words/duration.ts'
import { dayNames } from '../words/weekdays.ts'
import { datesIn, placeOf } from '../words/when.ts'
import { stageClass } from './tape.tsx'

interface FirstDatesProps {
  readonly compiled: CompiledPath
  readonly steps: readonly ForecastStep[]
  readonly pace: Pace
  readonly now: number
}

export function FirstDates({ compiled, steps, pace, now }: FirstDatesProps) {
  const dates = datesIn(pace.zone, now)
  const [first, ...later] = steps
  if (first === undefined) return null
  return (
    <section aria-labelledby="first-dates">
      <h2 id="first-dates" tabindex={-1}>
        Your first dates
      </h2>
      <p>
        {paceWords(pace)} The dates hold if you confirm today, {dates.day(now)}. Everything can be changed later.
      </p>
      <ol class="what-comes">
        <Row compiled={compiled} step={first.step} when="when you confirm" />
        {later.map(({ step, dueAt }) => (
          <Row compiled={compiled} step={step} when={dates.day(dueAt)} />
        ))}
      </ol>
    </section>
  )
}

function Row({ compiled, step, when }: { compiled: CompiledPath; step: ForecastStep['step']; when: string }) {
  return (
    <li class={stageClass(compiled, step.stage)}>
      <span class="tape-edge"></span>
      <span class="number">{step.id}</span>
      <span>{step.title}</span>
      <span class="when">
        {when}
        {step.kind === 'finish' ? null : ` · ${durationShort(step.minutes)}`}
      </span>
    </li>
  )
}

const weekly = ['One lesson', 'Two lessons', 'Three lessons', 'Four lessons', 'Five lessons', 'Six lessons']

/** "Two lessons a week: Tuesday and Thursday, from 07:00 in Berlin." Said once for all the dates. */
function paceWords({ days, time, zone }: Pace): string {
  const hour = `from ${time} ${placeOf(zone)}`
  const amount = weekly[days.length - 1]
  return amount === undefined ? `A lesson every day, ${hour}.` : `${amount} a week: ${dayNames(days)}, ${hour}.`
}
