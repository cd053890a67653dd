/** Ways to break the sending on purpose: the proof must notice each. */
import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

export const mutations = {
  /** A claim that anybody may take at any time. */
  'no-claim-condition': {
    file: 'functions/aws/enrolment-update.ts',
    from: 'when: [dueAtIsTheOneSeen, nobodyHoldsIt],',
    to: "when: ['attribute_exists(pk)'],",
    also: [
      {
        from: "names: { '#until': 'until' },\n    values: { seen: instant(entry.dueAt), now: instant(claim.now) },",
        to: '',
      },
    ],
  },
  /** The SDK sends again by itself when it hears nothing. */
  'sdk-retries': {
    file: 'functions/aws/ses-mailer.ts',
    from: 'maxAttempts: 1,',
    to: 'maxAttempts: 3,',
    also: [],
  },
} as const

export type MutationName = keyof typeof mutations

/** Answers: an esbuild plugin that applies this mutation; throws when the source no longer looks as it expects. */
export function mutation(name: MutationName): Plugin {
  const { file, from, to, also } = mutations[name]
  return {
    name: `mutation ${name}`,
    setup(build) {
      build.onLoad({ filter: new RegExp(`${file.replaceAll('/', '[/\\\\]').replaceAll('.', '\\.')}$`) }, ({ path }) => {
        let contents = readFileSync(path, 'utf8')
        for (const change of [{ from, to }, ...also]) {
          if (!contents.includes(change.from))
            throw new Error(`The mutation ${name} no longer fits ${file}: "${change.from}"`)
          contents = contents.replace(change.from, change.to)
        }
        return { contents, loader: 'ts' }
      })
    },
  }
}
