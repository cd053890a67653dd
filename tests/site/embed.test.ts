import { describe, expect, it } from 'vitest'
import { formCode } from '../../functions/site/pages/embed/form-code.ts'
import { isZone } from '../../functions/site/words/zones.ts'
import { siteFixture } from '../support/site.ts'

const { deps } = siteFixture()
const code = formCode(deps.catalog.compiled, deps.settings)
const text = async () => (await siteFixture().get('/embed')).text()

/** What a browser would send of the form as it stands in the code. */
function sent(form: string, typed: Readonly<Record<string, string>>): URLSearchParams {
  const body = new URLSearchParams(typed)
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="checkbox" name="(\w+)" value="([^"]+)" checked>/g,
  ))
    body.append(name, value)
  for (const [, name = '', value = ''] of form.matchAll(/<input type="time" name="(\w+)" value="([^"]+)"/g))
    body.append(name, value)
  const zone = /<option value="([^"]+)" selected>/.exec(form)?.[1]
  if (!body.has('zone') && zone) body.append('zone', zone)
  body.append('website', '')
  return body
}

describe('the code to paste', () => {
  it('signs up whoever fills in an address and ticks the consent', async () => {
    const { site, journey } = siteFixture()
    const consent = /name="consent" value="([^"]+)"/.exec(code)?.[1] ?? ''
    const body = sent(code, { address: 'ana@example.org', consent })
    const answer = await site.request('/sign-up', { method: 'POST', body, headers: { origin: 'https://any.example' } })
    expect(answer.status).toBe(303)
    expect(journey.signUp.mock.calls[0]?.[0]).toMatchObject({
      address: 'ana@example.org',
      pace: { days: [2, 4], time: '07:00', zone: 'Europe/London' },
    })
  })

  it('leads those of another zone, or of an older consent, to the form with everything kept', async () => {
    const { site, journey } = siteFixture()
    const body = sent(code, { address: 'ana@example.org', consent: '1999-01-01', zone: '' })
    const answer = await site.request('/sign-up', { method: 'POST', body })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('id="zone-problem"')
    expect(page).toContain('id="consent-problem"')
    expect(page).toContain('value="ana@example.org"')
    expect(journey.signUp).not.toHaveBeenCalled()
  })

  it('has no script, no style and nothing from elsewhere', () => {
    expect(code).not.toMatch(/<script|<style|style=|\son\w+=|<img|<iframe/)
    const addresses = [...code.matchAll(/(?:action|href|src)="([^"]+)"/g)].map((match) => match[1])
    for (const address of addresses) expect(address).toMatch(/^https:\/\/learn\.example\.org\//)
  })

  it('labels every control, and hides the field for programs', () => {
    const controls = code.match(/<(input|select)\b/g)?.length
    const labelled = code.match(/<label>(?:(?!<\/label>)[\s\S])*<(input|select)\b/g)?.length
    expect(labelled).toBe(controls)
    expect(code).toContain('<p hidden><label>Leave this empty <input name="website"')
  })

  it('offers zones that there are, each once', () => {
    const zones = [...code.matchAll(/<option value="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(zones.length).toBeGreaterThan(25)
    expect(new Set(zones).size).toBe(zones.length)
    for (const zone of zones) expect(isZone(zone), zone).toBe(true)
  })

  it('writes names with markup as text', () => {
    const settings = { ...deps.settings, operatorName: 'A & B <script>"' }
    expect(formCode(deps.catalog.compiled, settings)).toContain('A &#38; B &#60;script&#62;&#34;')
  })
})

describe('GET /embed', () => {
  it('shows the code to copy and the form that it makes', async () => {
    const page = await text()
    expect(page).toContain('&lt;form method=&quot;post&quot; action=&quot;https://learn.example.org/sign-up&quot;')
    expect(page).toContain(code)
  })

  it('says how scripts may do the same, and for how many sites', async () => {
    const page = await text()
    expect(page).toContain('POST https://learn.example.org/api/sign-up')
    expect(page).toContain('at present 1 site')
    expect(page).not.toContain('studio.example')
  })
})
