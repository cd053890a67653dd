/** The form to paste into another site: plain HTML, no script, no style, nothing of the path but its address. */
import type { CompiledPath } from '../../../catalog/compiled.ts'
import { addresses } from '../../addresses.ts'
import { consentText } from '../../consent-text.ts'
import { freshSignUp, honeypotField } from '../../forms/sign-up.ts'
import type { SiteSettings } from '../../ports.ts'
import { weekdays } from '../../words/weekdays.ts'
import { zoneLabel } from '../../words/zones.ts'

/** One for each common offset and its rule of summer time. Who lives elsewhere chooses on the next page, from all. */
const zones = [
  ...['Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/Denver', 'America/Phoenix'],
  ...['America/Chicago', 'America/Mexico_City', 'America/New_York', 'America/Bogota', 'America/Halifax'],
  ...['America/Sao_Paulo', 'America/Argentina/Buenos_Aires', 'Atlantic/Azores', 'Europe/London', 'Africa/Lagos'],
  ...['Europe/Berlin', 'Africa/Johannesburg', 'Europe/Athens', 'Africa/Cairo', 'Europe/Istanbul', 'Africa/Nairobi'],
  ...['Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Dhaka', 'Asia/Jakarta', 'Asia/Shanghai', 'Asia/Manila'],
  ...['Asia/Tokyo', 'Asia/Seoul', 'Australia/Perth', 'Australia/Sydney', 'Pacific/Auckland'],
]

/** Answers: the code, with the addresses of this site. */
export function formCode({ path }: CompiledPath, { siteUrl, operatorName }: SiteSettings): string {
  return `<form method="post" action="${siteUrl}${addresses.signUp}" accept-charset="utf-8">
  <p><label>Email address<br>
    <input type="email" name="address" autocomplete="email" required></label></p>
  <fieldset>
    <legend>Days: one lesson on each</legend>
${weekdays.map(({ day, name }) => `    ${dayBox(day, name)}`).join('\n')}
  </fieldset>
  <p><label>Hour<br>
    <input type="time" name="time" value="${freshSignUp.time}" required></label></p>
  <p><label>Time zone<br>
    <select name="zone">
      <option value="">Another: choose on the next page</option>
${zones.map((zone) => `      ${zoneOption(zone)}`).join('\n')}
    </select></label></p>
  <p><label><input type="checkbox" name="consent" value="${consentText.version}" required>
    ${escaped(consentText.sentence)}</label></p>
  <p hidden><label>Leave this empty <input name="${honeypotField}" tabindex="-1" autocomplete="off"></label></p>
  <p><button>Send me the confirmation mail</button></p>
  <p><small>${escaped(path.title)}, sent by ${escaped(operatorName)}.
    <a href="${siteUrl}${addresses.privacy}">What is kept, and for how long</a></small></p>
</form>`
}

function dayBox(day: number, name: string): string {
  const checked = freshSignUp.days.includes(String(day)) ? ' checked' : ''
  return `<label><input type="checkbox" name="days" value="${day}"${checked}> ${name}</label>`
}

function zoneOption(zone: string): string {
  const selected = zone === freshSignUp.zone ? ' selected' : ''
  return `<option value="${zone}"${selected}>${zoneLabel(zone)}</option>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
