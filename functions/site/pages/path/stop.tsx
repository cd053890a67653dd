/** Where the lessons go, what is kept, and the way out. */
import { addresses } from '../../addresses.ts'

interface StopProps {
  readonly token: string
  readonly leaveToken: string
  readonly address: string
}

export function Stop({ token, leaveToken, address }: StopProps) {
  return (
    <section aria-labelledby="stop-title">
      <h2 id="stop-title">Address, certificates, data, the way out</h2>
      <p>The lessons go to {address}.</p>
      <ul class="ways">
        <li>
          <a href={addresses.otherAddress(token)}>Use another address</a>
        </li>
        <li>
          <a href={addresses.certificates(token)}>Certificates</a>
        </li>
        <li>
          <a href={addresses.data(token)}>Everything that is kept about me</a>
        </li>
        <li>
          <a href={addresses.leave(leaveToken)}>Stop all lessons</a>
        </li>
      </ul>
    </section>
  )
}
