/** An event that cannot be worked, and one that the topic cannot hand over: both end in the dead letters, nothing else does. */
import type { Stage } from '../stage.ts'
import { recordOf, textOf } from '../template.ts'
import { insist } from './insist.ts'
import { createPerson } from './person.ts'

/** No key in DynamoDB is longer than 2,048 bytes. */
const impossibleLearner = 'l'.repeat(3_000)
const mostReceives = 20

export async function walkDeadLetters(stage: Stage): Promise<void> {
  const [source = ''] = stage.eventSources.queues
  const queue = stage.queues.byArn(source)
  const [, properties = {}] =
    stage.cloud.ofType('AWS::SQS::Queue').find(([id]) => id === stage.cloud.idOf(source)) ?? []
  const redrive = recordOf(properties, 'RedrivePolicy')
  const dead = stage.queues.byArn(textOf(redrive, 'deadLetterTargetArn'))

  const eva = createPerson(stage, 'eva@example.org')
  await eva.begin()
  const good = eva.newestMail()
  const poison = { ...good, tags: { ...good.tags, learner: impossibleLearner } }
  stage.publishMailEvent('Send', poison, stage.clock())
  stage.publishMailEvent('DeliveryDelay', good, stage.clock())
  await stage.eventSources.drain()
  const isWaiting = (count: number) => queue.messages.length === count
  const areDead = (count: number) => dead.messages.length === count
  insist(isWaiting(1), 'An event that can be worked came back with the one that cannot.')
  let rounds = 1
  for (; !isWaiting(0) && rounds < mostReceives; rounds++) {
    stage.clock.advance(queue.visibilityTimeoutSeconds * 1_000 + 1)
    await stage.eventSources.drain()
  }
  insist(rounds === Number(redrive['maxReceiveCount']) + 1, `The poison event was given up in round ${rounds}.`)
  insist(areDead(1), 'The poison event is not among the dead letters.')

  stage.topics.loseNext()
  stage.publishMailEvent('Send', good, stage.clock())
  insist(areDead(2), 'An event that the queue did not take is lost.')
  for (const { id } of [...dead.messages]) dead.delete(id)
}
