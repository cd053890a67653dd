/** Which pages of the site has nobody opened? */
import { siteFixture } from '../support/site.ts'

/** What a GET answers and no browser shows as a page. */
const files = ['/assets/:file', '/robots.txt', '/certificates/:id/card.svg', '/path/data/file']

/** Answers: the patterns of pages that none of these paths belongs to, of routes that show one by GET or as a preview. */
export function neverOpened(paths: ReadonlySet<string>): readonly string[] {
  const { site } = siteFixture()
  const pages = site.routes
    .filter(({ method, path }) => method === 'GET' || (method === 'POST' && path.startsWith('/path/preview/')))
    .map(({ path }) => path)
    .filter((pattern) => !files.includes(pattern))
  return [...new Set(pages)].filter((pattern) => ![...paths].some((path) => belongs(path, pattern)))
}

function belongs(path: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)
}
