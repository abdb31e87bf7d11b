import t, { type Test } from 'tap'
import { type Caller, CALLERS, doorsInTurn } from '../../support/doors/doors.ts'
import { type State } from '../../support/doors/state.ts'
import { statesOf } from '../../support/doors/states.ts'
import { figure } from '../../bench/counted.ts'
import type { Answer, Route } from '../../support/house.ts'
import { isSame, type Meeting, meetingOf, recordOf, routesOf, unsafeHeaders } from './set-up.ts'

/**
 * What an observer may send: it changes nothing but their own session and what they typed
 * themselves.
 */
const OWN = [
  'POST /sign-out',
  'POST /desk/letters/choice',
  'POST /desk/kept/:id/sending',
  'POST /desk/kept/:id/dropping',
  // What an observer asks to talk about is their own.
  'POST /desk/round-tables/:slug/topics',
  ...[
    'sessions/ending',
    'sessions/:id/ending',
    'passkeys/:id/ending',
    'accounts/:id/ending',
    'calendar',
    'calendar/ending',
    'calendar/words',
    'tables/bringing',
    'tables/ending',
    'tables/keys',
    'tables/keys/:id/ending',
    'alumni',
  ].map((each) => `POST /desk/me/${each}`),
]

const isMet = (route: Route, meeting: Meeting, answer: Said): boolean => {
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
  answer: Said
}
type Said = Pick<Answer, 'statusCode' | 'headers' | 'body'>
/** Everyone at every route in every state. What is sent is an empty form. */
const walk = async (t: Test, refusedHtml: Set<string>): Promise<Cell[]> => {
  const cells: Cell[] = []
  const open = doorsInTurn(t, refusedHtml)
  let doors = await open()
  const before = recordOf(doors.house.file)
  for (const route of routesOf(doors)) {
    for (const state of statesOf(route, doors.ids)) {
      for (const caller of CALLERS) {
        const visitor = doors.callers[caller]
        const { statusCode, headers, body } = await (route.method === 'GET'
          ? visitor.get(state.path)
          : visitor.post(state.path, {}))
        // What is asked of an answer later, and not the whole request that it came to.
        cells.push({ route, state, caller, answer: { statusCode, headers, body } })
      }
      // An empty form can be a whole one ("End now"), so whatever it changed is left behind.
      if (route.url === '/sign-out' || !isSame(recordOf(doors.house.file), before))
        doors = await open()
    }
  }
  return cells
}
const nameOf = ({ route, state, caller }: Omit<Cell, 'answer'>): string =>
  `${caller}: ${route.method} ${route.url}${state.name && ` (${state.name})`}`
const said = ({ answer }: Cell): string =>
  `${answer.statusCode}${answer.headers.location ? ` to ${String(answer.headers.location)}` : ''}`

t.test('R10, R11, R25: every route × every kind of person × every state', async (t) => {
  const refusedHtml = new Set<string>()
  const cells = await walk(t, refusedHtml)
  t.comment(
    `${cells.length} cells: ${new Set(cells.map(({ route }) => `${route.method} ${route.url}`)).size} routes, ${CALLERS.length} people, ${new Set(cells.map(({ route, state }) => `${route.method} ${state.path}`)).size} states of them`,
  )

  figure('doors', cells.length)
  asTheirRoleSays(t, cells)

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

  whatEachAnswerHas(t, refusedHtml, cells)
})

function asTheirRoleSays(t: Test, cells: Cell[]) {
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
        const heads = (answer: Said): string =>
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
}

function whatEachAnswerHas(t: Test, refusedHtml: Set<string>, cells: Cell[]) {
  t.test('html-validate finds nothing in any of these answers', async (t) => {
    t.same([...refusedHtml], [])
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
            unsafeHeaders(cell.answer, cell.route.url).map(
              (lack) => `${cell.route.method} ${cell.route.url} ${cell.answer.statusCode}: ${lack}`,
            ),
          ),
        ),
      ],
      [],
    )
  })
}
