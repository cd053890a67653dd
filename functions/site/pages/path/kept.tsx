/** For those to whom no lessons come: what is kept of them is theirs to see and to erase all the same. */
import { addresses } from '../../addresses.ts'

export function Kept({ token }: { token: string }) {
  return (
    <p class="links">
      <a href={addresses.data(token)}>Everything that is kept about me</a>
      <a href={addresses.certificates(token)}>Certificates</a>
      <a href={addresses.erase(token)}>Erase it all</a>
    </p>
  )
}
