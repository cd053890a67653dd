/** One press in the mail program (RFC 8058), silence, and after a month the erasure. */
import { readMail } from '../../local/inbox/read-mail.ts'
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'
import { createPerson, waitUntilDue } from './person.ts'

export async function walkLeaving(stage: Stage): Promise<void> {
  const max = createPerson(stage, 'max@example.org')
  await max.begin()
  const { headers } = await readMail(max.newestMail().raw)
  const post = headers.find(({ name }) => name.toLowerCase() === 'list-unsubscribe-post')?.value
  insist(post === 'List-Unsubscribe=One-Click', 'The mail does not offer to unsubscribe with one click.')
  const link = await max.linkIn(max.newestMail(), '/leave/')
  const answer = await max.press(link, { 'List-Unsubscribe': 'One-Click' }, 200)
  insist(answer.body === '' && answer.location === undefined, 'The answer to a mail program is not empty.')
  const left = await max.enrolment()
  insist(left?.['state'] === 'left', 'One click did not stop the lessons.')
  const mails = max.mails().length
  await waitUntilDue(stage, max)
  insist(max.mails().length === mails, 'A lesson came after leaving.')
  const kept = (await stage.table.items()).filter((item) => item['pk'] === left['pk'])
  insist(kept.length === 0, `After the erasure there are still ${kept.map((item) => item['sk']).join(', ')}.`)
}
