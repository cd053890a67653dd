/** Compiled mail + a learner's values → the body that is sent. On the hot path: nothing but encoding values and joining. */
import type { CompiledMail, SlotName } from '../catalog/compiled.ts'
import { encodeSlot } from './slot-value.ts'

/** Answers: the MIME body with every slot filled. Throws on a slot without a value: half a mail must not be sent. */
export function joinMail(mail: CompiledMail, values: Partial<Record<SlotName, string>>): string {
  const encoded = { text: new Map<SlotName, string>(), html: new Map<SlotName, string>() }
  let body = mail.literals[0] ?? ''
  for (const [index, { name, part }] of mail.slots.entries()) {
    let value = encoded[part].get(name)
    if (value === undefined) {
      const given = values[name]
      if (given === undefined) throw new Error(`The mail "${mail.subject}" needs a value for the slot ${name}.`)
      value = encodeSlot(given, part)
      encoded[part].set(name, value)
    }
    body += value + (mail.literals[index + 1] ?? '')
  }
  return body
}
