import t, { type Test } from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import type { By } from '../../../src/store/journal.ts'
import { openDoors, type Walk } from '../../support/doors/doors.ts'
import { PEOPLE, type House, type Route } from '../../support/house.ts'
import { recordOf } from './set-up.ts'

/** Whose keys these are. */
const NAME = 'Ward sergeant, police'
const NEVER = 'x'.repeat(43)
const TYPED = 'Zqtyped while the page lay open'
const FORM = { text: TYPED, words: TYPED, standIn: TYPED }

/** One living key for each door that a key opens, by the beginning of its address. */
const keysOf = async ({ house, ids }: Walk): Promise<Record<string, string>> => {
  const { store, clock } = house
  const wish = { email: 'zqfollower@home.example', what: 'all', often: 'table' }
  await house.stranger().post('/follow', wish)
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
  const message = { text: 'Zqmessage', area: '', name: '', reach: '' }
  const sent = await house.stranger().post('/tell-us', message)
  return {
    '/report/': ids.report,
    '/release/': ids.release,
    '/answer/': ids.reply,
    '/calendar/': ids.own.calendar,
    '/sign-in/ending/': ids.own.ending,
    '/invitation/': ids.invitation,
    '/set-up/': store.signIn.makeLink(null, clock.at()),
    '/follow/': house.letters.at(-1)!.text.match(/\/follow\/(\S+)/)![1]!,
    '/tell-us/sent/': String(sent.headers.location).split('/').at(-1)!,
  }
}

/** Doors that one key opens both of: what they ask, and how they end it. */
const ALSO: Record<string, string> = { '/unfollow/': '/follow/' }

const doorOf = (url: string): string => url.slice(0, url.indexOf(':'))

const keyed = ({ routes }: House): Route[] =>
  routes.filter(
    ({ url, policy }) =>
      !url.startsWith('/static/') &&
      ['public', 'link', 'signing-in'].includes(policy ?? '') &&
      /^\/[^:]*\/:(token|key|file)\b/.test(url),
  )

/** What a stranger is answered, without the key itself and what each page has of its own. */
const answerOf = async (house: House, { method, url }: Route, key: string) => {
  const path = url
    .replace(/:(token|key)/, key)
    .replace(':file', `${key}.ics`)
    .replace(/:\w+/, '1')
  // A browser of its own each time: what is asked too often is another answer.
  const visitor = house.stranger()
  const { statusCode, headers, body } = await (method === 'GET'
    ? visitor.get(path)
    : visitor.post(path, FORM))
  const said = body.replaceAll(key, 'KEY').replace(/name="once" value="[^"]*"/g, '')
  return { statusCode, to: String(headers.location ?? '').replaceAll(key, 'KEY'), said }
}

t.test('R11, R21: a key opens its own door, and at every other one it never was', async (t) => {
  const doors = await openDoors(t)
  const { house } = doors
  const keys = await keysOf(doors)
  const routes = keyed(house)
  const opened = new Set<string>()
  const before = recordOf(house.file)
  for (const route of routes) {
    const never = await answerOf(house, route, NEVER)
    const own = doorOf(route.url)
    for (const [door, key] of Object.entries(keys)) {
      if (door === own || door === ALSO[own]) {
        if (route.method === 'POST') continue
        if ((await answerOf(house, route, key)).said !== never.said) opened.add(door)
      } else
        t.same(await answerOf(house, route, key), never, `${route.method} ${route.url}: ${door}`)
    }
  }
  t.same(recordOf(house.file), before, 'and nothing is changed by any of it')
  t.same([...opened].toSorted(), Object.keys(keys).toSorted(), 'each key is a living one')
  t.ok(routes.length > 20, `${routes.length} routes`)
})

/** Of a door whose key is over: it says nothing of what it opened. */
const saysNothing = (t: Test, { store }: House, { url, method }: Route, said: string): void => {
  const told = [NAME, PEOPLE.sergeant, 'Ward sergeant', 'April 2022', '2022-04-28']
  const actions = store.actions.listUnfiltered().map((each) => each.terms.at(-1)!.text)
  t.same(
    [...told, ...actions].filter((each) => said.includes(each)),
    [],
    `${method} ${url} says nothing of what it was for`,
  )
}

t.test('R11, R23: a link that is too old says so, no more, and shows what was typed', async (t) => {
  const doors = await openDoors(t)
  const { house } = doors
  const keys = await keysOf(doors)
  house.clock.pass({ days: 61 })
  for (const route of keyed(house)) {
    const door = doorOf(route.url)
    const isRenewal = route.url.endsWith('/renewal')
    const mayAnswer = ['/calendar/', '/answer/', '/follow/', '/unfollow/'].includes(door)
    if (mayAnswer || isRenewal || keys[door] === undefined) continue
    const { statusCode, to, said } = await answerOf(house, route, keys[door])
    saysNothing(t, house, route, said + to)
    const isOfLetters = door === '/report/' || door === '/release/'
    if (!isOfLetters) t.same({ statusCode, to, said }, await answerOf(house, route, NEVER), door)
    else {
      t.equal(statusCode, 410, `${route.method} ${route.url}`)
      t.equal(said.includes(TYPED), route.method === 'POST', `${route.method} ${route.url}`)
    }
  }
})

/** How a living key comes to open nothing, and which doors it opened. */
const ENDS: [string, (house: House, by: By) => void, readonly string[]][] = [
  [
    'whoever left',
    ({ store, person }, by) => store.people.end(person(PEOPLE.sergeant).id, by),
    ['/report/', '/release/', '/answer/', '/calendar/'],
  ],
  [
    'what is held in private',
    ({ store, person }, by) => {
      const list = [person(PEOPLE.sergeant).id]
      const held = { depth: 'named' as const, ground: GROUNDS[0], list }
      for (const { id } of store.actions.listUnfiltered()) store.actions.recordDepth(id, held, by)
    },
    ['/report/', '/release/'],
  ],
]

t.test('R7, R11: keys of whoever left, or to what is private now, never were', async (t) => {
  for (const [what, end, theirs] of ENDS) {
    const doors = await openDoors(t)
    const { house } = doors
    const keys = await keysOf(doors)
    end(house, { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() })
    const routes = keyed(house).filter(({ url }) => theirs.includes(doorOf(url)))
    t.ok(routes.length > 10)
    for (const route of routes) {
      const answer = await answerOf(house, route, keys[doorOf(route.url)]!)
      const never = await answerOf(house, route, NEVER)
      t.same(answer, never, `${what}: ${route.method} ${route.url}`)
      saysNothing(t, house, route, answer.said)
    }
  }
})
