import { describe, expect, it } from 'vitest'
import { deliverSettings, feedbackSettings, readSettings, webSettings } from '../../functions/runtime/env.ts'
import { environmentFactory } from '../support/function-environment.ts'

function faultsOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'no fault'
}

const functions = [
  ['deliver', deliverSettings],
  ['web', webSettings],
  ['feedback', feedbackSettings],
] as const

describe('the settings of a function', () => {
  it.each(functions)('%s are read from a whole environment', (_name, schema) => {
    const settings = readSettings(schema, environmentFactory())

    expect(settings).toMatchObject({ TABLE_NAME: 'talkback-test', CATALOG_FOLDER: '/var/task/catalog' })
  })

  it.each(
    functions.flatMap(([name, schema]) =>
      Object.keys(schema.entries)
        .filter(
          (variable) => !['UNKNOWN_POLICY', 'ANSWER_FLOOR_MS', 'EMBED_ORIGINS', 'FEEDBACK_QUEUES'].includes(variable),
        )
        .map((variable) => ({ name, schema, variable })),
    ),
  )('$name: a missing $variable is named', ({ schema, variable }) => {
    const faults = faultsOf(() => readSettings(schema, environmentFactory({ [variable]: undefined })))

    expect(faults).toContain(`${variable}: is not set`)
  })

  it('that are missing are all named at once, each on a line of its own', () => {
    const faults = faultsOf(() => readSettings(deliverSettings, {}))

    const named = faults
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
    expect(faults).toContain('its environment is incomplete')
    expect(named).toContain('TABLE_NAME: is not set')
    expect(named).toHaveLength(Object.keys(deliverSettings.entries).length - 2)
  })

  it.each([
    ['TABLE_NAME', '', 'is empty'],
    ['SITE_URL', 'http://learn.example.org', 'must be an https:// origin without a path'],
    ['SITE_URL', 'https://learn.example.org/', 'must be an https:// origin without a path'],
    ['SITE_URL', 'https://learn.example.org/path', 'must be an https:// origin without a path'],
    ['SENDER_ADDRESS', 'Talkback <lessons@talkback.example>', 'must be an email address'],
    ['REPLY_TO', 'nobody', 'must be an email address'],
    ['ADDRESS_KEY', 'short', "must be a secret's ARN, or at least 32 bytes in base64url"],
    ['LINK_KEYS', 'k1', "must be a secret's ARN, or id:secret pairs"],
    ['LINK_KEYS', 'k1:short', "must be a secret's ARN, or id:secret pairs"],
    ['LINK_KEYS', `k1:${'A'.repeat(43)},`, "must be a secret's ARN, or id:secret pairs"],
    ['UNKNOWN_POLICY', 'sometimes', 'must be "resend" or "hold"'],
    ['ANSWER_FLOOR_MS', '-1', 'must be whole milliseconds'],
    ['EMBED_ORIGINS', '*', 'must be https:// origins without a path'],
    ['EMBED_ORIGINS', 'https://studio.example,http://band.example', 'must be https:// origins without a path'],
    ['EMBED_ORIGINS', 'https://studio.example/', 'must be https:// origins without a path'],
    ['EMBED_ORIGINS', 'https://Studio.example', 'must be https:// origins without a path'],
    ['EMBED_ORIGINS', 'https://studio.example:443', 'must be https:// origins without a path'],
    ['EMBED_ORIGINS', 'https://studio.example, https://band.example', 'must be https:// origins without a path'],
  ])('%s = "%s" is refused by name, with what it must be', (variable, value, remedy) => {
    const faults = faultsOf(() => readSettings(webSettings, environmentFactory({ [variable]: value })))

    expect(faults).toContain(`${variable}: ${remedy}`)
  })

  it('never tell a secret when one is at fault', () => {
    const faults = faultsOf(() =>
      readSettings(webSettings, environmentFactory({ ADDRESS_KEY: 'hunter2!', LINK_KEYS: 'k1:hunter2!' })),
    )

    expect(faults).not.toContain('hunter2')
  })

  it.each(['https://learn.example.org', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://localhost'])(
    'take %s for a site',
    (SITE_URL) => {
      expect(readSettings(deliverSettings, environmentFactory({ SITE_URL })).SITE_URL).toBe(SITE_URL)
    },
  )

  it('resend what is unknown, and take their time to answer a sign-up, unless told otherwise', () => {
    const settings = readSettings(
      webSettings,
      environmentFactory({ UNKNOWN_POLICY: undefined, ANSWER_FLOOR_MS: undefined }),
    )

    expect(settings).toMatchObject({ UNKNOWN_POLICY: 'resend', ANSWER_FLOOR_MS: 800 })
  })

  it.each([
    [undefined, []],
    ['', []],
    ['https://studio.example', ['https://studio.example']],
    ['https://studio.example,http://localhost:8080', ['https://studio.example', 'http://localhost:8080']],
  ])('let the sites of EMBED_ORIGINS = %j sign learners up', (EMBED_ORIGINS, origins) => {
    expect(readSettings(webSettings, environmentFactory({ EMBED_ORIGINS })).EMBED_ORIGINS).toEqual(origins)
  })
})
