/** `npm start`: the whole service on this machine. */
import { banner } from './banner.ts'
import type { LocalRun } from './local-run.ts'
import { parseOptions, usage } from './options.ts'
import { LocalProblem } from './problem.ts'

const io = {
  print: (line: string) => console.log(line),
  complain: (line: string) => console.error(line),
}

const samePressMs = 300

await main().catch((error) => {
  // What the person can mend is one line; the rest is a bug and shows where.
  io.complain(error instanceof LocalProblem ? error.message : String((error as Error).stack ?? error))
  process.exit(1)
})

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2))
  if (options === 'help') return io.print(usage)
  const [{ startLocal }, { functionsHere }] = await Promise.all([
    import('./start-local.ts'),
    import('./functions-here.ts'),
  ])
  const world = functionsHere(io.print)
  const starting = startLocal(options, io, world)
  stopOnSignal(starting)
  const run = await starting
  io.print(
    banner({
      ...run,
      data: options.data,
      day: options.day,
      now: world.clock(),
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      // Counted from the start of this process, before anything was imported.
      readyInMs: performance.now(),
    }),
  )
}

function stopOnSignal(starting: Promise<LocalRun>): void {
  let askedAt: number | undefined
  const stop = async () => {
    if (askedAt !== undefined) {
      // npm and tsx pass on the signal that the terminal has sent here already: one key press comes twice.
      if (performance.now() - askedAt > samePressMs) process.exit(130)
      return
    }
    askedAt = performance.now()
    io.print('\nStopping: the work at hand is finished first. Ctrl-C again stops at once.')
    try {
      await (await starting).stop()
      process.exit(0)
    } catch (error) {
      io.complain(String(error))
      process.exit(1)
    }
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
