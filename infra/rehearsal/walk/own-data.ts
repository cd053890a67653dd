/** Everything that is kept is shown, moved to another address with its certificate, and erased at once. */
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'
import { createPerson, type Person, tellEvents, tokenOf, waitUntilDue } from './person.ts'

const mostSteps = 20
/** In the course that the rehearsal keeps of the real one. */
const project = 'P01'

export async function walkOwnData(stage: Stage): Promise<void> {
  const kim = createPerson(stage, 'kim@example.org')
  await kim.begin()
  await keepPlan(kim)
  for (let step = 0; step < mostSteps && (await kim.enrolment())?.['state'] !== 'finished'; step++)
    await waitUntilDue(stage, kim)
  await handIn(kim)
  await certify(kim)
  const moved = await move(stage, kim)
  await erase(stage, moved)
}

async function keepPlan(kim: Person): Promise<void> {
  const t = await kim.signIn()
  await kim.press('/path/data/plan', { t, plan: 'it is seven, at the desk' })
  await kim.open(`/path/data?t=${t}`)
  const { body } = await kim.open(`/path/data/file?t=${t}`)
  insist(body.includes('it is seven, at the desk'), 'What was kept is not in the file of everything that is kept.')
}

async function handIn(kim: Person): Promise<void> {
  const brief = kim.mails().find(({ tags }) => tags['step'] === project)
  insist(brief !== undefined, `${project} never came to ${kim.address}.`)
  const link = await kim.linkIn(brief, '/lessons/')
  const t = tokenOf(link)
  const form = (await kim.open(`/lessons/${project}/hand-in?t=${t}`)).body
  const marks = [...form.matchAll(/name="(mark-[^"]+)"/g)].map(([, field = '']) => [field, '3'])
  await kim.press(`/lessons/${project}/hand-in`, {
    t,
    url: 'https://kim.example.org/mix',
    ...Object.fromEntries(marks),
  })
}

async function certify(kim: Person): Promise<void> {
  const t = await kim.signIn()
  const earned = await kim.open(`/path/certificates?t=${t}`)
  const of = /name="of" value="([^"]+)"/.exec(earned.body)?.[1] ?? ''
  await kim.press('/path/certificates/make', { t, of, name: 'Kim' })
  const shown = await kim.open(`/path/certificates?t=${t}`)
  const address = /href="(\/certificates\/[^"/]+)"/.exec(shown.body)?.[1]
  insist(address !== undefined, 'A certificate was made, and its page has no link to it.')
  await kim.open(address)
  await kim.open(`${address}/card.svg`)
  await kim.press('/path/certificates/withdraw', { t, of })
  await kim.open(address, 410)
}

async function move(stage: Stage, kim: Person): Promise<Person> {
  const moved = createPerson(stage, 'kim.moved@example.org')
  await kim.press('/path/address', { t: await kim.signIn(), address: moved.address })
  await moved.press(await moved.linkIn(moved.newestMail(), '/new-address/'), {}, 200)
  await tellEvents(stage)
  insist((await moved.enrolment()) !== undefined, 'The lessons have not moved to the new address.')
  insist((await kim.enrolment()) === undefined, 'The lessons are still kept under the old address.')
  return moved
}

async function erase(stage: Stage, person: Person): Promise<void> {
  const enrolment = await person.enrolment()
  await person.press('/path/data/erase', { t: await person.signIn() })
  const kept = (await stage.table.items()).filter((item) => item['pk'] === enrolment?.['pk'])
  insist(kept.length === 0, `After erasing there are still ${kept.map((item) => item['sk']).join(', ')}.`)
}
