/** Takes the stack away, after it has said what goes, what stays and how to remove that too. */
import { identityName } from '../identity-name.ts'
import type { Settings } from '../settings.ts'
import { stackName } from '../stack-version.ts'
import { accountIdOf } from './account-id.ts'
import type { Account, Cdk, DeployedStack, Print } from './ports.ts'
import { CommandProblem } from './problem.ts'

export interface DestroyParts {
  readonly settings: Settings
  readonly account: Account
  readonly cdk: Cdk
  /** Answers: did the operator type exactly this? */
  readonly confirm: (word: string) => Promise<boolean>
  readonly print: Print
}

export async function runDestroy({ settings, account, cdk, confirm, print }: DestroyParts): Promise<void> {
  const accountId = await accountIdOf(account)
  const stack = await account.stack()
  if (stack === undefined) {
    throw new CommandProblem(`There is no stack ${stackName} in account ${accountId}, ${settings.region}.`)
  }
  print(whatHappens(stack, settings, accountId))
  if (!(await confirm(stackName))) {
    print('Nothing was changed.')
    return
  }
  if (!(await cdk.destroy())) {
    throw new CommandProblem('The stack could not be taken away. CloudFormation’s reason stands above.')
  }
  print('The stack is gone. What is kept stands above: save those lines.')
}

function whatHappens({ outputs }: DeployedStack, settings: Settings, accountId: string): string {
  const atRegion = `--region ${settings.region}`
  return [
    `This takes away from account ${accountId}, ${settings.region}:`,
    '  the functions, schedules, queues, alarms, dashboard and logs',
    '  the routes of the website: links in mails already sent stop working, the one to leave included',
    '',
    ...(outputs['TableName'] === undefined ? leftByFailure(atRegion) : kept(outputs, settings, atRegion)),
  ].join('\n')
}

/** The table's protection keeps it from going with the rest when a first deployment fails. */
function leftByFailure(atRegion: string): readonly string[] {
  return [
    'The stack was never complete, so no learner is in it. It may leave an empty table, which costs nothing. To see its name before:',
    `    aws cloudformation describe-stack-resources --stack-name ${stackName} ${atRegion}`,
  ]
}

function kept(outputs: DeployedStack['outputs'], settings: Settings, atRegion: string): readonly string[] {
  const sender = [
    '  the SES identity of the sender, with its DNS records (to deploy again, name it as existing):',
    `    aws sesv2 delete-email-identity --email-identity ${identityName(settings)} ${atRegion}`,
  ]
  return [
    'These are kept, and cost little or nothing. To remove them as well, which nothing can undo:',
    '  the table, with every learner:',
    `    aws dynamodb update-table --table-name ${outputs['TableName']} --no-deletion-protection-enabled ${atRegion}`,
    `    aws dynamodb delete-table --table-name ${outputs['TableName']} ${atRegion}`,
    '  the keys:',
    `    aws secretsmanager delete-secret --secret-id ${outputs['LinkKeysSecret']} ${atRegion}`,
    `    aws secretsmanager delete-secret --secret-id ${outputs['AddressKeySecret']} ${atRegion}`,
    ...(settings.identity.kind === 'existing' ? [] : sender),
    '  the id of the website, which stands in every mail:',
    `    aws apigatewayv2 delete-api --api-id ${outputs['ApiId']} ${atRegion}`,
  ]
}
