import type { Account } from './ports.ts'
import { CommandProblem } from './problem.ts'

/** Answers: whose account is it? Throws, with what to do, when nobody is signed in. */
export async function accountIdOf(account: Account): Promise<string> {
  const accountId = await account.accountId()
  if (accountId !== undefined) return accountId
  throw new CommandProblem(
    'There are no valid AWS credentials in this shell. Sign in ("aws sso login", or "aws configure") or name a profile (AWS_PROFILE=…), then try again. If they work elsewhere, the Region may have to be switched on first: "aws account enable-region --region-name …".',
  )
}
