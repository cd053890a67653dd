import * as v from 'valibot'
import { consentText } from '../consent-text.ts'
import type { SignUp } from '../ports.ts'
import { address } from './address.ts'
import { atTheFirst, type BeginningValues, beginningEntries, beginningValues } from './beginning.ts'
import { name } from './name.ts'
import { type PaceValues, paceEntries, paceValues } from './pace.ts'
import { plan } from './plan.ts'
import { type Fields, textOf } from './read-form.ts'

const noConsent = 'Without your consent no lesson may be sent. Tick the box if you want them.'

export const signUpForm = v.object({
  address,
  name,
  plan,
  ...paceEntries,
  ...beginningEntries,
  consent: v.literal(consentText.version, noConsent),
})

/** A field that people do not see and programs fill in. */
export const honeypotField = 'website'

/** The other button of the form: it shows dates and signs up nobody. */
export const datesButton = 'dates'

export interface SignUpValues extends PaceValues, BeginningValues {
  readonly address: string
  readonly name: string
  readonly plan: string
  readonly consent: string
}

export const freshSignUp: SignUpValues = {
  address: '',
  name: '',
  plan: '',
  days: ['2', '4'],
  time: '07:00',
  zone: 'Europe/London',
  ...atTheFirst,
  consent: '',
}

export function signUpValues(fields: Fields): SignUpValues {
  return {
    address: textOf(fields, 'address'),
    name: textOf(fields, 'name'),
    plan: textOf(fields, 'plan'),
    consent: textOf(fields, 'consent'),
    ...paceValues(fields),
    ...beginningValues(fields),
  }
}

/** Answers: what the journey is asked for. */
export function signUpOf(parsed: v.InferOutput<typeof signUpForm>): SignUp {
  const { address, name, plan, days, time, zone, consent } = parsed
  const { stage: startStage, catchUp, without } = parsed
  return {
    address,
    ...(name === undefined ? {} : { name }),
    ...(plan === undefined ? {} : { plan }),
    ...(startStage === '' ? {} : { startStage, catchUp, without }),
    pace: { days, time, zone },
    consentVersion: consent,
  }
}
