/** Fields that several sounds share. */
import * as v from 'valibot'

export const decibels = v.pipe(v.number(), v.minValue(-60, 'It is below -60 dB.'), v.maxValue(24, 'It is above 24 dB.'))
export const positive = v.pipe(v.number(), v.gtValue(0, 'It is not above 0.'))
export const words = v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'))
