import { layout } from './layout.tsx'
import type { MailRecord } from './mail-index.ts'
import type { ReadMail } from './read-mail.ts'
import { mailSandbox } from './sandbox.ts'
import { Time } from './time.tsx'

export const views = ['html', 'text', 'raw'] as const
type View = (typeof views)[number]

const viewNames = { html: 'HTML', text: 'Plain text', raw: 'Source' } as const

export interface ShownMail {
  readonly record: MailRecord
  readonly mail: ReadMail
  readonly raw: string
  readonly view: View
}

/** One mail: what it says, in three views, and its headers. */
export function mailPage(shown: ShownMail): string {
  const { record, mail, view } = shown
  const { step = '' } = record.tags
  return layout({
    title: record.subject || 'Mail',
    children: (
      <main>
        <p>
          <a href="/">All mails</a> · <a href={`/?to=${encodeURIComponent(record.to)}`}>All to {record.to}</a>
        </p>
        <h1>
          {!record.subject.startsWith(step) && <span class="tape">{step}</span>} {record.subject || '(no subject)'}
        </h1>
        <p class="quiet">
          <Time at={record.sentAt} /> UTC, from {record.from} to {record.to}
        </p>
        <nav aria-label="Views">
          {views.map((name) => (
            <a href={`/mails/${record.id}?view=${name}`} aria-current={name === view ? 'page' : undefined}>
              {viewNames[name]}
            </a>
          ))}
        </nav>
        <Body {...shown} />
        <h2>Headers</h2>
        <table>
          <tbody>
            {mail.headers.map(({ name, value }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </main>
    ),
  })
}

function Body({ record, mail, raw, view }: ShownMail) {
  if (view === 'raw') return <pre>{raw}</pre>
  if (view === 'text') return mail.text ? <pre>{mail.text}</pre> : <p>This mail has no plain text part.</p>
  if (mail.html === undefined) return <p>This mail has no HTML part.</p>
  return <iframe title="The mail as HTML" sandbox={mailSandbox} src={`/mails/${record.id}/html`}></iframe>
}
