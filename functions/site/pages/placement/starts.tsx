/** The starts to choose from. Each leads to the form, where it can still be changed. */
import type { CompiledPath } from '../../../catalog/compiled.ts'
import type { Beginning } from '../../../domain/beginning.ts'
import { findStep, type StageId, type StepId, stepsOfStage, totalMinutes } from '../../../domain/path.ts'
import type { Placing } from '../../../domain/place.ts'
import { addresses } from '../../addresses.ts'
import { hoursWords } from '../../words/duration.ts'
import { stepName } from '../../words/step.ts'

interface StartsProps {
  readonly compiled: CompiledPath
  readonly placing: Placing
  readonly nameOf: (stage: StageId) => string
}

export function Starts({ compiled, placing, nameOf }: StartsProps) {
  const { path } = compiled
  const { rule, fastLane, leaveOut } = placing
  const stages = path.stages.filter(({ id }) => stepsOfStage(path, id).length > 0)
  const catchUp = missedBefore(
    path.stages.map(({ id }) => id),
    placing,
  )
  const after = stages[stages.findIndex(({ id }) => id === rule.start) + 1]
  const suggested: Beginning = { stage: rule.start, catchUp, without: leaveOut }
  return (
    <>
      {rule.evidence === undefined ? null : <p>Before this start: {rule.evidence}</p>}
      {catchUp.length === 0 ? null : (
        <p>
          First come the lessons of what you missed before it: {namesOf(compiled, catchUp)}. You can untick them on the
          next page.
        </p>
      )}
      {leaveOut.length === 0 ? null : (
        <p>Left out later, where you are ready: {leaveOut.map(nameOf).join(', ')}. That can be unticked, too.</p>
      )}
      <p class="actions">
        <a class="button" href={addresses.signUpAt(suggested)}>
          Start with {nameOf(rule.start)}
        </a>
      </p>
      <h2>Or start elsewhere</h2>
      <ul>
        {fastLane && after ? (
          <li>
            <a href={addresses.signUpAt({ stage: after.id, catchUp: fastLane })}>
              Take the fast lane through {nameOf(rule.start)}
            </a>
            : only {namesOf(compiled, fastLane)}, then {after.name}.
          </li>
        ) : null}
        {rule.otherwise === undefined ? null : (
          <li>
            <a href={addresses.signUpAt({ stage: rule.start, catchUp: [...new Set([...catchUp, rule.otherwise])] })}>
              Do {rule.otherwise} first
            </a>
            : {namesOf(compiled, [rule.otherwise])}, then {nameOf(rule.start)}.
          </li>
        )}
        {stages
          .filter(({ id }) => id !== rule.start)
          .map(({ id, name }) => (
            <li>
              <a href={addresses.signUpAt({ stage: id })}>Start with {name}</a>,{' '}
              {hoursWords(totalMinutes(stepsOfStage(path, id)))}
              {id === stages[0]?.id ? ', and leave nothing out' : ''}.
            </li>
          ))}
      </ul>
    </>
  )
}

/** Answers: the lessons that were missed in the stages before the start. */
function missedBefore(stages: readonly StageId[], { missed, rule }: Placing): readonly StepId[] {
  const start = stages.indexOf(rule.start)
  return missed.filter(({ stage }) => stages.indexOf(stage) < start).map(({ step }) => step)
}

function namesOf({ path }: CompiledPath, ids: readonly StepId[]): string {
  const names = ids.flatMap((id) => {
    const step = findStep(path, id)
    return step ? [stepName(step)] : []
  })
  return new Intl.ListFormat('en-GB').format(names)
}
