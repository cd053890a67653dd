/** What a lesson is for, when it is done and how long it takes: before anything else. */
import type { CompiledPage, CompiledPath } from '../../catalog/compiled.ts'
import { findStep, type Step } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { durationWords } from '../words/duration.ts'
import { afterYouWill } from '../words/step.ts'
import { isoDayWords } from '../words/when.ts'

/** A project builds on a whole stage: so many titles would be a wall of text. */
const mostTitles = 4

export function Brief({ compiled, step, text }: { compiled: CompiledPath; step: Step; text: CompiledPage }) {
  const earlier = text.prerequisites.flatMap((id) => findStep(compiled.path, id) ?? [])
  return (
    <dl class="brief">
      <dt>{step.kind === 'project' ? 'You will' : 'Today you will'}</dt>
      <dd>{afterYouWill(text.outcome)}</dd>
      <dt>Done when</dt>
      <dd>{afterYouWill(text.doneWhen)}</dd>
      <dt>Time</dt>
      <dd>about {durationWords(step.minutes)}</dd>
      {earlier.length > 0 ? (
        <>
          <dt>Builds on</dt>
          <dd>
            {earlier.map((prerequisite, index) => (
              <>
                {index > 0 ? ', ' : null}
                {earlier.length > mostTitles ? (
                  <a href={addresses.lesson(prerequisite)} title={prerequisite.title}>
                    {prerequisite.id}
                  </a>
                ) : (
                  <a href={addresses.lesson(prerequisite)}>
                    {prerequisite.id} {prerequisite.title}
                  </a>
                )}
              </>
            ))}
          </dd>
        </>
      ) : null}
      {text.jurisdiction ? (
        <>
          <dt>Where it holds</dt>
          <dd>
            {text.jurisdiction}
            {text.reviewed ? ` Reviewed on ${isoDayWords(text.reviewed)}.` : null}
          </dd>
        </>
      ) : null}
    </dl>
  )
}
