import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { LocalProblem } from './problem.ts'

/** Where each thing that a run keeps lies. */
export interface DataFolder {
  readonly path: string
  readonly table: string
  readonly mails: string
  readonly clock: string
  readonly keys: string
  readonly log: string
  /** Lets the next run in. */
  release(): Promise<void>
}

/** Opens the folder for this process alone; `fresh` deletes first what earlier runs kept in it, and only that. */
export async function openDataFolder(path: string, options: { fresh: boolean }): Promise<DataFolder> {
  const folder = resolve(path)
  const kept = {
    table: join(folder, 'table'),
    mails: join(folder, 'mails'),
    clock: join(folder, 'clock.json'),
    keys: join(folder, 'keys.json'),
    log: join(folder, 'handlers.log'),
  }
  const lock = join(folder, 'running')
  await makeFolder(folder)
  await takeLock(lock, folder)
  // By name, never the folder itself: `--data ~ --fresh` must not empty a home.
  if (options.fresh) await Promise.all(Object.values(kept).map((entry) => rm(entry, { recursive: true, force: true })))
  await mkdir(kept.mails, { recursive: true })
  return { path: folder, ...kept, release: () => rm(lock, { force: true }) }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new LocalProblem(
      `${folder} cannot be used as the data folder: ${(error as Error).message}. Name another: --data.`,
    )
  }
}

async function takeLock(lock: string, folder: string): Promise<void> {
  const holder = Number(await readFile(lock, 'utf8').catch(() => '0'))
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new LocalProblem(
      `Process ${holder} runs on the data in ${folder}. Stop it, name another folder with --data, ` +
        `or delete ${lock} if that process is something else.`,
    )
  }
  await writeFile(lock, String(process.pid))
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
