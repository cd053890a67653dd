/** SES breaks off: the claim stays, and once it has run out the mail goes, if the feedback queues are empty. */
import { minuteMs } from '../../../functions/domain/instant.ts'
import { claimMinutes } from '../../../functions/journey/deliver-step.ts'
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'
import { createPerson, tellEvents, tokenOf, waitUntilDue } from './person.ts'

export async function walkNoAnswer(stage: Stage): Promise<void> {
  const ida = createPerson(stage, 'ida@example.org')
  stage.ses.breakOffNext()
  const again = tokenOf((await ida.signUp()).location)
  insist(ida.mails().length === 0, 'A mail came that SES did not take.')
  stage.clock.advance((claimMinutes + 1) * minuteMs)
  await ida.press('/send-again', { t: again })
  insist(ida.mails().length === 1, 'The website did not send again after the claim had run out.')
  await tellEvents(stage)

  await ida.press(await ida.linkIn(ida.newestMail(), '/confirm/'), {}, 200)
  await tellEvents(stage)
  const mails = ida.mails().length
  stage.ses.breakOffNext()
  await waitUntilDue(stage, ida)
  insist(ida.mails().length === mails, 'A lesson came that SES did not take.')
  await waitUntilDue(stage, ida)
  insist(ida.mails().length === mails + 1, 'The tick did not send again after the claim had run out.')
}
