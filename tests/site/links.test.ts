import { describe, expect, it } from 'vitest'
import type { LinkPurpose } from '../../functions/journey/ports.ts'
import { sightOf } from '../../functions/site/pages/path/effect.ts'
import { enrolment, siteFixture, token } from '../support/site.ts'
import { compiled } from '../support/site-catalog.ts'

type Fixture = ReturnType<typeof siteFixture>

interface Door {
  readonly name: string
  readonly opens: readonly LinkPurpose[]
  readonly open: (fixture: Fixture, t: string) => Response | Promise<Response>
}

const pressDoor = (path: string, purposes: LinkPurpose | readonly LinkPurpose[], fields = {}): Door => ({
  name: `POST ${path}`,
  opens: [purposes].flat(),
  open: ({ press }, t) => press(path, { t, ...fields }),
})

const pace = { days: ['1'], time: '07:00', zone: 'Europe/Berlin' }
/** What the page showed whose button is pressed. */
const seen = sightOf(compiled.path, enrolment())

/** Every route that asks for a token. Leaving has its own tests: it says how to stop whatever is wrong. */
const doors: readonly Door[] = [
  { name: 'GET /check-inbox', opens: ['again'], open: ({ get }, t) => get(`/check-inbox?t=${t}`) },
  { name: 'GET /confirm/:token', opens: ['confirm'], open: ({ get }, t) => get(`/confirm/${t}`) },
  { name: 'POST /confirm/:token', opens: ['confirm'], open: ({ press }, t) => press(`/confirm/${t}`) },
  { name: 'GET /lessons/:id', opens: ['lesson'], open: ({ get }, t) => get(`/lessons/E10?t=${t}`) },
  { name: 'GET /lessons/:id/done', opens: ['lesson'], open: ({ get }, t) => get(`/lessons/E10/done?t=${t}`) },
  { name: 'GET /lessons/:id of the finish', opens: ['lesson'], open: ({ get }, t) => get(`/lessons/F01?t=${t}`) },
  ...['/path/certificates', '/path/data', '/path/data/file', '/path/data/erase', '/path/address'].map(
    (path): Door => ({
      name: `GET ${path}`,
      opens: ['sign-in', 'lesson'],
      open: ({ get }, t) => get(`${path}?t=${t}`),
    }),
  ),
  { name: 'GET /new-address/:token', opens: ['new-address'], open: ({ get }, t) => get(`/new-address/${t}`) },
  { name: 'POST /new-address/:token', opens: ['new-address'], open: ({ press }, t) => press(`/new-address/${t}`) },
  { name: 'GET /go-on/:token', opens: ['go-on'], open: ({ get }, t) => get(`/go-on/${t}`) },
  { name: 'POST /go-on/:token', opens: ['go-on'], open: ({ press }, t) => press(`/go-on/${t}`) },
  { name: 'GET /path', opens: ['sign-in', 'lesson'], open: ({ get }, t) => get(`/path?t=${t}`) },
  pressDoor('/send-again', 'again'),
  pressDoor('/lessons/E10/answers', 'lesson', { check: 'E10.1', verdict: 'knew' }),
  pressDoor('/lessons/E10/done', 'lesson'),
  {
    name: 'GET /lessons/:id/hand-in',
    opens: ['lesson', 'sign-in'],
    open: ({ get }, t) => get(`/lessons/P01/hand-in?t=${t}`),
  },
  pressDoor('/lessons/P01/hand-in', ['lesson', 'sign-in'], {
    url: 'example.org',
    'mark-time-and-polarity': '3',
    'mark-recall': '2',
  }),
  pressDoor('/lessons/P01/without', 'lesson'),
  pressDoor('/next', 'lesson', { after: 'E10' }),
  pressDoor('/sign-in/again', 'lesson'),
  pressDoor('/path/preview/pause', 'sign-in'),
  pressDoor('/path/pause-until', 'sign-in', { until: '2026-06-01', seen }),
  pressDoor('/path/pause', 'sign-in', { seen }),
  pressDoor('/path/resume', 'sign-in'),
  pressDoor('/path/pace', 'sign-in', { ...pace, seen }),
  pressDoor('/path/next', 'sign-in', { step: 'E02', seen }),
  pressDoor('/path/skip', 'sign-in', { step: 'E02', seen }),
  pressDoor('/path/certificates/make', 'sign-in', { of: 'engineering', name: 'Ana' }),
  pressDoor('/path/certificates/withdraw', 'sign-in', { of: 'engineering' }),
  pressDoor('/path/data/erase', 'sign-in'),
  pressDoor('/path/data/name', 'sign-in', { name: 'Ana' }),
  pressDoor('/path/data/plan', 'sign-in', { plan: 'Tuesday 19:00' }),
  pressDoor('/path/address', 'sign-in', { address: 'new@example.org' }),
]

const purposes: readonly LinkPurpose[] = ['confirm', 'lesson', 'sign-in', 'leave', 'again', 'go-on', 'new-address']

function nothingWasAsked({ journey }: Fixture) {
  for (const [name, spy] of Object.entries(journey)) expect(spy, name).not.toHaveBeenCalled()
}

describe.each(doors)('$name', ({ opens, open }) => {
  const [purpose] = opens as [LinkPurpose]

  it('opens with its own token', async () => {
    expect((await open(siteFixture(), token(purpose))).status).toBeLessThan(400)
  })

  it.each([
    ['forged', `${purpose}.k1.lrn_ana.0.guess`],
    ['truncated', token(purpose).slice(0, -1)],
    ['lengthened', `${token(purpose)}.x`],
    ['not a token', '%00'],
  ])('answers 400 to a %s token and asks the journey nothing', async (_, bad) => {
    const fixture = siteFixture()
    const answer = await open(fixture, bad)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('This link does not work')
    nothingWasAsked(fixture)
  })

  it.each(purposes.filter((other) => !opens.includes(other)))('answers 400 to a token for "%s"', async (other) => {
    const fixture = siteFixture()
    expect((await open(fixture, token(other))).status).toBe(400)
    nothingWasAsked(fixture)
  })

  it('answers 410 to an expired token, and shows the way to a fresh one', async () => {
    const fixture = siteFixture()
    const answer = await open(fixture, token(purpose, 'lrn_ana', 'past'))
    const text = await answer.text()
    expect(answer.status).toBe(410)
    expect(text).toContain('href="/sign-in"')
    expect(text).toContain('href="/sign-up"')
    nothingWasAsked(fixture)
  })
})
