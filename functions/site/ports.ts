/** What the pages ask for. Every function throws a `Failure` for what a learner can mend, and nothing else on purpose. */
import type {
  CompiledFact,
  CompiledGlossary,
  CompiledPage,
  CompiledPath,
  CompiledPlacement,
} from '../catalog/compiled.ts'
import type { CertificateOf } from '../domain/certificate.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { HandInForm } from '../domain/hand-in.ts'
import type { Instant } from '../domain/instant.ts'
import type { Pace } from '../domain/pace.ts'
import type { StageId, StepId } from '../domain/path.ts'
import type { CertificatesView, ShownCertificate } from '../journey/certificates.ts'
import type { LearnerExport } from '../journey/export-learner.ts'
import type { LinkHolder, LinkPurpose, LinkSubject, Log } from '../journey/ports.ts'
import type { GivenAnswer } from '../journey/study.ts'
import type { DeliveriesView } from '../journey/view-deliveries.ts'
import type { PathView } from '../journey/view-path.ts'

export interface SignUp {
  readonly address: string
  readonly name?: string
  readonly pace: Pace
  readonly plan?: string
  readonly startStage?: StageId
  readonly catchUp?: readonly StepId[]
  readonly without?: readonly StageId[]
  readonly consentVersion: string
}

export type { ForecastStep, PathView } from '../journey/view-path.ts'

/** What "my path" saves. */
export type Steering = Pick<
  SiteJourney,
  'changePace' | 'pause' | 'resume' | 'sendNextNow' | 'skip' | 'sendAgain' | 'startOver' | 'moveToStage'
>

export interface SiteJourney {
  /** Answers alike for known and unknown addresses; the subject is for "send it again". */
  signUp(form: SignUp, from: { source: string; now: Instant }): Promise<LinkSubject>
  sendConfirmationAgain(subject: LinkSubject, from: { source: string; now: Instant }): Promise<void>
  /** `started`: from the pending state. `already`: confirmed before. `gone`: no such enrolment any more. */
  confirm(subject: LinkSubject, now: Instant): Promise<'started' | 'already' | 'gone'>
  /** Mails a fresh sign-in link when the address is known; says nothing of it either way. */
  mailSignInLink(address: string, from: { source: string; now: Instant }): Promise<void>
  /** Same, for the owner of a lesson link. */
  mailSignInLinkTo(subject: LinkSubject, from: { source: string; now: Instant }): Promise<void>
  /** Always succeeds, also for those who are gone. */
  leave(subject: LinkSubject, now: Instant): Promise<void>
  /** Undefined when there is no such enrolment any more. */
  viewPath(subject: LinkSubject, now: Instant): Promise<PathView | undefined>
  changePace(subject: LinkSubject, pace: Pace, now: Instant): Promise<void>
  /** `until` is a local date `YYYY-MM-DD` in the learner's zone; an open pause has none. */
  pause(subject: LinkSubject, until: string | undefined, now: Instant): Promise<void>
  resume(subject: LinkSubject, now: Instant): Promise<void>
  /** Sends the next step at once; refuses when one was sent today (`next-already-sent-today`). */
  sendNextNow(subject: LinkSubject, now: Instant): Promise<StepId | undefined>
  skip(subject: LinkSubject, step: StepId, now: Instant): Promise<void>
  viewDeliveries(subject: LinkSubject): Promise<DeliveriesView>
  recordAnswer(subject: LinkSubject, answer: GivenAnswer, now: Instant): Promise<void>
  markDone(subject: LinkSubject, step: StepId, now: Instant): Promise<void>
  /** Also once more: the later one replaces the earlier. */
  handIn(subject: LinkSubject, step: StepId, form: HandInForm, now: Instant): Promise<void>
  /** Refuses to replace what is kept (`hand-in-kept`). */
  handInFirst(subject: LinkSubject, step: StepId, form: HandInForm, now: Instant): Promise<void>
  /** The gate behind a project opens without it. Refuses one that was not sent yet (`move-not-allowed`). */
  goOnWithout(subject: LinkSubject, project: StepId, now: Instant): Promise<void>
  /** Today if the day has had no mail yet, else on the next of their days. */
  sendAgain(subject: LinkSubject, step: StepId, now: Instant): Promise<void>
  startOver(subject: LinkSubject, now: Instant): Promise<void>
  moveToStage(subject: LinkSubject, stage: StageId, now: Instant): Promise<void>
  /** The same, but refused (`enrolment-changed`) where the path is not what was seen at the very moment of the write. */
  ifStill(isAsSeen: (enrolment: Enrolment) => boolean): Steering
  /** The name that mails greet them by; none takes it back. */
  keepName(subject: LinkSubject, typed: string | undefined, now: Instant): Promise<void>
  keepPlan(subject: LinkSubject, typed: string, now: Instant): Promise<void>
  exportLearner(subject: LinkSubject, now: Instant): Promise<LearnerExport>
  /** Always succeeds, also for those who are gone. */
  eraseNow(subject: LinkSubject, now: Instant): Promise<void>
  /** Answers alike whether or not somebody else has that address. */
  requestAddressChange(subject: LinkSubject, address: string, from: { source: string; now: Instant }): Promise<void>
  confirmAddressChange(holder: LinkHolder, now: Instant): Promise<'changed' | 'already'>
  /** Answers the public id of the certificate. */
  issueCertificate(subject: LinkSubject, of: CertificateOf, typedName: string, now: Instant): Promise<string>
  revokeCertificate(subject: LinkSubject, of: CertificateOf, now: Instant): Promise<void>
  viewCertificates(subject: LinkSubject): Promise<CertificatesView>
  /** For anybody; undefined for one that there is not. */
  findCertificate(id: string): Promise<ShownCertificate | 'withdrawn' | undefined>
}

/** A file that pages link to, with its permanent address: the name holds a hash of the content. */
export interface Asset {
  readonly url: string
  readonly contentType: string
  readonly body: Uint8Array<ArrayBuffer>
}

export interface SiteCatalog {
  readonly compiled: CompiledPath
  /** Undefined for a step that has no page. */
  page(id: StepId): CompiledPage | undefined
  /** Those that steps cite. */
  facts(): readonly CompiledFact[]
  glossary(): CompiledGlossary
  /** Null for a course without a placement check. */
  placement(): CompiledPlacement | null
  /** By source name: `style.css`, `site.js`, `figures/….svg`. */
  asset(name: string): Asset | undefined
  /** By the file part of its address. */
  assetAt(file: string): Asset | undefined
}

export interface LinkReader {
  /** Who the token speaks of. Throws `link-invalid` or `link-expired`. */
  read(token: string, purposes: readonly LinkPurpose[], now: Instant): LinkHolder
  /** A token for pages to carry on. */
  sign(purpose: LinkPurpose, subject: LinkSubject, now: Instant): string
}

export interface SiteSettings {
  /** Origin of the site, no slash at the end. */
  readonly siteUrl: string
  readonly operatorName: string
  readonly replyTo: string
  readonly postalAddress: string
  /** A sign-up takes at least this long, whoever asks, so that its time tells nothing. */
  readonly answerFloorMs: number
  /** Origins whose pages may sign learners up by script. */
  readonly embedOrigins: readonly string[]
}

export interface SiteDeps {
  readonly catalog: SiteCatalog
  readonly journey: SiteJourney
  readonly links: LinkReader
  readonly settings: SiteSettings
  readonly clock: () => Instant
  readonly log: Log
}
