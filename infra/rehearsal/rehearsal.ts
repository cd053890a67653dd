/** A whole rehearsal: synthesise, open the stage, walk, and take the grants away one by one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import type { Rehearsed } from './findings.ts'
import { mutate } from './mutations.ts'
import { openStage, type Stage } from './stage.ts'
import { type Synthesised, synthesise } from './synthesise.ts'
import { type WalkPart, walk } from './walk/walk.ts'

/** A Monday, early enough that the day's lessons are still to come. */
const firstMorning = Date.parse('2027-03-01T05:00:00Z')

export type Print = (line: string) => void

export async function rehearse(settings: Settings, print: Print): Promise<Rehearsed> {
  const folder = mkdtempSync(join(tmpdir(), 'talkback-template-'))
  try {
    return await rehearseTemplate(synthesise(settings, folder), walk, print)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** These parts of the walk, on a template that is synthesised already. */
export async function rehearseTemplate(
  synthesised: Synthesised,
  parts: readonly WalkPart[],
  print: Print,
): Promise<Rehearsed> {
  const stage = await openStage(synthesised, firstMorning)
  try {
    return rehearsedOf(stage, await walkAll(stage, parts, print))
  } finally {
    await stage.close()
  }
}

/** Answers: which parts broke off, and why? The others are walked all the same. */
async function walkAll(stage: Stage, parts: readonly WalkPart[], print: Print): Promise<readonly string[]> {
  const broken: string[] = []
  for (const part of parts) {
    try {
      await part.walk(stage)
      print(`walked       ${part.title}`)
    } catch (error) {
      print(`broke off    ${part.title}`)
      broken.push(`${part.title}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return broken
}

function rehearsedOf({ functions, gateway, scheduler, ledger }: Stage, broken: readonly string[]): Rehearsed {
  return {
    functions: functions.names,
    routes: gateway.routes,
    schedules: scheduler.schedules,
    ledger,
    mutations: mutate(ledger.rules, ledger.calls),
    broken,
    unusedRoutes: gateway.routes.filter((route) => !gateway.used.has(route)),
    lines: functions.lines,
  }
}
