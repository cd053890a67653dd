/** The whole service of one template, on this machine: every door to the functions, every service behind them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '../../functions/domain/instant.ts'
import { listen } from '../local/listen.ts'
import { createRehearsalClock } from './clock.ts'
import { createEventSources } from './event-sources.ts'
import { startFunctions } from './functions.ts'
import { createGateway } from './gateway.ts'
import { createLedger } from './ledger.ts'
import { createMailEvents } from './mail-events.ts'
import { policiesOf } from './policies.ts'
import { createRecorder, type RecorderParts } from './recorder.ts'
import { resolveTemplate } from './resolve.ts'
import { createScheduler } from './scheduler.ts'
import { createQueues } from './services/queues.ts'
import { createSecrets } from './services/secrets.ts'
import { createSes } from './services/ses.ts'
import { startTable } from './services/table.ts'
import type { Synthesised } from './synthesise.ts'
import { createTopics } from './topics.ts'

/** Any account but a real one. */
const account = '111122223333'

export type Stage = Awaited<ReturnType<typeof openStage>>

export async function openStage({ template, stackName, region, identities, assetOf }: Synthesised, start: Instant) {
  const clock = createRehearsalClock(start)
  const ready = Promise.withResolvers<RecorderParts>()
  const recorder = await listen(async (...exchange) => createRecorder(await ready.promise)(...exchange), { port: 0 })
  const place = { partition: 'aws', region, account, stackName, queueOrigin: recorder.url }
  const cloud = resolveTemplate(template, place)
  const ledger = createLedger(policiesOf(cloud, template))
  const table = await startTable(cloud)
  const secrets = createSecrets(cloud)
  const queues = createQueues(cloud, clock)
  const ses = createSes(cloud, identities, clock)
  const services = { dynamodb: table.service, secretsmanager: secrets.service, sqs: queues.service, ses: ses.service }
  ready.resolve({ place, ledger, identities: ses, services })
  const topics = createTopics({ cloud, ledger, queues })
  const workFolder = mkdtempSync(join(tmpdir(), 'talkback-rehearsal-'))
  const closeWorld = async () => {
    await Promise.all([recorder.close(), table.close()])
    rmSync(workFolder, { recursive: true })
  }
  try {
    const endpoint = recorder.url
    const functions = await startFunctions({ cloud, ledger, clock, assetOf, workFolder, endpoint })
    return {
      cloud,
      clock,
      ledger,
      table,
      secrets,
      queues,
      ses,
      topics,
      functions,
      workFolder,
      gateway: createGateway({ cloud, ledger, functions, clock }),
      scheduler: createScheduler({ cloud, ledger, functions }),
      eventSources: createEventSources({ cloud, ledger, functions, queues }),
      publishMailEvent: createMailEvents({ cloud, topics }),
      async close() {
        await functions.close()
        await closeWorld()
      },
    }
  } catch (error) {
    await closeWorld()
    throw error
  }
}
