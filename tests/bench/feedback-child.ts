/** Measured for its units: the real feedback handler. */
import { handler } from '../../functions/feedback.lambda.ts'
import { answering } from './answering.ts'

answering<Parameters<typeof handler>[0]>({}, async (event) => (await handler(event)).batchItemFailures.length)
