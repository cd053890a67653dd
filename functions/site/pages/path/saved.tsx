/** After a press on "my path": its effect, with the date that follows from it. */
import { findStep, type Path } from '../../../domain/path.ts'
import { Status } from '../../parts/status.tsx'
import type { PathView } from '../../ports.ts'
import { stepName } from '../../words/step.ts'
import type { DateWords } from '../../words/when.ts'
import { type Saved, savedNames } from './control.ts'

interface SavedLineProps {
  /** As the address has it. */
  readonly saved: string | undefined
  readonly step: string | undefined
  readonly path: Path
  readonly view: PathView
  readonly dates: DateWords
}

export function SavedLine({ saved, step, path, view, dates }: SavedLineProps) {
  const known = savedNames.find((name) => name === saved)
  if (known === undefined) return null
  const named = findStep(path, step ?? '')
  return <Status>{`${effectOf(known, named && stepName(named), view)} ${nextWords(path, view, dates)}`.trim()}</Status>
}

function effectOf(saved: Saved, step: string | undefined, { enrolment }: PathView): string {
  switch (saved) {
    case 'paused':
      return enrolment.dueAt === undefined ? 'Paused until you return.' : 'Paused.'
    case 'resumed':
      return 'The path goes on.'
    case 'pace':
      return 'Days and hour are saved.'
    case 'sent':
      return `${step ?? 'The next one'} is on its way to your inbox.`
    case 'skipped':
      return `${step ?? 'The step'} is skipped.`
    case 'again':
      return `${step ?? 'The step'} is sent once more.`
    case 'stage':
      return `The path goes on from ${step ?? 'there'}.`
    case 'started-over':
      return 'The path begins again.'
    default:
      saved satisfies never
      return ''
  }
}

function nextWords(path: Path, { ahead }: PathView, dates: DateWords): string {
  const [first] = ahead
  const next = first && findStep(path, first.step)
  return first && next ? `Next: ${next.id} on ${dates.moment(first.dueAt)}.` : ''
}
