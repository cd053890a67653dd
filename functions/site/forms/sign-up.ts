import * as v from 'valibot'
import { consentText } from '../consent-text.ts'
import { address } from './address.ts'
import { name } from './name.ts'
import { type PaceValues, paceEntries, paceValues } from './pace.ts'
import { type Fields, textOf } from './read-form.ts'

const noConsent = 'Without your consent no lesson may be sent. Tick the box if you want them.'

export const signUpForm = v.object({
  address,
  name,
  ...paceEntries,
  consent: v.literal(consentText.version, noConsent),
})

/** A field that people do not see and programs fill in. */
export const honeypotField = 'website'

export interface SignUpValues extends PaceValues {
  readonly address: string
  readonly name: string
  readonly consent: string
}

export const freshSignUp: SignUpValues = {
  address: '',
  name: '',
  days: ['2', '4'],
  time: '07:00',
  zone: 'Europe/London',
  consent: '',
}

export function signUpValues(fields: Fields): SignUpValues {
  return {
    address: textOf(fields, 'address'),
    name: textOf(fields, 'name'),
    consent: textOf(fields, 'consent'),
    ...paceValues(fields),
  }
}
