/** What a lesson plays: plain controls, nothing by itself, and the same in words. */
import type { CompiledExample } from '../../catalog/compiled.ts'

export function Listen({ examples }: { examples: readonly CompiledExample[] }) {
  if (examples.length === 0) return null
  const drills = examples.filter(({ drill }) => drill !== undefined)
  return (
    <section aria-labelledby="listen">
      <h2 id="listen">Listen</h2>
      <p class="quiet">
        Monitors down first, then press play and come up slowly. Within an example all parts are equally loud unless its
        words say otherwise.
      </p>
      {examples
        .filter(({ drill }) => drill === undefined)
        .map((example) => (
          <Player example={example} caption={example.title} />
        ))}
      {drills.length === 0 ? null : <h3>By ear</h3>}
      {drills.map((example) => (
        <Drill example={example} />
      ))}
    </section>
  )
}

function Player({ example, caption }: { example: CompiledExample; caption: string }) {
  const { id, file, seconds, title, drill } = example
  return (
    <figure class="example" id={id}>
      <figcaption id={`${id}-title`}>
        {caption} <span class="number">{Math.round(seconds)} s</span>
      </figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: no player shows the track of a sound; its words stand below it. */}
      <audio controls preload="none" src={`/assets/${file}`} aria-labelledby={`${id}-title`}>
        <a href={`/assets/${file}`}>{title}</a>
      </audio>
      {drill === undefined ? <InWords example={example} summary="The same in words" /> : null}
    </figure>
  )
}

function InWords({ example: { text, places }, summary }: { example: CompiledExample; summary: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <p>{text}</p>
      <ul>
        {places.map(({ fromSeconds, words }) => (
          <li>
            <span class="number">{fromSeconds.toFixed(1)} s</span> {words}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A list with the answer behind a press; with script its options are buttons. */
function Drill({ example }: { example: CompiledExample }) {
  const { drill } = example
  if (drill === undefined) return null
  return (
    <div class="drill" data-answer={drill.answer}>
      <Player example={example} caption={drill.question} />
      <ul class="options">
        {drill.options.map((option) => (
          <li>{option}</li>
        ))}
      </ul>
      <details class="solution">
        <summary>Answer</summary>
        <p>
          <b>{drill.options[drill.answer]}.</b> {drill.reason}
        </p>
      </details>
      <InWords example={example} summary="The same in words, with the answer" />
    </div>
  )
}
