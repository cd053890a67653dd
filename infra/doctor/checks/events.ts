import { broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'
import { stackOutput } from '../stack-output.ts'

export interface EventsParts extends Pick<DoctorPorts, 'ses' | 'sns' | 'stack'> {
  readonly configurationSet: string
}

/** What `feedback` has to hear of. */
export const neededEvents = ['SEND', 'BOUNCE', 'COMPLAINT', 'REJECT', 'DELIVERY_DELAY'] as const
const again = 'Somebody has changed it by hand: npm run deploy, or see what differs with npx cdk drift Talkback.'

/** Are SES's events on their way to the queue: configuration set → topic → queue? */
export function createEventsCheck({ ses, sns, stack, configurationSet }: EventsParts): Check {
  return {
    name: 'events',
    async look() {
      const queueUrl = await stackOutput(stack, 'FeedbackQueue')
      const queueName = queueUrl.slice(queueUrl.lastIndexOf('/') + 1)
      const destinations = await ses.eventDestinations(configurationSet)
      const toTopic = destinations.find(({ topicArn, isOn }) => topicArn !== undefined && isOn)
      if (toTopic?.topicArn === undefined) {
        return broken(
          'SES tells nobody of bounces and complaints, nor whether a mail of unknown outcome was sent',
          again,
        )
      }
      const unheard = neededEvents.filter((event) => !toTopic.events.includes(event))
      if (unheard.length > 0) return broken(`SES does not tell of ${unheard.join(', ')}`, again)
      const subscriptions = await sns.subscriptions(toTopic.topicArn)
      const ours = subscriptions.find(
        ({ protocol, endpoint }) => protocol === 'sqs' && endpoint.endsWith(`:${queueName}`),
      )
      if (ours?.isConfirmed !== true)
        return broken(`the topic does not pass events on to the queue ${queueName}`, again)
      return ok(`${neededEvents.length} kinds, to the queue ${queueName}`)
    },
  }
}
