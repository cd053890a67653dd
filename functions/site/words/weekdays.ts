import type { Weekday } from '../../domain/pace.ts'

export const weekdays: readonly { readonly day: Weekday; readonly name: string }[] = [
  { day: 1, name: 'Monday' },
  { day: 2, name: 'Tuesday' },
  { day: 3, name: 'Wednesday' },
  { day: 4, name: 'Thursday' },
  { day: 5, name: 'Friday' },
  { day: 6, name: 'Saturday' },
  { day: 7, name: 'Sunday' },
]

/** "Tuesday and Thursday"; all seven are "every day". */
export function dayNames(days: readonly Weekday[]): string {
  if (days.length === weekdays.length) return 'every day'
  const names = weekdays.filter(({ day }) => days.includes(day)).map(({ name }) => name)
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}
