import type { Instant } from '../../functions/domain/instant.ts'
import { datesIn } from '../../functions/site/words/when.ts'
import { formatDuration } from './duration.ts'

export interface BannerFacts {
  readonly siteUrl: string
  readonly inboxUrl: string
  readonly data: string
  readonly day: number | undefined
  readonly now: Instant
  readonly zone: string
  /** How far the kept time is ahead of the real one. */
  readonly aheadMs: number
  readonly readyInMs: number
}

/** What the person reads first. */
export function banner(facts: BannerFacts): string {
  const speed = facts.day === undefined ? 'as it does' : `a day in ${formatDuration(facts.day)}`
  return `
  Talkback, ready in ${formatDuration(facts.readyInMs)}

  site    ${facts.siteUrl}
  inbox   ${facts.inboxUrl}
  time    runs ${speed}; it is ${datesIn(facts.zone, facts.now).moment(facts.now)}${aheadNote(facts.aheadMs)}
  data    ${facts.data}

  Ctrl-C stops; the data stays.
`
}

function aheadNote(aheadMs: number): string {
  if (aheadMs < 60_000) return ''
  return `,\n          ${formatDuration(aheadMs)} ahead, where the last run stopped (--fresh goes back to today)`
}
