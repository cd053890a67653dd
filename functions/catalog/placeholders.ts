/** `{{confirmUrl}}` and the like: checked, and carried through Markdown and layout as private-use characters. */
import { type ServiceMailName, type SlotName, slotNames } from './compiled.ts'
import type { Problem } from './problems.ts'

const firstCodePoint = 0xe000
const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g

/** Cuts a text at its slots: the odd parts of `text.split(slotPattern)` are slots. */
export const slotPattern = new RegExp(
  `([${String.fromCharCode(firstCodePoint)}-${String.fromCharCode(firstCodePoint + slotNames.length - 1)}])`,
  'u',
)

const reminder: readonly SlotName[] = ['name', 'step', 'minutes', 'plan', 'leaveUrl', 'siteUrl', 'postalAddress']

/** Which placeholders may stand in a mail. No user text, such as a name, may stand in the confirmation. */
export const allowedPlaceholders: Readonly<Record<ServiceMailName | 'finish' | 'lesson', readonly SlotName[]>> = {
  confirm: ['confirmUrl', 'siteUrl', 'postalAddress'],
  'sign-in': ['name', 'signInUrl', 'siteUrl', 'postalAddress'],
  finish: ['name', 'lessonUrl', 'pathUrl', 'leaveUrl', 'siteUrl', 'postalAddress'],
  nudge: [...reminder, 'lessonUrl', 'pathUrl'],
  're-entry': [...reminder, 'lessonUrl', 'pathUrl', 'goOnUrl'],
  pausing: [...reminder, 'lessonUrl', 'pathUrl', 'goOnUrl'],
  'new-address': ['confirmUrl', 'siteUrl', 'postalAddress'],
  'old-address': ['siteUrl', 'postalAddress'],
  lesson: [],
}

/** Answers: the character that stands for this slot until the mail is cut. */
export function slotMark(name: SlotName): string {
  return String.fromCharCode(firstCodePoint + slotNames.indexOf(name))
}

/** Answers: which slot does this character stand for? */
export function slotOfMark(mark: string): SlotName {
  const name = slotNames[mark.charCodeAt(0) - firstCodePoint]
  if (!name) throw new Error(`The character U+${mark.charCodeAt(0).toString(16)} stands for no slot.`)
  return name
}

/** Answers: the text with its placeholders as slot marks, and which of them are unknown or out of place. */
export function markPlaceholders(
  text: string,
  mail: keyof typeof allowedPlaceholders,
  where: { file: string; offset: number },
): { text: string; problems: Problem[] } {
  const allowed = allowedPlaceholders[mail]
  const problems: Problem[] = []
  const marked = text.replace(placeholder, (whole, name: string, position: number) => {
    const known = slotNames.find((slot) => slot === name)
    if (known && allowed.includes(known)) return slotMark(known)
    const line = where.offset + text.slice(0, position).split('\n').length
    problems.push({ file: where.file, line, field: whole, ...refusal(name, known, mail) })
    return whole
  })
  return { text: marked, problems }
}

function refusal(name: string, known: SlotName | undefined, mail: keyof typeof allowedPlaceholders) {
  const allowed = allowedPlaceholders[mail]
  const remedy =
    allowed.length > 0 ? `Use one of ${allowed.join(', ')}.` : 'Take it out: a lesson is the same for everybody.'
  const what = known
    ? `The placeholder \`${name}\` is not allowed in this text.`
    : `There is no placeholder \`${name}\`.`
  return { what, remedy }
}
