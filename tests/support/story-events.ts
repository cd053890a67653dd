/** What can happen in a learner's story, and what becomes of each send. */
import type { Fate } from './simulated-fate.ts'

export const fates: readonly Fate[] = [
  'accepted',
  'accepted',
  'accepted',
  'accepted, no answer',
  'lost, no answer',
  'not-sent',
  'worker dies',
]

export const happeningNames = ['waits', 'has no ticks', 'signs up', 'confirms', 'hears an event once more'] as const
const steeringNames = [
  'pauses',
  'pauses until a day',
  'resumes',
  'changes the pace',
  'asks for the next step',
  'asks for a step again',
  'skips',
  'studies',
  'hands in',
  'goes on without',
  'starts over',
  'moves to a stage',
  'leaves',
] as const
export type HappeningName = (typeof happeningNames)[number]
export type SteeringName = (typeof steeringNames)[number]
export type StoryEventName = HappeningName | SteeringName
export const storyEvents: readonly StoryEventName[] = [...happeningNames, ...steeringNames]

export interface StoryEvent {
  readonly what: StoryEventName
  /** Hours, days, or which of several: what the event makes of it. */
  readonly size: number
  /** Not now, but at the very moment at which the next mail is under way. */
  readonly meanwhile: boolean
}
