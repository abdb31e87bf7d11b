import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import fastify from 'fastify'
import t, { type Test } from 'tap'
import { requirePolicy } from '../../src/web/policy.ts'
import {
  CALLERS,
  EVERYONE,
  openDoors,
  statesOf,
  type Caller,
  type Inside,
  type State,
  type Walk,
} from '../support/doors.ts'
import { openHouse, PEOPLE, type Answer, type Route } from '../support/house.ts'

type Meeting = 'sign-in' | 'second-factor' | 'forbidden' | 'missing' | 'in' | 'open'

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
  own: ['sergeant', 'officer', 'approver', 'coordinator'],
}
const MATTERS: Record<string, (state: State) => readonly Inside[]> = {
  'GET /desk/actions/:id': () => EVERYONE,
  'POST /desk/actions/:id/updates': (state) => state.reports,
  'POST /desk/actions/:id/updates/:updateId/taking-back': (state) => state.reports,
  'POST /desk/actions/:id/acceptance': (state) => state.answers,
  'POST /desk/actions/:id/declining': (state) => state.answers,
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
  'POST /desk/concerns/:id/actions': () => ['coordinator'],
  'POST /desk/round-tables/:slug/topics/:id/ending': () => ['coordinator'],
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
  'GET /desk/messages/:id': () => EVERYONE,
  ...Object.fromEntries(
    ['reading', 'concerns', 'joining', 'answer', 'aside', 'risk'].map((noun) => [
      `POST /desk/messages/:id/${noun}`,
      () => ['coordinator'] as const,
    ]),
  ),
  'GET /desk/entries/:id': () => EVERYONE,
  'POST /desk/entries/:id/approval': () => ['approver'],
}
/**
 * What an observer may send: it changes nothing but their own session and what they typed
 * themselves.
 */
const OWN = [
  'POST /sign-out',
  'POST /desk/letters/choice',
  'POST /desk/kept/:id/sending',
  'POST /desk/kept/:id/dropping',
  ...[
    'sessions/ending',
    'sessions/:id/ending',
    'passkeys/:id/ending',
    'accounts/:id/ending',
    'calendar',
    'calendar/ending',
    'alumni',
  ].map((each) => `POST /desk/me/${each}`),
]
/** Writing routes that take no form of ours, and why. */
const FORMLESS: Record<string, string> = {
  'POST /sign-out': 'a person can always leave',
  'POST /desk/kept/:id/sending': 'sends on what was kept',
  'POST /desk/kept/:id/dropping': 'drops what was kept',
  'POST /report/:token/renewal': 'its link is all of it',
  'POST /set-up/:token': 'a spent link is gone before its form is read',
  'POST /sign-in/second-factor/app': 'the first one asks for the square to scan',
  ...Object.fromEntries(
    ['', '/:language(^(?:ar|bn|ckb|es|fa|fr|pt|so|sq|ur)$)'].flatMap((under) => [
      [`POST ${under}/follow/:key`, 'its key is all of it'],
      [`POST ${under}/unfollow/:key`, 'a mail program sends what it likes'],
    ]),
  ),
}

const meetingOf = (route: Route, state: State, caller: Caller): Meeting => {
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

const isMet = (route: Route, meeting: Meeting, answer: Answer): boolean => {
  const { statusCode: status, headers } = answer
  switch (meeting) {
    case 'sign-in':
      return status === 303 && headers.location === '/sign-in'
    case 'second-factor':
      return status === 303 && headers.location === '/sign-in/second-factor'
    case 'forbidden':
      return status === 403
    case 'missing':
      return status === 404
    case 'open':
      return status < 500 && ![403, 404].includes(status)
    case 'in':
      return route.method === 'GET'
        ? status === 200
        : [200, 303, 307, 400, 409, 422].includes(status)
  }
}

interface Cell {
  route: Route
  state: State
  caller: Caller
  answer: Answer
}
/** Everyone at every route in every state. What is sent is an empty form. */
const walk = async (t: Test, refusedHtml: Set<string>): Promise<Cell[]> => {
  const cells: Cell[] = []
  let doors = await openDoors(t, refusedHtml)
  const before = recordOf(doors.house.file)
  for (const route of routesOf(doors)) {
    for (const state of statesOf(route, doors.ids)) {
      for (const caller of CALLERS) {
        const visitor = doors.callers[caller]
        cells.push({
          route,
          state,
          caller,
          answer: await (route.method === 'GET'
            ? visitor.get(state.path)
            : visitor.post(state.path, {})),
        })
      }
      // An empty form can be a whole one ("End now"), so whatever it changed is left behind.
      if (route.url === '/sign-out' || !isSame(recordOf(doors.house.file), before))
        doors = await openDoors(t, refusedHtml)
    }
  }
  return cells
}
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const routesOf = ({ house }: Walk): Route[] =>
  house.routes.filter((route) => !route.url.startsWith('/static/'))
const nameOf = ({ route, state, caller }: Omit<Cell, 'answer'>): string =>
  `${caller}: ${route.method} ${route.url}${state.name && ` (${state.name})`}`
const said = ({ answer }: Cell): string =>
  `${answer.statusCode}${answer.headers.location ? ` to ${String(answer.headers.location)}` : ''}`

const SAFE: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
const unsafeHeaders = (answer: Answer): string[] => [
  ...Object.entries(SAFE)
    .filter(([name, value]) => answer.headers[name] !== value)
    .map(([name]) => `no ${name}`),
  ...(/\bcamera=\(\)/.test(String(answer.headers['permissions-policy']))
    ? []
    : ['no permissions-policy']),
  ...(String(answer.headers['content-security-policy'] ?? '').startsWith("default-src 'none';")
    ? []
    : ['no content-security-policy']),
  ...(/unsafe-|\*|https?:|data:/.test(String(answer.headers['content-security-policy'] ?? ''))
    ? ['a content-security-policy that lets others in']
    : []),
]

t.test('R10, R11, R25: every route × every kind of person × every state', async (t) => {
  const refusedHtml = new Set<string>()
  const cells = await walk(t, refusedHtml)
  t.comment(
    `${cells.length} cells: ${new Set(cells.map(({ route }) => `${route.method} ${route.url}`)).size} routes, ${CALLERS.length} people, ${new Set(cells.map(({ route, state }) => `${route.method} ${state.path}`)).size} states of them`,
  )

  t.test('everyone gets what their role and their lists give them', async (t) => {
    t.same(
      cells
        .filter(
          (cell) => !isMet(cell.route, meetingOf(cell.route, cell.state, cell.caller), cell.answer),
        )
        .map(
          (cell) =>
            `${nameOf(cell)} got ${said(cell)}, expected ${meetingOf(cell.route, cell.state, cell.caller)}`,
        ),
      [],
    )
  })

  t.test(
    'R11: a matter held from someone is, to the last byte, the page of one that is not there',
    async (t) => {
      const wrong: string[] = []
      let compared = 0
      for (const cell of cells.filter(
        ({ route, answer }) => route.policy !== 'public' && answer.statusCode === 404,
      )) {
        const twin = cells.find(
          (each) =>
            each.route === cell.route &&
            each.caller === cell.caller &&
            each !== cell &&
            each.state.sees.length === 0 &&
            each.answer.statusCode === 404,
        )
        if (!twin) continue
        compared += 1
        const heads = (answer: Answer): string =>
          JSON.stringify(
            Object.entries(answer.headers)
              .filter(([name]) => name !== 'date' && !name.startsWith('x-ratelimit'))
              .toSorted(),
          )
        if (twin.answer.body !== cell.answer.body || heads(twin.answer) !== heads(cell.answer))
          wrong.push(nameOf(cell))
      }
      t.comment(`${compared} pairs of answers were compared`)
      t.ok(compared > 50, 'there was something to compare')
      t.same(wrong, [])
    },
  )

  t.test('an observer changes nothing', async (t) => {
    const sent = cells.filter(
      ({ route, caller }) =>
        caller === 'observer' &&
        route.method === 'POST' &&
        route.policy !== 'signing-in' &&
        route.policy !== 'public' &&
        route.policy !== 'link' &&
        !OWN.includes(`POST ${route.url}`),
    )
    t.ok(sent.length > 50)
    t.same(
      sent
        .filter(({ answer }) => ![403, 404].includes(answer.statusCode))
        .map((cell) => `${nameOf(cell)} got ${said(cell)}`),
      [],
    )
  })

  t.test('html-validate finds nothing in any of these answers', async (t) => {
    t.same([...refusedHtml], [])
  })

  t.test('no page says undefined, null, NaN or [object Object]', async (t) => {
    const MISSING = /[^<>]*(\b(undefined|NaN)\b|\[object \w+\]|"null"|>null<)[^<>]*/
    t.same(
      cells
        .map((cell) => ({ name: nameOf(cell), said: MISSING.exec(cell.answer.body)?.[0] }))
        .filter(({ said }) => said !== undefined),
      [],
    )
  })

  t.test('nothing of the desk is kept by any cache', async (t) => {
    t.same(
      [
        ...new Set(
          cells
            .filter(
              ({ route, answer }) =>
                route.policy !== 'public' && answer.headers['cache-control'] !== 'no-store',
            )
            .map(nameOf),
        ),
      ],
      [],
    )
  })

  t.test('every answer has the headers that keep a page safe', async (t) => {
    t.same(
      [
        ...new Set(
          cells.flatMap((cell) =>
            unsafeHeaders(cell.answer).map(
              (lack) => `${cell.route.method} ${cell.route.url} ${cell.answer.statusCode}: ${lack}`,
            ),
          ),
        ),
      ],
      [],
    )
  })
})

t.test('R11: every look at a named matter is in the journal before it is shown', async (t) => {
  const { house, callers, ids } = await openDoors(t, new Set())
  const looks = (): number =>
    house.store.journal.list(1, 10_000).filter((line) => line.verb === 'looked at').length
  const held = [
    `/desk/actions/${ids.actions.family}`,
    `/desk/concerns/${ids.concerns.police}`,
    `/desk/entries/${ids.entries.police}`,
    `/desk/leaflets/${ids.leaflets.police}`,
    `/desk/leaflets/${ids.leaflets.police}/files/${ids.inLeaflet(ids.leaflets.police, 'files')}`,
    `/desk/programmes/${ids.programmes.police}`,
    ...Object.values(ids.evidence.police).map((id) => `/desk/entries/${id}`),
  ]
  for (const path of held) {
    const before = looks()
    t.equal((await callers.sergeant.get(path)).statusCode, 200)
    t.equal(looks(), before + 1, `a look at ${path}`)
    t.equal((await callers.approver.get(path)).statusCode, 404)
    t.equal(looks(), before + 1, 'and none of someone who was shown nothing')
  }
})

t.test('a route that declares no policy stops the app from starting', async (t) => {
  const app = fastify()
  t.teardown(() => app.close())
  requirePolicy(app)
  t.doesNotThrow(() => app.get('/with', { config: { policy: 'public' } }, async () => 'here'))
  t.throws(() => app.get('/without', async () => 'here'), /GET \/without declares no policy/)
  t.throws(() => app.post('/without', { config: {} }, async () => 'here'), /declares no policy/)
  const behind = fastify()
  requirePolicy(behind)
  behind.register(async (door) => {
    door.get('/deeper', async () => 'here')
  })
  await t.rejects(
    async () => {
      await behind.ready()
    },
    /declares no policy/,
    'behind a door as well',
  )
})

t.test('a form that another site sends is refused, whoever is signed in', async (t) => {
  const doors = await openDoors(t)
  const before = recordOf(doors.house.file)
  const FOREIGN: Record<string, Record<string, string | undefined>> = {
    'another site': { 'sec-fetch-site': 'cross-site' },
    'a neighbouring site': { 'sec-fetch-site': 'same-site' },
    'another site that claims our origin': {
      'sec-fetch-site': 'cross-site',
      origin: 'http://127.0.0.1:3000',
    },
    'a page without an origin': { 'sec-fetch-site': undefined, origin: 'null' },
    'another origin': { 'sec-fetch-site': undefined, origin: 'https://other.example' },
    'another port': { 'sec-fetch-site': undefined, origin: 'http://127.0.0.1:3001' },
    'a name that ends in ours': {
      'sec-fetch-site': undefined,
      origin: 'http://evil.example/127.0.0.1:3000',
    },
    nowhere: { 'sec-fetch-site': undefined },
  }
  const wrong: string[] = []
  const bare = new Set<string>()
  for (const route of routesOf(doors).filter(
    ({ method, url }) => method === 'POST' && !url.endsWith('/unfollow/:key'),
  )) {
    const [state] = statesOf(route, doors.ids)
    for (const [from, headers] of Object.entries(FOREIGN)) {
      for (const part of [false, true]) {
        const answer = await doors.callers.coordinator.post(state!.path, {}, { headers, part })
        if (answer.statusCode !== 403)
          wrong.push(`POST ${route.url} from ${from} got ${answer.statusCode}`)
        for (const lack of unsafeHeaders(answer)) bare.add(lack)
        if (answer.headers['cache-control'] !== 'no-store') bare.add('may be cached')
      }
    }
  }
  t.same(wrong, [])
  t.same([...bare], [], 'the refusal has the headers that keep a page safe')
  t.same(recordOf(doors.house.file), before, 'nothing was saved')
  const older = await doors.callers.coordinator.post(
    '/desk/settings/guarded-words',
    { word: 'Old browser' },
    { headers: { 'sec-fetch-site': undefined, origin: 'http://127.0.0.1:3000' } },
  )
  t.equal(older.statusCode, 303, 'an older browser, which sends only its origin, can still save')
})

t.test('R23: a field that a form does not have gives 400, and nothing is saved', async (t) => {
  let doors = await openDoors(t, new Set())
  const first = doors
  const before = recordOf(doors.house.file)
  const wrong: string[] = []
  let sent = 0
  for (const route of routesOf(first).filter(
    ({ method, url }) => method === 'POST' && !FORMLESS[`POST ${url}`],
  )) {
    // The state and the person for whom the form is there to be filled in.
    const state = statesOf(route, first.ids).find(
      (each) =>
        !/planned|agreed/.test(each.name) &&
        EVERYONE.some((caller) => ['in', 'open'].includes(meetingOf(route, each, caller))),
    )!
    const caller = EVERYONE.findLast((each) =>
      ['in', 'open'].includes(meetingOf(route, state, each)),
    )!
    for (const part of [false, true]) {
      const answer = await doors.callers[caller].post(
        state.path,
        { 'a-field-we-do-not-know': 'x' },
        { part },
      )
      sent += 1
      if (answer.statusCode !== 400)
        wrong.push(
          `${caller}: POST ${route.url} (${state.name}${part ? ', as a part' : ''}) got ${answer.statusCode}`,
        )
      if (isSame(recordOf(doors.house.file), before)) continue
      wrong.push(`${caller}: POST ${route.url} saved something`)
      doors = await openDoors(t, new Set())
    }
  }
  t.comment(`${sent} forms with an unknown field were sent`)
  t.same(wrong, [])
})

t.test('R21: reading changes no record, whoever reads and whatever they open', async (t) => {
  const doors = await openDoors(t, new Set())
  const { house, callers, ids } = doors
  house.clock.pass({ minutes: 5 })
  const before = recordOf(house.file)
  let read = 0
  for (const route of house.routes.filter(
    ({ method, url }) => method === 'GET' && !url.startsWith('/static/'),
  )) {
    for (const state of statesOf(route, ids))
      for (const caller of CALLERS)
        for (const part of [false, true]) {
          await callers[caller].get(state.path, { part })
          read += 1
        }
  }
  const { seen } = await followLinks(doors)
  t.comment(`${read} readings of routes, and ${seen.size} pages by their links`)
  t.same(recordOf(house.file), before)
})

t.test('every link that a coordinator is shown leads somewhere', async (t) => {
  t.same((await followLinks(await openDoors(t, new Set()))).dead, [])
})

t.test(
  'R25: a session ends where the person does, and a role is asked for at every step',
  async (t) => {
    const house = await openHouse({ t })
    const officer = house.signIn(PEOPLE.officer)
    t.equal((await officer.get('/desk')).statusCode, 200)
    house.store.people.end(house.person(PEOPLE.officer).id, {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    t.equal((await officer.get('/desk')).headers.location, '/sign-in')
    const listed = house.signIn(PEOPLE.sergeant, { secondFactor: false })
    t.equal(
      (await listed.get('/desk')).headers.location,
      '/sign-in/second-factor',
      'a member on the list of a named matter adds a second factor',
    )
    t.equal(
      (await house.signIn(PEOPLE.observer, { secondFactor: false }).get('/desk')).statusCode,
      200,
      'an observer, who is on none, does not',
    )
    const coordinator = house.signIn(PEOPLE.coordinator)
    t.equal((await coordinator.get('/desk/settings')).statusCode, 200)
    house.store.people.recordRole(house.person(PEOPLE.coordinator).id, 'observer', false, {
      personId: null,
      at: house.clock.at(),
    })
    t.equal((await coordinator.get('/desk/settings')).statusCode, 403)
  },
)

/**
 * Every page that can be reached from the desk and the board, and the links that lead nowhere, with
 * where they stand.
 */
async function followLinks({ callers }: Walk): Promise<{ seen: Set<string>; dead: string[] }> {
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

/** A hash of every table but the journal and the sessions, which a reading may write (R21). */
function recordOf(file: string): Record<string, string> {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not in ('journal', 'sessions')",
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
