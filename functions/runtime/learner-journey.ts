/** All that the pages can ask for, put together. */
import { createBrakes } from '../journey/brakes.ts'
import { createCertificates } from '../journey/certificates.ts'
import { createChangeAddress } from '../journey/change-address.ts'
import { createConfirm } from '../journey/confirm.ts'
import { createExportLearner } from '../journey/export-learner.ts'
import { createHandIn } from '../journey/hand-in.ts'
import { createKeepName } from '../journey/keep-name.ts'
import { createKeepPlan } from '../journey/keep-plan.ts'
import { createMailAtOnce } from '../journey/mail-at-once.ts'
import { createMailSignInLink } from '../journey/mail-sign-in-link.ts'
import { createSendNow } from '../journey/send-now.ts'
import { createSignUp } from '../journey/sign-up.ts'
import { createSteerPath } from '../journey/steer-path.ts'
import { createStudy } from '../journey/study.ts'
import { createViewDeliveries } from '../journey/view-deliveries.ts'
import { createViewPath } from '../journey/view-path.ts'
import type { SiteJourney } from '../site/ports.ts'
import { newCertificateSecret, newLearnerId } from './identifiers.ts'
import type { createSending } from './sending.ts'

export function createLearnerJourney(sending: ReturnType<typeof createSending>): SiteJourney {
  const brakes = createBrakes(sending)
  const sendNow = createSendNow(sending)
  const mailAtOnce = createMailAtOnce(sending)
  const addressChange = createChangeAddress({ ...sending, brakes, mailAtOnce })
  const signInLinks = createMailSignInLink({ ...sending, ...addressChange, brakes, mailAtOnce })
  const { signUp, sendConfirmationAgain } = createSignUp({
    ...sending,
    brakes,
    sendNow,
    newLearnerId,
    mailSignInLink: signInLinks.mailTo,
    mailWayBack: signInLinks.wayBack,
  })
  return {
    signUp,
    sendConfirmationAgain,
    confirm: createConfirm({ ...sending, sendNow }),
    mailSignInLink: signInLinks.forAddress,
    mailSignInLinkTo: signInLinks.forOwner,
    viewPath: createViewPath(sending),
    viewDeliveries: createViewDeliveries(sending),
    ...createSteerPath({ ...sending, sendNow }),
    ...createStudy(sending),
    ...createHandIn(sending),
    ...addressChange,
    ...createCertificates({ ...sending, newSecret: newCertificateSecret }),
    exportLearner: createExportLearner(sending),
    keepName: createKeepName(sending),
    keepPlan: createKeepPlan(sending),
  }
}
