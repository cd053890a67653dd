import type { Enrolment, EnrolmentKey } from '../../functions/domain/enrolment.ts'
import type { Store } from '../../functions/journey/ports.ts'

/** The same store, which tells what is claimed and what is written. */
export function watched(
  store: Store,
  tell: { claimed(enrolment: Enrolment): void; written(enrolment: Enrolment): void; erased(): void },
): Store {
  const telling =
    <Rest extends readonly unknown[]>(write: (key: Enrolment, ...rest: Rest) => Promise<boolean>) =>
    async (key: Enrolment, ...rest: Rest) => {
      const isWritten = await write(key, ...rest)
      const enrolment = await store.findEnrolment(key, 'strong')
      if (isWritten && enrolment !== undefined) tell.written(enrolment)
      return isWritten
    }
  return {
    ...store,
    async claim(entry, claim) {
      const enrolment = await store.claim(entry, claim)
      if (enrolment !== undefined) tell.claimed(enrolment)
      return enrolment
    },
    async eraseLearner(key: EnrolmentKey) {
      await store.eraseLearner(key)
      tell.erased()
    },
    settle: telling(store.settle),
    holdUntilExpiry: telling(store.holdUntilExpiry),
    settleByEvent: telling(store.settleByEvent),
    change: telling(store.change),
    createEnrolment: telling(store.createEnrolment),
  }
}
