import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deliverSettings, feedbackSettings, webSettings } from '../../functions/runtime/env.ts'
import { stubEnvironment } from '../support/lambda-world.ts'

const functions = [
  { name: 'deliver', load: () => import('../../functions/deliver.lambda.ts'), settings: deliverSettings },
  { name: 'feedback', load: () => import('../../functions/feedback.lambda.ts'), settings: feedbackSettings },
  { name: 'web', load: () => import('../../functions/web.lambda.ts'), settings: webSettings },
]
const optional = ['UNKNOWN_POLICY', 'ANSWER_FLOOR_MS', 'EMBED_ORIGINS', 'FEEDBACK_QUEUES']

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(functions)('the function $name', ({ load, settings }) => {
  const variables = Object.keys(settings.entries).filter((variable) => !optional.includes(variable))

  it('does not start without its environment, and names everything that is missing', async () => {
    stubEnvironment(Object.fromEntries(variables.map((variable) => [variable, undefined])))

    const failure = await load().catch((error: unknown) => error)

    const text = failure instanceof Error ? failure.message : 'started'
    for (const variable of variables) expect(text).toContain(`${variable}: is not set`)
  })

  it('does not start without its course, and says what to do', async () => {
    stubEnvironment({ CATALOG_FOLDER: '/nowhere' })

    await expect(load()).rejects.toThrow(
      'The compiled course has no readable path.json in /nowhere. Run "npm run content".',
    )
  })
})
