import type { CommandOptions } from './options.ts'

export interface LocalOptions extends CommandOptions {
  /** `manual`: nothing ticks by itself, only `tick()` does; `auto` when absent. */
  readonly ticks?: 'auto' | 'manual'
}

/** Where the lines go. */
export interface LocalIo {
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

/** The service, running. */
export interface LocalRun {
  readonly siteUrl: string
  readonly inboxUrl: string
  /** How far the time kept with the data was ahead of the real one. */
  readonly aheadMs: number
  /** One run of the deliver function, and then of the feedback function on what was sent. */
  tick(): Promise<void>
  /** Pushes time ahead when no handler is at work. */
  advance(milliseconds: number): Promise<void>
  stop(): Promise<void>
}
