/** What `web` and `deliver` have in common: everything that sends, put together from one function's settings. */
import { createFeedbackProbe } from '../aws/feedback-probe.ts'
import { openTableStore } from '../aws/open-table-store.ts'
import { readSecret } from '../aws/secrets.ts'
import { openSesMailer } from '../aws/ses-mailer.ts'
import { createComposer } from '../journey/compose.ts'
import { createDeliverStep } from '../journey/deliver-step.ts'
import { createErase } from '../journey/erase.ts'
import { createAddressHash } from './address-hash.ts'
import type { Clock } from './clock.ts'
import { openCatalog } from './compiled-catalog.ts'
import type { DeliverSettings } from './env.ts'
import { newClaimId } from './identifiers.ts'
import { createKeyRing } from './key-ring.ts'
import { createLinks } from './links.ts'
import { createLog } from './log.ts'

export function createSending(settings: DeliverSettings, clock: Clock) {
  const log = createLog()
  const catalog = openCatalog(settings.CATALOG_FOLDER)
  const { path } = catalog
  const siteUrl = settings.SITE_URL
  const store = openTableStore(settings.TABLE_NAME)
  const keys = createKeyRing({
    linkKeys: settings.LINK_KEYS,
    addressKey: settings.ADDRESS_KEY,
    readSecret,
    clock,
    log,
  })
  const links = createLinks({ keys: keys.linkKeys, onUnknownKey: keys.meetUnknown, siteUrl, path: path.id })
  const hashAddress = createAddressHash(keys.addressKey)
  const composer = createComposer({
    catalog,
    links,
    settings: {
      sender: {
        nameHeader: catalog.compiled.senderNameHeader,
        senderAddress: settings.SENDER_ADDRESS,
        replyTo: settings.REPLY_TO,
        listId: `${path.id}.${new URL(siteUrl).hostname}`,
      },
      siteUrl,
      // Who sends, and where they can be found (15 U.S.C. 7704).
      postalAddress: `${settings.OPERATOR_NAME}, ${settings.POSTAL_ADDRESS}`,
    },
  })
  const deliverStep = createDeliverStep({
    store,
    composer,
    path,
    erase: createErase({ store, hashAddress }),
    clock,
    newClaimId,
    unknownPolicy: settings.UNKNOWN_POLICY,
    feedbackIsUp: createFeedbackProbe({ queueUrls: settings.FEEDBACK_QUEUES.split(',').filter(Boolean), clock, log }),
    log,
  })
  const openMailer = () =>
    openSesMailer({ senderAddress: settings.SENDER_ADDRESS, configurationSet: settings.CONFIGURATION_SET })
  return { keys, log, catalog, path, store, links, hashAddress, composer, deliverStep, openMailer }
}
