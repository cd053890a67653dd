import { describe, expect, it } from 'vitest'
import { siteFixture } from '../support/site.ts'

const landing = async () => (await siteFixture().get('/')).text()

describe('GET /', () => {
  it('says in one heading what the path promises', async () => {
    expect(await landing()).toContain('<h1>From a reliable engineer to the producer of a finished record.</h1>')
  })

  it('draws every planned step as a region whose width is its share of the minutes', async () => {
    const text = await landing()
    const lengthwise = text.slice(text.indexOf('class="lengthwise"'), text.indexOf('class="downwards"'))
    const widths = [...lengthwise.matchAll(/class="region [a-z]+" x="[\d.]+%" width="([\d.]+)%"/g)].map((match) =>
      Number(match[1]),
    )
    // 30, 40, 50 (announced), 45, 420 and 50 of 635 minutes.
    expect(widths.map((width) => Math.round(width * 10) / 10)).toEqual([4.7, 6.3, 7.9, 7.1, 66.1, 7.9])
  })

  it('tells announced steps from written ones in the picture and in the list', async () => {
    const text = await landing()
    expect(text.match(/class="region announced"/g)).toHaveLength(2)
    expect(text).toMatch(/Latency and headphone mixes\s*<small>announced<\/small>/)
  })

  it('says how much is written only where something is not', async () => {
    const text = await landing()
    expect(text).toContain('4 of 5 are written.')
    expect(text).not.toContain('1 of 1 are written.')
  })

  it('says the same as the picture in a list: titles and minutes by stage', async () => {
    const text = await landing()
    const list = text.slice(text.indexOf('class="stages"'))
    for (const words of ['Engineering', '9 h 45', 'Polarity, time and comb filters', '45 min', '7 h']) {
      expect(list).toContain(words)
    }
  })

  it('links to the sample lesson, to read before signing up', async () => {
    expect(await landing()).toContain('href="/lessons/E10-eng-phase-comb"')
  })

  it('holds the whole sign-up form, with Tuesday, Thursday and seven o’clock preselected', async () => {
    const text = await landing()
    const checked = [...text.matchAll(/name="days" value="(\d)" checked/g)].map((match) => match[1])
    expect(checked).toEqual(['2', '4'])
    expect(text).toContain('<input type="time" required="" value="07:00"')
    expect(text).toContain('<option value="Europe/London" selected="">')
    expect(text).toContain('name="consent" value="2026-11-23" required=""')
  })

  it('names the sender, the postal address and the way out in full sentences', async () => {
    const text = await landing()
    expect(text).toContain('The lessons are sent by Talkback School, 1 Studio Lane, London.')
    expect(text).toContain('Leaving is one press')
  })

  it('may be indexed, under one address', async () => {
    const text = await landing()
    expect(text).toContain('<link rel="canonical" href="https://learn.example.org/"/>')
    expect(text).not.toContain('noindex')
  })
})
