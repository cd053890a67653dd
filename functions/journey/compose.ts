/** From a decision to the mail that carries it: pure, joins what the catalog compiled with the learner's values. */
import type { CompiledMail, ServiceMailName, SlotName } from '../catalog/compiled.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import { confirmationTag } from '../domain/feedback.ts'
import type { Instant } from '../domain/instant.ts'
import type { Reminder } from '../domain/next-step.ts'
import type { Step, StepId } from '../domain/path.ts'
import { joinMail, withConstants } from '../mail/join.ts'
import { message, type SenderSettings } from '../mail/message.ts'
import { checksFor, fromMemory, plainWords } from './from-memory.ts'
import type { Catalog, LinkSubject, Links, OutgoingMail } from './ports.ts'

export interface ComposeSettings {
  readonly sender: SenderSettings
  readonly siteUrl: string
  readonly postalAddress: string
}

export interface Composer {
  confirmation(enrolment: Enrolment): OutgoingMail
  step(enrolment: Enrolment, step: Step): OutgoingMail
  /** A nudge or a question about this step, with the learner's own plan if they made one. */
  reminder(enrolment: Enrolment, about: { kind: Reminder; step: Step }, plan: string | undefined): OutgoingMail
  /** Asks a new address whether it wants the lessons. */
  newAddress(to: string, subject: LinkSubject, addressHash: string, now: Instant): OutgoingMail
  /** Tells the address before that they go elsewhere. */
  oldAddress(to: string, subject: LinkSubject): OutgoingMail
  signIn(to: string, subject: LinkSubject, now: Instant): OutgoingMail
}

/** What a learner without a name is called where a mail has a place for one. */
const nameless = 'there'
/** What stands in a reminder in place of a learner's own plan. */
const planless =
  'Choose a day, an hour and a place for it now, and write them down: a plan of that kind is kept more often.'

export function createComposer(parts: { catalog: Catalog; links: Links; settings: ComposeSettings }): Composer {
  const { catalog, links, settings } = parts
  const always = { siteUrl: settings.siteUrl, postalAddress: settings.postalAddress }
  const prepared = new Map<string, CompiledMail>()

  const mailOf = (name: StepId | ServiceMailName): CompiledMail => {
    const mail = prepared.get(name) ?? withConstants(catalog.mail(name), always)
    prepared.set(name, mail)
    return mail
  }

  const joined = (
    to: string,
    name: StepId | ServiceMailName,
    values: Partial<Record<SlotName, string>>,
    leaveUrl?: string,
  ) => {
    const mail = mailOf(name)
    const body = joinMail(mail, values)
    return message(settings.sender, { to, mail, body, ...(leaveUrl === undefined ? {} : { leaveUrl }) })
  }

  return {
    confirmation(enrolment) {
      const raw = joined(enrolment.address, 'confirm', { confirmUrl: links.confirm(enrolment) })
      return { to: enrolment.address, raw, tags: tags(enrolment, confirmationTag) }
    },

    step(enrolment, step) {
      const leaveUrl = links.leave(enrolment)
      const checks = step.kind === 'lesson' ? checksFor(catalog.path, enrolment, step.id) : []
      const [one, two] = fromMemory(catalog.page, step.id, checks)
      const values = {
        name: enrolment.name ?? nameless,
        ...links.study(enrolment, step, checks),
        leaveUrl,
        questionOne: plainWords(one?.questionHtml ?? ''),
        answerOne: plainWords(one?.answerHtml ?? ''),
        questionTwo: plainWords(two?.questionHtml ?? ''),
        answerTwo: plainWords(two?.answerHtml ?? ''),
      }
      const raw = joined(enrolment.address, step.id, values, leaveUrl)
      return { to: enrolment.address, raw, tags: tags(enrolment, step.id) }
    },

    reminder(enrolment, { kind, step }, plan) {
      const leaveUrl = links.leave(enrolment)
      const { lessonUrl, pathUrl } = links.study(enrolment, step, [])
      const values = {
        name: enrolment.name ?? nameless,
        step: `${step.id}, ${step.title}`,
        minutes: String(step.minutes),
        plan: plan === undefined ? planless : `Your own plan: ${plan}`,
        ...{ lessonUrl, pathUrl, leaveUrl },
        goOnUrl: links.goOn(enrolment),
      }
      const raw = joined(enrolment.address, kind, values, leaveUrl)
      return { to: enrolment.address, raw, tags: tags(enrolment, kind) }
    },

    signIn(to, subject, now) {
      const raw = joined(to, 'sign-in', { name: nameless, signInUrl: links.signIn(subject, now) })
      return { to, raw, tags: unclaimed(subject, 'sign-in') }
    },

    newAddress(to, subject, addressHash, now) {
      const raw = joined(to, 'new-address', { confirmUrl: links.newAddress(subject, addressHash, now) })
      return { to, raw, tags: unclaimed(subject, 'new-address') }
    },

    oldAddress(to, subject) {
      return { to, raw: joined(to, 'old-address', {}), tags: unclaimed(subject, 'old-address') }
    },
  }
}

/** Mails that take no claim have no attempt. */
function unclaimed({ learner, path }: LinkSubject, step: ServiceMailName): OutgoingMail['tags'] {
  return { learner, path, step, attempt: '0' }
}

function tags(enrolment: Enrolment, step: string): OutgoingMail['tags'] {
  return { learner: enrolment.learner, path: enrolment.path, step, attempt: String(enrolment.attempt) }
}
