/** Who is on the path: read learner by learner, since the table fills with delivery rows that nobody asks for here. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import type { Store } from '../../functions/journey/ports.ts'

export function createCensus(store: Store) {
  const known = new Map<string, Enrolment>()

  const isOnTheWay = ({ state, stuck }: Enrolment) => state === 'active' && stuck === undefined

  /** Who is stuck is read as well: a late event may settle what was in doubt, and the path goes on. */
  async function refresh(enrolments: readonly Enrolment[]): Promise<readonly Enrolment[]> {
    const fresh = await Promise.all(enrolments.map((enrolment) => store.findEnrolment(enrolment, 'strong')))
    const found = fresh.filter((enrolment) => enrolment !== undefined)
    for (const enrolment of found) known.set(enrolment.learner, enrolment)
    return found
  }

  return {
    async enrol(enrolment: Enrolment): Promise<void> {
      await store.createEnrolment(enrolment)
      known.set(enrolment.learner, enrolment)
    },
    onTheWay: async () =>
      (await refresh([...known.values()].filter(({ state }) => state === 'active'))).filter(isOnTheWay),
    everybody: () => refresh([...known.values()]),
  }
}
