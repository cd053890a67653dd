/** `/certificates/:id`: a certificate, for anybody who has its address. Nothing of its owner but the name they chose. */
import { type Context, Hono } from 'hono'
import type { ShownCertificate } from '../../../journey/certificates.ts'
import { cardSvg } from '../../certificates/card.ts'
import { cardOf, plateName } from '../../certificates/card-of.ts'
import { type Certified, certified } from '../../certificates/certified.ts'
import { page } from '../../layout/page.tsx'
import { Tape } from '../../parts/tape.tsx'
import type { SiteDeps } from '../../ports.ts'
import { hoursWords } from '../../words/duration.ts'
import { CertificateSheet } from './certificate-sheet.tsx'
import { issuedWords } from './issued-words.ts'

export function certificate(deps: SiteDeps): Hono {
  return new Hono()
    .get('/certificates/:id', async (c) => {
      const id = c.req.param('id')
      const found = await deps.journey.findCertificate(id)
      if (found === undefined) return noCertificate(c, deps)
      if (found === 'withdrawn') return withdrawn(c, deps)
      const what = certified(deps.catalog.compiled, found.of)
      return page(
        c,
        deps,
        { title: `${found.name}: certificate of ${what.name}`, share: shareOf(deps, found, what) },
        <CertificateSheet deps={deps} certificate={found} what={what} id={id} />,
      )
    })
    .get('/certificates/:id/card.svg', async (c) => {
      const found = await deps.journey.findCertificate(c.req.param('id'))
      if (found === undefined) return noCertificate(c, deps)
      if (found === 'withdrawn') return withdrawn(c, deps)
      const { compiled } = deps.catalog
      const person = { name: found.name, issued: issuedWords(found), site: new URL(deps.settings.siteUrl).host }
      const svg = cardSvg({ ...cardOf(compiled, certified(compiled, found.of)), person })
      return c.body(svg, 200, {
        'Content-Type': 'image/svg+xml; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex',
      })
    })
}

/** What networks show beside a link: they draw no SVG, so they get the picture of the stage, without the name. */
function shareOf({ catalog }: SiteDeps, { name }: ShownCertificate, what: Certified) {
  const description = `${name} has handed in the project work of ${what.name}, planned as ${hoursWords(what.minutes)} of work.`
  return { description, picture: catalog.asset(plateName(what.of))?.url }
}

function withdrawn(c: Context, deps: SiteDeps) {
  return page(
    c,
    deps,
    { title: 'This certificate was withdrawn', status: 410 },
    <>
      <Tape label="Stop" words="withdrawn" />
      <h1>This certificate was withdrawn</h1>
      <p class="lead">Its owner has withdrawn it, so it is not valid any more. What it said is not shown.</p>
      <p>If they made it again, it has another address: ask them for it.</p>
    </>,
  )
}

function noCertificate(c: Context, deps: SiteDeps) {
  return page(
    c,
    deps,
    { title: 'There is no certificate here', status: 404 },
    <>
      <Tape label="Stop" words="no certificate" />
      <h1>There is no certificate at this address</h1>
      <p class="lead">
        The address was mistyped, or its owner had their data erased. Ask them for the whole address; if it opens this
        page, nothing stands behind it.
      </p>
    </>,
  )
}
