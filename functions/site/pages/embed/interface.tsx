/** What a developer has to know of `POST /api/sign-up`. */
import { addresses } from '../../addresses.ts'
import { consentText } from '../../consent-text.ts'
import type { SiteSettings } from '../../ports.ts'
import { count } from '../../words/duration.ts'
import { Paste } from './paste.tsx'

export function Interface({ settings: { siteUrl, embedOrigins } }: { settings: SiteSettings }) {
  const url = siteUrl + addresses.apiSignUp
  return (
    <section aria-labelledby="script">
      <h2 id="script">By script</h2>
      <p>
        For a page that wants to keep its reader: <code>POST {url}</code> takes the same fields as JSON. It answers
        pages of sites that the operator has allowed, at present {count(embedOrigins.length, 'site')}, and no others.
      </p>
      <Paste label="An example" code={exampleCall(url)} />
      <p>
        Needed are <code>address</code>, <code>days</code> (1 is Monday), <code>time</code>, <code>zone</code> and{' '}
        <code>consent</code>, the version of the text that the reader has agreed to: “{consentText.sentence}” May be
        left out: <code>name</code>, <code>plan</code>, <code>stage</code>.
      </p>
      <div class="prose">
        <section class="table" tabindex={0} aria-label="Answers">
          <table>
            <thead>
              <tr>
                <th scope="col">Status</th>
                <th scope="col">Body</th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              {answers.map(({ status, body, when }) => (
                <tr>
                  <td>{status}</td>
                  <td>
                    <code>{body}</code>
                  </td>
                  <td>{when}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <p>Known and unknown addresses are answered alike, after the same time.</p>
    </section>
  )
}

const answers = [
  { status: 200, body: '{ message, next }', when: 'Taken. Show the message, or lead to the address in next.' },
  { status: 422, body: '{ problems: [{ field, message }] }', when: 'Something has to be put right.' },
  { status: 400, body: '{ error, message }', when: 'The body is no JSON object.' },
  { status: 403, body: '{ error, message }', when: 'The site is not allowed.' },
  { status: 413, body: '{ error, message }', when: 'The body has more than 64 KB.' },
  { status: 429, body: '{ error, message }', when: 'Very many requests came from one network.' },
]

function exampleCall(url: string): string {
  return `const answer = await fetch('${url}', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    address: form.elements.address.value,
    days: [2, 4],
    time: '07:00',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    consent: '${consentText.version}',
  }),
})
const { message, problems } = await answer.json()`
}
