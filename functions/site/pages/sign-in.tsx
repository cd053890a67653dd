/** `/sign-in`: a fresh link by mail, in place of an account. */
import { Hono } from 'hono'
import * as v from 'valibot'
import { addresses } from '../addresses.ts'
import { withAnswerFloor } from '../answer-floor.ts'
import { problemFrom } from '../failures.ts'
import { address } from '../forms/address.ts'
import { type Problem, parseForm } from '../forms/parse-form.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { page } from '../layout/page.tsx'
import { Field } from '../parts/field.tsx'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { Status } from '../parts/status.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SiteDeps } from '../ports.ts'
import { sourceOf } from '../source.ts'

const signInForm = v.object({ address })

export function signIn(deps: SiteDeps): Hono {
  const formPage = (c: Parameters<typeof page>[0], props: SignInProps) => {
    const isWrong = props.problems !== undefined
    const title = isWrong ? 'Not sent yet: my path' : 'My path'
    return page(c, deps, { title, status: isWrong ? 422 : 200 }, <SignIn {...props} />)
  }
  return new Hono()
    .get('/sign-in', (c) => formPage(c, { wasSent: c.req.query('sent') === '1' }))
    .post('/sign-in', async (c) => {
      const typed = textOf(await readForm(c), 'address')
      const parsed = parseForm(signInForm, { address: typed })
      if (!parsed.ok) return formPage(c, { typed, problems: parsed.problems })
      try {
        await withAnswerFloor(deps.settings.answerFloorMs, () =>
          deps.journey.mailSignInLink(parsed.value.address, { source: sourceOf(c), now: deps.clock() }),
        )
      } catch (cause) {
        const problem = problemFrom(cause)
        if (problem === undefined) throw cause
        return formPage(c, { typed, problems: [problem] })
      }
      return c.redirect(`${addresses.signIn}?sent=1`, 303)
    })
    .post('/sign-in/again', async (c) => {
      const token = textOf(await readForm(c), 't')
      const subject = deps.links.read(token, ['lesson'], deps.clock())
      await withAnswerFloor(deps.settings.answerFloorMs, () =>
        deps.journey.mailSignInLinkTo(subject, { source: sourceOf(c), now: deps.clock() }),
      )
      return c.redirect(`${addresses.signIn}?sent=1`, 303)
    })
}

interface SignInProps {
  readonly typed?: string
  readonly problems?: readonly Problem[]
  readonly wasSent?: boolean
}

function SignIn({ typed = '', problems = [], wasSent = false }: SignInProps) {
  return (
    <>
      <Tape label="In" words="my path" />
      <h1>{wasSent ? 'Check your inbox' : 'My path'}</h1>
      {wasSent ? (
        <Status>
          If lessons go to that address, a link to your path is on its way to it. The link works for a short time only.
        </Status>
      ) : (
        <p class="lead">
          There is no account and no password. Type the address that the lessons come to, and a link to your path is
          mailed to it.
        </p>
      )}
      <form method="post" action={addresses.signIn} class="form" novalidate>
        <ProblemSummary problems={problems} />
        <Field
          name="address"
          label={wasSent ? 'Another address?' : 'Email address'}
          problems={problems}
          control={(props) => (
            <input type="email" required autocomplete="email" spellcheck={false} value={typed} {...props} />
          )}
        />
        <button type="submit" class={wasSent ? 'second' : ''}>
          Mail me a link
        </button>
      </form>
    </>
  )
}
