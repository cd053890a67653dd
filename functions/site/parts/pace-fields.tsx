/** The controls of a pace: days, hour and zone. */
import type { PaceValues } from '../forms/pace.ts'
import { type Problem, problemOf } from '../forms/parse-form.ts'
import { weekdays } from '../words/weekdays.ts'
import { type ZoneGroup, zoneGroups } from '../words/zones.ts'
import { described, Field, Hint, ProblemLine } from './field.tsx'

interface PaceFieldsProps {
  readonly values: PaceValues
  readonly problems: readonly Problem[]
  /** The script may put the device's own zone in place of the preselected one. */
  readonly guessZone?: boolean
}

export function PaceFields({ values, problems, guessZone = false }: PaceFieldsProps) {
  return (
    <>
      <Days values={values} problems={problems} />
      <Field
        name="time"
        label="Hour"
        hint="The mail comes within the hour that begins then."
        problems={problems}
        control={(props) => <input type="time" required value={values.time} {...props} />}
      />
      <Field
        name="zone"
        label="Time zone"
        hint="The city whose clocks you live by. Summer time is taken care of."
        problems={problems}
        control={(props) => (
          <select required {...props} {...(guessZone ? { 'data-guess': 'zone' } : {})}>
            <ZoneOptions chosen={values.zone} />
          </select>
        )}
      />
    </>
  )
}

function Days({ values, problems }: Pick<PaceFieldsProps, 'values' | 'problems'>) {
  const problem = problemOf(problems, 'days')
  return (
    <fieldset class="field" id="days" tabindex={-1} {...described('days', true, problem)}>
      <legend>Days</legend>
      <Hint name="days">
        One lesson comes on each day that you tick: tick one, two or three for as many a week. Two a week is a pace that
        lasts.
      </Hint>
      <ProblemLine name="days" problem={problem} />
      <div class="days">
        {weekdays.map(({ day, name }) => (
          <label>
            <input type="checkbox" name="days" value={day} checked={values.days.includes(String(day))} />
            <abbr title={name}>{name.slice(0, 3)}</abbr>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

let groups: readonly ZoneGroup[] | undefined

function ZoneOptions({ chosen }: { chosen: string }) {
  groups ??= zoneGroups()
  const isListed = groups.some(({ zones }) => zones.some(({ id }) => id === chosen))
  return (
    <>
      {isListed || chosen === '' ? null : (
        <option value={chosen} selected>
          {chosen}
        </option>
      )}
      {groups.map(({ region, zones }) => (
        <optgroup label={region}>
          {zones.map(({ id, label, formerly }) => (
            <option value={id} selected={id === chosen} {...(formerly ? { 'data-formerly': formerly } : {})}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  )
}
