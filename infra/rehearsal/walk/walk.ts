/** What is walked, in order. Each part leaves behind nothing that the next one needs. */
import type { Stage } from '../stage.ts'
import { walkAlarmMail } from './alarm-mail.ts'
import { walkBadNews } from './bad-news.ts'
import { walkDeadLetters } from './dead-letters.ts'
import { walkKeyRotation } from './key-rotation.ts'
import { walkLeaving } from './leaving.ts'
import { walkNoAnswer } from './no-answer.ts'
import { walkOwnData } from './own-data.ts'
import { walkWholePath } from './whole-path.ts'

export interface WalkPart {
  readonly title: string
  readonly walk: (stage: Stage) => Promise<void>
}

export const walk: readonly WalkPart[] = [
  { title: 'a learner from sign-up to finish', walk: walkWholePath },
  { title: 'a bounce and a complaint', walk: walkBadNews },
  { title: 'no answer from SES, and another send', walk: walkNoAnswer },
  { title: 'a poison event and a lost one', walk: walkDeadLetters },
  { title: 'a key rotation', walk: walkKeyRotation },
  { title: 'an unsubscribe, and the erasure', walk: walkLeaving },
  { title: 'own data, a certificate, another address, erased', walk: walkOwnData },
  { title: 'every alarm', walk: walkAlarmMail },
]
