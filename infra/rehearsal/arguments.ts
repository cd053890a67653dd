/** Grants that the walk does not need, each with the reason why the template has it all the same. */
import type { Rule } from './rule.ts'

interface Argument {
  /** Where the grant stands: the beginning of the policy's logical id. */
  readonly policy: RegExp
  readonly action: string
  readonly reason: string
}

const argumentsForNeverUsed: readonly Argument[] = [
  {
    policy: /^WebsiteWebRole/,
    action: 'dynamodb:DeleteItem',
    reason:
      'Signing up again in the very moment in which a tick begins to erase the same learner: the website then finishes that erasure.',
  },
]

/** Answers: why is this grant there, though nothing used it? */
export function reasonForNeverUsed({ policy, action }: Rule): string | undefined {
  return argumentsForNeverUsed.find((argument) => argument.policy.test(policy) && argument.action === action)?.reason
}
