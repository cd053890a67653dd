/** The confirmation: from the pending state only, and the first step follows at once. */

import type { EnrolmentState } from '../domain/enrolment.ts'
import type { Instant } from '../domain/instant.ts'
import { confirm } from '../domain/moves.ts'
import { asDeed } from '../domain/silence.ts'
import { changeEnrolment } from './change-enrolment.ts'
import type { LinkSubject, Store } from './ports.ts'
import type { SendNow } from './send-now.ts'

export type Confirmation = 'started' | 'already' | 'gone'

export function createConfirm(parts: { store: Store; sendNow: SendNow; hashAddress: (address: string) => string }) {
  const { store, sendNow, hashAddress } = parts
  return async function confirmPath(subject: LinkSubject, now: Instant): Promise<Confirmation> {
    const enrolment = await store.findEnrolment(subject, 'strong')
    if (enrolment?.state !== 'pending') return answerTo(enrolment?.state)
    const address = await store.findAddress(hashAddress(enrolment.address))
    if (address?.suppressed !== undefined) return 'gone'

    // The evidence of consent first: a path that runs without it could not be shown to be wanted.
    await store.confirmConsent(subject.learner, now)
    const decidedOn = await changeEnrolment(store, subject, (current) =>
      current.state === 'pending' ? asDeed(current, confirm(current, now), now) : undefined,
    )
    const answer = answerTo(decidedOn?.state)
    if (answer === 'started') await sendNow(subject)
    return answer
  }
}

/** What pressing the button does in this state. */
function answerTo(state: EnrolmentState | undefined): Confirmation {
  if (state === 'pending') return 'started'
  return state === 'active' || state === 'paused' || state === 'finished' ? 'already' : 'gone'
}
