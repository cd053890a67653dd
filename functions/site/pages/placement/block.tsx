/** One block of questions. What was answered in the other blocks travels along, so that back and forth lose nothing. */
import type { CompiledPath, CompiledPlacement } from '../../../catalog/compiled.ts'
import { addresses } from '../../addresses.ts'
import { type Problem, problemOf } from '../../forms/parse-form.ts'
import { blocksOf, dontKnow, type GivenAnswers, numberOf, type PlacementQuestion } from '../../forms/placement.ts'
import { described, ProblemLine } from '../../parts/field.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { stageClass, Tape } from '../../parts/tape.tsx'

interface BlockProps {
  readonly compiled: CompiledPath
  readonly check: CompiledPlacement
  readonly given: GivenAnswers
  readonly number: number
  readonly problems: readonly Problem[]
}

export function Block({ compiled, check, given, number, problems }: BlockProps) {
  const blocks = blocksOf(check.items)
  const block = blocks[number - 1] ?? []
  const stage = block[0]?.stage ?? ''
  const own = new Set(block.map(({ id }) => id))
  const elsewhere = Object.entries(given).filter(([id]) => !own.has(id))
  const name = stageName(compiled, stage)
  return (
    <>
      <Tape label={`${number}/${blocks.length}`} words={name} stage={stageClass(compiled, stage)} />
      <h1>Where to start: {name}</h1>
      {number === 1 ? <p class="lead">{check.introduction}</p> : null}
      <form method="get" action={addresses.placement()} class="form" novalidate>
        <ProblemSummary problems={problems} />
        {elsewhere.map(([id, answer]) => (
          <input type="hidden" name={id} value={answer} />
        ))}
        {block.map((item) => (
          <Question
            number={numberOf(check.items, item)}
            item={item}
            given={given[item.id]}
            problem={problemOf(problems, item.id)}
          />
        ))}
        <div class="actions">
          <GoOn compiled={compiled} next={blocks[number]} number={number} />
          {number > 1 ? (
            <button type="submit" class="second" name="block" value={number - 1}>
              Back to {stageName(compiled, blocks[number - 2]?.[0]?.stage ?? '')}
            </button>
          ) : null}
        </div>
      </form>
      <p class="quiet">
        Your answers are in the address of the next page and nowhere else: to go on another day, keep it as a bookmark.
        Or <a href={addresses.signUp}>sign up without this</a> and start at the beginning.
      </p>
    </>
  )
}

interface QuestionProps {
  readonly number: number
  readonly item: PlacementQuestion
  readonly given: string | undefined
  readonly problem: string | undefined
}

function Question({ number, item: { id, question, options }, given, problem }: QuestionProps) {
  const choices = [...options.map((words, place) => ({ words, value: String(place) })), exit]
  return (
    <fieldset class="field choices question" id={id} tabindex={-1} {...described(id, false, problem)}>
      <legend>
        {number}. {question}
      </legend>
      <ProblemLine name={id} problem={problem} />
      {choices.map(({ words, value }) => (
        <label>
          <input type="radio" name={id} value={value} checked={given === value} required />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}

const exit = { words: 'I don’t know', value: dontKnow }

interface GoOnProps {
  readonly compiled: CompiledPath
  readonly next: readonly PlacementQuestion[] | undefined
  readonly number: number
}

function GoOn({ compiled, next, number }: GoOnProps) {
  const stage = next?.[0]?.stage
  if (stage === undefined) {
    return (
      <button type="submit" formaction={addresses.placementResult()}>
        Show where to start
      </button>
    )
  }
  return (
    <button type="submit" name="block" value={number + 1}>
      Go on to {stageName(compiled, stage)}
    </button>
  )
}

function stageName({ path }: CompiledPath, stage: string): string {
  return path.stages.find(({ id }) => id === stage)?.name ?? stage
}
