/** Somebody who has had every step, handed in every project and got the last mail. */
import { sendThis } from './cast.ts'
import { type Learner, type LearnerWish, post, started } from './learner.ts'
import type { Rehearsal } from './rehearsal.ts'
import { writtenSteps } from './written-steps.ts'

export async function graduate(rehearsal: Rehearsal, address: string, wish: LearnerWish = {}): Promise<Learner> {
  const learner = await started(rehearsal, address, wish)
  await sendThis(rehearsal, learner, 'F01')
  for (const project of writtenSteps().filter((id) => id.startsWith('P'))) await handIn(rehearsal, learner, project)
  return learner
}

async function handIn({ siteUrl }: Rehearsal, learner: Learner, project: string): Promise<void> {
  const t = await learner.lessonToken()
  const url = `${siteUrl}/lessons/${project}/hand-in`
  const form = await (await fetch(`${url}?t=${t}`)).text()
  const marks = new Set([...form.matchAll(/name="(mark-[^"]+)"/g)].map(([, name]) => name ?? ''))
  const given = Object.fromEntries([...marks].map((name) => [name, '3']))
  await post(url, { t, ...given, url: 'example.org/project', note: '' })
}
