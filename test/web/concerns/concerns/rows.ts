import t from 'tap'
import { raise } from '../../../../src/domain/concerns/concern.ts'
import { must } from '../../../../src/sample/must.ts'
import { MOST_LINES } from '../../../../src/web/desk/capped.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'

/** So many concerns more. */
const many = (house: House, n: number): void => {
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  for (let i = 0; i < n; i++)
    house.store.concerns.record(
      must(
        raise(
          {
            text: `The lamp at number ${i} is out.`,
            raisedOn: '2022-01-20',
            originKind: 'phone',
            originNote: null,
            themeId: null,
            areaId: null,
            depth: 'table',
            ground: null,
            list: [],
          },
          '2022-01-27',
        ),
      ),
      { roundTableId: null, splitFromId: null },
      by,
    )
}

t.test(
  'R20: a long list shows its first lines, and the rest where a link is followed',
  async (t) => {
    const house = await openHouse({ t })
    many(house, 60)
    const laptop = house.signIn(PEOPLE.coordinator)
    const rows = (body: string) => body.match(/The lamp at number/g)?.length ?? 0
    for (const [path, times] of [
      ['/desk/concerns?q=lamp', 1],
      ['/desk/entries', 2],
    ] as const) {
      const { body } = await laptop.get(path)
      t.ok(rows(body) <= MOST_LINES * times, path)
      const [, href, more] = /href="([^"]*all=yes)">and (\d+) more</.exec(body)!
      t.ok(Number(more) >= 60 - MOST_LINES)
      const all = (await laptop.get(href!.replaceAll('&amp;', '&') as `/${string}`)).body
      t.equal(rows(all), 60 * times)
      t.notMatch(all, /and \d+ more/)
    }
    t.notMatch((await laptop.get('/desk/actions')).body, /and \d+ more/, 'a short list is whole')
  },
)

t.test(
  'R2, R23: what was chosen from all of them is chosen still where the form is shown again',
  async (t) => {
    const { store, clock, person, signIn } = await openHouse({ t })
    const laptop = signIn(PEOPLE.coordinator)
    const by = { personId: person(PEOPLE.coordinator).id, at: clock.at() }
    for (let i = 0; i < 41; i += 1) {
      const slug = store.roundTables.recordPlan(
        { heldOn: `19${50 + i}-01-10`, startsAt: null, place: null, expectedIds: [1] },
        by,
      )
      store.roundTables.recordOpening(store.roundTables.find(slug)!.id, by)
    }
    const oldest = store.roundTables.list().at(-1)!.id
    const refused = await laptop.post('/desk/concerns/1/priorities', {
      agreed: 'yes',
      tableId: oldest,
      until: 'whenever',
    })
    t.match(refused, { statusCode: 422, body: new RegExp(`value="${oldest}"\\s+selected`) })

    for (let i = 0; i < 201; i += 1)
      store.leaflets.record(
        {
          title: `Lamps ${i}`,
          organisationId: 1,
          version: '',
          languages: ['en'],
          answers: 'Whom do I call?',
          actionId: null,
          place: '',
          replacesId: null,
        },
        by,
      )
    const [first] = [...store.glances.leaflets()].map((each) => each.id)
    const leaflet = await laptop.post('/desk/leaflets', { title: '', replacesId: first! })
    t.match(leaflet, { statusCode: 422, body: new RegExp(`value="${first}"\\s+selected`) })
    t.match(leaflet.body, 'These are the newest')
  },
)

t.test(
  'R20: what one chooses from shows the newest, says so, and gives all of them to whoever asks',
  async (t) => {
    const house = await openHouse({ t })
    many(house, 230)
    const laptop = house.signIn(PEOPLE.coordinator)
    const last = house.store.concerns.listUnfiltered().at(-1)!.id
    const [message] = house.store.messages.listUnfiltered().filter((each) => !each.atRisk)
    for (const path of [`/desk/concerns/${last}`, `/desk/messages/${message!.id}`] as const) {
      const { body } = await laptop.get(path)
      const choices = (page: string): number =>
        page.match(/<option value="\d+">The lamp at number/g)?.length ?? 0
      t.ok(choices(body) > 190 && choices(body) <= 200, path)
      const [, href] = /These are the newest\.\s+<a href="([^"]+)"/.exec(body)!
      t.ok(choices((await laptop.get(href as `/${string}`)).body) >= 229, 'all of them')
    }
  },
)

t.test(
  'R20, R2: what an event belongs to is among its choices however old it is, and stays when it is saved',
  async (t) => {
    const house = await openHouse({ t })
    const event = house.store.events.listUnfiltered().find((each) => each.concernIds.length > 0)!
    many(house, 230)
    const laptop = house.signIn(PEOPLE.coordinator)
    const { body } = await laptop.get(`/desk/events/${event.id}`)
    t.match(body, 'Choose from all of them')
    const ticked = (name: string): number[] =>
      [...body.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
        .map(([each]) => each)
        .filter((each) => each.includes(`name="${name}"`) && /\bchecked\b/.test(each))
        .map((each) => Number(/value="(\d+)"/.exec(each)![1]))
    const now = () => house.store.events.listUnfiltered([event.id])[0]!
    t.same(ticked('concernIds').toSorted(), event.concernIds.toSorted())
    const saved = { actionIds: ticked('actionIds'), concernIds: ticked('concernIds') }
    t.equal((await laptop.post(`/desk/events/${event.id}/links`, saved)).statusCode, 303)
    t.same([now().actionIds, now().concernIds], [event.actionIds, event.concernIds])
  },
)
