/** The template of the example settings, run once as a whole, and once with a grant taken out of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf, type Rehearsed } from '../../../infra/rehearsal/findings.ts'
import { rehearseTemplate } from '../../../infra/rehearsal/rehearsal.ts'
import { type Synthesised, synthesise } from '../../../infra/rehearsal/synthesise.ts'
import type { Template } from '../../../infra/rehearsal/template.ts'
import { walk } from '../../../infra/rehearsal/walk/walk.ts'
import { exampleSettings } from '../synthesised.ts'

const folder = mkdtempSync(join(tmpdir(), 'talkback-template-'))
const lines: string[] = []
let synthesised: Synthesised
let rehearsed: Rehearsed
beforeAll(async () => {
  synthesised = synthesise(exampleSettings, folder)
  rehearsed = await rehearseTemplate(synthesised, walk, (line) => lines.push(line))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the template of the example settings', () => {
  it('carries a learner from sign-up to finish, and all that can come between', () => {
    expect(rehearsed.broken).toEqual([])
    expect(lines).toHaveLength(walk.length)
  })

  it('allows every call that its functions and the services between them make', () => {
    expect(rehearsed.ledger.denials).toEqual([])
    expect(rehearsed.ledger.calls.length).toBeGreaterThan(40)
  })

  it('is walked by every route', () => {
    expect(rehearsed.unusedRoutes).toEqual([])
  })

  it('has no grant that nothing uses, and every one is missed when it is taken away', () => {
    const { used, survivors, conditions, idleConditions } = rehearsed.mutations

    expect(findingsOf(rehearsed)).toEqual([])
    expect(used.length - survivors.length).toBeGreaterThan(40)
    expect([conditions > 10, idleConditions]).toEqual([true, []])
  })

  it('fails as soon as one grant is missing, with the call that was denied', async () => {
    const template = withoutAction(synthesised.template, 'dynamodb:Query')
    const [first] = walk
    const reduced = await rehearseTemplate({ ...synthesised, template }, first ? [first] : [], () => {})
    const findings = findingsOf(reduced).join('\n')

    expect(reduced.broken).toHaveLength(1)
    expect(findings).toMatch(/^denied: WebsiteWebRole\w+ dynamodb:Query on arn:.*: no statement allows it$/m)
  }, 60_000)
})

/** The same template, in which no role may do this. */
function withoutAction(template: Template, ...actions: readonly string[]): Template {
  const text = JSON.stringify(template)
  return JSON.parse(
    actions.reduce((less, action) => less.replaceAll(`"${action}"`, '"none:Nothing"'), text),
  ) as Template
}
