/** SES's events: of a type that an event destination of the mail's configuration set asks for, to that one's topic. */
import type { Instant } from '../../functions/domain/instant.ts'
import { arnOf } from './names.ts'
import type { AcceptedMail } from './services/ses.ts'
import { type Cloud, listOf, recordOf, textOf } from './template.ts'
import type { Topics } from './topics.ts'

export type MailEventType = 'Send' | 'Bounce' | 'Complaint' | 'Reject' | 'DeliveryDelay' | 'Delivery'

/** Answers: to how many topics it went. */
export type PublishMailEvent = (type: MailEventType, mail: AcceptedMail, at: Instant) => number

export function createMailEvents({ cloud, topics }: { cloud: Cloud; topics: Topics }): PublishMailEvent {
  const destinations = cloud.ofType('AWS::SES::ConfigurationSetEventDestination').map(([, properties]) => ({
    configurationSet: textOf(properties, 'ConfigurationSetName'),
    types: listOf(recordOf(properties, 'EventDestination'), 'MatchingEventTypes'),
    topic: textOf(recordOf(recordOf(properties, 'EventDestination'), 'SnsDestination'), 'TopicARN'),
  }))
  return (type, mail, at) => {
    const wanted = destinations.filter(
      ({ configurationSet, types }) => configurationSet === mail.configurationSet && types.includes(templateName(type)),
    )
    for (const { topic, configurationSet } of wanted) {
      const source = arnOf(cloud.place, 'ses', `configuration-set/${configurationSet}`)
      topics.publish(topic, { service: 'ses.amazonaws.com', source }, JSON.stringify(eventOf(type, mail, at)))
    }
    return wanted.length
  }
}

/** `DeliveryDelay` stands as `deliveryDelay` in a template. */
function templateName(type: MailEventType): string {
  return type.charAt(0).toLowerCase() + type.slice(1)
}

/** docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html */
function eventOf(eventType: MailEventType, mail: AcceptedMail, at: Instant): object {
  const timestamp = new Date(at).toISOString()
  const recipients = mail.destinations.map((emailAddress) => ({ emailAddress }))
  const details: Readonly<Partial<Record<MailEventType, object>>> = {
    Bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients, timestamp },
    Complaint: { complainedRecipients: recipients, timestamp, feedbackId: 'rehearsal' },
    DeliveryDelay: { delayType: 'MailboxFull', delayedRecipients: recipients, timestamp },
    Reject: { reason: 'Bad content' },
    Delivery: { timestamp, recipients: mail.destinations },
  }
  const key = templateName(eventType)
  const tags = { 'ses:configuration-set': mail.configurationSet ?? '', ...mail.tags }
  return {
    eventType,
    mail: {
      timestamp: new Date(mail.acceptedAt).toISOString(),
      source: mail.source,
      messageId: mail.messageId,
      destination: mail.destinations,
      headersTruncated: false,
      headers: [],
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
    [key]: details[eventType] ?? {},
  }
}
