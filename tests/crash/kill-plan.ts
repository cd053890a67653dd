/** Where a worker dies: drawn before each tick, carried out when the worker gets there. */
import type { Random } from '../support/random.ts'

export const killPlaces = [
  'before the claim',
  'after the claim, its answer lost',
  'while SES has the request, not taken',
  'while SES has the request, taken',
  'after SES said yes',
  'before the settle landed',
  'after the settle, its answer lost',
] as const
export type KillPlace = (typeof killPlaces)[number]

export interface KillPlan {
  readonly place: KillPlace
  /** At the how manieth time the worker gets there. */
  passes: number
}

const mostPasses = 3

/** Answers: where does this worker die, if it does? Early enough to get there when few are due. */
export function drawKillPlan(random: Random, due: number): KillPlan {
  return { place: random.pick(killPlaces), passes: random.between(1, Math.min(mostPasses, Math.max(1, due))) }
}

/** Answers: is it now? Counts the passes down. */
export function isTime(plan: KillPlan | undefined, place: KillPlace): boolean {
  if (plan?.place !== place) return false
  plan.passes -= 1
  return plan.passes === 0
}
