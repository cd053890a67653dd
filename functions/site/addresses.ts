/** Where the pages are. The only place that knows their addresses, tokens included. */
import type { Beginning } from '../domain/beginning.ts'
import type { StepId } from '../domain/path.ts'

interface Addressed {
  readonly id: StepId
  readonly slug: string
}

type Query = Readonly<Record<string, string | undefined>>

export const addresses = {
  home: '/',
  signUp: '/sign-up',
  /** The form with a start that was suggested. */
  signUpAt: (beginning: Beginning) => `/sign-up?${beginningQuery(beginning)}`,
  embed: '/embed',
  apiSignUp: '/api/sign-up',
  /** The questions of one block, counted from 1, with the answers so far. */
  placement: (block?: number, answers: Query = {}) =>
    withQuery('/placement', { ...answers, block: block === undefined ? undefined : String(block) }),
  placementResult: (answers: Query = {}) => withQuery('/placement/result', answers),
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
  /** Shows what a press would do. */
  previewControl: (name: string) => `/path/preview/${name}`,
  control: (name: string) => `/path/${name}`,
  path: (token: string | undefined, query: Query = {}) => withQuery('/path', { t: token, ...query }),
  lesson: (step: Addressed, token?: string, query: Query = {}) =>
    withQuery(`/lessons/${step.id}-${step.slug}`, { t: token, ...query }),
  answers: (step: Addressed) => `/lessons/${step.id}/answers`,
  done: (step: { readonly id: StepId }, token?: string, query: Query = {}) =>
    withQuery(`/lessons/${step.id}/done`, { t: token, ...query }),
  handIn: (step: { readonly id: StepId }, token?: string, query: Query = {}) =>
    withQuery(`/lessons/${step.id}/hand-in`, { t: token, ...query }),
  without: (step: { readonly id: StepId }) => `/lessons/${step.id}/without`,
  certificates: (token: string, query: Query = {}) => withQuery('/path/certificates', { t: token, ...query }),
  makeCertificate: '/path/certificates/make',
  withdrawCertificate: '/path/certificates/withdraw',
  certificate: (id: string) => `/certificates/${id}`,
  certificateCard: (id: string) => `/certificates/${id}/card.svg`,
  data: (token: string, query: Query = {}) => withQuery('/path/data', { t: token, ...query }),
  keepName: '/path/data/name',
  keepPlan: '/path/data/plan',
  dataFile: (token: string) => withQuery('/path/data/file', { t: token }),
  erase: (token?: string) => withQuery('/path/data/erase', { t: token }),
  erased: '/erased',
  otherAddress: (token?: string, query: Query = {}) => withQuery('/path/address', { t: token, ...query }),
  goOn: (token: string) => `/go-on/${encodeURIComponent(token)}`,
  newAddress: (token: string) => `/new-address/${encodeURIComponent(token)}`,
} as const

function beginningQuery({ stage, catchUp = [], without = [] }: Beginning): URLSearchParams {
  const listed = (name: string, ids: readonly string[]) => ids.map((id) => [name, id])
  return new URLSearchParams([['stage', stage], ...listed('catchUp', catchUp), ...listed('without', without)])
}

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
