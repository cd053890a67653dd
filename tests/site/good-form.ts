/** The sign-up form as an ordinary browser sends it. */
export const good = {
  address: 'ana@example.org',
  name: 'Ana',
  days: ['4', '2'],
  time: '07:00',
  zone: 'Europe/Berlin',
  consent: '2026-11-23',
  website: '',
}
