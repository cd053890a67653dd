/** One guest of one rehearsal for a whole file: opened before its tests, asked for faults after each, closed at the end. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type Guest, openBrowser, type TestBrowser } from '../support/browser.ts'
import { type Rehearsal, startRehearsal } from './rehearsal.ts'

export interface Visit {
  readonly browser: TestBrowser
  readonly rehearsal: Rehearsal
  readonly guest: Guest
}

/** Answers: who is there while the tests of this file run. */
export function visitAs(who: Parameters<TestBrowser['newGuest']>[0]): Visit {
  const visit = {} as { -readonly [part in keyof Visit]: Visit[part] }
  beforeAll(async () => {
    ;[visit.browser, visit.rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
    visit.guest = await visit.browser.newGuest(who)
  }, 60_000)
  afterEach(() => expect([...visit.guest.faults, ...visit.rehearsal.complaints]).toEqual([]))
  afterAll(async () => {
    await visit.browser?.close()
    await visit.rehearsal?.stop()
  })
  return visit
}
