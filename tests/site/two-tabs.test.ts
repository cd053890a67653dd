/** Two tabs, or two devices, that save within milliseconds: over the journey itself, so that the write decides. */
import { describe, expect, it } from 'vitest'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { createTestJourney } from '../support/journey.ts'
import { hiddenFields } from '../support/shown-form.ts'
import { ana, enrolment, now, siteFixture, token } from '../support/site.ts'
import { compiled } from '../support/site-catalog.ts'

const t = token('sign-in')
const evening = { days: ['1', '3'], time: '21:15', zone: 'America/New_York' }
const weekend = { days: ['6'], time: '18:00', zone: 'Europe/London' }

/** The site of one learner whose two presses both read their path before either writes. */
async function twoTabs(change: Partial<Enrolment> = {}) {
  const journey = createTestJourney({ path: compiled.path, at: now })
  await journey.store.createEnrolment(enrolment({ received: new Set(['E01', 'E02']), ...change }))
  let haveLooked = 0
  let goOn = () => {}
  const bothHaveLooked = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const race = { isOn: false }
  const viewPath: typeof journey.viewPath = async (subject, at) => {
    const view = await journey.viewPath(subject, at)
    if (race.isOn && ++haveLooked === 2) goOn()
    if (race.isOn) await bothHaveLooked
    return view
  }
  const site = siteFixture({ journey: { ...journey.steer, viewPath } })
  const shown = async (control: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
    const answer = await site.press(`/path/preview/${control}`, { t, ...fields })
    return hiddenFields(await answer.text(), `/path/${control}`)
  }
  return {
    shown,
    async press(presses: readonly (readonly [string, Awaited<ReturnType<typeof shown>>])[]) {
      race.isOn = true
      return Promise.all(presses.map(([control, fields]) => site.press(`/path/${control}`, fields)))
    },
    kept: async () => (await journey.store.findEnrolment(ana)) as Enrolment,
  }
}

describe('two presses at the same moment', () => {
  it('that save different paces: one is saved, the other is shown both and saves nothing', async () => {
    const tabs = await twoTabs()
    const [one, two] = [await tabs.shown('pace', evening), await tabs.shown('pace', weekend)]

    const [first, second] = await tabs.press([
      ['pace', one],
      ['pace', two],
    ])

    expect([first?.status, second?.status]).toEqual([303, 409])
    expect((await tabs.kept()).pace).toMatchObject({ time: '21:15', zone: 'America/New_York' })
    const text = await (second as Response).text()
    expect(text).toContain('Nothing was saved by that press: your path has changed since you looked')
    expect(text).toContain('Saved now: Monday and Wednesday, within the hour from 21:15 in New York.')
    expect(text).toContain('You chose: Saturday, within the hour from 18:00 in London.')
  })

  it('that pause and skip: the second is told and nothing of it is saved', async () => {
    const tabs = await twoTabs()
    const [one, two] = [await tabs.shown('pause', {}), await tabs.shown('skip', { step: 'E10' })]

    const [first, second] = await tabs.press([
      ['pause', one],
      ['skip', two],
    ])

    expect([first?.status, second?.status]).toEqual([303, 409])
    expect(await tabs.kept()).toMatchObject({ state: 'paused', received: new Set(['E01', 'E02']) })
  })

  it('that save the same are both told that it is done', async () => {
    const tabs = await twoTabs()
    const revBefore = (await tabs.kept()).rev
    const fields = await tabs.shown('pace', weekend)

    const answers = await tabs.press([
      ['pace', fields],
      ['pace', fields],
    ])

    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await tabs.kept()).pace).toMatchObject({ time: '18:00' })
    expect((await tabs.kept()).rev).toBe(revBefore + 1)
  })
})
