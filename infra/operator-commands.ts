/** What the operator can do, as text in and text out. */
import type { Enrolment } from '../functions/domain/enrolment.ts'
import type { Instant } from '../functions/domain/instant.ts'
import { stepAhead } from '../functions/domain/next-step.ts'
import type { Path } from '../functions/domain/path.ts'
import type { Store } from '../functions/journey/ports.ts'
import type { createStuckList } from '../functions/journey/stuck-list.ts'

export interface OperatorParts {
  readonly store: Pick<Store, 'stopSending' | 'resumeSending'>
  readonly stuckList: ReturnType<typeof createStuckList>
  readonly path: Path
  readonly now: Instant
}

export interface OperatorAnswer {
  readonly ok: boolean
  readonly text: string
}

/** Runs one command. Answers what was done, or what is wrong with the words and how to put it right. */
export async function runOperator(parts: OperatorParts, words: readonly string[]): Promise<OperatorAnswer> {
  const [command, learner, choice] = words
  switch (command) {
    case 'stuck':
      return { ok: true, text: asList(await parts.stuckList.list(parts.now), parts.path) }
    case 'release':
      return release(parts, learner, choice)
    case 'stop':
      await parts.store.stopSending()
      return { ok: true, text: 'Nothing is sent any more. What falls due waits. To go on: resume.' }
    case 'resume':
      await parts.store.resumeSending()
      return {
        ok: true,
        text: 'Sending goes on with the next tick: at most one step a day for each learner, in order.',
      }
    default:
      return { ok: false, text: `No such command: ${command}. There are stuck, release, stop and resume.` }
  }
}

async function release(
  parts: OperatorParts,
  learner: string | undefined,
  choice: string | undefined,
): Promise<OperatorAnswer> {
  if (learner === undefined || (choice !== 'send' && choice !== 'skip')) {
    return { ok: false, text: 'Name the learner and what to do: release <learner> send, or release <learner> skip.' }
  }
  const released = await parts.stuckList.release({ learner, path: parts.path.id }, choice, parts.now)
  if (!released) return { ok: false, text: `${learner} is not on the list. "stuck" shows who is.` }
  const next = choice === 'send' ? 'gets the step in doubt' : 'goes on with the step after it'
  return { ok: true, text: `${learner} ${next} at the next of their own times.` }
}

const reasons: Readonly<Record<NonNullable<Enrolment['stuck']>, string>> = {
  refused: 'SES refused this mail or address',
  'unknown-fault': 'SES answered with a fault we do not know',
  'outcome-unknown': 'nobody knows whether it arrived',
  rejected: 'SES rejected the mail as harmful',
}

function asList(enrolments: readonly Enrolment[], path: Path): string {
  if (enrolments.length === 0) return 'Nobody waits for you.'
  const lines = enrolments.map((enrolment) => {
    const step = stepAhead(path, enrolment.received)?.id ?? '-'
    const since = new Date(enrolment.dueAt ?? 0).toISOString().slice(0, 16).replace('T', ' ')
    return `${enrolment.learner}  ${step}  since ${since} UTC  ${enrolment.stuck ? reasons[enrolment.stuck] : ''}`
  })
  return [`${enrolments.length} waiting for you:`, ...lines].join('\n')
}
