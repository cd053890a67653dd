/** Pace and beginning as they travel from the sign-up form to the next page: what was typed, and nobody it could belong to. */
import * as v from 'valibot'
import type { Wishes } from '../../domain/first-dates.ts'
import type { Path } from '../../domain/path.ts'
import type { SignUp } from '../ports.ts'
import { beginningEntries, beginningOf } from './beginning.ts'
import { paceEntries } from './pace.ts'
import { parseForm } from './parse-form.ts'

/** What has to be right before dates can be shown. */
export const wishesForm = v.object({ ...paceEntries, ...beginningEntries })

export const wishNames = ['days', 'time', 'zone', 'stage', 'catchUp', 'without'] as const
export type WishQuery = Readonly<Partial<Record<(typeof wishNames)[number], string>>>

export function wishQuery({ pace, startStage: stage, catchUp = [], without = [] }: SignUp): WishQuery {
  return {
    days: pace.days.join(''),
    time: pace.time,
    zone: pace.zone,
    ...(stage === undefined ? {} : { stage }),
    ...(catchUp.length === 0 ? {} : { catchUp: catchUp.join('.') }),
    ...(without.length === 0 ? {} : { without: without.join('.') }),
  }
}

/** Answers: the wishes in this query; undefined when it holds none, or was tampered with. */
export function readWishes(query: Readonly<Record<string, string>>, path: Path): Wishes | undefined {
  const { days = '', time, zone, stage = '', catchUp = '', without = '' } = query
  const listed = (text: string) => text.split('.').filter(Boolean)
  const values = { days: [...days], time, zone, stage, catchUp: listed(catchUp), without: listed(without) }
  const parsed = parseForm(wishesForm, values)
  const isKnown = stage === '' || path.steps.some((step) => step.stage === stage)
  return parsed.ok && isKnown ? wishesOf(parsed.value) : undefined
}

export function wishesOf(form: v.InferOutput<typeof wishesForm>): Wishes {
  const { days, time, zone } = form
  return { pace: { days, time, zone }, beginning: beginningOf(form) }
}
