/**
 * A bounce and a complaint: lessons stop. Whoever types the address into the form has one mail sent to one that bounced, which
 * asks whether it takes lessons again, and none to one that complained.
 */
import type { MailEventType } from '../mail-events.ts'
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'
import { createPerson } from './person.ts'

export async function walkBadNews(stage: Stage): Promise<void> {
  await hear(stage, 'Bounce', { address: 'bounced@example.org', state: 'undeliverable', waysBack: 1 })
  await hear(stage, 'Complaint', { address: 'complained@example.org', state: 'left', waysBack: 0 })
}

interface Heard {
  readonly address: string
  readonly state: string
  /** Mails that follow a sign-up with this address. */
  readonly waysBack: number
}

async function hear(stage: Stage, type: MailEventType, { address, state, waysBack }: Heard): Promise<void> {
  const person = createPerson(stage, address)
  await person.begin()
  const heard = stage.publishMailEvent(type, person.newestMail(), stage.clock())
  insist(heard > 0, `Nobody asks SES for ${type} events.`)
  await stage.eventSources.drain()
  const enrolment = await person.enrolment()
  insist(enrolment?.['state'] === state, `After a ${type} the enrolment is ${enrolment?.['state']} and not ${state}.`)
  const mails = person.mails().length
  await person.signUp()
  const sent = person.mails().length - mails
  insist(sent === waysBack, `${sent} mails and not ${waysBack} went to an address after its ${type}.`)
}
