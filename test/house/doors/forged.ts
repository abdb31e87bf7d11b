import type { InjectOptions } from 'fastify'
import t, { type Test } from 'tap'
import { openDoors, type Walk } from '../../support/doors/doors.ts'
import { statesOf } from '../../support/doors/states.ts'
import { formsOf } from '../../support/forms.ts'
import type { Answer, Fields, Route } from '../../support/house.ts'
import { recordOf, routesOf, unsafeHeaders } from './set-up.ts'

/** A form of ours as somebody else might have it sent, and how it is turned away. */
interface Forgery {
  from: string
  asks: (path: string, fields: Fields) => InjectOptions & { headers?: Headers }
  isRefused: (answer: Answer, route: Route) => boolean
}

type Headers = Record<string, string | undefined>

/** A browser that comes from elsewhere says so by these, and no page can change them. */
const ELSEWHERE: Record<string, Headers> = {
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
  'nowhere, with the address of a page of ours': {
    'sec-fetch-site': undefined,
    referer: 'http://127.0.0.1:3000/desk',
  },
  'another origin that calls it another method': {
    'sec-fetch-site': undefined,
    origin: 'https://other.example',
    'x-http-method-override': 'GET',
  },
}

const fromElsewhere: Forgery[] = Object.entries(ELSEWHERE).map(([from, headers]) => ({
  from,
  asks: (url, fields) => ({ method: 'POST', url, payload: encoded(fields), headers }),
  isRefused: (answer) => answer.statusCode === 403,
}))

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, String(each)]),
    ),
  ).toString()

/** What a form elsewhere can do to its own shape, were it to pass for one of ours. */
const inAnotherShape: Forgery[] = [
  ...['text/plain', 'application/json', 'application/xml', ''].map((type) => ({
    from: `a form of the type “${type}”`,
    asks: (url: string, fields: Fields): ReturnType<Forgery['asks']> => ({
      method: 'POST',
      url,
      payload:
        type === 'application/json' ? JSON.stringify(fields) : decodeURIComponent(encoded(fields)),
      headers: { 'content-type': type },
    }),
    isRefused: ({ statusCode }: Answer) => statusCode >= 400 && statusCode < 500,
  })),
  ...['x-http-method-override', 'x-http-method', 'x-method-override'].map((name) => ({
    from: `a link that is to be read as a form by ${name}`,
    asks: (url: string, fields: Fields): ReturnType<Forgery['asks']> => ({
      method: 'GET',
      url: `${url.split('?')[0]}?_method=POST&${encoded(fields).slice(0, 800).replace(/%\w?$/, '')}`,
      headers: { [name]: 'POST' },
    }),
    isRefused: ({ statusCode }: Answer) => statusCode < 500,
  })),
]

/** A cookie that somebody planted under another name, or with the wrong session, lets nobody in. */
const byAnotherCookie = (session: string): Forgery[] =>
  [
    `__Host-session=${session}`,
    `Session=${session}`,
    `session=${session}x`,
    'session=',
    `browser=${session}`,
  ].map((cookie) => ({
    from: `a browser with the cookie ${cookie.replace(session, '…')}`,
    asks: (url, fields) => ({ method: 'POST', url, payload: encoded(fields), headers: { cookie } }),
    isRefused: ({ headers }) => headers.location === '/sign-in',
  }))

t.test(
  'a form that is forged is refused and changes nothing, at every writing route, whoever is signed in',
  async (t) => {
    const doors = await openDoors(t, new Set())
    const session = doors.callers.coordinator.cookies.get('session')!
    const forms = await formsByRoute(doors)
    const before = recordOf(doors.house.file)
    const lines = doors.house.store.journal.count()
    const wrong: string[] = []
    const bare = new Set<string>()
    let sent = 0
    const writing = routesOf(doors).filter(
      ({ method, url }) => method === 'POST' && !url.endsWith('/unfollow/:key'),
    )
    const forgeries = [...fromElsewhere, ...inAnotherShape]
    for (const route of writing) {
      const [state] = statesOf(route, doors.ids)
      const { action, fields } = forms.get(route.url) ?? { action: state!.path, fields: {} }
      // What can be done without a session is no forgery when a browser without one does it.
      const cookies = route.url.startsWith('/desk') ? byAnotherCookie(session) : []
      for (const forgery of [...forgeries, ...cookies]) {
        const { headers, ...asked } = forgery.asks(action, fields)
        const answer = await doors.house.app.inject({
          ...asked,
          headers: given({ ...ours(session), ...headers }),
        })
        sent += 1
        if (!forgery.isRefused(answer, route))
          wrong.push(`POST ${route.url} from ${forgery.from} got ${answer.statusCode}`)
        if (answer.statusCode !== 403) continue
        for (const lack of unsafeHeaders(answer)) bare.add(lack)
        if (answer.headers['cache-control'] !== 'no-store') bare.add('may be cached')
      }
    }
    t.same(wrong, [])
    t.same([...bare], [], 'the refusal has the headers that keep a page safe')
    t.same(recordOf(doors.house.file), before, 'nothing was saved')
    t.equal(doors.house.store.journal.count(), lines, 'and nothing stands in the journal')
    t.ok(forms.size > 80, 'most were sent as whole forms')
    t.comment(
      `${sent} forgeries at ${writing.length} writing routes, ${forms.size} of them with the form of their page`,
    )
    await wouldSave(t, doors)
  },
)

const ours = (session: string): Headers => ({
  host: '127.0.0.1:3000',
  cookie: `session=${session}`,
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
})

const given = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )

/** The same forms are saved when a page of ours sends them, from an older browser as well. */
async function wouldSave(t: Test, { callers, house }: Walk) {
  const before = recordOf(house.file)
  const older = await callers.coordinator.post(
    '/desk/settings/guarded-words',
    { word: 'Old browser' },
    { headers: { 'sec-fetch-site': undefined, origin: 'http://127.0.0.1:3000' } },
  )
  t.equal(older.statusCode, 303, 'an older browser, which sends only its origin, can still save')
  t.notSame(recordOf(house.file), before, 'and this test would see it')
}

/** Pages of one kind that are opened for their forms. */
const SAME_PAGES = 3

/** The first form of each route that a coordinator is shown, filled in. */
const formsByRoute = async (
  doors: Walk,
): Promise<Map<string, { action: string; fields: Fields }>> => {
  const found = new Map<string, { action: string; fields: Fields }>()
  const posts = routesOf(doors).filter(({ method }) => method === 'POST')
  const todo = ['/desk', '/tell-us', '/follow']
  const shapes = new Map<string, number>()
  for (const path of todo) {
    const shape = path.replace(/[?].*/, '').replace(/\d+/g, 'n')
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    if (shapes.get(shape)! > SAME_PAGES) continue
    const { body } = await doors.callers.coordinator.get(path)
    for (const [, link] of body.matchAll(/\bhref="(\/desk[^"#]*)/g))
      if (!todo.includes(link!)) todo.push(link!.replaceAll('&amp;', '&'))
    for (const { action, fields } of formsOf(body)) {
      const route = posts
        .filter(({ url }) =>
          new RegExp(`^${url.replace(/\([^)]*\)\$\)/, '').replace(/:\w+/g, '[^/]+')}$`).test(
            action.split('?')[0]!,
          ),
        )
        .toSorted((a, b) => a.url.split(':').length - b.url.split(':').length)[0]
      if (route && !found.has(route.url)) found.set(route.url, { action, fields })
    }
  }
  return found
}
