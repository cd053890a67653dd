/** After an answer was looked at: two buttons to say how it went, and what was said before. */
import type { Step } from '../../domain/path.ts'
import type { CheckId } from '../../domain/recall.ts'
import type { Work } from '../../journey/ports.ts'
import { addresses } from '../addresses.ts'
import { TokenField } from './token-field.tsx'

/** Whose answers they are. */
export interface Answering {
  readonly token: string
  /** Of the step whose page this is. */
  readonly work: Work | undefined
  /** The check that was answered a moment ago. */
  readonly answered: string | undefined
}

/** "E10.1" is where the page jumps to after an answer. */
export const checkAnchor = (id: CheckId) => `check-${id.replace('.', '-')}`

/** What a closed answer is opened by. It says what was answered, for who comes back. */
export function AnswerSummary({ given }: { given: Given }) {
  return (
    <summary>
      Answer{given ? <span class="given">{given === 'knew' ? ', which you knew' : ', which you missed'}</span> : null}
    </summary>
  )
}

type Given = Work['answers'][string] | undefined

interface VerdictProps {
  /** The step whose page this is. */
  readonly step: Step
  readonly check: CheckId
  readonly learner: Answering
}

export function Verdict({ step, check, learner }: VerdictProps) {
  const given = learner.work?.answers[check]
  return (
    <form method="post" action={addresses.answers(step)} class="verdict">
      <TokenField token={learner.token} />
      <input type="hidden" name="check" value={check} />
      <button type="submit" class={given === 'knew' ? 'second chosen' : 'second'} name="verdict" value="knew">
        I knew it
      </button>
      <button type="submit" class={given === 'missed' ? 'second chosen' : 'second'} name="verdict" value="missed">
        I missed it
      </button>
      {given ? <Kept given={given} isFresh={learner.answered === check} /> : null}
    </form>
  )
}

function Kept({ given, isFresh }: { given: NonNullable<Given>; isFresh: boolean }) {
  return (
    <p {...(isFresh ? { role: 'status' } : {})}>{given === 'knew' ? 'Kept: you knew it.' : 'Kept: you missed it.'}</p>
  )
}
