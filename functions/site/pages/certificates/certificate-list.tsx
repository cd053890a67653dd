/** Every certificate of the path: made, to be made, or what is missing for it. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type CertificateOf, shownNameMax } from '../../../domain/certificate.ts'
import type { CertificatesView } from '../../../journey/certificates.ts'
import { addresses } from '../../addresses.ts'
import { type Certified, everyCertified, stepWords } from '../../certificates/certified.ts'
import type { Problem } from '../../forms/parse-form.ts'
import { described, ProblemLine } from '../../parts/field.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { Status } from '../../parts/status.tsx'
import { Tape } from '../../parts/tape.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { hoursWords } from '../../words/duration.ts'
import { stepName } from '../../words/step.ts'

/** A name that cannot be shown, as it was typed. */
export interface TypedName {
  readonly of: CertificateOf
  readonly name: string
  readonly problem: Problem
  readonly status: ContentfulStatusCode
}

interface CertificateListProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly taken: CertificatesView
  readonly token: string
  readonly typed: TypedName | undefined
  /** What a press did a moment ago, as the address says. */
  readonly made: string | undefined
  readonly withdrawn: string | undefined
}

export function CertificateList(props: CertificateListProps) {
  const { deps, token, typed } = props
  const all = everyCertified(deps.catalog.compiled)
  const problems = typed ? [{ ...typed.problem, field: fieldOf(typed.of) }] : []
  return (
    <>
      <Tape label="My path" words="certificates" />
      <h1>Certificates</h1>
      <ProblemSummary problems={problems} />
      <Said {...props} all={all} />
      <p class="lead">
        One for each stage whose project you have handed in, and one for the whole path. Nothing is public until you
        make one.
      </p>
      <p>
        It shows the name you type here, which need not be the one that the lessons greet you by, the stage, its hours
        and the day, and nothing else about you. Anybody with its address can check it; nobody can guess the address.
        You can withdraw it at any time.
      </p>
      {all.map((certified) => (
        <section id={certified.of} class={`earnable ${certified.stageClass}`} aria-labelledby={`${certified.of}-title`}>
          <h2 id={`${certified.of}-title`}>
            <span class="letter">{certified.isWhole ? '' : certified.letters}</span>{' '}
            {certified.isWhole ? 'The whole path' : certified.name}
          </h2>
          <p class="quiet">
            {stepWords(certified.steps)}, {hoursWords(certified.minutes)}
          </p>
          <One {...props} certified={certified} problems={problems} />
        </section>
      ))}
      <p>
        <a href={addresses.path(token)}>Back to my path</a>
      </p>
    </>
  )
}

function Said({ made, withdrawn, all, taken }: CertificateListProps & { all: readonly Certified[] }) {
  const nameOf = (of: string | undefined) => all.find((certified) => certified.of === of)?.name
  if (taken.issued.some(({ of }) => of === made)) {
    return <Status>The certificate of {nameOf(made)} is made. Its page is public from now on.</Status>
  }
  if (nameOf(withdrawn) !== undefined && taken.issued.every(({ of }) => of !== withdrawn)) {
    return (
      <Status>The certificate of {nameOf(withdrawn)} is withdrawn. Its address says so to whoever opens it.</Status>
    )
  }
  return null
}

type OneProps = CertificateListProps & { readonly certified: Certified; readonly problems: readonly Problem[] }

function One({ deps, view, taken, token, typed, certified, problems }: OneProps) {
  const { of } = certified
  const issued = taken.issued.find((certificate) => certificate.of === of)
  const own = typed?.of === of ? typed.name : undefined
  if (issued !== undefined) {
    return (
      <>
        <p>
          Made for {issued.name}:{' '}
          <a href={addresses.certificate(issued.id)}>
            {deps.settings.siteUrl.replace(/^https?:\/\//, '')}
            {addresses.certificate(issued.id)}
          </a>
        </p>
        <details open={own !== undefined}>
          <summary>Another name, or withdraw it</summary>
          <NameForm {...{ of, token, problems }} name={own ?? issued.name} button="Show this name" isMain />
          <form method="post" action={addresses.withdrawCertificate}>
            <TokenField token={token} />
            <input type="hidden" name="of" value={of} />
            <p>Withdrawn, its address says so for good. If you make it again, it gets another one.</p>
            <button type="submit" class="second">
              Withdraw this certificate
            </button>
          </form>
        </details>
      </>
    )
  }
  if (!taken.earned.includes(of)) return <p>{missingWords(certified, view)}</p>
  const button = certified.isWhole ? 'Make the certificate of the path' : `Make the certificate of ${certified.name}`
  const toMake = taken.earned.find((earned) => taken.issued.every((certificate) => certificate.of !== earned))
  return (
    <NameForm {...{ of, token, button, problems }} name={own ?? view.enrolment.name ?? ''} isMain={of === toMake} />
  )
}

interface NameFormProps {
  readonly of: CertificateOf
  readonly token: string
  readonly name: string
  readonly button: string
  /** Of several to be made, one is the next thing to do. */
  readonly isMain: boolean
  readonly problems: readonly Problem[]
}

function NameForm({ of, token, name, button, isMain, problems }: NameFormProps) {
  const id = fieldOf(of)
  const problem = problems.find(({ field }) => field === id)?.message
  return (
    <form method="post" action={addresses.makeCertificate} class="form" novalidate>
      <TokenField token={token} />
      <input type="hidden" name="of" value={of} />
      <div class="field">
        <label for={id}>Name to show</label>
        <ProblemLine name={id} problem={problem} />
        <input
          type="text"
          id={id}
          name="name"
          required
          maxlength={shownNameMax}
          value={name}
          {...described(id, false, problem)}
        />
      </div>
      <button type="submit" class={isMain ? '' : 'second'}>
        {button}
      </button>
    </form>
  )
}

/** Answers: under which id does the name of this certificate stand on the page? */
function fieldOf(of: CertificateOf): string {
  return `name-${of}`
}

/** "Missing: 3 of its steps to be sent; P01 “…” to be handed in." */
function missingWords({ isWhole, steps, projects }: Certified, { enrolment, work }: PathView): string {
  if (projects.length === 0) return 'This stage ends without a project, so it has no certificate.'
  const handedIn = new Set(work.filter(({ handIn }) => handIn !== undefined).map(({ step }) => step))
  const ahead = steps.filter(({ id }) => !enrolment.received.has(id))
  const open = projects.filter(({ id }) => !handedIn.has(id))
  const toHandIn = isWhole ? open.map(({ id }) => id) : open.map(stepName)
  const parts = [
    ...(ahead.length > 0 ? [`${ahead.length} of ${steps.length} steps to be sent`] : []),
    ...(open.length > 0 ? [`${new Intl.ListFormat('en-GB').format(toHandIn)} to be handed in`] : []),
  ]
  return parts.length === 0
    ? 'The path is still being written, so nobody has its certificate yet.'
    : `Missing: ${parts.join('; ')}.`
}
