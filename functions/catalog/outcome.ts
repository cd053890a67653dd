/** What a lesson promises: one thing that somebody else could watch. */

/** Verbs of acts that leave something to look at or to hear. */
const observable = new Set(
  `align approve arrange assemble assign automate balance build calculate check choose classify collect comp compare complete compute convert
  count cut decide decode defend deliver demonstrate describe design diagnose draft draw edit estimate explain fill find fix
  identify improve label list locate log make map mark measure mix move name notate pan patch perform place plan play predict prepare
  present produce program prove publish read rebuild recall record register reharmonise rehearse repair replace restore revise
  revoice rewrite route run say schedule select sequence set show sing sort spell split state sum take tell test trace transcribe
  transpose tune turn voice write`.split(/\s+/),
)

/** Verbs of states that nobody can watch. */
const hidden = new Set(
  `appreciate be become believe consider discover enjoy explore feel gain get grasp know learn like master realise recognise
  remember see study think understand`.split(/\s+/),
)

/** Answers: what keeps this outcome from being one act that can be watched? */
export function outcomeFault(outcome: string): { what: string; remedy: string } | undefined {
  const verb = /^[\p{L}-]+/u.exec(outcome)?.[0].toLowerCase() ?? ''
  if (!observable.has(verb)) {
    const why = hidden.has(verb) ? 'which nobody can watch' : 'which is not in the list of verbs that one can watch'
    const remedy = 'Begin with a verb such as Predict, Measure, Build, Choose or Write (`outcome.ts` has them all).'
    return { what: `The outcome begins with "${verb}", ${why}.`, remedy }
  }
  const chain = /;|\b(and|,) then\b|[.!?]\s+\S/.exec(outcome)?.[0]
  if (chain === undefined) return undefined
  const what = `The outcome holds "${chain.trim()}", so it is more than one.`
  return { what, remedy: 'Keep what the lesson is for, in one sentence, and leave the rest to `done_when`.' }
}
