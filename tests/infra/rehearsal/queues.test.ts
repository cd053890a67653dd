import { expect, it } from 'vitest'
import { createQueues } from '../../../infra/rehearsal/services/queues.ts'
import { cloudOf } from './placed.ts'

const dead = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } }
const queue = {
  Type: 'AWS::SQS::Queue',
  Properties: {
    QueueName: 'q',
    VisibilityTimeout: 10,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 2 },
  },
}

it('a queue hides what was received, hands it out again, and buries it after as many receives as the template says', () => {
  let now = 0
  const cloud = cloudOf({ Dead: dead, Queue: queue })
  const queues = createQueues(cloud, () => now)
  const [waiting, buried] = ['Queue', 'Dead'].map((id) => queues.byArn(cloud.attribute(id, 'Arn')))
  waiting?.send('event')

  const first = waiting?.receive(10)
  const hidden = waiting?.receive(10)
  now += 10_000
  const second = waiting?.receive(10)
  now += 10_000
  const third = waiting?.receive(10)

  expect([first, hidden, second, third].map((messages) => messages?.length)).toEqual([1, 0, 1, 0])
  expect(waiting?.messages).toEqual([])
  expect(buried?.messages.map(({ body }) => body)).toEqual(['event'])
})
