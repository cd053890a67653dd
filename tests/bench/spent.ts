/** What a piece of work costs this process. */

export interface Spent<Result> {
  readonly result: Result
  /** User and system time of all threads: garbage collection and compilation included. */
  readonly cpuMs: number
  readonly wallMs: number
}

/** Does the work and answers with what it took. */
export async function spent<Result>(work: () => Promise<Result>): Promise<Spent<Result>> {
  const begunAt = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, cpuMs: (user + system) / 1_000, wallMs: performance.now() - begunAt }
}
