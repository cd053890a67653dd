/** `ids.lock`: every step id ever used, so that none comes back with another meaning. */

import type { PathFile } from './path-file.ts'
import type { Problem } from './problems.ts'

export const lockName = 'ids.lock'
const heading = '# Every step id ever used. Written by `npm run content`: commit it, do not edit it.'
const entry = /^([A-Z][0-9]{2}) (lesson|review|project|finish)$/

export type Lock = ReadonlyMap<string, string>

/** Answers: which ids have been used, each with its kind. */
export function readLock(file: string, text: string): { lock: Lock; problems: Problem[] } {
  const lock = new Map<string, string>()
  const problems: Problem[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue
    const match = entry.exec(line)
    if (match?.[1] && match[2]) {
      lock.set(match[1], match[2])
      continue
    }
    const what = `The line \`${line}\` is not an id and a kind.`
    problems.push({ file, line: index + 1, field: 'ids', what, remedy: 'Restore the file from git.' })
  }
  return { lock, problems }
}

/** Answers: what the lock must say after this run. Ids are only ever added. */
export function writeLock(lock: Lock, path: PathFile): string {
  const used = new Map([...lock, ...path.plan.map((step) => [step.id, step.kind] as const)])
  used.set(path.fields.finish.id, 'finish')
  const lines = [...used].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, kind]) => `${id} ${kind}`)
  return `${[heading, ...lines].join('\n')}\n`
}

/** Answers: which ids were dropped, reused or changed in kind, against what the lock remembers. */
export function checkLock(lock: Lock, path: PathFile): Problem[] {
  const retired = new Set(path.fields.retired)
  const kinds = new Map<string, string>(path.plan.map((step) => [step.id, step.kind]))
  kinds.set(path.fields.finish.id, 'finish')
  const problems: Problem[] = []
  const add = (id: string, what: string, remedy: string) =>
    problems.push({ file: path.file, line: path.lineOfId(id), field: id, what, remedy })
  for (const [id, kind] of lock) {
    const now = kinds.get(id)
    if (!now && !retired.has(id)) {
      add(
        id,
        `The id ${id} was dropped: learners may have received it.`,
        `Add ${id} to \`retired:\`, or restore the step.`,
      )
    }
    if (now && now !== kind) {
      add(id, `The id ${id} was a ${kind} and is now a ${now}.`, `Give the ${now} a new id and retire ${id}.`)
    }
  }
  for (const id of retired) {
    if (kinds.has(id)) {
      add(
        id,
        `The id ${id} is retired and was reused.`,
        'Give the step a new id: learners may have received the old one.',
      )
    }
  }
  return problems
}
