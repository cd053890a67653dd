/** What was typed into an old form of a project that is handed in by now, so that it can be copied. */
import type { Step } from '../../../domain/path.ts'
import type { HandInValues } from '../../forms/hand-in.ts'

export function NotReplaced({ step, values: { url, note } }: { step: Step; values: HandInValues }) {
  return (
    <section class="problems" role="alert" tabindex={-1} autofocus>
      <p>
        {step.id} is handed in already, and this link does not replace it: it stands in a mail that may be passed on.
        Nothing was saved by that press. Copy what you typed, and change it with a link that is mailed to you, below.
      </p>
      {url.trim() === '' ? null : <p class="as-typed">{url}</p>}
      {note.trim() === '' ? null : <p class="as-typed">{note}</p>}
    </section>
  )
}
