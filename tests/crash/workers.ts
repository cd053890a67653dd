/** Worker processes: started ahead of need, given one tick at a time, killed with SIGKILL. */
import { type ChildProcess, fork } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Worker {
  readonly name: string
  /** Runs one tick; comes back when it is done or the worker is dead. */
  tick(now: number): Promise<void>
  kill(): void
  readonly isDead: () => boolean
}

export interface WorkersParts {
  readonly bundle: string
  readonly environmentFor: (name: string) => Record<string, string>
  readonly onFailure: (text: string) => void
  /** A worker that lives on says that the table broke off one of its steps. */
  readonly onCutOff: (worker: string) => void
}

export function createWorkers({ bundle, environmentFor, onFailure, onCutOff }: WorkersParts) {
  let started = 0
  let standby: Promise<Worker> | undefined

  async function start(): Promise<Worker> {
    started += 1
    const name = `w${started}`
    const child = fork(bundle, {
      env: environmentFor(name),
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      execArgv: [],
    })
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes('"event":"step-failed"')) onCutOff(name)
      })
    }
    await heard(child)
    let dead = false
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => {
        dead = true
        resolve()
      })
    })
    return {
      name,
      isDead: () => dead,
      kill() {
        dead = true
        child.kill('SIGKILL')
      },
      async tick(now) {
        const answered = heard(child).then((message) => {
          if (message !== undefined && 'failed' in message) onFailure(String(message.failed))
        })
        child.send({ now })
        return Promise.race([answered, exited])
      },
    }
  }

  return {
    /** A worker that is ready; the next one is started meanwhile. */
    next(): Promise<Worker> {
      const ready = standby ?? start()
      standby = start()
      return ready
    },
    async close(): Promise<void> {
      ;(await standby)?.kill()
    },
  }
}

function heard(child: ChildProcess): Promise<Record<string, unknown> | undefined> {
  return new Promise((resolve) => child.once('message', (message) => resolve(message as Record<string, unknown>)))
}
