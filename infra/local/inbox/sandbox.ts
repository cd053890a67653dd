/**
 * What a mail may do when it is shown: nothing but look, and open a link that a person presses, in the tab around it or
 * in a new one. No scripts, no forms, no plug-ins, no frames.
 */
const allowed = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'

/** For the iframe's `sandbox`. */
export const mailSandbox = allowed

/** The same in the document's own policy, so that it holds too when the mail is opened without the frame. */
export const mailPolicy = [
  "default-src 'none'",
  'img-src http: https: data:',
  "style-src 'unsafe-inline'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  `sandbox ${allowed}`,
].join('; ')

/** The mail's HTML with one line added: links leave the frame. */
export function withOutwardLinks(html: string): string {
  const base = '<base target="_top">'
  const start = /<head\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html)
  if (!start) return base + html
  const end = start.index + start[0].length
  return html.slice(0, end) + base + html.slice(end)
}
