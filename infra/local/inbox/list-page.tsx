import { layout } from './layout.tsx'
import type { MailRecord } from './mail-index.ts'
import { Time } from './time.tsx'

const shownAtOnce = 200

/** All mails, newest first. */
export function listPage({ mails, to }: { mails: readonly MailRecord[]; to: string }): string {
  const hidden = mails.length - shownAtOnce
  return layout({
    title: mails.length === 0 ? 'Inbox' : `Inbox (${mails.length})`,
    refresh: true,
    newest: mails[0]?.id ?? '',
    children: (
      <main>
        <h1>Every mail that this machine would have sent</h1>
        <form method="get" action="/">
          <label for="to">To</label>
          <input id="to" name="to" type="search" value={to} placeholder="part of an address" />
          <button type="submit">Show</button>
          {to && <a href="/">Show all</a>}
        </form>
        {mails.length === 0 ? <p>{emptyText(to)}</p> : <List mails={mails.slice(0, shownAtOnce)} />}
        {hidden > 0 && <p class="quiet">{hidden} older mails are not shown: look for an address to see them.</p>}
      </main>
    ),
  })
}

function emptyText(to: string): string {
  if (to) return `No mail to an address with “${to}” in it.`
  return 'No mail yet. Sign up on the site, and the confirmation appears here.'
}

function List({ mails }: { mails: readonly MailRecord[] }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Sent (UTC)</th>
          <th scope="col">Step</th>
          <th scope="col">Subject</th>
          <th scope="col">To</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr>
            <td class="when">
              <Time at={mail.sentAt} />
            </td>
            <td class="step">{mail.tags['step'] && <span class="tape">{mail.tags['step']}</span>}</td>
            <td>
              <a href={`/mails/${mail.id}`}>{mail.subject || '(no subject)'}</a>
            </td>
            <td>{mail.to}</td>
            <td class="from">{mail.from}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
