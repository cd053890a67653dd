import { readEnrolment } from '../../functions/aws/enrolment-item.ts'
import { enrolmentKey } from '../../functions/aws/keys.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import { findStep, type Path } from '../../functions/domain/path.ts'
import type { MailRecord } from './inbox/mail-index.ts'
import type { MailStory } from './mail-line.ts'
import type { LocalTable } from './table.ts'
import { whatComesNext } from './what-comes-next.ts'

/** What is known of a mail; undefined when its learner is gone. */
export type StoryTeller = (mail: MailRecord, now: Instant) => Promise<MailStory | undefined>

/** Knows of each mail whose it is and what follows, from its tags and the table. */
export function createStoryTeller({ table, path }: { table: LocalTable; path: Path }): StoryTeller {
  return async (mail, now) => {
    const { learner, path: pathId, step = '' } = mail.tags
    if (learner === undefined || pathId === undefined) return undefined
    const item = await table.get(enrolmentKey({ learner, path: pathId }))
    if (item === undefined) return undefined
    const enrolment = readEnrolment(item)
    return { zone: enrolment.pace.zone, title: findStep(path, step)?.title, next: whatComesNext(path, enrolment, now) }
  }
}
