/** What a press would do, before it does it: the dates before and after, and one button that saves. */
import type { Enrolment } from '../../../domain/enrolment.ts'
import type { Instant } from '../../../domain/instant.ts'
import type { Step } from '../../../domain/path.ts'
import type { Preview as Effects } from '../../../domain/preview.ts'
import { addresses } from '../../addresses.ts'
import { type Fields, listOf } from '../../forms/read-form.ts'
import { Tape } from '../../parts/tape.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import { type DateWords, datesIn } from '../../words/when.ts'
import type { Sight, Wish } from './control.ts'
import { type EffectRow, effectRows, sightOf } from './effect.ts'

/** What forms on "my path" hold beside their token. */
const carried = ['days', 'time', 'zone', 'until', 'step', 'stage'] as const

interface PreviewProps {
  readonly control: string
  readonly token: string
  readonly fields: Fields
  readonly sight: Sight
  readonly wish: Wish
  readonly effect: Effects
  /** It was pressed on something that is not so any more. */
  readonly isOvertaken: boolean
}

export function Preview({ control, token, fields, sight, wish, effect, isOvertaken }: PreviewProps) {
  return (
    <>
      <Tape label="My path" words="before and after" />
      {isOvertaken ? <Overtaken /> : null}
      <h1>{wish.question}</h1>
      <p class="lead">{wish.words}</p>
      <EffectTable sight={sight} effect={effect} />
      <p class="quiet">Nothing is saved yet. Whatever you press, there is at most one mail a day.</p>
      <div class="press">
        <form method="post" action={addresses.control(control)}>
          <TokenField token={token} />
          <input type="hidden" name="seen" value={sightOf(sight.path, sight.enrolment)} />
          {carried.flatMap((name) =>
            listOf(fields, name).map((value) => <input type="hidden" name={name} value={value} />),
          )}
          <button type="submit">{wish.button}</button>
        </form>
        <p>
          <a href={`${addresses.path(token)}#change`}>Leave it as it is</a>
        </p>
      </div>
    </>
  )
}

function Overtaken() {
  return (
    <section class="problems" role="alert" tabindex={-1} autofocus>
      <p>
        Nothing was saved by that press: your path has changed since you looked, in another tab, on another device or by
        a mail that went out. “Now” is what is saved, “then” is what you chose. Press once more if you still want it.
      </p>
    </section>
  )
}

function EffectTable({ sight, effect }: Pick<PreviewProps, 'sight' | 'effect'>) {
  const before = sight.dates
  const after = datesIn(effect.enrolment.pace.zone, sight.now)
  const rows = effectRows(sight.path, effect)
  if (rows.length === 0) return <p>Nothing has a date, before or after.</p>
  const isOneZone = before.zone === after.zone
  const isSame = isOneZone && rows.every((row) => row.before === row.after)
  return (
    <>
      {isSame ? <p>None of your dates changes.</p> : null}
      {isOneZone ? <p class="quiet">Times are by the clock {before.place}.</p> : null}
      <table class="effect">
        <caption class="unseen">Dates of the next steps, now and then</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Now{isOneZone ? null : `, ${before.place}`}</th>
            <th scope="col">Then{isOneZone ? null : `, ${after.place}`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                {row.step.kind === 'finish' ? (
                  'End'
                ) : (
                  <>
                    <span class="number">{row.step.id}</span> <span class="step-title">{row.step.title}</span>
                  </>
                )}
              </th>
              <td>
                {row.before === undefined ? (
                  without(sight.enrolment, row, 'had')
                ) : (
                  <When step={row.step} at={row.before} dates={before} />
                )}
              </td>
              <td>
                {row.after === undefined ? (
                  without(effect.enrolment, row, 'passed over')
                ) : (
                  <When step={row.step} at={row.after} dates={after} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Of the end, which may be years away, the day is enough. */
function When({ step, at, dates }: { step: Step; at: Instant; dates: DateWords }) {
  const words = step.kind === 'finish' ? dates.shortDay(at) : dates.shortMoment(at)
  return <time datetime={new Date(at).toISOString()}>{words}</time>
}

/** Why a step has no date on this side. */
function without({ state, dueAt, received }: Enrolment, { step }: EffectRow, ifReceived: string): string {
  if (received.has(step.id)) return ifReceived
  if (state === 'paused' && dueAt === undefined) return 'when you return'
  return 'no date'
}
