import { vi } from 'vitest'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { Failure } from '../../functions/domain/errors.ts'
import { dayMs, hourMs, type Instant } from '../../functions/domain/instant.ts'
import type { LinkPurpose, LinkSubject } from '../../functions/journey/ports.ts'
import { createSite } from '../../functions/site/create-site.ts'
import type { LinkReader, PathView, SiteDeps, SiteJourney, Steering } from '../../functions/site/ports.ts'
import { assetOf, compiled, compiledPage, contentTypes, facts, glossary, placement, steps } from './site-catalog.ts'

/** Tuesday 5 May 2026, 06:00 in London, 07:00 in Berlin. */
export const now: Instant = Date.UTC(2026, 4, 5, 5, 0)

export const ana: LinkSubject = { learner: 'lrn_ana', path: 'engineer-to-producer' }

/** Tokens as the real ones are built, but to be read by eye: `sign-in.k1.lrn_ana.0.proof`. */
const fakeLinks: LinkReader = {
  sign: (purpose, subject) => token(purpose, subject.learner),
  read(text, purposes) {
    const [purpose, , learner, expiry, proof, ...rest] = text.split('.')
    const isOurs = rest.length === 0 && proof === 'proof' && learner !== undefined
    if (!isOurs || !purposes.some((wanted) => wanted === purpose)) {
      throw new Failure('link-invalid', 'This link is not complete.', 'Copy it whole.')
    }
    if (expiry === 'past')
      throw new Failure('link-expired', 'This link was good for a few hours.', 'Ask for a fresh one.')
    return { learner, path: compiled.path.id }
  },
}

export function token(purpose: LinkPurpose, learner = ana.learner, expiry: '0' | 'past' = '0'): string {
  return `${purpose}.k1.${learner}.${expiry}.proof`
}

export function enrolment(change: Partial<Enrolment> = {}): Enrolment {
  return {
    ...ana,
    address: 'ana@example.org',
    name: 'Ana',
    state: 'active',
    pace: { days: [2, 4], time: '07:00', zone: 'Europe/Berlin' },
    received: new Set(['E01']),
    cleared: new Set(),
    lastSentAt: now - 5 * dayMs,
    dueAt: now + hourMs,
    lane: 'due',
    rev: 1,
    attempt: 1,
    tries: 0,
    floor: 0,
    ...change,
  }
}

export function pathView(change: Partial<PathView> = {}): PathView {
  return {
    enrolment: enrolment(),
    ahead: [
      { step: 'E02', dueAt: Date.UTC(2026, 4, 5, 5, 23) },
      { step: 'E10', dueAt: Date.UTC(2026, 4, 7, 5, 23) },
    ],
    work: [],
    mayAskForNext: true,
    ...change,
  }
}

/** Every function notes its calls; those that are not overridden succeed. */
function fakeJourney(overrides: Partial<SiteJourney> = {}) {
  const journey = {
    signUp: async () => ana,
    sendConfirmationAgain: async () => {},
    confirm: async () => 'started',
    mailSignInLink: async () => {},
    mailSignInLinkTo: async () => {},
    leave: async () => {},
    viewPath: async () => pathView(),
    changePace: async () => {},
    pause: async () => {},
    resume: async () => {},
    sendNextNow: async () => 'E02',
    skip: async () => {},
    viewDeliveries: async () => ({ sent: new Set(), cameBack: new Set() }),
    recordAnswer: async () => {},
    markDone: async () => {},
    handIn: async () => {},
    handInFirst: async () => {},
    goOnWithout: async () => {},
    sendAgain: async () => {},
    startOver: async () => {},
    moveToStage: async () => {},
    ifStill: (): Steering => fake,
    keepName: async () => {},
    keepPlan: async () => {},
    exportLearner: async () => ({}),
    eraseNow: async () => {},
    requestAddressChange: async () => {},
    confirmAddressChange: async () => 'changed',
    issueCertificate: async () => 'lrn_ana-engineering-k3v9x2mqabcd',
    revokeCertificate: async () => {},
    viewCertificates: async () => ({ earned: [], issued: [] }),
    findCertificate: async () => undefined,
    ...overrides,
  } satisfies SiteJourney
  const fake = {
    signUp: vi.fn<SiteJourney['signUp']>(journey.signUp),
    sendConfirmationAgain: vi.fn<SiteJourney['sendConfirmationAgain']>(journey.sendConfirmationAgain),
    confirm: vi.fn<SiteJourney['confirm']>(journey.confirm as SiteJourney['confirm']),
    mailSignInLink: vi.fn<SiteJourney['mailSignInLink']>(journey.mailSignInLink),
    mailSignInLinkTo: vi.fn<SiteJourney['mailSignInLinkTo']>(journey.mailSignInLinkTo),
    leave: vi.fn<SiteJourney['leave']>(journey.leave),
    viewPath: vi.fn<SiteJourney['viewPath']>(journey.viewPath),
    changePace: vi.fn<SiteJourney['changePace']>(journey.changePace),
    pause: vi.fn<SiteJourney['pause']>(journey.pause),
    resume: vi.fn<SiteJourney['resume']>(journey.resume),
    sendNextNow: vi.fn<SiteJourney['sendNextNow']>(journey.sendNextNow),
    skip: vi.fn<SiteJourney['skip']>(journey.skip),
    viewDeliveries: vi.fn<SiteJourney['viewDeliveries']>(journey.viewDeliveries),
    recordAnswer: vi.fn<SiteJourney['recordAnswer']>(journey.recordAnswer),
    markDone: vi.fn<SiteJourney['markDone']>(journey.markDone),
    handInFirst: vi.fn<SiteJourney['handInFirst']>(journey.handInFirst),
    handIn: vi.fn<SiteJourney['handIn']>(journey.handIn),
    goOnWithout: vi.fn<SiteJourney['goOnWithout']>(journey.goOnWithout),
    sendAgain: vi.fn<SiteJourney['sendAgain']>(journey.sendAgain),
    startOver: vi.fn<SiteJourney['startOver']>(journey.startOver),
    moveToStage: vi.fn<SiteJourney['moveToStage']>(journey.moveToStage),
    ifStill: vi.fn<SiteJourney['ifStill']>(journey.ifStill),
    keepName: vi.fn<SiteJourney['keepName']>(journey.keepName),
    keepPlan: vi.fn<SiteJourney['keepPlan']>(journey.keepPlan),
    exportLearner: vi.fn<SiteJourney['exportLearner']>(journey.exportLearner),
    eraseNow: vi.fn<SiteJourney['eraseNow']>(journey.eraseNow),
    requestAddressChange: vi.fn<SiteJourney['requestAddressChange']>(journey.requestAddressChange),
    confirmAddressChange: vi.fn<SiteJourney['confirmAddressChange']>(
      journey.confirmAddressChange as SiteJourney['confirmAddressChange'],
    ),
    issueCertificate: vi.fn<SiteJourney['issueCertificate']>(journey.issueCertificate),
    revokeCertificate: vi.fn<SiteJourney['revokeCertificate']>(journey.revokeCertificate),
    viewCertificates: vi.fn<SiteJourney['viewCertificates']>(journey.viewCertificates),
    findCertificate: vi.fn<SiteJourney['findCertificate']>(journey.findCertificate),
  }
  return fake
}

interface FixtureOptions {
  readonly journey?: Partial<SiteJourney>
  readonly deps?: Partial<SiteDeps>
  readonly answerFloorMs?: number
}

export function siteFixture({ journey: overrides, deps: changes, answerFloorMs = 0 }: FixtureOptions = {}) {
  const journey = fakeJourney(overrides)
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn(), measure: vi.fn() }
  const deps: SiteDeps = {
    catalog: {
      compiled,
      page: (id) => (steps.some((each) => each.id === id && each.kind !== 'finish') ? compiledPage(id) : undefined),
      facts: () => facts,
      glossary: () => glossary,
      placement: () => placement,
      asset: assetOf,
      assetAt: (file) =>
        Object.keys(contentTypes)
          .map(assetOf)
          .find((asset) => asset?.url === `/assets/${file}`),
    },
    journey,
    links: fakeLinks,
    settings: {
      siteUrl: 'https://learn.example.org',
      operatorName: 'Talkback School',
      replyTo: 'hello@example.org',
      postalAddress: '1 Studio Lane, London',
      answerFloorMs,
      embedOrigins: ['https://studio.example'],
    },
    clock: () => now,
    log,
    ...changes,
  }
  const site = createSite(deps)
  return {
    site,
    deps,
    journey,
    log,
    get: (path: string, headers: Readonly<Record<string, string>> = {}) => site.request(path, { headers }),
    /** Presses a button: posts these fields as a browser does. */
    press: (path: string, fields: Readonly<Record<string, string | readonly string[]>> = {}) =>
      site.request(path, { method: 'POST', body: formBody(fields) }),
  }
}

function formBody(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  }
  return body
}
