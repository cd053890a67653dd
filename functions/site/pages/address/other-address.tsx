/** `/path/address`: the lessons go to another address, once that one has said yes. */
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { addresses } from '../../addresses.ts'
import { withAnswerFloor } from '../../answer-floor.ts'
import { problemFrom } from '../../failures.ts'
import { address } from '../../forms/address.ts'
import { type Problem, parseForm } from '../../forms/parse-form.ts'
import { readForm, textOf } from '../../forms/read-form.ts'
import { page } from '../../layout/page.tsx'
import { Field } from '../../parts/field.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { Status } from '../../parts/status.tsx'
import { Tape } from '../../parts/tape.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import type { SiteDeps } from '../../ports.ts'
import { type SignedIn, signedIn } from '../../signed-in.tsx'
import { sourceOf } from '../../source.ts'

const addressForm = v.object({ address })

export function otherAddress(deps: SiteDeps): Hono {
  return new Hono()
    .get('/path/address', async (c) => {
      const opened = await signedIn(c, deps)
      return opened instanceof Response ? opened : show(c, deps, opened)
    })
    .post('/path/address', async (c) => {
      const fields = await readForm(c)
      const token = textOf(fields, 't')
      const typed = textOf(fields, 'address')
      const subject = deps.links.read(token, ['sign-in'], deps.clock())
      const parsed = parseForm(addressForm, { address: typed })
      if (!parsed.ok) return show(c, deps, { subject, token }, { typed, problems: parsed.problems })
      try {
        await withAnswerFloor(deps.settings.answerFloorMs, () =>
          deps.journey.requestAddressChange(subject, parsed.value.address, { source: sourceOf(c), now: deps.clock() }),
        )
      } catch (cause) {
        const problem = problemFrom(cause)
        if (problem === undefined) throw cause
        return show(c, deps, { subject, token }, { typed, problems: [problem] })
      }
      return c.redirect(addresses.otherAddress(token, { sent: '1' }), 303)
    })
}

interface Refused {
  readonly typed: string
  readonly problems: readonly Problem[]
}

async function show(c: Context, deps: SiteDeps, { subject, token }: SignedIn, refused?: Refused) {
  const view = await deps.journey.viewPath(subject, deps.clock())
  if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
  const { enrolment } = view
  return page(
    c,
    deps,
    refused ? { title: 'Not sent yet: another address', token, status: 422 } : { title: 'Another address', token },
    <OtherAddress
      token={token}
      present={enrolment.address}
      isRefused={enrolment.state === 'undeliverable'}
      wasSent={c.req.query('sent') === '1'}
      {...refused}
    />,
  )
}

interface OtherAddressProps extends Partial<Refused> {
  readonly token: string
  readonly present: string
  /** Mail to the present address comes back. */
  readonly isRefused: boolean
  readonly wasSent: boolean
}

function OtherAddress({ token, present, isRefused, wasSent, typed = '', problems = [] }: OtherAddressProps) {
  return (
    <>
      <Tape label="My path" words="address" />
      <h1>{wasSent ? 'Check the inbox of that address' : 'Another address for the lessons'}</h1>
      <ProblemSummary problems={problems} />
      {wasSent ? (
        <Status>
          If that address can have your lessons, one mail is on its way to it. Press the button in it, and they go
          there. Until then nothing changes.
        </Status>
      ) : null}
      <p class="lead">
        {isRefused
          ? `Mail to ${present} comes back, so nothing is sent. Give an address that works, or the same one if it takes mail again: your path goes on where it stopped.`
          : `They go to ${present} now.`}
      </p>
      <p>
        We send one mail to the address you give. It is good for 24 hours, and only the button in it changes something.
        {isRefused ? null : ' The address you have now is then told.'} Your place, your notes and your links stay as
        they are.
      </p>
      <form method="post" action={addresses.otherAddress()} class="form" novalidate>
        <TokenField token={token} />
        <Field
          name="address"
          label="Email address"
          hint="An address that has a path of its own here, or that asked for no mail, gets none."
          problems={problems}
          control={(props) => (
            <input type="email" required autocomplete="email" spellcheck={false} value={typed} {...props} />
          )}
        />
        <button type="submit" class={wasSent ? 'second' : ''}>
          Ask that address
        </button>
      </form>
      <p>
        <a href={addresses.path(token)}>Back to my path</a>
      </p>
    </>
  )
}
