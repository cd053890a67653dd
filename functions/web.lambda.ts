/** HTTP → site. */
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import { clock } from './runtime/clock.ts'
import { readSettings, webSettings } from './runtime/env.ts'
import { createLearnerJourney } from './runtime/learner-journey.ts'
import { createSending } from './runtime/sending.ts'
import { createSite } from './site/create-site.ts'
import { sourceHeader } from './site/source.ts'

const settings = readSettings(webSettings)
const sending = createSending(settings, clock)

const site = handle(
  createSite({
    ...sending,
    journey: createLearnerJourney(sending),
    settings: {
      siteUrl: settings.SITE_URL,
      operatorName: settings.OPERATOR_NAME,
      replyTo: settings.REPLY_TO,
      postalAddress: settings.POSTAL_ADDRESS,
      answerFloorMs: settings.ANSWER_FLOOR_MS,
      embedOrigins: settings.EMBED_ORIGINS,
    },
    clock,
  }),
)

type HttpApiEvent = Extract<LambdaEvent, { rawPath: string }>

export const handler = async (event: HttpApiEvent, context: LambdaContext) => {
  const { keys } = sending
  await keys.open()
  const headers = { ...event.headers, [sourceHeader]: event.requestContext.http.sourceIp }
  const answer = await site({ ...event, headers }, context)
  // A link of a key too new to be known here changed nothing, so the same request may be asked once more.
  return (await keys.hasLearned()) ? site({ ...event, headers }, context) : answer
}
