/** The doctor presses the real website's unsubscribe button: it answers, and nobody was taken out. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createUnsubscribeCheck } from '../../../infra/doctor/checks/unsubscribe.ts'
import { mondayMorning } from '../../support/journey.ts'
import { httpEventFactory } from '../../support/lambda-events.ts'
import { type LambdaWorld, startLambdaWorld } from '../../support/lambda-world.ts'
import { pathFactory } from '../../support/path.ts'
import { outputs, portsFactory } from './healthy-world.ts'

const siteUrl = 'https://learn.example.org'
const keyOfFunction = Buffer.alloc(32, 1).toString('base64url')

let world: LambdaWorld
beforeEach(async () => {
  world = await startLambdaWorld(mondayMorning)
})
afterEach(() => world.close())

/** What the doctor finds, holding these keys. */
async function press(keys: Readonly<Record<string, string>>) {
  const { handler } = await import('../../../functions/web.lambda.ts')
  const ports = portsFactory({
    stack: async () => ({ status: 'CREATE_COMPLETE', version: 1, outputs: { ...outputs, SiteUrl: siteUrl } }),
    secrets: { read: async () => JSON.stringify(keys) },
    web: {
      async postForm(url, body) {
        const form = Object.fromEntries(new URLSearchParams(body))
        const event = httpEventFactory('POST', url.slice(siteUrl.length), form)
        return (await handler(event, { awsRequestId: 'request-1' } as Parameters<typeof handler>[1])).statusCode
      },
    },
  })
  return createUnsubscribeCheck({ ...ports, path: pathFactory().id }).look()
}

it('answers 200 to the doctor’s own link, and writes nothing', async () => {
  expect(await press({ k1: keyOfFunction })).toMatchObject({ verdict: 'ok' })
  expect(await world.table.items()).toEqual([])
})

it('answers 400 to a key that the functions do not know', async () => {
  expect(await press({ k7: 'B'.repeat(64) })).toMatchObject({ verdict: 'broken' })
})
