/** One environment of a Lambda function: a child process that has nothing but what the template gives it. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../functions/domain/instant.ts'
import type { Invocation, Outcome } from './invocation.ts'

export interface FunctionProcess {
  /** Throws what the handler threw, or that it ran out of time. */
  invoke(event: unknown, now: Instant): Promise<unknown>
  close(): Promise<void>
}

export interface FunctionParts {
  readonly name: string
  /** What Lambda mounts as `/var/task`. */
  readonly taskFolder: string
  readonly handler: string
  readonly environment: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly onLine: (line: string) => void
}

const child = fileURLToPath(new URL('function-child.ts', import.meta.url))

export async function startFunction(parts: FunctionParts): Promise<FunctionProcess> {
  const { name, taskFolder, handler, environment, timeoutMs, onLine } = parts
  const running = fork(child, [taskFolder, handler], { env: environment, execArgv: [], silent: true })
  const complaints: string[] = []
  running.stderr?.on('data', (text: Buffer) => complaints.push(text.toString()))
  forEachLine(running, onLine)
  await started(running, () => `talkback cannot start ${name}:\n${complaints.join('')}`)

  return {
    async invoke(event, now) {
      const outcome = await ask(running, { id: randomUUID(), event, now, timeoutMs }, name)
      if ('error' in outcome) throw new Error(`${name}: ${outcome.error}`)
      return outcome.answer
    },
    async close() {
      if (running.exitCode !== null || running.signalCode !== null) return
      const closed = new Promise((resolve) => running.once('exit', resolve))
      running.kill()
      await closed
    },
  }
}

function started(running: ChildProcess, why: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    running.once('message', (message) => {
      if ((message as { ready?: boolean }).ready === true) resolve()
      else reject(new Error(why()))
    })
    running.once('exit', () => reject(new Error(why())))
  })
}

function ask(running: ChildProcess, invocation: Invocation, name: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(
      () => settle(() => reject(new Error(`${name} did not answer within its timeout of ${invocation.timeoutMs} ms.`))),
      invocation.timeoutMs,
    )
    const onMessage = (outcome: unknown) => {
      if ((outcome as Outcome).id === invocation.id) settle(() => resolve(outcome as Outcome))
    }
    const onExit = () => settle(() => reject(new Error(`${name} ended in the middle of its work.`)))
    const settle = (then: () => void) => {
      clearTimeout(patience)
      running.off('message', onMessage).off('exit', onExit)
      then()
    }
    running.on('message', onMessage).on('exit', onExit)
    running.send(invocation)
  })
}

function forEachLine(running: ChildProcess, onLine: (line: string) => void): void {
  let rest = ''
  running.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
}
