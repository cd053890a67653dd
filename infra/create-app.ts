import { type App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { LearningPathStack } from './learning-path-stack.ts'
import type { Settings } from './settings.ts'
import { stackName } from './stack-version.ts'

export interface AppParts {
  readonly settings: Settings
  /** @default decided when it is deployed, by the credentials */
  readonly account?: string | undefined
}

/** Puts the stack into the app, under cdk-nag's rules: a finding that is not argued for fails the synthesis. */
export function createApp(app: App, { settings, account }: AppParts): LearningPathStack {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const stack = new LearningPathStack(app, stackName, {
    settings,
    description: 'Talkback: a learning path that arrives by email',
    env: { region: settings.region, ...(account && { account }) },
  })
  Tags.of(stack).add('service', 'talkback')
  return stack
}
