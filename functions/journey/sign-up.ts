/** Signing up: address, learner, enrolment, in this order, so that one that was cut off is completed by the next. */
import { beforeBeginning } from '../domain/beginning.ts'
import { changed, type Enrolment, type LearnerId } from '../domain/enrolment.ts'
import type { Instant } from '../domain/instant.ts'
import { askConfirmation, signUpAgain } from '../domain/moves.ts'
import type { Pace } from '../domain/pace.ts'
import type { Path, StageId, StepId } from '../domain/path.ts'
import { readPlan } from '../domain/plan.ts'
import type { Brakes, Origin } from './brakes.ts'
import { changeEnrolment } from './change-enrolment.ts'
import { withConsent } from './consent.ts'
import type { Learner, LinkSubject, Store } from './ports.ts'
import type { SendNow } from './send-now.ts'

export interface SignUpForm {
  readonly address: string
  readonly name?: string
  readonly pace: Pace
  /** In the learner's own words; checked by `readPlan`. */
  readonly plan?: string
  /** By placement or choice; the first one without. */
  readonly startStage?: StageId
  /** Steps before it that come first all the same, and later stages that are left out. */
  readonly catchUp?: readonly StepId[]
  readonly without?: readonly StageId[]
  readonly consentVersion: string
}

export interface SignUpParts {
  readonly store: Store
  readonly path: Path
  readonly brakes: Brakes
  readonly sendNow: SendNow
  readonly mailSignInLink: (subject: LinkSubject, address: string, now: Instant) => Promise<void>
  /** Asks an address that did not take mail for a while whether it wants the lessons again. */
  readonly mailWayBack: (subject: LinkSubject, address: string, now: Instant) => Promise<void>
  readonly hashAddress: (address: string) => string
  readonly newLearnerId: () => LearnerId
}

export function createSignUp(parts: SignUpParts) {
  const { store, path, brakes, sendNow, mailSignInLink, mailWayBack, hashAddress, newLearnerId } = parts

  return {
    /** Answers alike for known and unknown addresses; what differs is only which mail goes out, if any. */
    async signUp(form: SignUpForm, origin: Origin): Promise<LinkSubject> {
      // What cannot be kept is refused before anything is written, and whoever the address belongs to.
      readPlan(form.plan ?? '')
      beforeStart(form)
      await brakes.refuseBusySource(origin)
      const hash = hashAddress(form.address)
      const address = await addressOf(hash)
      const subject = { learner: address.learner, path: path.id }
      if (address.suppressed === 'complained') return subject

      // Read before the enrolment: who confirms after it has another evidence than the one read here.
      const evidence = await store.findLearner(subject.learner, 'strong')
      const known = await store.findEnrolment(subject, 'strong')
      const isBounced = address.suppressed === 'bounced'
      const mailWayIn = known && wayInto(known, evidence, isBounced)
      if (known !== undefined && mailWayIn !== undefined) {
        await mailWayIn(subject, known.address, origin.now)
        return subject
      }
      if (!(await brakes.mayMailConfirmation(hash, origin.now))) return subject
      // Of who has no path to go back to: the mail that is sent now tells whether the address takes mail again.
      if (isBounced) await store.renewAddress(hash, subject.learner)
      await keepLearner(learnerOf(subject, form, origin), evidence)
      await keepEnrolment(subject, form, origin.now)
      await sendNow(subject)
      return subject
    },

    /** The confirmation once more, within the same brakes. */
    async sendConfirmationAgain(subject: LinkSubject, origin: Origin): Promise<void> {
      await brakes.refuseBusySource(origin)
      const enrolment = await store.findEnrolment(subject, 'strong')
      if (enrolment?.state !== 'pending') return
      if (!(await brakes.mayMailConfirmation(hashAddress(enrolment.address), origin.now))) return
      await changeEnrolment(store, subject, (current) =>
        current.state === 'pending' ? askConfirmation(current, origin.now) : undefined,
      )
      await sendNow(subject)
    },
  }

  /** Answers: what is mailed to who has a path already? Undefined for who may begin. */
  function wayInto(known: Enrolment, evidence: Learner | undefined, isBounced: boolean) {
    if (isCutOff(known, evidence, isBounced)) return mailWayBack
    if (mayBegin(known)) return undefined
    return known.state === 'erasing' ? async () => {} : mailSignInLink
  }

  async function addressOf(hash: string) {
    const found = await store.findAddress(hash)
    if (found?.suppressed === 'erased') await store.renewAddress(hash, newLearnerId())
    else if (found !== undefined) return found
    else await store.createAddress(hash, { learner: newLearnerId() })
    // Read what stands there now: somebody may have signed up the same address at this very moment.
    const now = await store.findAddress(hash)
    if (now === undefined) throw new Error('An address item was written and is not there')
    return now
  }

  /** What they agreed to before stays beside the new consent. Who confirms at this very moment keeps what they have. */
  async function keepLearner(learner: Learner, evidence: Learner | undefined): Promise<void> {
    if (await store.createLearner(learner)) return
    let known = evidence ?? (await store.findLearner(learner.id, 'strong'))
    for (let tried = 0; tried < mostTries && known !== undefined; tried++) {
      if (known.consent.confirmedAt !== evidence?.consent.confirmedAt) return
      if (await store.updateLearner({ ...learner, ...withConsent(known, learner.consent) }, known.consent)) return
      known = await store.findLearner(learner.id, 'strong')
    }
  }

  function beforeStart({ startStage: stage, catchUp = [], without = [] }: SignUpForm) {
    return stage === undefined ? nothing : beforeBeginning(path, { stage, catchUp, without })
  }

  async function keepEnrolment(subject: LinkSubject, form: SignUpForm, now: Instant): Promise<void> {
    const before = beforeStart(form)
    if (await store.createEnrolment(changed(newEnrolment(subject, form, now), before))) return
    // Who never began has only chosen another start; what a learner skipped stays skipped.
    const instead = { received: { only: before.received }, cleared: { only: before.cleared } }
    await changeEnrolment(store, subject, (current) => {
      if (!mayBegin(current)) return undefined
      const hasBegun = current.lastSentAt !== undefined || current.seenAt !== undefined
      return { ...signUpAgain(current, form, now), ...(hasBegun ? before : instead) }
    })
  }
}

const mostTries = 5
const nothing = { received: [], cleared: [] } as const

function mayBegin(enrolment: Enrolment): boolean {
  return enrolment.state === 'pending' || enrolment.state === 'left' || enrolment.state === 'undeliverable'
}

/** Their path waits for an address that takes mail: signing up must not put it back, nor end it unconfirmed. */
function isCutOff({ state }: Enrolment, evidence: Learner | undefined, isBounced: boolean): boolean {
  if (evidence?.consent.confirmedAt === undefined) return false
  return state === 'undeliverable' || (isBounced && state !== 'left')
}

function newEnrolment(subject: LinkSubject, form: SignUpForm, now: Instant): Enrolment {
  return {
    ...subject,
    address: form.address,
    ...(form.name === undefined ? {} : { name: form.name }),
    state: 'pending',
    pace: form.pace,
    received: new Set(),
    cleared: new Set(),
    asked: 'confirmation',
    dueAt: now,
    lane: 'now',
    rev: 0,
    attempt: 0,
    tries: 0,
    floor: 0,
  }
}

function learnerOf(subject: LinkSubject, form: SignUpForm, { source, now }: Origin): Learner {
  const plan = readPlan(form.plan ?? '')
  return {
    id: subject.learner,
    address: form.address,
    ...(form.name === undefined ? {} : { name: form.name }),
    ...(plan === undefined ? {} : { plan }),
    consent: { textVersion: form.consentVersion, givenAt: now, source },
  }
}
