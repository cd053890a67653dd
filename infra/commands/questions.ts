/** The questions of `npm run setup`, one function a topic. Each answer is held to the same schema that the stack reads. */
import * as v from 'valibot'
import { domainOf, isFreeMail } from '../free-mail-domains.ts'
import { settingsSchema } from '../settings-schema.ts'

type Field = keyof typeof settingsSchema.entries

interface Question {
  readonly message: string
  readonly placeholder?: string
  readonly initial?: string
  /** Answers: what is wrong with this answer? Undefined when nothing is. */
  readonly refuse: (answer: string) => string | undefined
}

export interface Ask {
  text(question: Question): Promise<string>
  choose<T extends string>(message: string, choices: Readonly<Record<T, string>>): Promise<T>
}

/** Answers so far, as they will stand in the file. */
export type Answers = Readonly<Record<string, unknown>>

export async function askWhere(ask: Ask, before: Answers): Promise<Answers> {
  const purpose = await ask.choose('What is it for?', {
    course: 'a course: a domain of yours, mail to anybody',
    trial: 'a trial in SES’s sandbox: one verified address, mail to your own addresses',
  })
  const region = await ask.text(field('region', 'In which AWS Region?', { placeholder: 'eu-west-1', before }))
  return { purpose, region }
}

export async function askSender(ask: Ask, purpose: unknown, before: Answers): Promise<Answers> {
  const sender = field('senderAddress', 'Which address do lessons come from?', { before })
  if (purpose === 'trial') {
    return { senderAddress: await ask.text(sender), identity: { kind: 'sandbox-address' } }
  }
  const refuse = (answer: string) => sender.refuse(answer) ?? refuseFreeMail(answer)
  const senderAddress = await ask.text({ ...sender, placeholder: 'lessons@learn.example.org', refuse })
  const domain = domainOf(senderAddress)
  const made = await ask.choose(`Is ${domain} already verified in SES?`, {
    no: 'no: make the identity; its zone is not in Route 53',
    route53: 'no: make the identity and its records; its zone is in Route 53',
    yes: 'yes: use it',
  })
  switch (made) {
    case 'yes':
      return { senderAddress, identity: { kind: 'existing', name: domain } }
    case 'no':
      return { senderAddress, identity: { kind: 'domain', domain } }
    case 'route53': {
      const dmarc = await ask.choose(`Is there a DMARC record for ${domain}?`, {
        make: 'no, or I do not know: make one that only asks for reports',
        exists: 'yes: leave it alone',
      })
      return { senderAddress, identity: { kind: 'domain', domain, hostedZone: await askZone(ask, domain), dmarc } }
    }
    default:
      return made satisfies never
  }
}

export async function askPeople(ask: Ask, before: Answers): Promise<Answers> {
  return {
    replyTo: await ask.text(field('replyTo', 'Where do learners’ answers go?', { before })),
    operatorName: await ask.text(field('operatorName', 'Who sends, as learners know it?', { before })),
    postalAddress: await ask.text(
      field('postalAddress', 'Postal address of the sender (stands in every mail, as the law asks)', { before }),
    ),
    operatorAddress: await ask.text(field('operatorAddress', 'Where do alarms go?', { before })),
  }
}

export async function askWebsite(ask: Ask): Promise<Answers> {
  const address = await ask.choose('Should the pages have an address of your own?', {
    none: 'no: take the one that AWS gives; it can be added later, old links go on working',
    route53: 'yes, and its zone is in Route 53',
    elsewhere: 'yes, and its zone is elsewhere: I have a certificate in this Region',
  })
  if (address === 'none') return {}
  const domain = await ask.text(plain('Which domain?', 'course.example.org'))
  if (address === 'route53') return { website: { domain, hostedZone: await askZone(ask, domain) } }
  return { website: { domain, certificateArn: await ask.text(plain('The certificate’s ARN?', 'arn:aws:acm:…')) } }
}

export async function askSize(ask: Ask, purpose: unknown, before: Answers): Promise<Answers> {
  const learners = await ask.text(number('learners', 'How many learners do you expect?', before))
  if (purpose === 'trial') return { learners: Number(learners), mailsPerSecond: 1 }
  const rate = await ask.text(
    number(
      'mailsPerSecond',
      'How many mails a second does SES give you, or will you ask for? (often 14 at first)',
      before,
    ),
  )
  return { learners: Number(learners), mailsPerSecond: Number(rate) }
}

async function askZone(ask: Ask, domain: string) {
  const id = await ask.text(plain(`Id of the hosted zone that ${domain} is in?`, 'Z0123456789ABC'))
  const name = await ask.text({ ...plain('Name of that zone?', domain), initial: domain })
  return { id, name }
}

function refuseFreeMail(address: string): string | undefined {
  if (!isFreeMail(address)) return undefined
  return `${domainOf(address)} belongs to a mail provider: its DMARC record has mail refused that others send in its name. Use a domain of your own, or start with a trial.`
}

function field(
  name: Field,
  message: string,
  { placeholder, before }: { placeholder?: string; before: Answers },
): Question {
  const known = before[name]
  return {
    message,
    ...(placeholder && { placeholder }),
    ...(known === undefined ? {} : { initial: String(known) }),
    refuse: (answer) => faultOf(name, answer),
  }
}

function number(name: Field, message: string, before: Answers): Question {
  return { ...field(name, message, { before }), refuse: (answer) => faultOf(name, Number(answer)) }
}

/** Checked with the whole, at the end. */
function plain(message: string, placeholder: string): Question {
  return { message, placeholder, refuse: (answer) => (answer.trim() === '' ? 'is empty. Write it.' : undefined) }
}

function faultOf(name: Field, value: unknown): string | undefined {
  const result = v.safeParse(settingsSchema.entries[name], value)
  return result.success ? undefined : result.issues[0].message
}
