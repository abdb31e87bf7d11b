import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { type Caller, EVERYONE, type Inside, type Walk } from '../../support/doors/doors.ts'
import { type State } from '../../support/doors/state.ts'
import type { Answer, Route } from '../../support/house.ts'

export type Meeting = 'sign-in' | 'second-factor' | 'forbidden' | 'missing' | 'in' | 'open'

/** Roles as data: whom a policy lets by. `matter` is asked record by record, below. */
const ROLES: Record<string, readonly Inside[]> = {
  read: EVERYONE,
  write: ['coordinator'],
  draft: ['coordinator'],
  publish: ['coordinator'],
  keep: ['coordinator'],
  readJournal: ['coordinator', 'approver'],
  readMessages: ['coordinator'],
  comment: ['sergeant', 'officer', 'approver', 'coordinator'],
  park: EVERYONE,
  own: ['sergeant', 'officer', 'approver', 'coordinator'],
}
const MATTERS: Record<string, (state: State) => readonly Inside[]> = {
  'GET /desk/actions/:id': () => EVERYONE,
  'POST /desk/actions/:id/updates': (state) => state.reports,
  'POST /desk/actions/:id/updates/:updateId/taking-back': (state) => state.reports,
  'POST /desk/actions/:id/updates/:updateId/release': (state) => state.answers,
  'POST /desk/actions/:id/updates/:updateId/return': (state) => state.answers,
  'GET /desk/actions/:id/photos/:photoId': () => EVERYONE,
  'POST /desk/actions/:id/photos/:photoId/ending': (state) =>
    state.sees.includes('coordinator') ? ['coordinator'] : state.sees,
  ...Object.fromEntries(
    ['GET showing', 'POST showing', 'POST taking-back'].map((each) => [
      each.replace(' ', ' /desk/actions/:id/photos/:photoId/'),
      () => ['coordinator'] as const,
    ]),
  ),
  'POST /desk/actions/:id/acceptance': (state) => state.answers,
  'POST /desk/actions/:id/declining': (state) => state.answers,
  'POST /desk/actions/:id/wishes': (state) => state.answers,
  'POST /desk/actions/:id/wishes/:wishId/withdrawal': (state) => state.answers,
  'POST /desk/actions/:id/wishes/:wishId/answer': () => ['coordinator'],
  'POST /desk/actions/:id/steps': (state) => state.reports,
  'POST /desk/actions/:id/closing': () => ['coordinator'],
  'POST /desk/actions/:id/reopening': () => ['coordinator'],
  'POST /desk/actions/:id/terms': () => ['coordinator'],
  'POST /desk/actions/:id/depth': () => ['coordinator'],
  'GET /desk/concerns/:id': () => EVERYONE,
  'POST /desk/concerns/:id/wordings': () => ['coordinator'],
  'POST /desk/concerns/:id/depth': () => ['coordinator'],
  'POST /desk/concerns/:id/priorities': () => ['coordinator'],
  'POST /desk/concerns/:id/merging': () => ['coordinator'],
  'POST /desk/concerns/:id/splitting': () => ['coordinator'],
  'POST /desk/concerns/:id/parting': () => ['coordinator'],
  'POST /desk/concerns/:id/passings': () => ['coordinator'],
  'POST /desk/concerns/:id/answers': () => ['coordinator'],
  'POST /desk/concerns/:id/taking-back': () => ['coordinator'],
  'POST /desk/concerns/:id/actions': () => ['coordinator'],
  'POST /desk/round-tables/:slug/topics/:id/ending': () => ['coordinator'],
  'POST /desk/round-tables/:slug/invitations/:id/answer': () => ['coordinator', 'sergeant'],
  'POST /desk/round-tables/:slug/invitations/:id/answer/withdrawal': () => [
    'coordinator',
    'sergeant',
  ],
  'GET /desk/concerns/:id/quotes': () => ['coordinator'],
  'POST /desk/concerns/:id/quotes': () => ['coordinator'],
  'POST /desk/quotes/:id/withdrawal': () => ['coordinator'],
  'GET /desk/events/:id': () => EVERYONE,
  'GET /desk/events/:id/pad': (state) => state.reports,
  'POST /desk/events/:id/taps': (state) => state.reports,
  'POST /desk/events/:id/counts': (state) => state.reports,
  ...Object.fromEntries(
    [
      'terms',
      'depth',
      'links',
      'next',
      'findings',
      'findings/:findingId/ending',
      'findings/:findingId/concerns',
      'options',
      'options/:optionId/ending',
      'hands',
    ].map((noun) => [`POST /desk/events/:id/${noun}`, () => ['coordinator'] as const]),
  ),
  'GET /desk/leaflets/:id': () => EVERYONE,
  'GET /desk/leaflets/:id/files/:fileId': () => EVERYONE,
  ...Object.fromEntries(
    ['terms', 'handings', 'handings/:handingId/ending', 'files', 'files/:fileId/ending'].map(
      (noun) => [`POST /desk/leaflets/:id/${noun}`, () => ['coordinator'] as const],
    ),
  ),
  'GET /desk/programmes/:id': () => EVERYONE,
  'POST /desk/programmes/:id/alumni': () => ['sergeant', 'officer', 'approver', 'coordinator'],
  ...Object.fromEntries(
    [
      'terms',
      'depth',
      'phases',
      'phases/:phaseId/ending',
      'phases/:phaseId/handovers',
      'phases/:phaseId/handovers/:handoverId/ending',
      'sessions',
      'points',
      'points/:pointId/ending',
      'points/:pointId/sights',
      'points/:pointId/steps',
      'points/:pointId/steps/:stepId/ending',
      'points/:pointId/concerns',
      'points/:pointId/actions',
    ].map((noun) => [`POST /desk/programmes/:id/${noun}`, () => ['coordinator'] as const]),
  ),
  'POST /desk/seats/:id/baton': (state) => state.reports,
  'POST /desk/seats/:id/baton/acceptance': (state) => state.answers,
  'POST /desk/seats/:id/baton/declining': (state) => state.answers,
  'POST /desk/seats/:id/baton/withdrawal': (state) =>
    state.answers.length > 0 ? ['coordinator'] : [],
  'POST /desk/private-lists/:noun/:id/:personId/answers': (state) => state.sees,
  'POST /desk/private-lists/:noun/:id/:personId/taking-back': (state) => state.sees,
  'GET /desk/messages/:id': () => EVERYONE,
  ...Object.fromEntries(
    ['reading', 'concerns', 'joining', 'answer', 'aside', 'risk', 'erasure', 'requests'].map(
      (noun) => [`POST /desk/messages/:id/${noun}`, () => ['coordinator'] as const],
    ),
  ),
  'GET /desk/requests/:id': () => EVERYONE,
  'POST /desk/requests/:id/steps': () => ['coordinator'],
  'GET /desk/entries/:id': () => EVERYONE,
  'GET /desk/entries/:id/picture': () => EVERYONE,
  'GET /desk/entries/:id/recordings/:language': () => EVERYONE,
  'POST /desk/entries/:id/approval': () => ['approver'],
}

export const meetingOf = (route: Route, state: State, caller: Caller): Meeting => {
  const { method, url, policy } = route
  if (policy === 'public' || policy === 'signing-in' || policy === 'link') {
    if (
      (url.startsWith('/sign-in/second-factor') ||
        (method === 'POST' && url === '/sign-in/passkey/new')) &&
      (caller === 'stranger' || caller === 'left')
    )
      return 'forbidden'
    return policy !== 'signing-in' && state.sees.length === 0 ? 'missing' : 'open'
  }
  if (caller === 'stranger' || caller === 'left') return 'sign-in'
  if (caller === 'halfway') return 'second-factor'
  if (policy !== 'matter' && !ROLES[policy!]!.includes(caller)) return 'forbidden'
  if (!state.sees.includes(caller)) return 'missing'
  if (policy !== 'matter') return 'in'
  const rule = MATTERS[`${method} ${url}`]
  if (!rule) throw new Error(`no rule says who may ${method} ${url}: add one`)
  return rule(state).includes(caller) ? 'in' : 'forbidden'
}
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
export const routesOf = ({ house }: Walk): Route[] =>
  house.routes.filter((route) => !route.url.startsWith('/static/'))

const SAFE: Record<string, string | undefined> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
/** The one page that any site may frame: who may frame it is all that is let go, and nothing else. */
const FRAMED = {
  ...SAFE,
  'cross-origin-resource-policy': 'cross-origin',
  'x-frame-options': undefined,
}
/** ... and the picture that other sites show beside a link. */
const SHARED = { ...SAFE, 'cross-origin-resource-policy': 'cross-origin' }
const isShared = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  headers['content-type'] === 'image/png'
/** ... and a letter as it will look, in a frame: it sets its styles, and may do nothing. */
const LETTER = { ...SAFE, 'x-frame-options': 'SAMEORIGIN' }
const OWN_STYLES = "style-src 'unsafe-inline'; "
const isLetter = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  String(headers['content-security-policy']).endsWith("; sandbox; frame-ancestors 'self'")
const isFramed = (url: string): boolean => url.endsWith('/embed')

export const unsafeHeaders = (answer: Pick<Answer, 'headers'>, url = ''): string[] => [
  ...Object.entries(
    isFramed(url) ? FRAMED : isShared(answer) ? SHARED : isLetter(answer) ? LETTER : SAFE,
  )
    .filter(([name, value]) => answer.headers[name] !== value)
    .map(([name]) => `no ${name}`),
  ...(/\bcamera=\(\)/.test(String(answer.headers['permissions-policy']))
    ? []
    : ['no permissions-policy']),
  ...(String(answer.headers['content-security-policy'] ?? '').startsWith("default-src 'none';")
    ? []
    : ['no content-security-policy']),
  ...(/unsafe-|\*|https?:|data:/.test(
    String(answer.headers['content-security-policy'] ?? '').replace(
      isFramed(url) ? /; frame-ancestors \*$/ : isLetter(answer) ? OWN_STYLES : '',
      '',
    ),
  )
    ? ['a content-security-policy that lets others in']
    : []),
]

/**
 * Every page that can be reached from the desk and the board, and the links that lead nowhere, with
 * where they stand.
 */
export async function followLinks({
  callers,
}: Walk): Promise<{ seen: Set<string>; dead: string[] }> {
  const seen = new Set<string>()
  const dead: string[] = []
  const todo: [path: string, from: string][] = [
    ['/desk', ''],
    ['/', ''],
  ]
  for (const [path, from] of todo) {
    if (seen.has(path)) continue
    seen.add(path)
    const answer = await callers.coordinator.get(path)
    if (answer.statusCode !== 200) dead.push(`${path} on ${from} gives ${answer.statusCode}`)
    for (const [, link] of answer.body.matchAll(/\bhref="(\/(?!static\/)[^"#]*)/g))
      todo.push([link!.replaceAll('&amp;', '&'), path])
  }
  return { seen, dead }
}

/** A hash of every table but the journal with its chain and the sessions, which a reading may write (R21). */
export function recordOf(file: string): Record<string, string> {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not in ('journal', 'chain', 'sessions')",
      )
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      tables.map((table) => [
        table,
        createHash('sha256')
          .update(JSON.stringify(db.prepare(`select * from "${table}"`).all()))
          .digest('hex')
          .slice(0, 16),
      ]),
    )
  } finally {
    db.close()
  }
}
