/** A learner who asks for another address, and presses what comes there. */
import PostalMime from 'postal-mime'
import type { LinkSubject } from '../../functions/journey/ports.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'

export const old = 'ada@example.com'
export const fresh = 'ada@new.example.org'

export async function movingLearner() {
  const journey = createTestJourney()
  const subject = await journey.signUp(signUpFormFactory({ address: old }), originFactory())
  await journey.confirm(subject, mondayMorning)
  const mailsTo = (step: string) => journey.mailer.sent.filter(({ tags }) => tags['step'] === step)
  const ask = (address: string, of: LinkSubject = subject) => journey.requestAddressChange(of, address, originFactory())
  /** Follows the link of the last such mail. */
  const press = async (at = mondayMorning) => {
    const { text = '' } = await PostalMime.parse(mailsTo('new-address').at(-1)?.raw ?? '')
    const token = /new-address\/(\S+)/.exec(text)?.[1] ?? ''
    return journey.confirmAddressChange(journey.links.read(token, ['new-address'], at), at)
  }
  const addressItem = (address: string) => journey.store.findAddress(journey.hashAddress(address))
  return { journey, subject, mailsTo, ask, press, addressItem }
}
