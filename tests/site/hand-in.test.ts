import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import type { HandIn } from '../../functions/domain/hand-in.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import { ana, enrolment, now, pathView, siteFixture } from '../support/site.ts'

import { address, atGate, fresh, handedIn, kept, t, textOf, whole, withBrief, withView } from './project-sent.ts'

describe('GET /lessons/:id/hand-in', () => {
  it('asks for a mark on every line of the rubric first, then for link and note, nothing chosen', async () => {
    const text = await textOf(withView(atGate).get(`${address}?t=${t}`))
    expect(text).toContain('<h1>Hand in P01</h1>')
    expect(text).toMatch(/<fieldset[^>]*id="mark-time-and-polarity"[^>]*><legend>Time and polarity<\/legend>/)
    expect(text).toContain('Recall at <em>level</em> 4.')
    expect(text.match(/<input type="radio"/g)).toHaveLength(8)
    expect(text).not.toContain('checked')
    expect(text.indexOf('mark-recall')).toBeLessThan(text.indexOf('id="url"'))
    expect(text).toContain('Up to 4,000 characters')
  })

  it('offers to go on without it, and says when it goes on by itself', async () => {
    const ahead = [{ step: 'M07', dueAt: Date.UTC(2026, 4, 19, 5, 23) }]
    const text = await textOf(withView({ ...atGate, ahead }).get(`${address}?t=${t}`))
    expect(text).toContain('<form method="post" action="/lessons/P01/without">')
    expect(text).toContain('follows when you hand in, and without it on Tuesday 19 May.')
  })

  it('promises no date where the gate waits, and no gate where none waits', async () => {
    expect(await textOf(withView(atGate).get(`${address}?t=${t}`))).toContain('follows when you hand in. Going on')
    const late = enrolment({ received: new Set([...withBrief, 'M07']), briefAt: now })
    expect(await textOf(withView({ enrolment: late }).get(`${address}?t=${t}`))).toContain(
      'Nothing on your path waits for it.',
    )
  })

  it('offers no way on without a project that was not sent yet', async () => {
    expect(await textOf(siteFixture().get(`${address}?t=${t}`))).not.toContain('/without')
  })

  it('shows again what was handed in, with the marks, one level up, and what comes next on which day', async () => {
    const text = await textOf(withView(handedIn).get(`${address}?t=${fresh}`))
    expect(text).toContain('<h1>P01 is handed in</h1>')
    expect(text).toMatch(/Next is M07[^<]*: Thursday 7 May\./)
    expect(text).toContain('On Monday 4 May. You can change it as often as you like')
    expect(text).toContain('<a href="https://example.org/session" rel="noopener nofollow">')
    expect(text).toMatch(/Time and polarity <span class="level">3 ready<\/span>/)
    expect(text).toContain('One level up: Time and polarity at <em>level</em> 4.')
    expect(text).not.toContain('One level up: Recall')
    expect(text).not.toContain('/without')
  })

  it('writes a note with markup as text', async () => {
    const text = await textOf(withView(handedIn).get(`${address}?t=${fresh}`))
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).not.toContain('<script>alert')
  })

  it('has what was handed in in its form, to be changed', async () => {
    const text = await textOf(withView(handedIn).get(`${address}?t=${fresh}`))
    expect(text).toMatch(/<details class="folded"><summary>Change it<\/summary>/)
    expect(text).toContain('<input type="radio" name="mark-recall" value="4" checked=""/>')
    expect(text).toMatch(/value="https:\/\/example\.org\/session"[^>]*id="url"|id="url"[^>]*value="https:/)
    expect(text).toContain('Put this in its place')
  })

  it('says until when, for who has left', async () => {
    const left = enrolment({ state: 'left', dueAt: now + 30 * dayMs, cleared: new Set(['P01']) })
    expect(await textOf(withView({ ...handedIn, enrolment: left }).get(`${address}?t=${fresh}`))).toContain(
      'You can change it until Thursday 4 June, when your notes are erased.',
    )
  })

  it('keeps the way open for who went on without it', async () => {
    const without = { ...handedIn, work: [] }
    const text = await textOf(withView(without).get(`${address}?t=${t}&saved=without`))
    expect(text).toContain('<h1>The path goes on without P01</h1>')
    expect(text).toMatch(/role="status">You go on without P01\./)
    expect(text).toContain('Hand in P01 after all')
    expect(text).toContain('Thursday 7 May')
  })

  it('says that a line of the rubric is new since', async () => {
    const work = [{ step: 'P01', answers: {}, handIn: { ...kept, marks: { gone: 2 } as HandIn['marks'] } }]
    expect(await textOf(withView({ ...handedIn, work }).get(`${address}?t=${t}`))).toContain(
      'The rubric was changed since.',
    )
  })

  it('answers 404 for a step that is no project, and 410 when the path was erased', async () => {
    const answer = await siteFixture().get(`/lessons/E10/hand-in?t=${t}`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('E10 is no project')
    const gone = siteFixture({ journey: { viewPath: async () => undefined } })
    expect((await gone.get(`${address}?t=${t}`)).status).toBe(410)
  })
})

describe('POST /lessons/:id/hand-in', () => {
  it('hands in link, note and marks once, and leads to what is kept', async () => {
    const { press, journey } = siteFixture()
    const answer = await press(address, whole)
    const form = { url: 'example.org/session', note: 'It opens.', marks: { 'time-and-polarity': 3, recall: 2 } }
    expect(journey.handInFirst).toHaveBeenCalledExactlyOnceWith(ana, 'P01', form, now)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${address}?t=${t}&saved=handed-in`)
  })

  it('counts a line break as one character, as who types does', async () => {
    const { press, journey } = siteFixture()
    const note = Array.from({ length: 2_000 }, () => 'a').join('\r\n')
    expect((await press(address, { ...whole, note })).status).toBe(303)
    expect(journey.handInFirst.mock.calls[0]?.[2].note).toHaveLength(3_999)
  })

  it.each([
    ['no mark on one line', { 'mark-recall': '' }, 'mark-recall', '“Recall” has no mark yet'],
    ['a mark that does not exist', { 'mark-recall': '5' }, 'mark-recall', '“Recall” has no mark yet'],
    ['a link that is none', { url: 'my folder' }, 'url', 'not the address of a page on the web'],
    ['a link that would run', { url: 'javascript:alert(1)' }, 'url', 'not the address of a page on the web'],
    ['neither link nor note', { url: ' ', note: '' }, 'url', 'neither a link nor a note'],
    ['a note that is too long', { note: 'a'.repeat(4_001) }, 'note', '4001 characters, and 4000 are kept'],
  ])('refuses %s beside its control, keeps all that was typed, and hands in nothing', async (_, change, field, why) => {
    const { press, journey } = withView(atGate)
    const typed = { ...whole, ...change }
    const answer = await press(address, typed)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(`<a href="#${field}">`)
    expect(text).toMatch(new RegExp(`id="${field}-problem">[^<]*${why}`))
    expect(text).toContain('<input type="radio" name="mark-time-and-polarity" value="3" checked=""/>')
    expect(text).toContain(`value="${typed.url}"`)
    expect(text).toContain(`>${typed.note}</textarea>`)
    expect(journey.handInFirst).not.toHaveBeenCalled()
  })

  it('says everything that is wrong at once', async () => {
    const text = await textOf(siteFixture().press(address, { t, url: 'no link' }))
    for (const field of ['mark-time-and-polarity', 'mark-recall', 'url']) expect(text).toContain(`href="#${field}"`)
    expect(text).toContain('3 answers to look at')
  })

  it.each([
    ['letters', 'a'],
    ['characters of several bytes', 'é🎚'],
  ])('refuses a note of 10 MB, of %s, and keeps marks, link and the beginning of the note', async (_, letter) => {
    const { press, journey } = withView(atGate)
    const note = letter.repeat((10 * 1024 * 1024) / Buffer.byteLength(letter))
    const answer = await press(address, { ...whole, note })
    const text = await answer.text()
    expect(answer.status).toBe(413)
    expect(text).toContain('only its beginning is here, and nothing was saved')
    expect(text).toContain('<input type="radio" name="mark-recall" value="2" checked=""/>')
    expect(text).toContain('value="example.org/session"')
    expect(text).toContain(note.slice(0, 4_000))
    expect(text).not.toContain('\uFFFD')
    expect(text.length).toBeLessThan(64 * 1024)
    expect(journey.handInFirst).not.toHaveBeenCalled()
  })

  it('refuses a form whose end was not read, whatever hides behind it', async () => {
    const { press, journey } = siteFixture()
    expect((await press(address, { ...whole, more: 'a'.repeat(1024 * 1024) })).status).toBe(413)
    expect(journey.handInFirst).not.toHaveBeenCalled()
  })

  it('opens the form again for who changes what was handed in', async () => {
    const text = await textOf(withView(handedIn).press(address, { ...whole, t: fresh, url: 'no link' }))
    expect(text).toMatch(/<details class="folded" open=""><summary>Change it/)
  })

  it('takes nothing that is no form', async () => {
    const { site, journey } = siteFixture()
    const answer = await site.request(address, { method: 'POST', body: JSON.stringify(whole) })
    expect(answer.status).toBe(400)
    expect(journey.handInFirst).not.toHaveBeenCalled()
  })

  it('answers 404 for a lesson, and hands in nothing', async () => {
    const { press, journey } = siteFixture()
    expect((await press('/lessons/E10/hand-in', whole)).status).toBe(404)
    expect(journey.handInFirst).not.toHaveBeenCalled()
  })
})

describe('a link from the mail, which may have been passed on', () => {
  it('says that it is handed in, with the marks and what comes next, and shows neither link nor note nor form', async () => {
    const text = await textOf(withView(handedIn).get(`${address}?t=${t}`))
    expect(text).toContain('<h1>P01 is handed in</h1>')
    expect(text).toMatch(/Next is M07[^<]*: Thursday 7 May\./)
    expect(text).toMatch(/Time and polarity <span class="level">3 ready<\/span>/)
    expect(text).not.toMatch(/example\.org\/session|It opens\.|<textarea|Put this in its place/)
    expect(text).toContain('<form method="post" action="/sign-in/again">')
    expect(text).not.toContain(fresh)
  })

  it('hands in first, and with a fresh one also in its place', async () => {
    const { press, journey } = withView(handedIn)
    const answer = await press(address, { ...whole, t: fresh })
    expect(journey.handIn).toHaveBeenCalledOnce()
    expect(journey.handInFirst).not.toHaveBeenCalled()
    expect(answer.headers.get('location')).toBe(`${address}?t=${fresh}&saved=handed-in`)
  })

  it.each([
    ['another', { note: 'Another <b>note</b>.' }],
    ['an incomplete', { note: 'Another <b>note</b>.', 'mark-recall': '' }],
  ])('replaces nothing: %s one is shown as typed, to be copied, with the way to a fresh link', async (_, change) => {
    const handInFirst = async () => {
      throw new Failure('hand-in-kept', 'P01 is handed in already.', 'Have a link mailed to you.')
    }
    const { press, journey } = siteFixture({ journey: { viewPath: async () => pathView(handedIn), handInFirst } })
    const answer = await press(address, { ...whole, url: 'example.org/other', ...change })
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(text).toMatch(/role="alert"[^>]*>.*P01 is handed in already/s)
    expect(text).toContain('<p class="as-typed">example.org/other</p>')
    expect(text).toContain('<p class="as-typed">Another &lt;b&gt;note&lt;/b&gt;.</p>')
    expect(text).toContain('action="/sign-in/again"')
    expect(text).not.toMatch(/example\.org\/session|It opens\./)
    expect(journey.handIn).not.toHaveBeenCalled()
  })

  it('my path, opened by a fresh link, leads to what was handed in', async () => {
    const text = await textOf(withView(handedIn).get(`/path?t=${fresh}`))
    expect(text).toContain(`<a href="${address}?t=${fresh}">See or change what you handed in for P01</a>`)
  })
})

describe('POST /lessons/:id/without', () => {
  it('opens the gate and leads to what comes next', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/lessons/P01/without', { t })
    expect(journey.goOnWithout).toHaveBeenCalledExactlyOnceWith(ana, 'P01', now)
    expect(answer.headers.get('location')).toBe(`${address}?t=${t}&saved=without`)
  })

  it('says why not, for a project that was not sent yet', async () => {
    const goOnWithout = async () => {
      throw new Failure('move-not-allowed', 'Only a project that was sent to you.', 'Look at your path.')
    }
    const answer = await siteFixture({ journey: { goOnWithout } }).press('/lessons/P01/without', { t })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Only a project that was sent to you.')
  })
})
