import { expect, it } from 'vitest'
import { shortened } from '../../../infra/rehearsal/short-course.ts'
import { pathFactory } from '../../support/path.ts'

it('a course cut short keeps its first lessons, one of each other kind, and its finish', () => {
  const { steps } = pathFactory({ steps: 'E01 E02 E03 R01 P01 E04 R02 FIN' })

  expect(shortened(steps).map(({ id }) => id)).toEqual(['E01', 'E02', 'R01', 'P01', 'FIN'])
})
