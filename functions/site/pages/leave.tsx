/** `/leave/:token`: leaving is one press, for ever, whatever else is wrong (RFC 8058 for mail programs). */
import { type Context, Hono } from 'hono'
import { Failure } from '../../domain/errors.ts'
import { notesKeptDays } from '../../domain/moves.ts'
import { addresses } from '../addresses.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { page } from '../layout/page.tsx'
import { Tape } from '../parts/tape.tsx'
import { TokenField } from '../parts/token-field.tsx'
import type { SiteDeps } from '../ports.ts'

export function leave(deps: SiteDeps): Hono {
  return new Hono()
    .get('/leave/:token', (c) => {
      const token = c.req.param('token')
      const subject = subjectOf(deps, token)
      if (subject === undefined) return badLink(c, deps)
      const lessonToken = deps.links.sign('lesson', subject, deps.clock())
      return page(c, deps, { title: 'Stop all lessons' }, <Ask token={token} lessonToken={lessonToken} />)
    })
    .post('/leave/:token', async (c) => {
      const subject = subjectOf(deps, c.req.param('token'))
      if (subject === undefined) return badLink(c, deps)
      const isMailProgram = await isOneClick(c)
      await deps.journey.leave(subject, deps.clock())
      // RFC 8058 section 3.1: the answer to a mail program must not be a redirect; nobody reads its body.
      if (isMailProgram) return c.body(null, 200)
      const lessonToken = deps.links.sign('lesson', subject, deps.clock())
      return page(c, deps, { title: 'Stopped' }, <Left lessonToken={lessonToken} />)
    })
}

function subjectOf(deps: SiteDeps, token: string) {
  try {
    return deps.links.read(token, ['leave'], deps.clock())
  } catch (cause) {
    if (cause instanceof Failure) return undefined
    throw cause
  }
}

/** A body that nobody can read comes from a person's browser as well as from a machine: leaving succeeds either way. */
async function isOneClick(c: Context): Promise<boolean> {
  try {
    return textOf(await readForm(c), 'List-Unsubscribe') === 'One-Click'
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'form-invalid') return false
    throw cause
  }
}

function Ask({ token, lessonToken }: { token: string; lessonToken: string }) {
  return (
    <>
      <Tape label="Out" words="stop" />
      <h1>Stop all lessons?</h1>
      <p class="lead">
        One press and no more lessons are sent. Your notes stay for {notesKeptDays} days in case you come back.
      </p>
      <form method="post" action={addresses.leave(token)}>
        <button type="submit">Stop all lessons</button>
      </form>
      <p>
        If now is not the time, <a href={addresses.path(lessonToken)}>pause instead</a>: your place is kept. To stop and
        have everything about you erased at once, <a href={addresses.erase(lessonToken)}>erase your data</a>.
      </p>
    </>
  )
}

function Left({ lessonToken }: { lessonToken: string }) {
  return (
    <>
      <Tape label="Out" words="stopped" />
      <h1>No more lessons will be sent</h1>
      <p class="lead">
        Your notes stay for {notesKeptDays} days in case you come back; erase them now if you prefer. We mail you one
        link, so that nobody else can.
      </p>
      <form method="post" action={addresses.signInAgain}>
        <TokenField token={lessonToken} />
        <button type="submit" class="second">
          Mail me a link to erase my data
        </button>
      </form>
      <p>
        To come back, <a href={addresses.signUp}>sign up again</a> with that address: you go on where you stopped.
      </p>
    </>
  )
}

function badLink(c: Context, deps: SiteDeps) {
  const { replyTo } = deps.settings
  return page(
    c,
    deps,
    { title: 'This link does not work', status: 400 },
    <>
      <Tape label="Out" words="stop" />
      <h1>This link does not work, but you can stop the lessons</h1>
      <p class="lead">
        It is not whole: mail programs sometimes cut long links in two. Reply to any mail with the word "stop", or write
        to <a href={`mailto:${replyTo}`}>{replyTo}</a>, and a person stops the lessons for you.
      </p>
      <p>
        Or <a href={addresses.signIn}>have a link to your path mailed to you</a> and stop them there.
      </p>
    </>,
  )
}
