/** What stops the walk: something that should be so is not. */
class WalkProblem extends Error {
  override readonly name = 'WalkProblem'
}

export function insist(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new WalkProblem(otherwise)
}
