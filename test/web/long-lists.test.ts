import Database from 'better-sqlite3'
import t from 'tap'
import { dayOf } from '../../src/domain/day.ts'
import { folded } from '../../src/domain/folded.ts'
import { titleOfAction, titleOfConcern } from '../../src/work/names.ts'
import { fillWithYears } from '../bench/desk/years.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../support/house.ts'
import { recordFile } from '../support/sample-file.ts'

// R20: a list that has grown shows its first lines and says how many more there are, and nobody has
// to go without the rest.

/** Eleven years of a usual partnership. */
const TABLES = 44
const record = recordFile((store) => fillWithYears(store, TABLES), 'sample')

const count = (html: string, address: RegExp): number =>
  new Set([...html.matchAll(address)].map(([found]) => found)).size

/** Where a list is, what its lines lead to, and how many it shows at first. */
const LISTS: Record<string, [line: RegExp, first: number]> = {
  '/desk/messages': [/href="\/desk\/messages\/\d+"/g, 30 + 10],
  '/desk/events': [/href="\/desk\/events\/\d+"/g, 31],
  '/desk/round-tables': [/href="\/desk\/round-tables\/\d{4}-[\w-]+"/g, 20],
  '/desk/actions': [/href="\/desk\/actions\/\d+"/g, 30],
  '/desk/concerns': [/href="\/desk\/concerns\/\d+"/g, 30],
  '/desk/translations?language=ar': [/id="line-\d+"/g, 30],
}

/** Without what is one's own of them, which stands beside. */
const listIn = (html: string): string =>
  html.includes('<h1>Actions</h1>')
    ? (/<table[^]*?<\/table>/.exec(html)?.[0] ?? '')
    : html.slice(html.indexOf('<main'))

const more = (html: string): { href: string; count: number }[] =>
  [...html.matchAll(/<a href="([^"]+)">and (\d+) more<\/a>/g)].map(([, href, n]) => ({
    href: href!.replaceAll('&amp;', '&'),
    count: Number(n),
  }))

t.test(
  'R20: a list shows its first lines, says how many more there are, and leads to all',
  async (t) => {
    const house = await openHouse({ t, record })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const [path, [line, first]] of Object.entries(LISTS)) {
      const { body } = await laptop.get(path)
      const shown = count(listIn(body), line)
      t.ok(shown <= first, `${path} shows ${shown}`)
      const [rest] = more(body)
      t.ok(rest && rest.count > 0, `${path} says that there are more`)
      const all = await laptop.get(rest!.href)
      t.equal(all.statusCode, 200, rest!.href)
      t.equal(
        count(listIn(all.body), line),
        shown + rest!.count,
        `${path} leads to every one of them`,
      )
      t.same(more(all.body), [])
    }
  },
)

t.test(
  'R17, R20: a draft offers the numbers of the newest events, and not of hundreds',
  async (t) => {
    const house = await openHouse({ t, record })
    const { store } = house
    const told = [...store.glances.told()].filter((each) => each.kind === 'entry')
    const alone = told.find(
      ({ concernId }) =>
        store.events.idsOn('concern', concernId!).length === 0 &&
        store.glances
          .actionsUnder()(concernId!)
          .every(({ id }) => store.events.idsOn('action', id).length === 0),
    )!
    const { body } = await house.signIn(PEOPLE.coordinator).get(`/desk/entries/${alone.id}`)
    const events = count(body, /\{\w+-\d+\.came\}/g)
    t.ok(events > 0 && events <= 20 + 1, `${events} events, one of them in its own words`)
  },
)

t.test('R20: what is filtered by words is what is called so, read or not', async (t) => {
  const house = await openHouse({ t, record })
  const { store } = house
  const who = store.people.who(house.person(PEOPLE.coordinator).id, dayOf(house.clock.at()))!
  const titles = {
    action: store.actions.list(who).map((each) => ({ id: each.id, title: titleOfAction(each) })),
    concern: store.concerns.list(who).map((each) => ({ id: each.id, title: titleOfConcern(each) })),
  }
  const words = ['walk', 'LIGHTS', 'políce', 'of 2', 'held in PRIVATE', '%', '’', 'é', 'zzz']
  for (const word of words)
    for (const noun of ['action', 'concern'] as const) {
      const laptop = house.signIn(PEOPLE.coordinator)
      const path = `/desk/${noun}s?all=yes&q=${encodeURIComponent(word)}`
      const wanted = titles[noun].filter(({ title }) => folded(title).includes(folded(word)))
      const found = idsIn((await laptop.get(path)).body, noun)
      const missed = wanted.filter(({ id }) => isOnList(house, noun, id) && !found.has(id))
      t.same(missed, [], `${word}: each ${noun} of ${wanted.length}`)
      const others = [...found].filter((id) => !wanted.some((each) => each.id === id))
      t.same(others, [], `${word}: no other ${noun}`)
    }
})

/** What was joined to another is not on the list. */
const isOnList = ({ store }: House, noun: 'action' | 'concern', id: number): boolean =>
  noun === 'action' || store.glances.concern(id)!.mergedIntoId === null

const idsIn = (html: string, noun: string): Set<number> =>
  new Set(
    [...listIn(html).matchAll(new RegExp(`href="/desk/${noun}s/(\\d+)"`, 'g'))].map(([, id]) =>
      Number(id),
    ),
  )

t.test('an older choice stays chosen where its form is refused', async (t) => {
  const house = await openHouse({ t, record })
  const laptop = house.signIn(PEOPLE.coordinator)
  const message = [...house.store.glances.messages()].find((each) => each.needsUs && !each.atRisk)!
  const old = [...house.store.glances.concerns()].find(
    (each) => each.depth !== 'named' && each.mergedIntoId === null && !each.isTakenOut,
  )!
  const option = new RegExp(`<option value="${old.id}"( selected)?>`)
  const choice = (html: string): string =>
    /<select[^>]+name="concernId"[^]*?<\/select>/.exec(html)?.[0] ?? ''
  const path = `/desk/messages/${message.id}`
  t.notMatch(choice((await laptop.get(path)).body), option, 'it is not among the newest')
  t.match(choice((await laptop.get(`${path}?all=yes`)).body), option)
  const join = () => laptop.post(`${path}/joining`, { concernId: String(old.id) })
  t.equal((await join()).statusCode, 303)
  const refused = await join()
  t.equal(refused.statusCode, 422, 'it is joined already')
  t.equal(option.exec(choice(refused.body))?.[1], ' selected')
})

t.test('R12: settings say which public words hold a word that was guarded since', async (t) => {
  const house = await openHouse({ t, record })
  const laptop = house.signIn(PEOPLE.coordinator)
  const holding = async (visitor: Visitor): Promise<number> =>
    count((await visitor.get('/desk/settings')).body, /href="\/desk\/entries\/\d+"/g)
  const before = await holding(laptop)
  t.equal(await holding(laptop), before, 'asked again')
  await laptop.post('/desk/settings/guarded-words', { word: 'walked the route' })
  const after = await holding(laptop)
  t.ok(after >= before + TABLES, `${after} of them`)
  const told = [...house.store.glances.told()].findLast((each) => each.kind === 'entry')
  house.store.publications.recordWithdrawal(
    house.store.publications.find(told!.id)!,
    'It was wrong.',
    { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
  )
  t.equal(await holding(laptop), after - 1, 'what was taken down holds nothing')
})

t.test('what SQLite chooses its ways by is counted anew where a record has grown', async (t) => {
  const house = await openHouse({ t })
  const db = new Database(house.file, { readonly: true })
  t.teardown(() => db.close())
  const known = db.prepare("select stat from sqlite_stat1 where tbl = 'updates' limit 1").pluck()
  const [rows] = String(known.get()).split(' ')
  fillWithYears(house.store, 8)
  house.store.optimize()
  const [now] = String(known.get()).split(' ')
  t.ok(Number(now) > 2 * Number(rows), `${rows}, and then ${now}`)
})
