import { dayMs, hourMs, minuteMs, secondMs } from '../../functions/domain/instant.ts'

const unitMs = { ms: 1, s: secondMs, m: minuteMs, h: hourMs } as const
type Unit = keyof typeof unitMs

/** `20s`, `500ms`, `1.5h` in milliseconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text.trim())
  if (!match) return undefined
  return Number(match[1]) * unitMs[match[2] as Unit]
}

/** How long a learner's day may last here. Below 5 s the steps of an hour come faster than a tick can send. */
export const dayLength = { shortest: 5 * secondMs, longest: dayMs } as const

/** A duration for people, in its largest unit: "20 seconds", "3.7 days". */
export function formatDuration(milliseconds: number): string {
  const units: [number, string][] = [
    [dayMs, 'day'],
    [hourMs, 'hour'],
    [minuteMs, 'minute'],
    [secondMs, 'second'],
  ]
  const [length, name] = units.find(([unit]) => milliseconds >= unit) ?? [secondMs, 'second']
  const amount = Number((milliseconds / length).toFixed(1))
  return `${amount} ${name}${amount === 1 ? '' : 's'}`
}
