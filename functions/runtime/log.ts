/** Structured lines for CloudWatch Logs Insights. No line holds an address, a name or a token. */
import type { Log } from '../journey/ports.ts'

/** A log that writes one JSON object a line. */
export function createLog(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Log {
  const line =
    (level: string) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}) =>
      write(JSON.stringify({ level, event, ...fields }))
  return { info: line('info'), warn: line('warn'), error: line('error') }
}
