/** The questions chosen for a learner, the same in the mail and on its page. */
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { CompiledPage } from '../../functions/catalog/compiled.ts'
import { createComposer } from '../../functions/journey/compose.ts'
import { checksFor, fromMemory, plainWords } from '../../functions/journey/from-memory.ts'
import { createLinks } from '../../functions/runtime/links.ts'
import { compiledMail } from '../support/compiled-mail.ts'
import { enrolmentFactory } from '../support/enrolment.ts'
import { composeSettings, mondayMorning, testKeys } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 E03 P01 FIN' })
const page = (id: string): CompiledPage | undefined =>
  !id.startsWith('E')
    ? undefined
    : ({
        id,
        recall: [1, 2].map((n) => ({ questionHtml: `Own ${n} of ${id}?`, answerHtml: `Own answer ${n}.` })),
        checks: [1, 2, 3].map((n) => ({
          id: `${id}.${n}`,
          questionHtml: `Is <em>${id}</em> &amp; ${n} &lt; 4?`,
          answerHtml: 'Yes.',
          reasonHtml: `Because ${n}.`,
        })),
      } as unknown as CompiledPage)
const links = createLinks({ keys: () => testKeys, siteUrl: composeSettings.siteUrl, path: path.id })
const composer = createComposer({ catalog: { path, mail: compiledMail, page }, links, settings: composeSettings })
const learner = enrolmentFactory({ received: ['E01', 'E02'], missed: ['E01.3'] })
const questions = (step: string, checks: readonly string[]) => fromMemory(page, step, checks).map((q) => q.questionHtml)

describe('from memory', () => {
  it('asks the chosen questions of earlier lessons, with answer and reason', () => {
    expect(fromMemory(page, 'E03', ['E02.1', 'E01.3'])[0]).toEqual({
      questionHtml: 'Is <em>E02</em> &amp; 1 &lt; 4?',
      answerHtml: 'Yes. Because 1.',
      from: 'E02',
      check: 'E02.1',
    })
  })

  it('asks the lesson’s own where the chosen are too few, or are no more', () => {
    expect(questions('E01', [])).toEqual(['Own 1 of E01?', 'Own 2 of E01?'])
    expect(questions('E03', ['X99.1', 'E02.9'])).toEqual(['Own 1 of E03?', 'Own 2 of E03?'])
    expect(questions('E02', ['E01.1'])).toEqual(['Is <em>E01</em> &amp; 1 &lt; 4?', 'Own 1 of E02?'])
  })

  it('asks nothing with a step that asks nothing', () => {
    expect(questions('P01', ['E01.1'])).toEqual([])
  })

  it('is the same in the mail and on the page that its link opens', async () => {
    const [, , step] = path.steps
    if (step === undefined) throw new Error('No third step')
    const { text = '' } = await PostalMime.parse(composer.step(learner, step).raw)
    const url = text.split(/\s/).find((word) => word.includes('/lessons/E03')) ?? ''

    const { recall } = links.read(new URL(url).searchParams.get('t') ?? '', ['lesson'], mondayMorning)
    // Meanwhile they have answered: the page would choose otherwise by itself.
    const onPage = fromMemory(page, 'E03', checksFor(path, enrolmentFactory({ received: ['E01'] }), 'E03', recall))

    expect(onPage.map(({ from }) => from)).toEqual(['E02', 'E01'])
    for (const { questionHtml } of onPage) expect(text).toContain(plainWords(questionHtml))
    expect(text).toContain('Is E01 & 3 < 4?')
  })

  it('chooses now where the link says nothing of this lesson', () => {
    const asked = { step: 'E02', checks: ['E01.1'] }
    expect(checksFor(path, learner, 'E03', asked)).toEqual(checksFor(path, learner, 'E03'))
    expect(checksFor(path, learner, 'E02', asked)).toEqual(['E01.1'])
  })
})
