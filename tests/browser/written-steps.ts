import { readFileSync } from 'node:fs'

/** The steps of the course that can be sent today, in order, as its table of contents says. */
export function writtenSteps(): readonly string[] {
  const path = readFileSync(new URL('../../content/engineer-to-producer/path.md', import.meta.url), 'utf8')
  return path
    .split('\n')
    .filter((line) => line.includes('slug:') && line.includes('minutes:') && !line.includes('status: unwritten'))
    .map((line) => /id: (\w+)/.exec(line)?.[1] ?? '')
}
