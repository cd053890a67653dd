/** What the answers suggest, why, and every other start beside it: the learner decides. */
import type { CompiledPath, CompiledPlacement } from '../../../catalog/compiled.ts'
import { findStep } from '../../../domain/path.ts'
import type { Placing } from '../../../domain/place.ts'
import { addresses } from '../../addresses.ts'
import { dontKnow, type GivenAnswers, type PlacementQuestion } from '../../forms/placement.ts'
import { stageClass, Tape } from '../../parts/tape.tsx'
import { stepName } from '../../words/step.ts'
import { Starts } from './starts.tsx'

interface ResultProps {
  readonly compiled: CompiledPath
  readonly check: CompiledPlacement
  readonly given: GivenAnswers
  readonly placing: Placing
}

export function Result({ compiled, check, given, placing }: ResultProps) {
  const { rule, blocks } = placing
  const nameOf = (stage: string) => compiled.path.stages.find(({ id }) => id === stage)?.name ?? stage
  return (
    <>
      <Tape label="Start" words={nameOf(rule.start)} stage={stageClass(compiled, rule.start)} />
      <h1>Start with {nameOf(rule.start)}</h1>
      <p class="lead">{reasonOf(placing, check.scoring.readyAt, nameOf)}</p>
      <ul class="scores">
        {blocks.map(({ stage, right, of, state }) => (
          <li class={stageClass(compiled, stage)}>
            <span class="tape-edge"></span>
            <span>{nameOf(stage)}</span>
            <span class="number">
              {right} of {of} right
            </span>
            <span class="state">{state === 'ready' ? 'Ready.' : 'There is something here for you.'}</span>
          </li>
        ))}
      </ul>
      <Starts compiled={compiled} placing={placing} nameOf={nameOf} />
      {check.notes.map((note) => (
        <p class="quiet">{note}</p>
      ))}
      <section aria-labelledby="answers">
        <h2 id="answers">Question by question</h2>
        <ol class="answers">
          {check.items.map((item) => (
            <Answer compiled={compiled} item={item} given={given[item.id]} />
          ))}
        </ol>
        <p>
          <a href={addresses.placement(1, given)}>Look at the questions again</a>
        </p>
      </section>
    </>
  )
}

function reasonOf({ blocks, rule }: Placing, readyAt: number, nameOf: (stage: string) => string): string {
  const below = blocks.find(({ stage, state }) => stage === rule.start && state === 'below')
  if (below === undefined) return `Every block has at least ${readyAt} right: you are ready for the last stage.`
  const ready = blocks.slice(0, blocks.indexOf(below)).map(({ stage }) => nameOf(stage))
  const own = `In ${nameOf(below.stage)} ${below.right} of ${below.of} were right, and ${readyAt} make a block ready.`
  if (ready.length === 0) return own
  return `You are ready in ${new Intl.ListFormat('en-GB').format(ready)}. ${own}`
}

interface AnswerProps {
  readonly compiled: CompiledPath
  readonly item: PlacementQuestion
  readonly given: string | undefined
}

function Answer({ compiled, item, given }: AnswerProps) {
  const { question, options, answer, reason, review } = item
  const isRight = given === String(answer)
  const lesson = findStep(compiled.path, review)
  const own = given === dontKnow || given === undefined ? 'I don’t know' : options[Number(given)]
  return (
    <li>
      <p class="asked">{question}</p>
      <p class="why">
        {isRight ? (
          <>
            <strong>Right:</strong> {own}.
          </>
        ) : (
          <>
            <strong>Not yet:</strong> you chose “{own}”; it is “{options[answer]}”.
          </>
        )}{' '}
        {reason}
      </p>
      {isRight || lesson === undefined ? null : (
        <p>
          Read <a href={addresses.lesson(lesson)}>{stepName(lesson)}</a>
        </p>
      )}
    </li>
  )
}
