/** `/`: the promise, the whole path, one lesson to read before signing up, the form, the small print. */
import { Hono } from 'hono'
import { raw } from 'hono/html'
import type { CompiledPage, CompiledPath } from '../../catalog/compiled.ts'
import { findStep, type Step } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { Arrangement } from '../arrangement/arrangement.tsx'
import { freshSignUp } from '../forms/sign-up.ts'
import { page } from '../layout/page.tsx'
import { Brief } from '../parts/brief.tsx'
import { SignUpForm } from '../parts/sign-up-form.tsx'
import { SmallPrint } from '../parts/small-print.tsx'
import { minutesOf, StageList } from '../parts/stage-list.tsx'
import { stageClass, Tape } from '../parts/tape.tsx'
import type { SiteDeps } from '../ports.ts'
import { count, hoursWords } from '../words/duration.ts'
import { stepName, tapeWords } from '../words/step.ts'

export function landing(deps: SiteDeps): Hono {
  return new Hono().get('/', (c) =>
    page(
      c,
      deps,
      { title: deps.catalog.compiled.path.title, audience: 'everyone', canonical: '/' },
      <Landing deps={deps} />,
    ),
  )
}

function Landing({ deps }: { deps: SiteDeps }) {
  const { compiled } = deps.catalog
  const sample = findStep(compiled.path, compiled.sample)
  const text = sample && deps.catalog.page(sample.id)
  return (
    <>
      <header class="opening">
        <Tape label={compiled.plan.map(({ letter }) => letter).join(' ')} words={compiled.path.title} />
        <h1>{compiled.promise}</h1>
        <p class="actions">
          <a class="button" href="#sign-up">
            Sign up
          </a>
          {sample ? <a href={addresses.lesson(sample)}>Read a lesson first: {stepName(sample)}</a> : null}
        </p>
      </header>
      <section aria-labelledby="whole-path">
        <h2 id="whole-path">The whole path</h2>
        <p>{sizeWords(deps)}</p>
        <Arrangement compiled={compiled} />
        <StageList plan={compiled.plan} />
        {compiled.hasPlacement ? (
          <p>
            You need not start at the beginning. <a href={addresses.placement()}>A few questions suggest a start</a>, in
            about twelve minutes and without an account.
          </p>
        ) : null}
      </section>
      <section aria-labelledby="how">
        <h2 id="how">How it works</h2>
        <div class="prose">{raw(compiled.introHtml)}</div>
      </section>
      {sample && text ? <Sample compiled={compiled} step={sample} text={text} /> : null}
      <section aria-labelledby="sign-up">
        <h2 id="sign-up" tabindex={-1}>
          Sign up
        </h2>
        <SignUpForm compiled={compiled} values={freshSignUp} isFresh />
        <SmallPrint settings={deps.settings} />
      </section>
    </>
  )
}

function Sample({ compiled, step, text }: { compiled: CompiledPath; step: Step; text: CompiledPage }) {
  return (
    <section aria-labelledby="sample" class="sample">
      <h2 id="sample">Read one before you sign up</h2>
      <Tape label={step.id} words={tapeWords(step)} stage={stageClass(compiled, step.stage)} />
      <Brief compiled={compiled} step={step} text={text} />
      <p>
        <a href={addresses.lesson(step)}>Read the whole of {stepName(step)}</a>
      </p>
    </section>
  )
}

/** "155 hours of work in 5 stages and 64 steps: with two lessons a week, 32 weeks … 9 of them are written …" */
function sizeWords({ catalog }: SiteDeps): string {
  const { plan } = catalog.compiled
  const steps = plan.flatMap((stage) => stage.steps)
  const written = steps.filter((step) => step.written)
  const minutes = plan.reduce((total, stage) => total + minutesOf(stage), 0)
  const size =
    `${hoursWords(minutes)} of work in ${count(plan.length, 'stage')} and ${count(steps.length, 'step')}: ` +
    `with two lessons a week, ${count(Math.ceil(steps.length / 2), 'week')} and the time that you take for the projects.`
  if (written.length === steps.length) return size
  return `${size} ${written.length} of them are written and can be sent today; the others are announced.`
}
