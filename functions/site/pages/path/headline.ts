/** Where a learner is, in one line, and what it means. */
import { gate } from '../../../domain/gate.ts'
import type { Instant } from '../../../domain/instant.ts'
import { pendingDays } from '../../../domain/moves.ts'
import { isCaughtUp, stepAhead } from '../../../domain/next-step.ts'
import { findStep, type Path } from '../../../domain/path.ts'
import type { PathView } from '../../ports.ts'
import { durationWords } from '../../words/duration.ts'
import { stepName } from '../../words/step.ts'
import type { DateWords } from '../../words/when.ts'

export interface Headline {
  readonly heading: string
  readonly text: string
  /** The press that mends it, where there is one. */
  readonly way?: 'sign-up' | 'resume' | 'send-confirmation' | 'address'
}

export function headline(path: Path, view: PathView, dates: DateWords, now: Instant): Headline {
  const { enrolment } = view
  switch (enrolment.state) {
    case 'active':
      return activeHeadline(path, view, dates, now)
    case 'paused':
      return pausedHeadline(path, view, dates)
    case 'pending':
      return {
        heading: 'One press is missing',
        text: `The path starts when you press the button in the confirmation mail. Unconfirmed, it is erased after ${pendingDays} days.`,
        way: 'send-confirmation',
      }
    case 'finished':
      return {
        heading: 'You have finished the path',
        text: 'Every step has been sent, and the pages stay open to you.',
      }
    case 'left': {
      const kept = enrolment.dueAt === undefined ? '' : ` Your notes are erased on ${dates.day(enrolment.dueAt)}.`
      return {
        heading: 'You have stopped all lessons',
        text: `No more are sent.${kept} To come back, sign up again.`,
        way: 'sign-up',
      }
    }
    case 'undeliverable':
      return {
        heading: 'Mail to your address comes back',
        text: 'Its mail server refused what was sent, so nothing more is. Your place is kept: give another address, or this one once it takes mail again, and the path goes on.',
        way: 'address',
      }
    case 'erasing':
      return {
        heading: 'Your notes are being erased',
        text: 'It takes a minute or two. To come back, sign up again.',
        way: 'sign-up',
      }
    default:
      enrolment.state satisfies never
      return { heading: 'My path', text: '' }
  }
}

function activeHeadline(path: Path, { enrolment, ahead }: PathView, dates: DateWords, now: Instant): Headline {
  const next = stepAhead(path, enrolment.received)
  if (isCaughtUp(path, next)) {
    return {
      heading: 'You have had every step that is written',
      text: 'The others are being written. When one is ready, it comes on one of your days; there is nothing you need to do.',
    }
  }
  if (next === undefined)
    return { heading: 'Every step has been sent', text: 'When a step is added to the path, you get it.' }
  if (enrolment.stuck !== undefined) {
    return {
      heading: `${next.id} could not be sent`,
      text: 'The operator has been told and sends it on. Your place is kept, and there is nothing you need to do.',
    }
  }
  if (enrolment.asked === 'next') return { heading: `${next.id} is on its way to your inbox`, text: `${next.title}.` }
  const [first] = ahead
  const passage = gate(path, enrolment, next, now)
  if (passage.kind === 'closed') {
    const project = findStep(path, passage.project)
    const opens = first === undefined ? '' : ` Without it, ${first.step} comes on ${dates.moment(first.dueAt)}.`
    return {
      heading: `${passage.project} stands before the next stage`,
      text: `${project ? `“${project.title}”` : 'The project'} is with you. Hand it in and ${stepName(next)} follows.${opens}`,
    }
  }
  const coming = first && findStep(path, first.step)
  if (first === undefined || coming === undefined) return { heading: `${next.id} is next`, text: `${next.title}.` }
  const time = coming.kind === 'finish' ? '' : ` It takes ${durationWords(coming.minutes)}.`
  const onceMore = enrolment.received.has(coming.id) ? ' once more' : ''
  return { heading: `${coming.id} comes${onceMore} on ${dates.moment(first.dueAt)}`, text: `${coming.title}.${time}` }
}

function pausedHeadline(path: Path, { enrolment }: PathView, dates: DateWords): Headline {
  const next = stepAhead(path, enrolment.received)
  const waits = next ? `${stepName(next)} waits for you.` : 'Your place is kept.'
  return enrolment.dueAt === undefined
    ? { heading: 'Paused until you return', text: waits, way: 'resume' }
    : { heading: `Paused until ${dates.moment(enrolment.dueAt)}`, text: waits, way: 'resume' }
}
