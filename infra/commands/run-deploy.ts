/** Deploys: looks first whether it can work, changes nothing before that, and says at the end what is left to do. */
import { identityName } from '../identity-name.ts'
import type { Settings } from '../settings.ts'
import { oldestUpdatable, stackName, stackVersion } from '../stack-version.ts'
import { accountIdOf } from './account-id.ts'
import { nextSteps } from './next-steps.ts'
import type { Account, Cdk, DeployedStack, Print } from './ports.ts'
import { CommandProblem } from './problem.ts'

export interface DeployParts {
  readonly settings: Settings
  readonly account: Account
  readonly cdk: Cdk
  readonly print: Print
}

export async function runDeploy({ settings, account, cdk, print }: DeployParts): Promise<void> {
  const accountId = await accountIdOf(account)
  const before = await account.stack()
  if (before) checkStack(before)
  await checkIdentity(settings, account, before !== undefined)
  if (!(await account.isBootstrapped())) {
    throw new CommandProblem(
      `CDK was never used in account ${accountId}, ${settings.region}. Once: npx cdk bootstrap aws://${accountId}/${settings.region}. Then deploy again.`,
    )
  }
  print(`Deploying to account ${accountId}, ${settings.region}.`)
  if (!(await cdk.deploy())) {
    throw new CommandProblem(
      'The deployment did not go through; the reason stands above. What CloudFormation had begun it takes back.',
    )
  }
  const stack = await account.stack()
  const [sending, sender] = await Promise.all([account.sending(), account.identity(identityName(settings))])
  print(nextSteps({ settings, outputs: stack?.outputs ?? {}, sending, sender, isFirst: before === undefined }))
}

function checkStack({ status, version }: DeployedStack): void {
  if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED') {
    throw new CommandProblem(
      `The first deployment of ${stackName} failed and left an empty stack (${status}). Remove it with "npm run destroy", put right what failed, deploy again.`,
    )
  }
  if (status.endsWith('_IN_PROGRESS') || status.endsWith('_FAILED')) {
    throw new CommandProblem(
      `The stack ${stackName} is ${status}, so it cannot be changed now. Look at it in CloudFormation; deploy again when it is settled.`,
    )
  }
  if (version === undefined || version < oldestUpdatable) {
    throw new CommandProblem(
      `The stack ${stackName} is there, but of ${version === undefined ? 'another making' : `version ${version}`}; this checkout updates version ${oldestUpdatable} and later. Follow the steps in CHANGELOG.md, or deploy to another Region.`,
    )
  }
  if (version > stackVersion) {
    throw new CommandProblem(
      `The stack ${stackName} is of version ${version} and this checkout makes version ${stackVersion}: deploying would undo newer changes. Update this checkout (git pull), then deploy again.`,
    )
  }
}

async function checkIdentity(settings: Settings, account: Account, isDeployed: boolean): Promise<void> {
  const name = identityName(settings)
  const { kind } = settings.identity
  const state = await account.identity(name)
  if (kind === 'existing' && state !== 'verified') {
    const what = state === 'missing' ? 'SES knows no identity' : 'SES has not verified the identity'
    throw new CommandProblem(
      `${what} ${name} in ${settings.region}, so it would refuse every mail. Verify it there, name another identity, or let this stack make one: "npm run setup".`,
    )
  }
  if (kind !== 'existing' && state !== 'missing' && !isDeployed) {
    const remedy =
      state === 'verified'
        ? `Set identity to { "kind": "existing", "name": "${name}" }.`
        : `It is not verified. Delete it, and this stack makes it with its records: aws sesv2 delete-email-identity --email-identity ${name} --region ${settings.region}`
    throw new CommandProblem(
      `SES already has an identity ${name} in ${settings.region}, which this stack cannot make a second time. ${remedy}`,
    )
  }
}
