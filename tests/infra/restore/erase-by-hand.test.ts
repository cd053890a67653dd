/** The README's command that erases somebody at once, word for word, on the real functions. */
import { readFileSync } from 'node:fs'
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayMs } from '../../../functions/domain/instant.ts'
import { enrolmentFactory } from '../../support/enrolment.ts'
import { mondayMorning } from '../../support/journey.ts'
import { type LambdaWorld, startLambdaWorld } from '../../support/lambda-world.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const command = readme.slice(readme.indexOf('aws dynamodb update-item'))
const option = (name: string) => new RegExp(`--${name} '([^']+)'`).exec(command)?.[1] ?? ''

let world: LambdaWorld
beforeEach(async () => {
  world = await startLambdaWorld(mondayMorning)
})
afterEach(() => world.close())

const erase = (learner: string) =>
  world.table.client.send(
    new UpdateItemCommand({
      TableName: world.table.tableName,
      Key: JSON.parse(option('key').replace('lrn_…', learner)),
      ConditionExpression: option('condition-expression'),
      UpdateExpression: option('update-expression'),
      ExpressionAttributeNames: JSON.parse(option('expression-attribute-names')),
      ExpressionAttributeValues: JSON.parse(option('expression-attribute-values')),
    }),
  )

it.each([
  ['has a lesson tomorrow', { dueAt: mondayMorning + dayMs, lane: 'due' }],
  ['has finished', { state: 'finished' }],
  ['waits for the operator', { dueAt: mondayMorning - dayMs, lane: 'stuck', stuck: 'refused' }],
] as const)('erases who %s with the next tick, and sends nothing', async (_, wish) => {
  const lou = enrolmentFactory(wish)
  await world.table.store.createEnrolment(lou)
  const { handler } = await import('../../../functions/deliver.lambda.ts')

  await erase(lou.learner)
  await handler({ lane: 0, lanes: 1 }, { getRemainingTimeInMillis: () => 55_000 })

  expect(await world.table.store.findEnrolment(lou)).toBeUndefined()
  expect(world.ses.sends).toEqual([])
})

it('makes nobody who is not there', async () => {
  await expect(erase('lrn_nobody')).rejects.toThrow('conditional')
})
