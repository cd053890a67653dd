import type { Child } from 'hono/jsx'

/** The frame of every inbox page. */
export function layout(page: { title: string; refresh?: boolean; newest?: string; children: Child }): string {
  const document = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
        {page.refresh && (
          <noscript>
            <meta http-equiv="refresh" content="4" />
          </noscript>
        )}
        {page.refresh && <script src="/script.js" defer></script>}
      </head>
      <body data-newest={page.newest ?? ''}>{page.children}</body>
    </html>
  )
  return `<!doctype html>${document}`
}
