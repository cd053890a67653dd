/** Runs in a process of its own: one function as Lambda starts it, from its bundle, with nothing of this project around it. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Invocation, Outcome } from './invocation.ts'

const [, , taskFolder = '', handlerName = ''] = process.argv
const [file = '', exported = ''] = handlerName.split('.')

type Handler = (event: unknown, context: object) => Promise<unknown>
const load = createRequire(import.meta.url)
const handler = (load(join(taskFolder, file)) as Readonly<Record<string, Handler>>)[exported]

let startedAt = performance.timeOrigin
let startedAfterMs = 0
// The rehearsal says what time it is; within one invocation time goes on by itself.
Date.now = () => Math.floor(startedAt + performance.now() - startedAfterMs)

process.on('message', async ({ id, event, now, timeoutMs }: Invocation) => {
  startedAt = now
  startedAfterMs = performance.now()
  const end = startedAfterMs + timeoutMs
  const context = { awsRequestId: id, getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())) }
  process.send?.(await run(id, event, context))
})
process.on('disconnect', () => process.exit())
process.send?.({ ready: typeof handler === 'function' })

async function run(id: string, event: unknown, context: object): Promise<Outcome> {
  try {
    const answer = await handler?.(event, context)
    // As Lambda hands it on: JSON, and nothing that JSON cannot say.
    return { id, answer: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) }
  } catch (error) {
    return { id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}
