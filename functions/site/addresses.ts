/** Where the pages are. The only place that knows their addresses, tokens included. */
import type { StepId } from '../domain/path.ts'

interface Addressed {
  readonly id: StepId
  readonly slug: string
}

type Query = Readonly<Record<string, string | undefined>>

export const addresses = {
  home: '/',
  signUp: '/sign-up',
  signIn: '/sign-in',
  signInAgain: '/sign-in/again',
  sendAgain: '/send-again',
  privacy: '/privacy',
  facts: '/facts',
  glossary: '/glossary',
  next: '/next',
  checkInbox: (token: string, query: Query = {}) => withQuery('/check-inbox', { t: token, ...query }),
  confirm: (token: string) => `/confirm/${encodeURIComponent(token)}`,
  leave: (token: string) => `/leave/${encodeURIComponent(token)}`,
  path: (token: string | undefined, query: Query = {}) => withQuery('/path', { t: token, ...query }),
  lesson: (step: Addressed, token?: string, query: Query = {}) =>
    withQuery(`/lessons/${step.id}-${step.slug}`, { t: token, ...query }),
  answers: (step: Addressed) => `/lessons/${step.id}/answers`,
  done: (step: { readonly id: StepId }, token?: string, query: Query = {}) =>
    withQuery(`/lessons/${step.id}/done`, { t: token, ...query }),
  handIn: (step: { readonly id: StepId }, token?: string, query: Query = {}) =>
    withQuery(`/lessons/${step.id}/hand-in`, { t: token, ...query }),
  without: (step: { readonly id: StepId }) => `/lessons/${step.id}/without`,
} as const

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
