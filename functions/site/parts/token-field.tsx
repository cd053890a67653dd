/** Carries a link's token from a page to the press of its button. */
export function TokenField({ token }: { token: string }) {
  return <input type="hidden" name="t" value={token} />
}
