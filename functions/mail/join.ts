/** Compiled mail + a learner's values → the body that is sent. On the hot path: nothing but encoding values and joining. */
import type { CompiledMail, Slot, SlotName } from '../catalog/compiled.ts'
import { encodeSlot } from './slot-value.ts'

/** Of the course, not of one learner: the same few hundred texts again and again, encoded once each. */
const shared: ReadonlySet<SlotName> = new Set(['questionOne', 'answerOne', 'questionTwo', 'answerTwo'])
const encodedTexts = { text: new Map<string, string>(), html: new Map<string, string>() }

function rememberedSlot(value: string, part: Slot['part']): string {
  const known = encodedTexts[part].get(value)
  if (known !== undefined) return known
  const encoded = encodeSlot(value, part)
  encodedTexts[part].set(value, encoded)
  return encoded
}

/** Answers: the MIME body with every slot filled. Throws on a slot without a value: half a mail must not be sent. */
export function joinMail(mail: CompiledMail, values: Partial<Record<SlotName, string>>): string {
  const encoded = { text: new Map<SlotName, string>(), html: new Map<SlotName, string>() }
  let body = mail.literals[0] ?? ''
  for (const [index, { name, part }] of mail.slots.entries()) {
    let value = encoded[part].get(name)
    if (value === undefined) {
      const given = values[name]
      if (given === undefined) throw new Error(`The mail "${mail.subject}" needs a value for the slot ${name}.`)
      value = shared.has(name) ? rememberedSlot(given, part) : encodeSlot(given, part)
      encoded[part].set(name, value)
    }
    body += value + (mail.literals[index + 1] ?? '')
  }
  return body
}

/**
 * Answers: the same mail with these slots filled for good. What is the same in every mail of a deployment, such as the
 * postal address, is encoded once and not for each learner.
 */
export function withConstants(mail: CompiledMail, values: Partial<Record<SlotName, string>>): CompiledMail {
  const slots: Slot[] = []
  const literals = [mail.literals[0] ?? '']
  for (const [index, slot] of mail.slots.entries()) {
    const following = mail.literals[index + 1] ?? ''
    const value = values[slot.name]
    if (value === undefined) {
      slots.push(slot)
      literals.push(following)
    } else {
      literals.push(`${literals.pop()}${encodeSlot(value, slot.part)}${following}`)
    }
  }
  return { ...mail, literals, slots }
}
