/** A bounce and a complaint: nothing more goes to either address, whatever anybody types into the form. */
import type { MailEventType } from '../mail-events.ts'
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'
import { createPerson } from './person.ts'

export async function walkBadNews(stage: Stage): Promise<void> {
  await hear(stage, 'Bounce', 'bounced@example.org', 'undeliverable')
  await hear(stage, 'Complaint', 'complained@example.org', 'left')
}

async function hear(stage: Stage, type: MailEventType, address: string, state: string): Promise<void> {
  const person = createPerson(stage, address)
  await person.begin()
  const heard = stage.publishMailEvent(type, person.newestMail(), stage.clock())
  insist(heard > 0, `Nobody asks SES for ${type} events.`)
  await stage.eventSources.drain()
  const enrolment = await person.enrolment()
  insist(enrolment?.['state'] === state, `After a ${type} the enrolment is ${enrolment?.['state']} and not ${state}.`)
  const mails = person.mails().length
  await person.signUp()
  insist(person.mails().length === mails, `A mail went to an address after its ${type}.`)
}
