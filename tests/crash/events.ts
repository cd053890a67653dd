/** What SES tells of an accepted mail, and when: at once, late, twice, after the patience, never. */
import type { Random } from '../support/random.ts'
import type { AcceptedMail } from '../support/ses/stand-in.ts'

const minuteMs = 60_000

export interface PendingEvent {
  readonly mail: AcceptedMail
  readonly at: number
}

/** Answers: at which times does SES's event of this mail arrive? None at all is possible. */
export function drawEventTimes(random: Random, acceptedAt: number): readonly number[] {
  const draw = random.next()
  if (draw < 0.05) return []
  const first = acceptedAt + firstDelay(random, draw)
  return random.chance(0.15) ? [first, first + random.between(0, 30) * minuteMs] : [first]
}

function firstDelay(random: Random, draw: number): number {
  if (draw < 0.15) return random.between(17, 90) * minuteMs
  if (draw < 0.5) return random.between(1, 13) * minuteMs
  return random.between(0, 2_000)
}
