import { describe, expect, it } from 'vitest'
import { earned, readShownName } from '../../functions/domain/certificate.ts'
import { enrolmentFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 P01 | B01 P02 FIN' })
const all = enrolmentFactory({ received: ['E01', 'P01', 'B01', 'P02'] })

describe('a certificate is earned', () => {
  it('for a stage, with its project handed in; for the path, with every one', () => {
    expect(earned(path, all, new Set(['P01']))).toEqual(['stage-1'])
    expect(earned(path, all, new Set(['P01', 'P02']))).toEqual(['stage-1', 'stage-2', 'path'])
  })

  it('not by being placed past a stage, or going on without its project', () => {
    expect(earned(path, { ...all, cleared: new Set(['P01', 'P02']) }, new Set())).toEqual([])
  })

  it('not while a step of the stage is still to come, or steps of the path are still to be written', () => {
    expect(earned(path, enrolmentFactory({ received: ['P01'] }), new Set(['P01']))).toEqual([])
    expect(earned({ ...path, isGrowing: true }, all, new Set(['P01', 'P02']))).not.toContain('path')
  })

  it('not for a stage that asks for no project', () => {
    const without = pathFactory({ steps: 'E01 | B01 P02 FIN' })
    expect(earned(without, enrolmentFactory({ received: ['E01', 'B01', 'P02'] }), new Set(['P02']))).toEqual([
      'stage-2',
    ])
  })
})

it('the name on it is one line of 1 to 80 characters', () => {
  expect(readShownName(' Ada\n Lovelace ')).toBe('Ada Lovelace')
  expect(readShownName('A'.repeat(80))).toHaveLength(80)
  for (const name of ['', ' \u200b\n', 'A'.repeat(81)]) expect(() => readShownName(name)).toThrow('1 to 80 characters')
})
