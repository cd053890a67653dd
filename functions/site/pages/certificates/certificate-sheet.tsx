/** One sheet of A4: tape, name, what was done, the lane of the stage; and, beside it on the page only, how to check it. */
import type { ShownCertificate } from '../../../journey/certificates.ts'
import { addresses } from '../../addresses.ts'
import { type Certified, stepWords } from '../../certificates/certified.ts'
import { stageClass, Tape } from '../../parts/tape.tsx'
import type { SiteDeps } from '../../ports.ts'
import { hoursWords } from '../../words/duration.ts'
import { issuedWords } from './issued-words.ts'

interface CertificateSheetProps {
  readonly deps: SiteDeps
  readonly certificate: ShownCertificate
  readonly what: Certified
  readonly id: string
}

export function CertificateSheet({ deps, certificate, what, id }: CertificateSheetProps) {
  const { siteUrl, operatorName } = deps.settings
  const { path } = deps.catalog.compiled
  return (
    <>
      <article class={`certificate ${what.stageClass}`}>
        <Tape label={what.letters} words={`${what.name} certificate`} stage={what.stageClass} />
        <p class="says">This says that</p>
        <h1>{certificate.name}</h1>
        <p class="lead">
          has handed in {what.projects.length === 1 ? 'the project' : 'the projects'} of{' '}
          {what.isWhole ? (
            <>the whole path “{path.title}”</>
          ) : (
            <>
              the stage “{what.name}” of “{path.title}”
            </>
          )}
          : {what.projects.map(({ title }) => `“${title}”`).join(', ')}.
        </p>
        <Lane deps={deps} what={what} />
        <dl class="facts">
          <dt>Planned work</dt>
          <dd>
            {stepWords(what.steps)}, about {hoursWords(what.minutes)}
          </dd>
          <dt>Issued</dt>
          <dd>
            <time datetime={new Date(certificate.issuedAt).toISOString().slice(0, 10)}>{issuedWords(certificate)}</time>
          </dd>
          <dt>By</dt>
          <dd>{operatorName}</dd>
          <dt>Check it at</dt>
          <dd class="number">
            {siteUrl}
            <wbr />
            {addresses.certificate('')}
            <wbr />
            {id}
          </dd>
        </dl>
      </article>
      <section class="beside" aria-labelledby="genuine">
        <h2 id="genuine">What it is worth</h2>
        <p>
          It is genuine as long as its address begins with {siteUrl} and opens this page. The name is as its owner typed
          it. Lessons that they knew already they may have passed over. Projects are marked by those who made them, on a
          rubric of four levels; nobody else has examined them, so ask to see the work.
        </p>
        <h2>Keep it, or show it</h2>
        <p>
          Print this page, or save it as a PDF from your browser’s menu: it fills one sheet of A4.{' '}
          <a href={addresses.certificateCard(id)} download={`certificate-${what.of}.svg`}>
            Save it as an image
          </a>{' '}
          (SVG, 1200 by 630).
        </p>
        <p>
          <a href={addresses.home}>What {path.title} is</a>
        </p>
      </section>
    </>
  )
}

/** The regions of what was done, as on the arrangement. */
function Lane({ deps, what }: Pick<CertificateSheetProps, 'deps' | 'what'>) {
  const { compiled } = deps.catalog
  const perCent = (minutes: number) => `${((100 * minutes) / Math.max(1, what.minutes)).toFixed(3)}%`
  let before = 0
  return (
    <svg class="lane" width="100%" height="34" aria-hidden="true">
      {what.steps.map(({ minutes, stage }) => {
        const x = perCent(before)
        before += minutes
        return (
          <g class={stageClass(compiled, stage)}>
            <rect class="written region" x={x} width={perCent(minutes)} y="0" height="22" />
            <line class="cut" x1={x} x2={x} y1="0" y2="22" />
            <line class="edge" x1={x} x2={perCent(before)} y1="27" y2="27" />
          </g>
        )
      })}
    </svg>
  )
}
