/** `/embed`: the sign-up form for other sites, as code to paste and as an interface for scripts. */
import { Hono } from 'hono'
import { raw } from 'hono/html'
import { addresses } from '../../addresses.ts'
import { consentText } from '../../consent-text.ts'
import { page } from '../../layout/page.tsx'
import { Tape } from '../../parts/tape.tsx'
import type { SiteDeps } from '../../ports.ts'
import { formCode } from './form-code.ts'
import { Interface } from './interface.tsx'
import { Paste } from './paste.tsx'

export function embed(deps: SiteDeps): Hono {
  return new Hono().get('/embed', (c) =>
    page(
      c,
      deps,
      { title: 'The form for your site', audience: 'everyone', canonical: addresses.embed },
      <Embed deps={deps} />,
    ),
  )
}

function Embed({ deps: { catalog, settings } }: { deps: SiteDeps }) {
  const code = formCode(catalog.compiled, settings)
  return (
    <>
      <Tape label="In" words="embed" />
      <h1>The form for your site</h1>
      <p class="lead">
        Paste this into a page of yours, and its readers can sign up for {catalog.compiled.path.title} from there. It is
        plain HTML: no script, no cookie, no account.
      </p>
      <h2 id="code">The code</h2>
      <Paste label="The code to paste" code={code} />
      <ul>
        <li>
          A press leads to this site, which says what to do next, or what has to be put right, with everything that was
          typed. Nobody gets a lesson before they press the button in the confirmation mail.
        </li>
        <li>
          The words of the consent are kept with it, so please leave them as they are. They are of {consentText.version}
          ; if they change, your form goes on working and the reader is asked to agree to the new ones here.
        </li>
        <li>
          The field that is hidden stays empty in people's hands; programs fill it in, and are answered like people
          about nobody.
        </li>
        <li>Headings, order and looks are yours. The names of the fields are not: without them nothing arrives.</li>
        <li>
          A page with a policy of its own (<code>form-action</code>) has to allow <code>{settings.siteUrl}</code>.
        </li>
      </ul>
      <h2 id="looks">How it looks here</h2>
      <div class="sheet">{raw(code)}</div>
      <Interface settings={settings} />
    </>
  )
}
