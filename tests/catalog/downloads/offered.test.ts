import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { policy } from '../../../functions/catalog/downloads/policy.ts'
import { buildDownload, downloadsFolder, readPdf, readWorkbook } from '../../support/downloads.ts'

const folder = join(import.meta.dirname, '../../../content', downloadsFolder)

/** What each sheet has to ask for, in the words that stand on it. */
const sheets: Readonly<Record<string, string>> = {
  'arrangement-pack': 'Form map; Section; Density map; Chart; Part list; Reason in five words',
  'budget-sheet':
    'Line; Unit; Quantity; Rate; Budget; Spent; Committed; To come; Variance; Cash date; Royalty calculator; The gate',
  'comp-sheet': 'Lyric; Pass 1; Pass 4; Choice A; Word',
  'decision-log': 'Song; Bar or time; Issue; Evidence; Options; Cost; Choice; Dissent',
  'density-map': 'Part; Bars; Roles; Register band; Enters, leaves',
  'form-map': 'Section; Bars; Seconds; Energy 1-5; New element; Hook',
  'input-list':
    'No.; Source; Microphone or DI; Stand; Cable and line; Preamp; 48 V; Pad or filter; Track name; Polarity; Note',
  'master-handoff':
    'Intent; Reference; Quality; File; Order; Gap, s; ISRC of the master; UPC or EAN; Formats wanted; Start; End; Clicks; Checksum (SHA-256); Artist confirmed; Producer confirmed',
  'metadata-sheet':
    'Title; UPC or EAN; Label; ℗ line; © line; Release date; ISRC; Version; Length; Language; AI use; ISWC; Writer (legal name); IPI; Share in %; Role; Instrument; Legal name; Stage name; ISNI',
  'mix-notes': 'Time; Quote; Meaning; Action; Status; Translation log; System; What changed',
  'preprod-sheet':
    'Key; Reason for the key; Tempo in BPM; Two alternatives; Section; Bars; Part in five words; Problem; Open question 3',
  'producer-terms':
    'Parties; Services, deliverables; Fee; Advance; Points; Base; Recoupment; Start and delivery dates; Credit; Approvals; Ownership; Samples; Warranties; Neighbouring rights; Statements, audit; Exit, kill fee; Present, missing, unclear; In own words',
  'range-sheet': 'Lowest note; Highest note; Break; Comfortable span, from; Comfortable span, to; Key tested; Verdict',
  'recall-sheet':
    'Unit; Patch in; Patch out; Each control and its value; Tone in, dBFS; Tone out, dBFS; Photo file; Plug-in preset and version; Date',
  'release-checklist': 'Week; Step; Owner; Due; Done when; Link; Distribution; Offer; Keeps, %',
  'session-plan':
    'Blocks are 15 minutes; People; Room, address; must, should or could; What happens then; Breaks and meal; Backup; Contact',
  'split-sheet':
    'Song; Date; Writer (legal name); Role; Share in %; IPI; Society; Publisher; Samples; Confirmed; version of this sheet',
  'take-log': "Song; Take; Purpose; Bars; Event; Verdict; keep, maybe or no; Director's note; Result",
}

const forms: Readonly<Record<string, string>> = {
  'boundary-note':
    'Who decides; Who does it; Who is told; Talkback rule; Signatures (optional); term sheet for discussion',
  'number-chart': 'Key; Tempo; Feel and metre; Section; Bars; Cues',
  'project-scope': 'Songs; Deliverables; Dates; Rounds; swap; Costs; Ownership; Credit; Files and exit',
  retro: 'Plan; Facts; Causes; Budget line; People thanked; Three changes',
  'session-agreement':
    'Engagement; hours; Fee; Extras; Rights discussed; Reuse; Training of AI; likeness; Credit; Payment date; term sheet; For discussion',
  'session-evidence': 'Track title; Date; Place; Performer; Role; Musical direction; confirmed',
  treatment:
    'One sentence; Audience; Effect; Quietest moment; Loudest moment; The one quality borrowed; Limits; Non-goals; Signatures',
}

const businessNames = [
  'budget-sheet',
  'master-handoff',
  'metadata-sheet',
  'producer-terms',
  'project-scope',
  'release-checklist',
  'session-agreement',
  'session-evidence',
  'split-sheet',
]

test('the folder holds these downloads and no other', () => {
  const names = readdirSync(folder).filter((name) => name.startsWith('dl-'))

  const listed = [
    ...Object.keys(sheets).map((name) => `dl-${name}.yaml`),
    ...Object.keys(forms).map((name) => `dl-${name}.md`),
  ]
  expect(names.sort()).toEqual(listed.sort())
  expect(names).toHaveLength(25)
})

describe.each(Object.entries(sheets))('the sheet %s', async (name, fields) => {
  const body = await buildDownload(`dl-${name}.yaml`)
  const { tabs } = readWorkbook(body)
  const empty = [...tabs].filter(([tab]) => !tab.startsWith('Example, '))

  test('asks for every field, and says its version and date', () => {
    const text = empty
      .map(([tab, { text }]) => `${tab}\n${text}`)
      .join('\n')
      .toLowerCase()
    for (const field of fields.split('; ')) expect(text).toContain(field.toLowerCase())
    for (const [, { text }] of tabs) expect(text).toMatch(/Version \d+, \d+ November 2026/)
  })

  test('is sound XML in every part, so that no program has to repair it', () => {
    for (const [part, bytes] of Object.entries(unzipSync(body)))
      expect(XMLValidator.validate(strFromU8(bytes)), part).toBe(true)
  })

  test('has a worked example beside every tab, filled in', () => {
    for (const [tab, { text }] of empty) {
      const example = tabs.get(`Example, ${tab}`)
      expect(example?.text).toContain('(worked example)')
      expect(example?.text.length).toBeGreaterThan(text.length / 3)
      expect(example?.rows.flat().filter((cell) => cell !== null).length).toBeGreaterThan(5)
    }
  })

  test('carries the policy where it touches money or rights', () => {
    for (const [, { text }] of tabs) expect(text.includes(policy)).toBe(businessNames.includes(name))
  })
})

describe.each(Object.entries(forms))('the form %s', async (name, fields) => {
  const { pages, text } = await readPdf(await buildDownload(`dl-${name}.md`))
  const source = readFileSync(join(folder, `dl-${name}.md`), 'utf8')

  test('asks for every field before its worked example, and says its version and date', () => {
    const [form = '', example = ''] = text.split('Worked example')
    for (const field of fields.split('; ')) expect(form.toLowerCase()).toContain(field.toLowerCase())
    expect(form).toMatch(/Version \d+, \d+ November 2026/)
    expect(example.length).toBeGreaterThan(300)
  })

  test('prints on three pages at most', () => {
    expect(pages).toBeLessThanOrEqual(3)
  })

  test('carries the policy where it touches money or rights, on paper and as text', () => {
    expect(text.includes(policy)).toBe(businessNames.includes(name))
    expect(source.includes(policy)).toBe(businessNames.includes(name))
  })
})

describe.each(readdirSync(folder).filter((name) => name.startsWith('mat-')))('the material %s', (name) => {
  test('can be printed, with every word of its source', async () => {
    const { text } = await readPdf(await buildDownload(name))

    const words = readFileSync(join(folder, name), 'utf8').match(/[A-Za-z]{4,}/g) ?? []
    expect(words.filter((word) => !text.replaceAll(' ', '').includes(word))).toEqual([])
  })
})
