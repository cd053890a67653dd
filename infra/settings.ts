/** The operator's one settings file: found, read, checked. The only file of the stack that reads the environment. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { type Finding, findingsOf } from './settings-rules.ts'
import { type Settings, settingsSchema } from './settings-schema.ts'

export type { Settings } from './settings-schema.ts'

/** Written by `npm run setup`. Not in git unless you put it there: it names people. */
export const settingsFile = fileURLToPath(new URL('settings.json', import.meta.url))
export const exampleSettingsFile = fileURLToPath(new URL('settings.example.json', import.meta.url))

/** Settings that cannot be deployed. Its message is all that an operator needs. */
export class SettingsProblem extends Error {
  override readonly name = 'SettingsProblem'
}

/** Answers: which file holds the settings? `TALKBACK_SETTINGS`, else the operator's, else the example. */
export function chosenSettingsFile(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const named = environment['TALKBACK_SETTINGS']
  if (named) return named
  return existsSync(settingsFile) ? settingsFile : exampleSettingsFile
}

/** Answers: the account that the CDK CLI found credentials for, if it found any. */
export function accountOfShell(): string | undefined {
  return process.env['CDK_DEFAULT_ACCOUNT']
}

export function readSettingsFile(file: string): Settings {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON (${error.message})` : 'cannot be read'
    throw new SettingsProblem(`${file} ${why}. Put it right by hand, or write it anew with "npm run setup".`)
  }
  const checked = checkSettings(content)
  if (checked.ok) return checked.settings
  const lines = checked.findings.map(({ field, says }) => `  ${field}: ${says}`)
  throw new SettingsProblem(`The settings in ${file} cannot be deployed:\n${lines.join('\n')}`)
}

export type CheckedSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Answers: can this be deployed, or what is wrong with it, everything at once? */
export function checkSettings(content: unknown): CheckedSettings {
  const result = v.safeParse(settingsSchema, content)
  const findings = result.success ? findingsOf(result.output) : result.issues.map(findingOf)
  if (result.success && findings.length === 0) return { ok: true, settings: result.output }
  return { ok: false, findings }
}

function findingOf(issue: v.BaseIssue<unknown>): Finding {
  const field = v.getDotPath(issue) ?? 'settings'
  if (issue.expected === 'never') return { field, says: 'is no setting. Take it out, or look for a typing mistake.' }
  return { field, says: issue.message }
}

/** Answers: how many mails of the day's quota should be left, before the operator is told? A tenth of the learners. */
export function quotaReserve({ learners }: Pick<Settings, 'learners'>): number {
  return Math.max(20, Math.ceil(learners / 10))
}
