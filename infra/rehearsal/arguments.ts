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
  {
    policy: /^WebsiteWebRole/,
    action: 'ses:GetSendQuota',
    reason:
      'Comes with the permission to send, which web and deliver share; only ticks ask. It reads one number of the account and changes nothing.',
  },
]

const argumentsForCovered: readonly Argument[] = [
  {
    policy: /^WebsiteApiPOST.*WebPermission/,
    action: 'lambda:InvokeFunction',
    reason:
      'CDK writes a permission for each route, and that of the $default route ends in /*/*, which covers the others. All are for this API and this function.',
  },
]

/** Answers: why is this grant there, though nothing used it? */
export function reasonForNeverUsed(rule: Rule): string | undefined {
  return reasonAmong(argumentsForNeverUsed, rule)
}

/** Answers: why is this grant there, though others allow the same? */
export function reasonForCovered(rule: Rule): string | undefined {
  return reasonAmong(argumentsForCovered, rule)
}

function reasonAmong(list: readonly Argument[], { policy, action }: Rule): string | undefined {
  return list.find((argument) => argument.policy.test(policy) && argument.action === action)?.reason
}
