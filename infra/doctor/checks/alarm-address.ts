import { attention, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'
import { stackOutput } from '../stack-output.ts'

export interface AlarmAddressParts extends Pick<DoctorPorts, 'sns' | 'stack'> {
  readonly operatorAddress: string
  readonly region: string
}

export function createAlarmAddressCheck({ sns, stack, operatorAddress, region }: AlarmAddressParts): Check {
  return {
    name: 'alarm address',
    async look() {
      const topicArn = await stackOutput(stack, 'AlarmTopic')
      const ours = (await sns.subscriptions(topicArn)).filter(
        ({ protocol, endpoint }) => protocol === 'email' && endpoint.toLowerCase() === operatorAddress.toLowerCase(),
      )
      if (ours.some(({ isConfirmed }) => isConfirmed)) return ok(`${operatorAddress} gets the alarms`)
      const subscribe = `aws sns subscribe --topic-arn ${topicArn} --protocol email --notification-endpoint ${operatorAddress} --region ${region}`
      if (ours.length === 0)
        return attention(`${operatorAddress} gets no alarms`, `${subscribe}; then press the link in the mail.`)
      return attention(
        `${operatorAddress} has not confirmed, so no alarm reaches anybody`,
        `Press the link in the mail "AWS Notification - Subscription Confirmation". It is lost or older than two days: ${subscribe}`,
      )
    },
  }
}
