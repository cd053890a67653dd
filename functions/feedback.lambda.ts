/** SES events → what we know of a delivery and a learner. */
import type { SQSEvent } from 'aws-lambda'
import { openTableStore } from './aws/open-table-store.ts'
import { readSecret } from './aws/secrets.ts'
import { createAbsorbBatch } from './journey/absorb-batch.ts'
import { createAbsorbEvent } from './journey/absorb-event.ts'
import { createAddressHash } from './runtime/address-hash.ts'
import { openCatalog } from './runtime/compiled-catalog.ts'
import { feedbackSettings, readSettings } from './runtime/env.ts'
import { createAddressKey } from './runtime/key-ring.ts'
import { createLog } from './runtime/log.ts'

const settings = readSettings(feedbackSettings)
const log = createLog()
const store = openTableStore(settings.TABLE_NAME)
const { path } = openCatalog(settings.CATALOG_FOLDER)
const addressKey = createAddressKey({ addressKey: settings.ADDRESS_KEY, readSecret })
const hashAddress = createAddressHash(addressKey.current)
const absorbBatch = createAbsorbBatch({ absorbEvent: createAbsorbEvent({ store, path, hashAddress, log }), log })

export const handler = async (event: SQSEvent) => {
  await addressKey.open()
  return absorbBatch(event.Records.map(({ messageId, body }) => ({ id: messageId, body })))
}
