/** Structured lines for CloudWatch Logs Insights. No line holds an address, a name or a token. */
import type { Instant } from '../domain/instant.ts'
import type { Log, Measure } from '../journey/ports.ts'

/** A log that writes one JSON object a line. */
export function createLog(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Log {
  const line =
    (level: string) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}) =>
      write(JSON.stringify({ level, event, ...fields }))
  return {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    measure: (event, at, measures, fields = {}) =>
      write(JSON.stringify({ level: 'info', event, ...fields, ...numbers(measures), _aws: embedded(at, measures) })),
  }
}

/** The namespace of all metrics. */
export const metricsNamespace = 'Talkback'

function numbers(measures: Readonly<Record<string, Measure>>): Record<string, number> {
  return Object.fromEntries(Object.entries(measures).map(([name, { value }]) => [name, value]))
}

/** CloudWatch's embedded metric format: a log line that is a metric, without a call to make. */
function embedded(at: Instant, measures: Readonly<Record<string, Measure>>): object {
  const metrics = Object.entries(measures).map(([Name, { unit }]) => ({ Name, Unit: unit }))
  return { Timestamp: at, CloudWatchMetrics: [{ Namespace: metricsNamespace, Dimensions: [[]], Metrics: metrics }] }
}
