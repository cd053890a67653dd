/** `/path/data/erase`: everything about a learner goes, now. What stays, and why, is said before the press. */
import { Hono } from 'hono'
import { addresses } from '../../addresses.ts'
import { readForm, textOf } from '../../forms/read-form.ts'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { Tape } from '../../parts/tape.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import type { SiteDeps } from '../../ports.ts'
import { signedIn } from '../../signed-in.tsx'

export function erase(deps: SiteDeps): Hono {
  return new Hono()
    .get('/path/data/erase', async (c) => {
      const opened = await signedIn(c, deps)
      if (opened instanceof Response) return opened
      const view = await deps.journey.viewPath(opened.subject, deps.clock())
      if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
      const { token } = opened
      return page(
        c,
        deps,
        { title: 'Erase everything about me', token },
        <Ask token={token} address={view.enrolment.address} />,
      )
    })
    .post('/path/data/erase', async (c) => {
      const token = textOf(await readForm(c), 't')
      const now = deps.clock()
      await deps.journey.eraseNow(deps.links.read(token, ['sign-in'], now), now)
      // To an address without a token: whoever goes back or loads again finds nothing to press.
      return c.redirect(addresses.erased, 303)
    })
    .get('/erased', (c) => page(c, deps, { title: 'Your data is erased' }, <Erased />))
}

function Ask({ token, address }: { token: string; address: string }) {
  return (
    <>
      <Tape label="Out" words="erase" />
      <h1>Erase everything about you?</h1>
      <p class="lead">One press, and it is gone within a minute or two. It cannot be brought back.</p>
      <h2>What goes</h2>
      <ul>
        <li>Your address, {address}, your name, your days and your plan. No more lessons are sent.</li>
        <li>What you were sent, your answers, and the links and notes of your projects. Your own files stay yours.</li>
        <li>
          Your certificates: their addresses show nothing any more. Save them as PDF first if you want to keep them.
        </li>
        <li>The proof of your consent.</li>
      </ul>
      <h2>What stays, and why</h2>
      <ul>
        <li>
          A keyed hash of your address with the word “erased”, so that nobody is written to again by mistake. Your
          address cannot be read from it. If you sign up again yourself, you begin anew.
        </li>
        <li>
          Copies of the database that are kept for 35 days against accidents, and are then gone. They are opened for
          nothing else.
        </li>
      </ul>
      <form method="post" action={addresses.erase()}>
        <TokenField token={token} />
        <button type="submit">Erase everything about me</button>
      </form>
      <p class="links">
        <a href={addresses.data(token)}>See and download your data first</a>
        <a href={addresses.path(token)}>My path</a>
      </p>
    </>
  )
}

function Erased() {
  return (
    <>
      <Tape label="Out" words="erased" />
      <h1>Your data is being erased</h1>
      <p class="lead">It takes a minute or two. No more mail comes, and the links in your mails show lessons only.</p>
      <p>
        All that stays is a keyed hash of your address, so that nobody is written to again by mistake, and for 35 days
        the copies kept against accidents. <a href={addresses.privacy}>What is kept, and for how long</a>
      </p>
    </>
  )
}
