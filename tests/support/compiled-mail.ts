/** Compiled mails as the catalog writes them, one word of text and every slot that such a mail may hold. */
import type { CompiledMail, ServiceMailName, SlotName } from '../../functions/catalog/compiled.ts'
import type { StepId } from '../../functions/domain/path.ts'

const boundary = '=_test'
const stepSlots: readonly SlotName[] = [
  'name',
  'lessonUrl',
  'doneUrl',
  'pathUrl',
  'leaveUrl',
  'siteUrl',
  'postalAddress',
  'questionOne',
  'answerOne',
  'questionTwo',
  'answerTwo',
]
const reminderSlots: readonly SlotName[] = [
  ...(['name', 'step', 'minutes', 'plan', 'lessonUrl', 'pathUrl'] as const),
  ...(['leaveUrl', 'siteUrl', 'postalAddress'] as const),
]
const slotsOf: Readonly<Record<ServiceMailName, readonly SlotName[]>> = {
  confirm: ['confirmUrl', 'siteUrl', 'postalAddress'],
  'sign-in': ['name', 'signInUrl', 'siteUrl', 'postalAddress'],
  'new-address': ['confirmUrl', 'siteUrl', 'postalAddress'],
  'old-address': ['siteUrl', 'postalAddress'],
  nudge: reminderSlots,
  're-entry': [...reminderSlots, 'goOnUrl'],
  pausing: [...reminderSlots, 'goOnUrl'],
}

/** Answers: the mail of this name; its subject is its name. */
export function compiledMail(name: StepId | ServiceMailName): CompiledMail {
  const slots = slotsOf[name as ServiceMailName] ?? stepSlots
  const literals: string[] = ['']
  const add = (text: string) => {
    literals[literals.length - 1] += text
  }
  for (const part of ['plain', 'html']) {
    add(`--${boundary}\r\nContent-Type: text/${part}; charset=utf-8\r\n`)
    add('Content-Transfer-Encoding: quoted-printable\r\n\r\n')
    for (const slot of slots) {
      // A literal before a slot ends in a soft line break, as in `compiled.ts`.
      add(`${slot}: =\r\n`)
      literals.push('\r\n')
    }
  }
  add(`--${boundary}--\r\n`)
  return {
    subject: name,
    subjectHeader: name,
    contentType: `multipart/alternative; boundary="${boundary}"`,
    literals,
    slots: (['text', 'html'] as const).flatMap((part) => slots.map((slot) => ({ name: slot, part }))),
    htmlBytes: 1_000,
  }
}
