import t from 'tap'
import { openHouse, PEOPLE, type Answer } from '../../support/house.ts'

/** The menu of a page: its groups, the places in them, and which of them is said to be this page. */
const menuOf = ({ body }: Answer) => {
  const nav = /<nav class="menu"[^]*?<\/nav>/.exec(body)?.[0] ?? ''
  return {
    groups: [...nav.matchAll(/<summary[^>]*>([^<]*)/g)].map(([, title]) => title),
    places: [...nav.matchAll(/<a href="([^"]*)"/g)].map(([, path]) => path),
    page: /<a href="([^"]*)" aria-current="page"/.exec(nav)?.[1],
    within: /<a href="([^"]*)" aria-current="true"/.exec(nav)?.[1],
    group: /<summary aria-current="true">([^<]*)/.exec(nav)?.[1],
  }
}

t.test(
  'R20: the menu is five groups that open without a script, and says where one is',
  async (t) => {
    const { signIn } = await openHouse({ t })
    const coordinator = await signIn(PEOPLE.coordinator)
    const desk = menuOf(await coordinator.get('/desk'))
    t.same(desk.groups, ['Tables', 'Record', 'Public', 'People', 'You'])
    t.equal(desk.page, '/desk')
    t.equal(desk.group, undefined)

    const journal = menuOf(await coordinator.get('/desk/journal'))
    t.equal(journal.page, '/desk/journal')
    t.equal(journal.group, 'People')

    const action = menuOf(await coordinator.get('/desk/actions/1'))
    t.equal(action.page, undefined, 'an action is not the list of actions')
    t.equal(action.within, '/desk/actions', 'and belongs to it')
    t.equal(action.group, 'Record')

    const table = menuOf(await coordinator.get('/desk/round-tables/2022-q1'))
    t.equal(
      table.page,
      '/desk/round-tables/2022-q1',
      'the table that is open has a place of its own',
    )
    const before = menuOf(await coordinator.get('/desk/round-tables/2021-q3/minutes'))
    t.equal(before.within, '/desk/round-tables')
  },
)

t.test('each person finds in the menu what they may go to, and nothing else', async (t) => {
  const { signIn } = await openHouse({ t })
  const places: Record<string, (string | undefined)[]> = {}
  for (const [name, email] of Object.entries(PEOPLE)) {
    const person = await signIn(email)
    const found = menuOf(await person.get('/desk')).places
    for (const path of found)
      t.equal((await person.get(path!)).statusCode, 200, `${name} may open ${path}`)
    places[name] = found
  }
  t.ok(places.coordinator!.includes('/desk/messages'))
  t.ok(places.coordinator!.includes('/desk/settings'))
  t.ok(places.approver!.includes('/desk/journal'))
  t.notOk(places.approver!.includes('/desk/settings'))
  t.ok(places.sergeant!.includes('/desk/mine'))
  t.notOk(places.sergeant!.includes('/desk/messages'), 'R27: read by the charity alone')
  t.notOk(places.observer!.includes('/desk/mine'), 'an observer has nothing of their own to say')
  t.notOk(places.observer!.includes('/desk/journal'))
})

t.test(
  'whoever is stuck finds whom to ask: at the desk, before signing in, and with a link from a letter',
  async (t) => {
    const { signIn, stranger } = await openHouse({ t })
    const coordinator = await signIn(PEOPLE.coordinator)
    for (const [who, path] of [
      [stranger(), '/sign-in'],
      [coordinator, '/desk'],
      [coordinator, '/desk/actions/1'],
      [coordinator, '/desk/round-tables/2022-q1'],
      [stranger(), '/report/not-a-link'],
    ] as const) {
      const [help = ''] =
        /<section class="help-foot"[^]*?<\/section>|<span id="whom">[^]*?<\/span>/.exec(
          (await who.get(path)).body,
        ) ?? []
      t.match(help, /href="tel:\+?[\d]+"[^]*href="mailto:table@mosaic.example"/, path)
    }
    const empty = await openHouse({ t, sample: false })
    t.match(
      (await empty.stranger().get('/sign-in')).body,
      'Ask the coordinator, or whoever invited',
    )
  },
)
