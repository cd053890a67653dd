/** A learner from the form to the finish, by every route of the site. */
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'
import { createPerson, type Person, tellEvents, tokenOf, waitUntilDue } from './person.ts'

const mostSteps = 20

export async function walkWholePath(stage: Stage): Promise<void> {
  const lou = createPerson(stage, 'lou@example.org')
  await confirm(lou)
  await tellEvents(stage)
  await study(lou)
  await visitOwnPath(lou)
  for (let step = 0; step < mostSteps && (await stateOf(lou)) !== 'finished'; step++) await waitUntilDue(stage, lou)
  insist((await stateOf(lou)) === 'finished', `${lou.address} does not come to the finish.`)
  const steps = lou.mails().flatMap(({ tags }) => (/^[A-Z]/.test(tags['step'] ?? '') ? [tags['step']] : []))
  insist(new Set(steps).size === steps.length, `Steps came twice: ${steps.join(', ')}.`)
}

async function confirm(lou: Person): Promise<void> {
  const again = tokenOf((await lou.signUp()).location)
  await lou.open(`/check-inbox?t=${again}`)
  await lou.press('/send-again', { t: again })
  insist(lou.mails().length === 2, 'The confirmation should have come twice.')
  const link = await lou.linkIn(lou.newestMail(), '/confirm/')
  await lou.open(link)
  insist((await stateOf(lou)) === 'pending', 'Opening a page changed something.')
  await lou.press(link, {}, 200)
  insist((await stateOf(lou)) === 'active', 'The button did not start the path.')
}

async function study(lou: Person): Promise<void> {
  const mail = lou.newestMail()
  const link = await lou.linkIn(mail, '/lessons/')
  const page = await lou.open(link)
  const check = /name="check" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const lesson = `/lessons/${mail.tags['step']}`
  await lou.press(`${lesson}/answers`, { t: tokenOf(link), check, verdict: 'knew' })
  await lou.press(`${lesson}/done`, { t: tokenOf(link) })
  await lou.open(`${lesson}/done?t=${tokenOf(link)}`)
  await lou.press('/sign-in/again', { t: tokenOf(link) })
}

async function visitOwnPath(lou: Person): Promise<void> {
  const link = await lou.linkIn(lou.newestMail(), '/path')
  await lou.open(link)
  await lou.steer('pause', tokenOf(link))
  await lou.steer('resume', tokenOf(link))
  await lou.signIn()
  await lou.press('/api/sign-up', { address: lou.address }, 403)
}

async function stateOf(person: Person): Promise<string | undefined> {
  return (await person.enrolment())?.['state']
}
