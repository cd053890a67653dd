/**
 * Measured: what people build instead. For each lesson an MJML template is rendered with the learner's values, nodemailer
 * composes the message, a row is put for the mail, and SES is called.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { Item } from '../../functions/aws/attributes.ts'
import { readEnrolment } from '../../functions/aws/enrolment-item.ts'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { stepAhead } from '../../functions/domain/next-step.ts'
import { openCatalog } from '../../functions/runtime/compiled-catalog.ts'
import { deliverSettings, readSettings } from '../../functions/runtime/env.ts'
import { answering } from './answering.ts'
import { atOnce } from './at-once.ts'
import { filled, type LessonTemplate, lessonTemplate } from './peer-template.ts'
import { spent } from './spent.ts'

export type PeerOrder =
  | { readonly kind: 'prepare'; readonly items: readonly Item[] }
  | { readonly kind: 'send'; readonly round: number }

type Mjml = (template: string) => { html: string } | Promise<{ html: string }>
interface Nodemailer {
  createTransport(options: object): { sendMail(mail: object): Promise<{ message: Buffer }> }
}

const settings = readSettings(deliverSettings)
const catalog = openCatalog(settings.CATALOG_FOLDER)
// A bundle in a temporary folder finds no packages by itself.
const load = createRequire(join(process.env['PROJECT'] ?? '.', 'package.json'))
const loadedMjml = load('mjml') as Mjml | { default: Mjml }
const mjml = typeof loadedMjml === 'function' ? loadedMjml : loadedMjml.default
const mime = (load('nodemailer') as Nodemailer).createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
})
const table = new DynamoDBClient()
let lessons: readonly { readonly enrolment: Enrolment; readonly template: LessonTemplate }[] = []

answering<PeerOrder>({}, (order) => {
  if (order.kind === 'send') return spent(() => sendAll(order.round))
  lessons = order.items.map(readEnrolment).map((enrolment) => ({ enrolment, template: templateFor(enrolment) }))
  return lessons.length
})

async function sendAll(round: number): Promise<number> {
  const ses = new SESClient({ maxAttempts: 1 })
  let bytes = 0
  await atOnce(lessons, async ({ enrolment, template }) => {
    const raw = await compose(enrolment, template)
    bytes += raw.length
    const row = {
      pk: { S: `LEARNER#${enrolment.learner}` },
      sk: { S: `MAIL#${template.step}#${round}` },
      to: { S: enrolment.address },
      status: { S: 'sent' },
    }
    await table.send(new PutItemCommand({ TableName: settings.TABLE_NAME, Item: row }))
    const { SENDER_ADDRESS: Source, CONFIGURATION_SET: ConfigurationSetName } = settings
    const RawMessage = { Data: raw }
    await ses.send(
      new SendRawEmailCommand({ Source, Destinations: [enrolment.address], RawMessage, ConfigurationSetName }),
    )
  })
  ses.destroy()
  return bytes / lessons.length
}

async function compose(enrolment: Enrolment, template: LessonTemplate): Promise<Buffer> {
  const base = `${settings.SITE_URL}/path?t=${enrolment.learner}`
  const leaveUrl = `${settings.SITE_URL}/leave/${enrolment.learner}`
  const values = { name: enrolment.name ?? 'there', lessonUrl: base, doneUrl: base, pathUrl: base, leaveUrl }
  const { html } = await mjml(filled(template.mjml, values))
  const mail = await mime.sendMail({
    from: { name: catalog.path.title, address: settings.SENDER_ADDRESS },
    to: enrolment.address,
    replyTo: settings.REPLY_TO,
    subject: template.subject,
    html,
    text: filled(template.text, values),
    headers: { 'List-Unsubscribe': `<${leaveUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  })
  return mail.message
}

function templateFor(enrolment: Enrolment): LessonTemplate {
  const step = stepAhead(catalog.path, enrolment.received)
  const page = step && catalog.page(step.id)
  if (step === undefined || page === undefined) throw new Error('No lesson to send')
  return lessonTemplate(step.title, page)
}
