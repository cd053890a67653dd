import * as v from 'valibot'
import type { Pace, Weekday } from '../../domain/pace.ts'
import { isZone } from '../words/zones.ts'
import { type Fields, listOf, textOf } from './read-form.ts'

const noDay = 'No day is chosen, so no lesson could be sent. Choose at least one.'
const noTime = 'This is not a time of day. Give hours and minutes, from 00:00 to 23:59.'
const noZone = 'This zone is not known, so your hour could not be told. Choose one from the list.'

export const paceEntries = {
  days: v.pipe(
    v.array(v.picklist(['1', '2', '3', '4', '5', '6', '7'], noDay)),
    v.nonEmpty(noDay),
    v.transform((days) => [...new Set(days)].map((day) => Number(day) as Weekday).sort((a, b) => a - b)),
  ),
  time: v.pipe(v.string(noTime), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, noTime)),
  zone: v.pipe(v.string(noZone), v.check(isZone, noZone)),
}

export const paceForm = v.object(paceEntries) satisfies v.GenericSchema<unknown, Pace>

/** What the pace's controls show: as typed, so that nothing is lost when something is wrong. */
export interface PaceValues {
  readonly days: readonly string[]
  readonly time: string
  readonly zone: string
}

export function paceValues(fields: Fields): PaceValues {
  return { days: listOf(fields, 'days'), time: textOf(fields, 'time'), zone: textOf(fields, 'zone') }
}

export function paceValuesOf(pace: Pace): PaceValues {
  return { days: pace.days.map(String), time: pace.time, zone: pace.zone }
}
