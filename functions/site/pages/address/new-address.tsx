/** `/new-address/:token`: the button that a new address gets. Scanners open the page; only a press moves the lessons. */
import { Hono } from 'hono'
import { addresses } from '../../addresses.ts'
import { page } from '../../layout/page.tsx'
import { Tape } from '../../parts/tape.tsx'
import type { SiteDeps } from '../../ports.ts'

export function newAddress(deps: SiteDeps): Hono {
  const read = (token: string) => deps.links.read(token, ['new-address'], deps.clock())
  return new Hono()
    .get('/new-address/:token', (c) => {
      const token = c.req.param('token')
      read(token)
      const title = deps.catalog.compiled.path.title
      return page(c, deps, { title: 'Send my lessons here' }, <Ask token={token} course={title} />)
    })
    .post('/new-address/:token', async (c) => {
      const now = deps.clock()
      const holder = read(c.req.param('token'))
      const outcome = await deps.journey.confirmAddressChange(holder, now)
      const token = deps.links.sign('lesson', holder, now)
      const isNew = outcome === 'changed'
      const title = isNew ? 'Your lessons come here from now on' : 'Your lessons come here already'
      return page(c, deps, { title, token }, <Moved heading={title} isNew={isNew} token={token} />)
    })
}

function Ask({ token, course }: { token: string; course: string }) {
  return (
    <>
      <Tape label="In" words="address" />
      <h1>Send the lessons here?</h1>
      <p class="lead">One press, and the lessons of {course} come to the address that this link was sent to.</p>
      <form method="post" action={addresses.newAddress(token)}>
        <button type="submit">Send my lessons here</button>
      </form>
      <p class="quiet">If it was not you who asked, close this page: nothing changes, and this address is not kept.</p>
    </>
  )
}

function Moved({ heading, isNew, token }: { heading: string; isNew: boolean; token: string }) {
  return (
    <>
      <Tape label="In" words={isNew ? 'moved' : 'moved before'} />
      <h1>{heading}</h1>
      <p class="lead">
        {isNew
          ? 'Your place, your days and your notes are as they were. If another address had the lessons before, it has been told.'
          : 'This button was pressed before, and once is enough. Nothing was changed.'}
      </p>
      <p>
        What comes when is on <a href={addresses.path(token)}>my path</a>.
      </p>
    </>
  )
}
