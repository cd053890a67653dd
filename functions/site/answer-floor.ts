/**
 * Does the work and answers no sooner than `floorMs` after the start, also when the work fails: known and unknown
 * addresses take different work, and the time of an answer must not tell which it was.
 */
export async function withAnswerFloor<T>(floorMs: number, work: () => Promise<T>): Promise<T> {
  const floor = new Promise((resolve) => setTimeout(resolve, floorMs))
  try {
    return await work()
  } finally {
    await floor
  }
}
