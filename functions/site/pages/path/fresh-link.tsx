/** What "my path" shows to a link that opens lessons only: what it holds is not for whoever was forwarded a mail. */
import { addresses } from '../../addresses.ts'
import { Tape } from '../../parts/tape.tsx'
import { TokenField } from '../../parts/token-field.tsx'

export function FreshLink({ token, replyTo }: { token: string; replyTo: string }) {
  return (
    <>
      <Tape label="In" words="my path" />
      <h1>A fresh link is needed</h1>
      <p class="lead">
        This link opens lessons and works for ever. Days, pauses and the rest are yours alone, so they ask for a link
        that is mailed to you now and works for a short time.
      </p>
      <form method="post" action={addresses.signInAgain}>
        <TokenField token={token} />
        <button type="submit">Mail me a link</button>
      </form>
      <p class="quiet">
        The link goes to the address that the lessons came to. If that one takes no mail any more, write to{' '}
        <a href={`mailto:${replyTo}`}>{replyTo}</a> from the one that does: a person moves your path there.
      </p>
    </>
  )
}
