/** Where the lessons go, and the way out. */
import { addresses } from '../../addresses.ts'

export function Stop({ leaveToken, address }: { leaveToken: string; address: string }) {
  return (
    <section aria-labelledby="stop-title">
      <h2 id="stop-title">Stop</h2>
      <p>
        The lessons go to {address}. <a href={addresses.leave(leaveToken)}>Stop all lessons</a>
      </p>
    </section>
  )
}
