/** `/path/certificates`: what a learner may show to others. Nothing is public before they press. */
import { type Context, Hono } from 'hono'
import type { CertificateOf } from '../../../domain/certificate.ts'
import { Failure } from '../../../domain/errors.ts'
import { addresses } from '../../addresses.ts'
import { everyCertified } from '../../certificates/certified.ts'
import { problemFrom, statusOf } from '../../failures.ts'
import { readForm, textOf } from '../../forms/read-form.ts'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import type { SiteDeps } from '../../ports.ts'
import { type SignedIn, signedIn } from '../../signed-in.tsx'
import { CertificateList, type TypedName } from './certificate-list.tsx'

export function certificates(deps: SiteDeps): Hono {
  return new Hono()
    .get('/path/certificates', async (c) => {
      const opened = await signedIn(c, deps)
      return opened instanceof Response ? opened : show(c, deps, opened)
    })
    .post('/path/certificates/make', async (c) => {
      const { subject, token, of, name } = await pressed(c, deps)
      try {
        await deps.journey.issueCertificate(subject, of, name, deps.clock())
      } catch (cause) {
        const problem = problemFrom(cause)
        if (!(cause instanceof Failure) || problem === undefined) throw cause
        return show(c, deps, { subject, token }, { of, name, problem, status: statusOf(cause.code) })
      }
      return c.redirect(`${addresses.certificates(token, { made: of })}#${of}`, 303)
    })
    .post('/path/certificates/withdraw', async (c) => {
      const { subject, token, of } = await pressed(c, deps)
      await deps.journey.revokeCertificate(subject, of, deps.clock())
      return c.redirect(`${addresses.certificates(token, { withdrawn: of })}#${of}`, 303)
    })
}

async function pressed(c: Context, deps: SiteDeps): Promise<SignedIn & { of: CertificateOf; name: string }> {
  const fields = await readForm(c)
  const token = textOf(fields, 't')
  const subject = deps.links.read(token, ['sign-in'], deps.clock())
  const of = textOf(fields, 'of')
  if (!everyCertified(deps.catalog.compiled).some((certified) => certified.of === of)) {
    throw new Failure('stage-unknown', 'The path holds no such stage any more.', 'Open your path to see what it holds.')
  }
  return { subject, token, of, name: textOf(fields, 'name') }
}

async function show(c: Context, deps: SiteDeps, { subject, token }: SignedIn, typed?: TypedName) {
  const view = await deps.journey.viewPath(subject, deps.clock())
  if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
  const taken = await deps.journey.viewCertificates(subject)
  const title = typed ? 'Nothing was made: certificates' : 'Certificates'
  return page(
    c,
    deps,
    { title, token, ...(typed ? { status: typed.status } : {}) },
    <CertificateList
      {...{ deps, view, taken, token, typed }}
      made={c.req.query('made')}
      withdrawn={c.req.query('withdrawn')}
    />,
  )
}
