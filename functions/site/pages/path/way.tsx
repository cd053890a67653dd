/** The press that mends a state in which nothing is sent. */
import type { LinkSubject } from '../../../journey/ports.ts'
import { addresses } from '../../addresses.ts'
import { TokenField } from '../../parts/token-field.tsx'
import type { SiteDeps } from '../../ports.ts'
import { ControlForm } from './control-form.tsx'
import type { Headline } from './headline.ts'

interface WayProps {
  readonly deps: SiteDeps
  readonly way: Headline['way']
  readonly subject: LinkSubject
  readonly token: string
}

export function Way({ deps, way, subject, token }: WayProps) {
  switch (way) {
    case 'resume':
      return <ControlForm name="resume" token={token} button="Resume" main />
    case 'sign-up':
      return (
        <p>
          <a class="button" href={addresses.signUp}>
            Sign up again
          </a>
        </p>
      )
    case 'address':
      return (
        <p>
          <a class="button" href={addresses.otherAddress(token)}>
            Give an address that takes mail
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
