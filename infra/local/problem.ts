/** Something that the person who started the local run can mend. The message says what happened, why, what to do. */
export class LocalProblem extends Error {
  override readonly name = 'LocalProblem'
}
