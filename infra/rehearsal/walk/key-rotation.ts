/** A new key for links: mails are signed with it in time, and every link of before goes on working. */
import { randomBytes } from 'node:crypto'
import { hourMs } from '../../../functions/domain/instant.ts'
import { runRotateKeys } from '../../commands/run-rotate-keys.ts'
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'
import { createPerson, tellEvents, tokenOf, waitUntilDue } from './person.ts'

const secretBytes = 32
/** Longer than a new key waits before it signs. */
const untilItSignsHours = 3

export async function walkKeyRotation(stage: Stage): Promise<void> {
  const ada = createPerson(stage, 'ada@example.org')
  await ada.begin()
  const before = ada.newestMail()
  const [lesson, leave] = [await ada.linkIn(before, '/lessons/'), await ada.linkIn(before, '/leave/')]

  await rotateKeys(stage)
  await ada.open(lesson)
  stage.clock.advance(untilItSignsHours * hourMs)
  await waitUntilDue(stage, ada)
  const newer = await ada.linkIn(ada.newestMail(), '/lessons/')
  insist(keyOf(newer) !== keyOf(lesson), 'Lessons are still signed with the old key.')
  await ada.open(newer)
  await ada.open(lesson)
  await ada.press('/sign-in/again', { t: tokenOf(lesson) })
  await ada.press(leave, { 'List-Unsubscribe': 'One-Click' }, 200)
  insist((await ada.enrolment())?.['state'] === 'left', 'The link of an old mail no longer stops the lessons.')
  await tellEvents(stage)
}

/** The operator's own command, with this stage for an account. */
async function rotateKeys({ cloud, secrets, clock }: Stage): Promise<void> {
  const nothing = () => Promise.reject(new TypeError('Rotating keys asks for no such thing.'))
  await runRotateKeys({
    account: {
      accountId: async () => cloud.place.account,
      stack: async () => ({ status: 'CREATE_COMPLETE', version: 1, outputs: cloud.outputs }),
      readSecret: async (arn) => secrets.read(arn),
      writeSecret: async (arn, text) => secrets.write(arn, text),
      isBootstrapped: nothing,
      sending: nothing,
      identity: nothing,
    },
    newSecret: () => randomBytes(secretBytes).toString('base64url'),
    now: clock(),
    print: () => {},
  })
}

/** A token's second part names the key. */
function keyOf(url: string): string {
  return tokenOf(url).split('.')[1] ?? ''
}
