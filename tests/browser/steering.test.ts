/** Stories of people who change how their path comes, each shown before it is saved. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { clockChanges } from '../../functions/site/words/clock-changes.ts'
import { localMoment } from '../domain/intl-clock.ts'
import { bounceSoftly } from './cast.ts'
import { keys } from './hands.ts'
import { type Learner, started } from './learner.ts'
import { change, chooseDays, press } from './person.ts'
import { visitAs } from './visit.ts'

const zone = 'Europe/Berlin'
const monday = 1
const friday = 5
const mondaysAndFridays = { days: [monday, friday], time: '07:00', zone }
const sevenInBerlin = { zone, hours: [7] }
const halfYearDays = 200
const everyDay = [1, 2, 3, 4, 5, 6, 7]

const visit = visitAs({ zone, width: 390 })

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const lessonsTo = async (learner: Learner) =>
  (await learner.mails()).filter(({ step }) => /^[A-Z]\d\d$/.test(step ?? ''))

async function openPath(learner: Learner): Promise<Page> {
  await visit.guest.page.goto(await learner.signInLink())
  return visit.guest.page
}

describe('somebody who pauses for a month, across a change of the clocks, with the keys alone', {
  timeout: 60_000,
}, () => {
  it('sees the change between the dates, and what the pause does to them', async () => {
    const [next] = clockChanges(zone, visit.rehearsal.now(), visit.rehearsal.now() + halfYearDays * dayMs)
    const weekBefore = (next?.at ?? 0) - 7 * dayMs
    await visit.rehearsal.skipTime(weekBefore - visit.rehearsal.now())
    const ana = await started(visit.rehearsal, 'ana@example.org', mondaysAndFridays)
    const page = await openPath(ana)
    const hands = keys(page)
    const changeWords = page.getByText(/clocks in Berlin go (forward|back) 1 hour/)
    expect(await changeWords.first().isVisible()).toBe(true)

    const until = localMoment(zone, visit.rehearsal.now() + 30 * dayMs).date
    await hands.type('Until the day', asTyped(until))
    await hands.press('Pause until that day')
    const [now, then] = await page.getByRole('row', { name: /^E02/ }).getByRole('time').all()
    const [before, after] = await Promise.all([now, then].map((time) => time?.getAttribute('datetime')))
    expect(Date.parse(before ?? '')).toBeLessThan(Date.parse(after ?? ''))
    expect(localMoment(zone, Date.parse(after ?? '')).date >= until).toBe(true)
    await hands.press(/^Pause until /)

    await visit.rehearsal.pass(45, sevenInBerlin)

    const [, ...later] = await lessonsTo(ana)
    // The hour by the clock is the hour that was shown, on the far side of the change as well.
    const shown = localMoment(zone, Date.parse(after ?? ''))
    const came = localMoment(zone, later[0]?.sentAt ?? 0)
    expect([came.date, hourOf(came)]).toEqual([shown.date, hourOf(shown)])
    expect(hourOf(came)).toBe(7)
    // No burst: one on each of the days that were chosen.
    const moments = later.map(({ sentAt }) => localMoment(zone, sentAt))
    expect(new Set(moments.map(({ date }) => date)).size).toBe(later.length)
    expect(moments.map(({ weekday }) => weekday).every((day) => day === monday || day === friday)).toBe(true)
    expect(later.map(({ step }) => step)).toEqual(['E02', 'E03', 'E04', 'E05'].slice(0, later.length))
    expect(later.length).toBeGreaterThan(2)
  })
})

describe('two tabs', { timeout: 30_000 }, () => {
  it('saving different paces: the second is told, shown both, and saves with one more press', async () => {
    const bea = await started(visit.rehearsal, 'bea@example.org', mondaysAndFridays)
    const first = await openPath(bea)
    const second = await visit.guest.context.newPage()
    await second.goto(first.url())
    await chooseDays(first, ['Tue'])
    await chooseDays(second, ['Sat', 'Sun'])
    await press(second, 'Show me the new dates')
    await change(first, 'Show me the new dates', 'Save the new days and hour')

    await press(second, 'Save the new days and hour')

    expect(await second.getByRole('alert').innerText()).toContain('Nothing was saved by that press')
    expect(await second.getByText('Saved now: Tuesday').innerText()).toContain('You chose: Saturday and Sunday')
    await press(second, 'Save the new days and hour')
    expect(await heading(second)).toMatch(/^E02 comes on (Saturday|Sunday)/)
    await second.close()
  })
})

describe('a mail that came back', { timeout: 30_000 }, () => {
  it('waits on “my path”, and is sent once more by a look and a press', async () => {
    const cleo = await started(visit.rehearsal, 'cleo@example.org', { ...mondaysAndFridays, days: everyDay })
    await bounceSoftly(visit.rehearsal, cleo)
    await visit.rehearsal.skipTime(dayMs)
    const page = await openPath(cleo)
    const waiting = page.getByRole('region', { name: 'Waiting for you' })
    expect(await waiting.getByText('its mail came back').isVisible()).toBe(true)

    await press(page, 'Send E01 once more')
    expect((await lessonsTo(cleo)).map(({ step }) => step)).toEqual(['E01'])
    await press(page, 'Send me E01 once more')

    expect(await page.getByRole('status').innerText()).toMatch(/^E01 .* is sent once more\. Next: E02 on /)
    expect((await lessonsTo(cleo)).map(({ step }) => step)).toEqual(['E01', 'E01'])
    expect(await page.getByText('its mail came back').count()).toBe(0)
  })
})

describe('another place', { timeout: 30_000 }, () => {
  it('on to a stage and back to the beginning, with the keyboard alone, and one mail a day all the while', async () => {
    const dora = await started(visit.rehearsal, 'dora@example.org', { ...mondaysAndFridays, days: everyDay })
    const page = await openPath(dora)
    await page.getByLabel('Begin with the stage').focus()
    await page.keyboard.press('ArrowDown')
    await enter(page, 'Move to the stage')
    expect(await heading(page)).toBe('Move to Small-band projects?')
    await enter(page, /^Move to /)
    expect(await heading(page)).toMatch(/^B01 comes on /)
    await visit.rehearsal.pass(2, sevenInBerlin)
    expect((await lessonsTo(dora)).map(({ step }) => step)).toEqual(['E01', 'B01'])

    await openPath(dora)
    await enter(page, 'Start over')
    expect(await heading(page)).toBe('Start the path over?')
    await enter(page, 'Start over from the first step')
    expect(await heading(page)).toMatch(/^E01 comes on /)
    await visit.rehearsal.pass(1, sevenInBerlin)
    expect((await lessonsTo(dora)).map(({ step }) => step)).toEqual(['E01', 'B01', 'E01'])
  })
})

/** "2027-04-26" as the tests' browser has it typed: month first. */
function asTyped(date: string): string {
  const [year, month, day] = date.split('-')
  return `${month}${day}${year}`
}

/** As `press`, without a pointer. */
async function enter(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name }).focus()
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
}

function hourOf({ minuteOfDay }: { minuteOfDay: number }): number {
  return Math.floor(minuteOfDay / 60)
}
