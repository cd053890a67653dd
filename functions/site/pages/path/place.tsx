/** Another place on the path: the beginning of a stage, or of the whole. */

import { stepsOfStage } from '../../../domain/path.ts'
import { moveToStage, startOver as toStart } from '../../../domain/placement.ts'
import { type Problem, problemOf } from '../../forms/parse-form.ts'
import { textOf } from '../../forms/read-form.ts'
import { Field } from '../../parts/field.tsx'
import type { SiteDeps } from '../../ports.ts'
import { stepName } from '../../words/step.ts'
import type { Control } from './control.ts'
import { ControlForm } from './control-form.tsx'

const whatStays = 'What you marked, wrote and handed in stays, and every page stays open.'

export const stage: Control = (fields, { path, now }) => {
  const id = textOf(fields, 'stage')
  const known = path.stages.find((candidate) => candidate.id === id)
  const first = path.steps.find((step) => step.stage === id)
  return {
    move: (current) => moveToStage(path, current, id, now),
    save: (journey, subject) => journey.moveToStage(subject, id, now),
    saved: 'stage',
    ...(first ? { step: first.id } : {}),
    question: `Move to ${known?.name ?? 'another stage'}?`,
    words: first
      ? `The path goes on with ${stepName(first)}. Everything before it counts as received, and everything from it on is sent, also what you have had. ${whatStays}`
      : '',
    button: `Move to ${known?.name ?? 'it'}`,
  }
}

export const startOver: Control = (_, { path, now }) => {
  const [first] = path.steps
  return {
    move: (current) => toStart(path, current, now),
    save: (journey, subject) => journey.startOver(subject, now),
    saved: 'started-over',
    question: 'Start the path over?',
    words: `${first ? `${stepName(first)} comes first again, and` : 'Then'} every step is sent anew, one on each of your days. ${whatStays}`,
    button: 'Start over from the first step',
  }
}

interface PlaceProps {
  readonly deps: SiteDeps
  readonly token: string
  readonly chosen: string
  readonly problems: readonly Problem[]
}

export function Place({ deps, token, chosen, problems }: PlaceProps) {
  const { path } = deps.catalog.compiled
  const stages = path.stages.filter(({ id }) => stepsOfStage(path, id).length > 0)
  return (
    <section aria-labelledby="place-title">
      <h3 id="place-title">Another place on the path</h3>
      <ControlForm name="stage" token={token} button="Move to the stage">
        <Field
          name="stage"
          label="Begin with the stage"
          hint="On to one that is ahead, or back to one that you have had."
          problems={problemOf(problems, 'stage') ? problems : []}
          control={(props) => (
            <select {...props}>
              {stages.map(({ id, letter, name }) => (
                <option value={id} selected={id === chosen}>
                  {letter} {name}
                </option>
              ))}
            </select>
          )}
        />
      </ControlForm>
      <ControlForm name="start-over" token={token} button="Start over" />
    </section>
  )
}
