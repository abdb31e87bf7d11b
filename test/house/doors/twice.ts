import t, { type Test } from 'tap'
import { type Caller, EVERYONE, openDoors, type Walk } from '../../support/doors/doors.ts'
import { statesOf } from '../../support/doors/states.ts'
import { formsOf, type PageForm } from '../../support/forms.ts'
import type { Answer, Route } from '../../support/house.ts'
import { recordOf, routesOf } from './set-up.ts'

/** A form, who was shown it, and the route it goes to. */
interface Found extends PageForm {
  route: string
  caller: Caller
}

/** As many forms of a route as are tried until one of them changes something. */
const TRIED = 6

/** Forms that nothing on this record fills in rightly, and what holds them instead. */
const UNTRIED: Record<string, string> = {
  '/desk/people/bringing-in': 'it is saved only after it was shown as it is read',
  '/desk/erasures': 'what goes is shown first, and nobody has left this address',
  '/desk/erasures/words': 'each sentence is shown first',
  '/desk/round-tables/:slug/opening': 'another table is open',
  '/desk/me/tables/bringing': 'the browser keeps it and no record does: again is the same',
  '/sign-out': 'a session ends once',
  '/sign-in/code': 'a code is spent once',
  '/sign-in/second-factor': 'a number is spent once',
  '/sign-in/second-factor/app': 'a number is spent once',
}

t.test('R31: every form of every page counts once, however often it is sent', async (t) => {
  const doors = await openDoors(t, new Set())
  const found = await formsFound(doors)
  allKeyed(t, found)

  const changed = new Set<string>()
  const wrong: string[] = []
  for (const [route, forms] of Object.entries(Object.groupBy(found, (form) => form.route)))
    for (const form of forms!.slice(0, TRIED)) {
      const said = await sentTwice(form)
      if (said === null) continue
      changed.add(route)
      if (said !== '') wrong.push(`${form.caller}: ${form.action} ${said}`)
      break
    }
  t.same(wrong, [])
  t.same(
    [...new Set(found.map((form) => form.route))].filter((route) => !changed.has(route)).toSorted(),
    Object.keys(UNTRIED).toSorted(),
    'every form was tried but those that say why not',
  )
})

/** Every form that anyone is shown, in any state of any page. */
const formsFound = async (doors: Walk): Promise<Found[]> => {
  const found: Found[] = []
  const posts = routesOf(doors).filter(
    ({ method, url }) => method === 'POST' && !url.startsWith('/:language'),
  )
  const pages = routesOf(doors).filter(
    ({ method, url }) => method === 'GET' && /^\/(desk|report|sign-in|invitation)/.test(url),
  )
  for (const page of pages)
    for (const state of statesOf(page, doors.ids))
      for (const caller of EVERYONE.toReversed()) {
        const answer = await doors.callers[caller].get(state.path)
        if (!String(answer.headers['content-type']).startsWith('text/html')) continue
        for (const form of formsOf(answer.body))
          found.push({ ...form, caller, route: routeOf(posts, form.action) })
      }
  return found
}

const routeOf = (posts: Route[], action: string): string => {
  const fits = posts.filter(({ url }) =>
    new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`).test(action.split('?')[0]!),
  )
  const plain = fits.toSorted((a, b) => a.url.split(':').length - b.url.split(':').length)
  return plain[0]?.url ?? `nowhere: ${action}`
}

function allKeyed(t: Test, found: Found[]) {
  t.same(
    [...new Set(found.filter((form) => !form.isKeyed).map((form) => form.route))].toSorted(),
    ['/sign-in/code', '/sign-out'],
    'each has a key, but those whose code or session ends by itself',
  )
  t.same(
    found.filter((form) => form.route.startsWith('nowhere')).map((form) => form.action),
    [],
  )
}

/**
 * What is wrong where it is sent twice, by itself and at once; nothing is wrong where it says '',
 * and null where the first of them changed nothing.
 */
const sentTwice = async (form: Found): Promise<string | null> => {
  const closing: (() => unknown)[] = []
  const doors = await openDoors({ teardown: (close) => closing.push(close) }, new Set())
  try {
    return await wrongWhenTwice(doors, form)
  } finally {
    for (const close of closing) await close()
  }
}

const wrongWhenTwice = async (
  doors: Walk,
  { caller, action, fields }: Found,
): Promise<string | null> => {
  const { house } = doors
  const visitor = doors.callers[caller]
  const before = recordOf(house.file)
  const send = () => visitor.post(action, fields)
  const first = await send()
  const once = recordOf(house.file)
  const lines = house.store.journal.count()
  if (differ(once, before).length === 0 || first.statusCode >= 400) return null
  const [second, third] = await Promise.all([send(), send()])
  const changed = differ(recordOf(house.file), once)
  const goes = [first, second, third].map(wayOf)
  return [
    changed.length > 0 && `changed ${changed.join(', ')}`,
    house.store.journal.count() !== lines && 'stands in the journal again',
    new Set(goes).size > 1 && `answered ${goes.join(', then ')}`,
  ]
    .filter(Boolean)
    .join('; ')
}

const wayOf = ({ statusCode, headers }: Answer): string =>
  `${statusCode} ${String(headers.location ?? '')}`

const differ = (now: Record<string, string>, before: Record<string, string>): string[] =>
  Object.keys(now).filter((table) => now[table] !== before[table])
