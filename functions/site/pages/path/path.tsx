/** `/path`: my path. A sign-in link shows and changes everything, a lesson link asks for one. */
import { type Context, Hono } from 'hono'
import { Failure } from '../../../domain/errors.ts'
import { preview } from '../../../domain/preview.ts'
import { addresses } from '../../addresses.ts'
import type { Problem } from '../../forms/parse-form.ts'
import { type Fields, readForm, textOf } from '../../forms/read-form.ts'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import type { SiteDeps } from '../../ports.ts'
import { type SignedIn, signedIn } from '../../signed-in.tsx'
import { datesIn } from '../../words/when.ts'
import { again } from './again.tsx'
import { type Control, isWish, type Sight, type Wish } from './control.ts'
import { sightOf } from './effect.ts'
import { sendNext, skipNext } from './next-one.tsx'
import { pace } from './pace.tsx'
import { pauseOpen, pauseUntil, resumeNow } from './pause.tsx'
import { stage, startOver } from './place.tsx'
import { Preview } from './preview.tsx'
import { showPath } from './show-path.tsx'

const controls: Readonly<Record<string, Control>> = {
  'pause-until': pauseUntil,
  pause: pauseOpen,
  resume: resumeNow,
  pace,
  next: sendNext,
  skip: skipNext,
  again,
  stage,
  'start-over': startOver,
}

export function path(deps: SiteDeps): Hono {
  const routes = new Hono().get('/path', async (c) => {
    const who = await signedIn(c, deps)
    return who instanceof Response ? who : showPath(c, deps, who)
  })
  for (const [name, control] of Object.entries(controls)) {
    routes.post(addresses.previewControl(name), (c) => pressed(c, deps, { name, control, saves: false }))
    routes.post(addresses.control(name), (c) => pressed(c, deps, { name, control, saves: true }))
  }
  return routes
}

interface Pressed {
  readonly name: string
  readonly control: Control
  readonly saves: boolean
}

async function pressed(c: Context, deps: SiteDeps, press: Pressed): Promise<Response> {
  const fields = await readForm(c)
  const token = textOf(fields, 't')
  return answerTo(c, deps, { ...press, fields, token, subject: deps.links.read(token, ['sign-in'], deps.clock()) })
}

interface Asked extends Pressed, SignedIn {
  readonly fields: Fields
  /** Of a press that another one overtook between look and save. Whoever is overtaken twice is told to try again. */
  readonly isSecondLook?: boolean
}

async function answerTo(c: Context, deps: SiteDeps, asked: Asked): Promise<Response> {
  const { name, control, saves, fields, token, subject } = asked
  const now = deps.clock()
  const { path: steps } = deps.catalog.compiled
  const view = await deps.journey.viewPath(subject, now)
  if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
  const { enrolment } = view
  const sight: Sight = { path: steps, enrolment, now, dates: datesIn(enrolment.pace.zone, now) }
  const refused = (reason: Failure | readonly Problem[]) =>
    showPath(c, deps, { subject, token, refusal: { fields, reason } })
  try {
    const wish = control(fields, sight)
    if (!isWish(wish)) return refused(wish)
    if (saves && wish.isDone === true) return done(c, token, wish)
    const effect = preview(steps, enrolment, wish.move, now)
    const sightNow = sightOf(steps, enrolment)
    if (saves && sightNow === sightOf(steps, effect.enrolment)) return done(c, token, wish)
    const seen = textOf(fields, 'seen')
    if (saves && sightNow === seen) {
      const ifStill = deps.journey.ifStill((current) => sightOf(steps, current) === seen)
      await wish.save(ifStill, subject)
      return done(c, token, wish)
    }
    const isOvertaken = saves && seen !== ''
    return page(
      c,
      deps,
      { title: wish.question, status: saves ? 409 : 200, token },
      <Preview control={name} {...{ token, fields, sight, wish, effect, isOvertaken }} />,
    )
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    // A refusal is shown on the page whose button was pressed.
    return mayLookAgain(cause, asked) ? answerTo(c, deps, { ...asked, isSecondLook: true }) : refused(cause)
  }
}

function mayLookAgain({ code }: Failure, { isSecondLook = false }: Asked): boolean {
  return code === 'enrolment-changed' && !isSecondLook
}

function done(c: Context, token: string, { saved: what, step }: Wish): Response {
  return c.redirect(addresses.path(token, { saved: what, step }), 303)
}
