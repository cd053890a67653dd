import type { Instant } from '../../../functions/domain/instant.ts'

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** When a mail was sent, by the local run's clock. */
export function Time({ at }: { at: Instant }) {
  return <time datetime={new Date(at).toISOString()}>{format.format(at)}</time>
}
