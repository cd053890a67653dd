import type { PathId } from '../../../functions/domain/path.ts'
import { readKeyDocument } from '../../../functions/runtime/key-document.ts'
import { createLinks } from '../../../functions/runtime/links.ts'
import { broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'
import { stackOutput } from '../stack-output.ts'

export interface UnsubscribeParts extends Pick<DoctorPorts, 'web' | 'secrets' | 'stack' | 'clock'> {
  readonly path: PathId
}

/** Nobody has this id. Leaving succeeds also for those who are not there, so the whole way is walked and nothing changed. */
const nobody = 'doctor'
/** RFC 8058, section 3.1. */
const oneClick = 'List-Unsubscribe=One-Click'

/** Does a mail program's unsubscribe button work: the route, the keys, the function, the table? */
export function createUnsubscribeCheck({ web, secrets, stack, clock, path }: UnsubscribeParts): Check {
  return {
    name: 'unsubscribe',
    async look() {
      const [siteUrl, arn] = await Promise.all([stackOutput(stack, 'SiteUrl'), stackOutput(stack, 'LinkKeysSecret')])
      const keys = readKeyDocument(await secrets.read(arn), clock())
      const url = createLinks({ siteUrl, keys: () => keys, path }).leave({ learner: nobody, path })
      const status = await web.postForm(url, oneClick)
      if (status === 200) return ok('one click in a mail program works')
      const remedy =
        status === 400
          ? 'The website does not know the key or the course: npm run deploy, and infra/RUNBOOK.md, Keys.'
          : 'infra/RUNBOOK.md, Talkback/WebsiteBroken. Until it works, take people out by hand who ask for it.'
      return broken(`the one-click POST answers ${status} instead of 200; mailbox providers ask for it`, remedy)
    },
  }
}
