import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Accepts one finding of cdk-nag on one construct. The reason says why it is right here, not that it is known. */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason })
}

/** What SES forces on who asks it for the quota. */
export function acknowledgeQuota(construct: IConstruct): void {
  acknowledge(
    construct,
    'AwsSolutions-IAM5[Resource::*]',
    'ses:GetSendQuota speaks of the account; SES knows no resource for it.',
  )
}

/** What SES forces on everybody who sends through it. */
export function acknowledgeSending(construct: IConstruct): void {
  acknowledge(
    construct,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
    "SES also asks for the recipient's identity where it is one of the account's; ses:FromAddress ties the permission to the one sender.",
  )
}
