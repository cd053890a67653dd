/** What was handed in, as it is kept: the rubric once more, with one's own marks and what the next level asks for. */
import { raw } from 'hono/html'
import type { CompiledCriterion } from '../../../catalog/compiled.ts'
import type { Enrolment } from '../../../domain/enrolment.ts'
import type { HandIn, Mark } from '../../../domain/hand-in.ts'
import { addresses } from '../../addresses.ts'
import { TokenField } from '../../parts/token-field.tsx'
import type { DateWords } from '../../words/when.ts'
import { levelNames } from './levels.ts'

interface HandedInProps {
  readonly handIn: HandIn
  readonly rubric: readonly CompiledCriterion[]
  readonly enrolment: Enrolment
  readonly dates: DateWords
  /** With another link its link and note stay closed: the mail with that one may have been passed on. */
  readonly isFresh: boolean
  readonly token: string
}

export function HandedIn({ handIn, rubric, enrolment, dates, isFresh, token }: HandedInProps) {
  return (
    <section aria-labelledby="handed-in">
      <h2 id="handed-in">What you handed in</h2>
      <p class="quiet">
        On {dates.day(handIn.at)}. {isFresh ? howLong(enrolment, dates) : null}
      </p>
      {isFresh ? <Content {...handIn} /> : <Closed token={token} />}
      <h3>Your own marks</h3>
      <dl class="marks">
        {rubric.map((criterion) => (
          <MarkOf criterion={criterion} mark={handIn.marks[criterion.id]} />
        ))}
      </dl>
    </section>
  )
}

function Content({ url, note }: HandIn) {
  return (
    <>
      {url ? (
        <p>
          <a href={url} rel="noopener nofollow">
            {url}
          </a>
        </p>
      ) : null}
      {note ? <p class="as-typed">{note}</p> : null}
    </>
  )
}

function Closed({ token }: { token: string }) {
  return (
    <>
      <p>
        Link and note are kept. To see them, or to change what you handed in, have a link mailed to you: the one you
        came with stands in a mail that may be passed on.
      </p>
      <form method="post" action={addresses.signInAgain}>
        <TokenField token={token} />
        <button type="submit" class="second">
          Mail me a link
        </button>
      </form>
      <p class="quiet">It opens my path, where the project stands under “Behind you”.</p>
    </>
  )
}

function MarkOf({ criterion, mark }: { criterion: CompiledCriterion; mark: Mark | undefined }) {
  const reached = mark === undefined ? undefined : criterion.levelsHtml[mark - 1]
  const above = mark === undefined ? undefined : criterion.levelsHtml[mark]
  return (
    <>
      <dt>
        {criterion.name} <span class="level">{mark ? `${mark} ${levelNames[mark - 1]}` : 'not marked'}</span>
      </dt>
      <dd>
        {reached ? raw(reached) : 'The rubric was changed since. Hand in again to mark this line.'}
        {above ? <span class="quiet"> One level up: {raw(above)}</span> : null}
      </dd>
    </>
  )
}

function howLong({ state, dueAt }: Enrolment, dates: DateWords): string {
  if (state === 'left' && dueAt !== undefined)
    return `You can change it until ${dates.day(dueAt)}, when your notes are erased.`
  return 'You can change it as often as you like; the last one stands.'
}
