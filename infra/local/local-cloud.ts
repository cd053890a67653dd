import type { Clock } from '../../functions/runtime/clock.ts'
import { configurationSet } from './environment.ts'
import { createFaultReport } from './fault-report.ts'
import { createFeedbackQueue } from './feedback-queue.ts'
import type { Handlers } from './handlers.ts'
import { createHttpApi } from './http-api.ts'
import type { MailRecord } from './inbox/mail-index.ts'
import { type MailStore, sentLast24Hours } from './inbox/mail-store.ts'
import { createLambdaContext } from './lambda-context.ts'
import type { LocalIo } from './local-run.ts'
import { mailLine } from './mail-line.ts'
import { createSes } from './ses-server.ts'
import type { StoryTeller } from './story-teller.ts'
import { createWork } from './work.ts'

/** What SES grants a fresh production account. */
const quota = { max24HourSend: 50_000, maxSendRate: 14 } as const

export interface LocalCloudDeps {
  readonly clock: Clock
  readonly mails: MailStore
  readonly io: LocalIo
}

/** What AWS does around the functions: requests to web, ticks to deliver, mails to SES, its events to feedback. */
export function createLocalCloud({ clock, mails, io }: LocalCloudDeps) {
  const work = createWork()
  const started = Promise.withResolvers<{ handlers: Handlers; tellStory: StoryTeller }>()
  const reportFault = createFaultReport(io.complain)

  const queue = createFeedbackQueue({
    feedback: async () => (await started.promise).handlers.feedback,
    mails,
    work,
    configurationSet,
    onHandled: announce,
    onFault: (error) => reportFault('feedback', error),
    onDeadLetter: (mail) => io.complain(`Given up: the Send event of mail ${mail.id} to ${mail.to} (a dead letter).`),
  })

  async function announce(mail: MailRecord) {
    const { tellStory } = await started.promise
    const story = await tellStory(mail, clock()).catch((error) => reportFault('story', error))
    io.print(mailLine(mail, story ?? undefined))
  }

  const site = createHttpApi({
    web: async () => (await started.promise).handlers.web,
    work,
    clock,
    onFault: (error) => reportFault('web', error),
  })

  const ses = createSes({
    async accept(mail) {
      const record = await mails.keep(mail, clock())
      queue.push(record)
      return record.id
    },
    quota: () => ({ ...quota, sentLast24Hours: sentLast24Hours(mails, clock()) }),
  })

  return {
    work,
    queue,
    site,
    ses,
    /** From now on the functions are there; requests that came before have waited. */
    run(handlers: Handlers, tellStory: StoryTeller) {
      started.resolve({ handlers, tellStory })
      // SQS would have kept the events of an earlier run.
      for (const mail of mails.untold()) queue.push(mail)
    },
    async tick(): Promise<void> {
      const { handlers } = await started.promise
      await work
        .run(() => handlers.deliver({ lane: 0, lanes: 1 }, createLambdaContext(55_000)))
        .catch((error) => reportFault('deliver', error))
    },
  }
}
