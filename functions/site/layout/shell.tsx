/** What stands around every page: head, skip link, masthead, footer. */
import type { PropsWithChildren } from 'hono/jsx'
import { addresses } from '../addresses.ts'
import type { SiteDeps } from '../ports.ts'

export interface ShellProps {
  /** What this page is. The path's title follows it. */
  readonly title: string
  /** Pages for everyone may be kept and indexed; what answers to a token or a form may not. */
  readonly audience: 'everyone' | 'learner'
  /** The address, without origin, under which this page is to be known. */
  readonly canonical?: string
  /** A lesson or sign-in token to carry on to "My path". */
  readonly token?: string
  /** What others show beside a link to this page; the picture by its address without origin. */
  readonly share?: { readonly description: string; readonly picture: string | undefined }
}

/** A strip of tape with a playhead. */
const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#26251f" d="M0 0h16v16H0z"/>' +
      '<path fill="#f3ecda" d="M2 5h12v6H2z"/><path fill="#2f7ea6" d="M2 5h2v6H2z"/>' +
      '<path fill="#d0402f" d="M10 1h1.5v14H10z"/></svg>',
  )

export function Shell(props: PropsWithChildren<ShellProps & { deps: SiteDeps }>) {
  const { deps, title, audience, canonical, token, share, children } = props
  const { catalog } = deps
  const { compiled } = catalog
  const site = compiled.path.title
  return (
    <html lang={compiled.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === site ? site : `${title} · ${site}`}</title>
        <meta name="color-scheme" content="light dark" />
        {audience === 'learner' ? <meta name="robots" content="noindex" /> : null}
        {canonical ? <link rel="canonical" href={deps.settings.siteUrl + canonical} /> : null}
        {canonical ? <meta name="description" content={compiled.promise} /> : null}
        {share ? <Share title={title} siteUrl={deps.settings.siteUrl} {...share} /> : null}
        <link rel="icon" type="image/svg+xml" href={icon} />
        <link rel="stylesheet" href={catalog.asset('style.css')?.url} />
        <script src={catalog.asset('site.js')?.url} defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        <header class="masthead">
          <a class="site" href={addresses.home}>
            {site}
          </a>
          <nav aria-label="Site">
            <a href={token ? addresses.path(token) : addresses.signIn}>My path</a>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Footer deps={deps} />
      </body>
    </html>
  )
}

interface ShareProps extends NonNullable<ShellProps['share']> {
  readonly title: string
  readonly siteUrl: string
}

function Share({ title, siteUrl, description, picture }: ShareProps) {
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {picture ? <meta property="og:image" content={siteUrl + picture} /> : null}
      {picture ? <meta name="twitter:card" content="summary_large_image" /> : null}
    </>
  )
}

function Footer({ deps }: { deps: SiteDeps }) {
  const { operatorName, postalAddress, replyTo } = deps.settings
  return (
    <footer class="colophon">
      <p>
        {operatorName}, {postalAddress}. A person reads <a href={`mailto:${replyTo}`}>{replyTo}</a>.
      </p>
      <p>
        <a href={addresses.glossary}>Glossary</a>
      </p>
      <p>
        <a href={addresses.facts}>Facts and sources</a>
      </p>
      <p>
        <a href={addresses.privacy}>What is kept, and for how long</a>
      </p>
    </footer>
  )
}
