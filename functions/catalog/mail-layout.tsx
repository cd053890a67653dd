/** The frame of every mail: one column, the tape label, the footer. Tables only where mail clients need them. */
import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import juice from 'juice'
import { withCurvedQuotes } from './curved-quotes.ts'
import { inkColour, mailStyle, screenStyle, tapeColour } from './mail-style.ts'

export interface Frame {
  readonly language: string
  readonly subject: string
  readonly preheader: string
  /** `id` stands first on the label; the colour is its edge. */
  readonly tape: { readonly id?: string; readonly title: string; readonly colour: string }
  readonly footer: Child
  readonly children?: Child
}

// Word, which draws Outlook for Windows, ignores `max-width`: this table holds its column at 600 px.
const outlookOpen = raw('<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->')
const outlookClose = raw('<!--[if mso]></td></tr></table><![endif]-->')

const MailFrame: FC<Frame> = ({ language, subject, preheader, tape, footer, children }) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <title>{subject}</title>
      <style>{raw(screenStyle)}</style>
    </head>
    <body class="paper">
      <div class="preheader">{withCurvedQuotes(preheader)}</div>
      <Layout class="paper" width="100%">
        <td class="outer" align="center">
          {outlookOpen}
          <Layout class="column" width="100%">
            <td class="text" lang={language}>
              <TapeLabel {...tape} />
              {children}
              <div class="footer">{footer}</div>
            </td>
          </Layout>
          {outlookClose}
        </td>
      </Layout>
    </body>
  </html>
)

const Layout: FC<{ class?: string; width?: string; children?: Child }> = ({ children, ...attributes }) => (
  <table role="presentation" cellpadding="0" cellspacing="0" border={0} {...attributes}>
    <tr>{children}</tr>
  </table>
)

const TapeLabel: FC<Frame['tape']> = ({ id, title, colour }) => (
  <Layout class="tape" width="100%">
    <td class="edge" width="6" bgcolor={colour} style={`background-color: ${colour}`}>
      {raw('&nbsp;')}
    </td>
    <td class="tape-text" bgcolor={tapeColour}>
      <h1>
        {id && `${id}\u00a0 `}
        {withCurvedQuotes(title)}
      </h1>
    </td>
  </Layout>
)

/** The one thing to press. */
export const Button: FC<{ href: string; children?: Child }> = ({ href, children }) => (
  <Layout class="button-row">
    <td class="button" bgcolor={inkColour}>
      <a class="press" href={href}>
        {children}
      </a>
    </td>
  </Layout>
)

/** Answers: the HTML part of a mail, every style inlined but those that depend on the screen. */
export function layOutMail(frame: Frame): string {
  const document = `<!doctype html>${<MailFrame {...frame} />}`
  return juice.inlineContent(document, mailStyle, { applyWidthAttributes: false, applyHeightAttributes: false })
}
