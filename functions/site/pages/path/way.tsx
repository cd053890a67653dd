/** The press that mends a state in which nothing is sent. */
import type { LinkSubject } from '../../../journey/ports.ts'
import { addresses } from '../../addresses.ts'
import { TokenField } from '../../parts/token-field.tsx'
import type { SiteDeps } from '../../ports.ts'
import type { Headline } from './headline.ts'
import { Resume } from './pause.tsx'

interface WayProps {
  readonly deps: SiteDeps
  readonly way: Headline['way']
  readonly subject: LinkSubject
  readonly token: string
}

export function Way({ deps, way, subject, token }: WayProps) {
  switch (way) {
    case 'resume':
      return <Resume token={token} />
    case 'sign-up':
      return (
        <p>
          <a class="button" href={addresses.signUp}>
            Sign up again
          </a>
        </p>
      )
    case 'send-confirmation':
      return (
        <form method="post" action={addresses.sendAgain}>
          <TokenField token={deps.links.sign('again', subject, deps.clock())} />
          <button type="submit">Send the confirmation again</button>
        </form>
      )
    case undefined:
      return null
    default:
      way satisfies never
      return null
  }
}
