/** Who starts over meets the gate again, of a project that was handed in before. */
import { describe, expect, it } from 'vitest'
import type { HandIn } from '../../functions/domain/hand-in.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import type { PathView } from '../../functions/site/ports.ts'
import { enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('lesson')
const handIn: HandIn = { url: 'https://example.org/session', note: '', marks: { recall: 4 }, at: now - 40 * dayMs }
const work: PathView['work'] = [{ step: 'P01', answers: {}, doneAt: handIn.at, handIn }]
const received = new Set(['E01', 'E02', 'E10', 'P01'])
const again = { enrolment: enrolment({ received, briefAt: now - dayMs }), ahead: [], work }
const opened = { ...again, enrolment: enrolment({ received, cleared: new Set(['P01']) }) }
const withView = (view: Partial<PathView>) => siteFixture({ journey: { viewPath: async () => pathView(view) } })
const handInPage = async (view: Partial<PathView>, query = '') =>
  (await withView(view).get(`/lessons/P01/hand-in?t=${t}${query}`)).text()

describe('a project handed in before its learner started over', () => {
  it('is offered to stand as it is, with one press that opens the gate', async () => {
    const text = await handInPage(again)
    expect(text).toContain('The next stage waits for it')
    expect(text).toMatch(/<form method="post" action="\/lessons\/P01\/without">.*It stands: go on/s)
    expect(text).not.toContain('Go on without')
    // One way on, and not beside it that the gate is shut.
    expect(text).not.toMatch(/until the project before it is done|Send me M07 now/)
  })

  it('is not offered that where no gate waits for it', async () => {
    expect(await handInPage(opened)).not.toContain('It stands')
  })

  it('is said to stand after the press', async () => {
    expect(await handInPage(opened, '&saved=without')).toContain('P01 stands as you handed it in')
  })

  it('waits on my path until then', async () => {
    const site = (view: Partial<PathView>) =>
      siteFixture({
        journey: {
          viewPath: async () => pathView(view),
          viewDeliveries: async () => ({ sent: new Set(received), cameBack: new Set() }),
        },
      })
    const path = `/path?t=${token('sign-in')}`
    expect(await (await site(again).get(path)).text()).toMatch(
      /handed in before\. The next stage opens.*Say that P01 stands/s,
    )
    expect(await (await site(opened).get(path)).text()).not.toContain('P01 stands')
  })
})
