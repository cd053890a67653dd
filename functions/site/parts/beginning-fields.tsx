/** Where to start: a stage, and what the placement check suggested to catch up on or to leave out. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import { findStep, type StageId, stepsOfStage, totalMinutes } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import type { BeginningValues } from '../forms/beginning.ts'
import type { Problem } from '../forms/parse-form.ts'
import { durationShort, hoursWords } from '../words/duration.ts'
import { stepName } from '../words/step.ts'
import { Field } from './field.tsx'

interface BeginningFieldsProps {
  readonly compiled: CompiledPath
  readonly values: BeginningValues
  readonly problems: readonly Problem[]
}

export function BeginningFields({ compiled, values, problems }: BeginningFieldsProps) {
  const { path } = compiled
  const stages = path.stages.filter(({ id }) => stepsOfStage(path, id).length > 0)
  if (stages.length < 2) return null
  const first = stages[0]?.id
  return (
    <>
      <Field
        name="stage"
        label="Where to start"
        hint={<StartHint hasPlacement={compiled.hasPlacement === true} />}
        problems={problems}
        control={(props) => (
          <select {...props}>
            {stages.map(({ id, letter, name }) => (
              <option value={id === first ? '' : id} selected={values.stage === id}>
                {letter} · {name}, {Math.round(totalMinutes(stepsOfStage(path, id)) / 60)} h
                {id === first ? ' (the beginning)' : ''}
              </option>
            ))}
          </select>
        )}
      />
      <CatchUp compiled={compiled} values={values} />
      <LeaveOut compiled={compiled} values={values} />
    </>
  )
}

function StartHint({ hasPlacement }: { hasPlacement: boolean }) {
  return (
    <>
      What stands before your start is not sent, and stays open to read.{' '}
      {hasPlacement ? (
        <>
          Not sure? <a href={addresses.placement()}>A few questions suggest a start</a>.
        </>
      ) : null}
    </>
  )
}

function CatchUp({ compiled: { path }, values }: Omit<BeginningFieldsProps, 'problems'>) {
  const steps = values.catchUp.flatMap((id) => findStep(path, id) ?? [])
  if (steps.length === 0) return null
  return (
    <fieldset class="field choices">
      <legend>First, from before your start</legend>
      {steps.map((step) => (
        <label>
          <input type="checkbox" name="catchUp" value={step.id} checked />
          <span>
            {stepName(step)} <small>{durationShort(step.minutes)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function LeaveOut({ compiled: { path }, values }: Omit<BeginningFieldsProps, 'problems'>) {
  const stages = path.stages.filter(({ id }) => values.without.includes(id))
  if (stages.length === 0) return null
  return (
    <fieldset class="field choices">
      <legend>Left out later</legend>
      {stages.map(({ id, name }) => (
        <label>
          <input type="checkbox" name="without" value={id} checked />
          <span>
            {name} <small>{hoursWords(minutesOfStage({ path }, id))}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function minutesOfStage({ path }: Pick<CompiledPath, 'path'>, stage: StageId): number {
  return totalMinutes(stepsOfStage(path, stage))
}
