/** A link that was good once, to something that has been erased. */
import { addresses } from '../addresses.ts'
import { Tape } from './tape.tsx'

export function NoPath() {
  return (
    <>
      <Tape label="Out" words="nothing here" />
      <h1>There is no path under this link any more</h1>
      <p class="lead">
        What it belonged to has been erased, as its owner asked or as a sign-up that was never confirmed.
      </p>
      <p>
        <a class="button" href={addresses.signUp}>
          Sign up again
        </a>
      </p>
    </>
  )
}
