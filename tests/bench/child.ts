/** The parent's side of a measurement: processes of their own, so that each one's CPU is nobody else's. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Less than this the function will not have. */
const functionMb = 256
const newSpaceMb = Math.floor(functionMb / 10)
/** As `/var/runtime/bootstrap` of Lambda's Node images sets them; without a limit V8 lets the heap grow on a large machine. */
const lambdaFlags = [
  `--max-semi-space-size=${Math.floor(newSpaceMb / 2)}`,
  `--max-old-space-size=${functionMb - newSpaceMb}`,
]

export interface Child<Ready = unknown> {
  /** What it said when it was ready. */
  readonly ready: Ready
  ask<Answer>(order: object): Promise<Answer>
  close(): Promise<void>
}

/** Starts a bundle as Lambda would: with its V8 flags, the environment given and nothing else. */
export async function startChild<Ready>(file: string, env: Record<string, string>): Promise<Child<Ready>> {
  return attend(fork(file, { env, execArgv: lambdaFlags, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }))
}

/** Starts a file of this folder that is not measured itself, straight from TypeScript. */
export async function startStandIn<Ready>(file: `./${string}`): Promise<Child<Ready>> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  return attend(fork(path, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }))
}

async function attend<Ready>(child: ChildProcess): Promise<Child<Ready>> {
  const ready = (await heard(child)) as Ready
  return {
    ready,
    async ask<Answer>(order: object) {
      const answer = heard(child)
      child.send(order)
      return (await answer) as Answer
    },
    async close() {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`A measured process ended with ${code}`))
    child.once('exit', died)
    child.once('message', (message: { done?: unknown; failed?: string }) => {
      child.off('exit', died)
      if (message.failed === undefined) resolve(message.done)
      else reject(new Error(message.failed))
    })
  })
}
