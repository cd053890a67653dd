/** SES's event publishing by SNS, parsed at the edge: what we do not know is told apart from what is broken. */
import * as v from 'valibot'
import type { DeliveryFact } from '../domain/feedback.ts'
import type { TaggedEvent } from './absorb-event.ts'

const instant = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number('must be a date'),
)
const tag = v.tuple([v.string()])
const attempt = v.pipe(
  tag,
  v.transform(([value]) => Number(value)),
  v.integer(),
  v.minValue(0),
)
const dated = v.optional(v.object({ timestamp: instant }))

/** docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
const sesEvent = v.object({
  // Told in the log when it is unknown, so nothing but a name may stand here.
  eventType: v.pipe(v.string(), v.regex(/^[A-Za-z ]{1,40}$/)),
  mail: v.object({
    timestamp: instant,
    destination: v.pipe(v.array(v.string()), v.minLength(1)),
    tags: v.object({ learner: tag, path: tag, step: tag, attempt }),
  }),
  bounce: v.optional(v.object({ bounceType: v.string(), timestamp: instant })),
  complaint: dated,
  deliveryDelay: dated,
})

const envelope = v.object({ Message: v.string() })

export type ReadEvent =
  | { readonly kind: 'event'; readonly event: TaggedEvent }
  | { readonly kind: 'unknown'; readonly what: string }

/** Answers: what does this queue message say? With or without SNS's envelope; `unknown` for what is not ours to act on. */
export function readSesEvent(body: string): ReadEvent {
  const content = v.safeParse(sesEvent, unwrapped(body))
  if (!content.success) {
    const [issue] = content.issues
    // Not the issue's own message, which quotes what it found: that may be an address.
    return { kind: 'unknown', what: `${v.getDotPath(issue) ?? 'message'}: expected ${issue.expected ?? issue.type}` }
  }
  const { eventType, mail, bounce, complaint, deliveryDelay } = content.output
  const fact = factOf(eventType, bounce?.bounceType)
  if (fact === undefined) return { kind: 'unknown', what: `eventType: ${eventType}` }
  const [address = ''] = mail.destination
  return {
    kind: 'event',
    event: {
      fact,
      learner: mail.tags.learner[0],
      path: mail.tags.path[0],
      step: mail.tags.step[0],
      attempt: mail.tags.attempt,
      address,
      acceptedAt: mail.timestamp,
      at: bounce?.timestamp ?? complaint?.timestamp ?? deliveryDelay?.timestamp ?? mail.timestamp,
    },
  }
}

/** Unknown subtypes are safe: only `Permanent` condemns an address. */
function factOf(eventType: string, bounceType: string | undefined): DeliveryFact | undefined {
  switch (eventType) {
    case 'Send':
      return 'sent'
    case 'DeliveryDelay':
      return 'delayed'
    case 'Bounce':
      return bounceType === 'Permanent' ? 'hard-bounced' : 'soft-bounced'
    case 'Complaint':
      return 'complained'
    case 'Reject':
      return 'rejected'
    default:
      return undefined
  }
}

function unwrapped(body: string): unknown {
  const message = parsed(body)
  const wrapped = v.safeParse(envelope, message)
  return wrapped.success ? parsed(wrapped.output.Message) : message
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
