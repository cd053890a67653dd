/** As many as the real handler has under way at SES's highest rates (`journey/send-pace.ts`). */
const mostAtOnce = 50

/** Does the work for each entry, many at a time, and comes back when all is done. */
export async function atOnce<Entry>(entries: readonly Entry[], work: (entry: Entry) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let entry = entries[next++]; entry !== undefined; entry = entries[next++]) await work(entry)
  }
  await Promise.all(Array.from({ length: mostAtOnce }, lane))
}
