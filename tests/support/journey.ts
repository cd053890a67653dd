/** The whole journey put together as the functions do it, over memory: a test breaks or pushes one part. */
import { shardsOf } from '../../functions/aws/keys.ts'
import { confirmationTag } from '../../functions/domain/feedback.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import { reminders } from '../../functions/domain/next-step.ts'
import type { Path } from '../../functions/domain/path.ts'
import { createAbsorbBatch } from '../../functions/journey/absorb-batch.ts'
import { createAbsorbEvent, type TaggedEvent } from '../../functions/journey/absorb-event.ts'
import { createBrakes } from '../../functions/journey/brakes.ts'
import { createCertificates } from '../../functions/journey/certificates.ts'
import { createChangeAddress } from '../../functions/journey/change-address.ts'
import { createComposer } from '../../functions/journey/compose.ts'
import { createConfirm } from '../../functions/journey/confirm.ts'
import { createDeliverStep, type UnknownPolicy } from '../../functions/journey/deliver-step.ts'
import { createErase } from '../../functions/journey/erase.ts'
import { createExportLearner } from '../../functions/journey/export-learner.ts'
import { createHandIn } from '../../functions/journey/hand-in.ts'
import { createKeepName } from '../../functions/journey/keep-name.ts'
import { createKeepPlan } from '../../functions/journey/keep-plan.ts'
import { createMailAtOnce } from '../../functions/journey/mail-at-once.ts'
import { createMailSignInLink } from '../../functions/journey/mail-sign-in-link.ts'
import type { Catalog, Links, Log, OpenMailer, OutgoingMail, Store } from '../../functions/journey/ports.ts'
import { createRunTick, type Tick } from '../../functions/journey/run-tick.ts'
import { createSendNow } from '../../functions/journey/send-now.ts'
import { createSignUp, type SignUpForm } from '../../functions/journey/sign-up.ts'
import { createSteerPath } from '../../functions/journey/steer-path.ts'
import { createStudy } from '../../functions/journey/study.ts'
import { createViewPath } from '../../functions/journey/view-path.ts'
import { createAddressHash } from '../../functions/runtime/address-hash.ts'
import { createLinks, type LinkKey, linkKey } from '../../functions/runtime/links.ts'
import { compiledMail } from './compiled-mail.ts'
import { paceFactory } from './enrolment.ts'
import { createFakeMailer } from './fake-mailer.ts'
import { createMemoryStore } from './memory-store.ts'
import { pathFactory } from './path.ts'

/** Monday, seven in the morning in Berlin: the punctual learner's minute. */
export const mondayMorning = Date.parse('2027-03-01T06:00:00Z')

export const testKeys: readonly LinkKey[] = [linkKey('k1', Buffer.alloc(32, 1).toString('base64url'))]
const isService: ReadonlySet<string> = new Set([
  ...[confirmationTag, 'sign-in', 'new-address', 'old-address'],
  ...reminders,
])
const siteUrl = 'https://learn.example.org'

export const composeSettings = {
  sender: {
    nameHeader: '"Engineer to Producer"',
    senderAddress: 'lessons@talkback.example',
    replyTo: 'operator@talkback.example',
    listId: 'engineer-to-producer.learn.example.org',
  },
  siteUrl,
  postalAddress: 'Talkback, 1 Rehearsal Lane, Berlin',
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [field: string]: unknown
}

/** A log that is kept, to read what an operator would. */
export function keptLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const keep =
    (level: LogLine['level']) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}) => {
      lines.push({ ...fields, level, event })
    }
  return {
    lines,
    info: keep('info'),
    measure: (event, _at, measures, fields) =>
      keep('info')(event, {
        ...fields,
        ...Object.fromEntries(Object.entries(measures).map(([name, { value }]) => [name, value])),
      }),
    warn: keep('warn'),
    error: keep('error'),
  }
}

/** A clock that stands still until it is pushed. */
export function standingClock(at: Instant) {
  let now = at
  return Object.assign(() => now, {
    advance(milliseconds: number) {
      // Instants are whole, and no wait ends early.
      now += Math.ceil(milliseconds)
    },
    moveTo(instant: Instant) {
      now = instant
    },
  })
}

export interface TestJourneyWish<S extends Store> {
  readonly store?: S
  readonly path?: Path
  readonly at?: Instant
  readonly unknownPolicy?: UnknownPolicy
  /** Another mailer than the fake one. */
  readonly openMailer?: () => OpenMailer
  readonly catalog?: Catalog
  readonly links?: Partial<Links>
  /** How new learners are named: with a number behind. */
  readonly learnerIds?: string
}

/** As `createTestJourney`, on a store that the test brings. */
export function createJourneyOn<S extends Store>(wish: TestJourneyWish<S> & { readonly store: S }) {
  const { store, path = pathFactory(), at = mondayMorning, unknownPolicy = 'resend' } = wish
  const catalog = wish.catalog ?? { path, mail: compiledMail, page: () => undefined }
  const clock = standingClock(at)
  const log = keptLog()
  const mailer = createFakeMailer()
  const signedLinks = createLinks({ keys: () => testKeys, siteUrl, path: path.id })
  const links = { ...signedLinks, ...wish.links }
  const hashAddress = createAddressHash(() => Buffer.alloc(32, 2).toString('base64url'))
  let ids = 0
  const feedback = { isUp: true }
  const newId = (prefix: string) => () => `${prefix}${++ids}`

  const composer = createComposer({ catalog, links, settings: composeSettings })
  const shared = { store, path, log, clock, hashAddress, composer, openMailer: wish.openMailer ?? mailer.open }
  const erase = createErase(shared)
  const deliverStep = createDeliverStep({
    ...shared,
    erase,
    newClaimId: newId('worker-'),
    unknownPolicy,
    feedbackIsUp: async () => feedback.isUp,
  })
  const sendNow = createSendNow({ ...shared, deliverStep })
  const brakes = createBrakes(shared)
  const mailAtOnce = createMailAtOnce(shared)
  const addressChange = createChangeAddress({ ...shared, brakes, mailAtOnce })
  const signInLinks = createMailSignInLink({ ...shared, ...addressChange, brakes, mailAtOnce })
  const signUps = createSignUp({
    ...shared,
    brakes,
    sendNow,
    mailSignInLink: signInLinks.mailTo,
    mailWayBack: signInLinks.wayBack,
    newLearnerId: newId(wish.learnerIds ?? 'lrn_'),
  })
  const runTick = createRunTick({
    ...shared,
    deliverStep,
    shards: { now: shardsOf('now'), due: shardsOf('due') },
    wait: async (milliseconds) => clock.advance(milliseconds),
  })
  const absorbEvent = createAbsorbEvent(shared)
  return {
    ...shared,
    mailer,
    /** A test turns it off: SES's silence then proves nothing. */
    feedback,
    links,
    erase,
    deliverStep,
    sendNow,
    brakes,
    signInLinks,
    ...signUps,
    confirm: createConfirm({ ...shared, sendNow }),
    steer: createSteerPath({ ...shared, sendNow }),
    study: createStudy(shared),
    ...createHandIn(shared),
    ...addressChange,
    ...createCertificates({ ...shared, newSecret: newId('secret') }),
    exportLearner: createExportLearner(shared),
    keepName: createKeepName(shared),
    keepPlan: createKeepPlan(shared),
    viewPath: createViewPath(shared),
    absorbEvent,
    absorbBatch: createAbsorbBatch({ absorbEvent, log }),
    /** A tick of the only lane, with all the time it wants. */
    tick: (tick: Partial<Tick> = {}) => runTick({ lane: 0, lanes: 1, remainingMs: () => 60_000, ...tick }),
    /** What SES says of a mail that was sent, as it reaches the journey. */
    event: (mail: OutgoingMail, overrides: Partial<TaggedEvent> = {}): TaggedEvent => ({
      fact: 'sent',
      learner: mail.tags['learner'] ?? '',
      path: mail.tags['path'] ?? '',
      step: mail.tags['step'] ?? '',
      attempt: Number(mail.tags['attempt']),
      address: mail.to,
      acceptedAt: clock(),
      at: clock(),
      ...overrides,
    }),
    /** The steps that left, in order; confirmations and sign-in links are not steps. */
    stepsSent: () => mailer.sent.map((mail) => mail.tags['step'] ?? '').filter((step) => !isService.has(step)),
  }
}

/** The journey over memory. */
export function createTestJourney(wish: Omit<TestJourneyWish<Store>, 'store'> = {}) {
  return createJourneyOn({ ...wish, store: createMemoryStore() })
}

export function signUpFormFactory(overrides: Partial<SignUpForm> = {}): SignUpForm {
  return { address: 'ada@example.com', name: 'Ada', pace: paceFactory(), consentVersion: '2027-01', ...overrides }
}

export const originFactory = (now: Instant = mondayMorning, source = '203.0.113.7') => ({ source, now })
