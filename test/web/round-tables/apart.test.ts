import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { tableWords, tell } from '../../support/publications.ts'

t.test(
  'R30: two tables on one day are told apart on the desk and in public, and a cancelled one shares its day with none',
  async (t) => {
    const house = await openHouse({ t })
    const { store } = house
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const plan = (startsAt: string): string =>
      store.roundTables.recordPlan(
        {
          heldOn: '2022-05-12',
          startsAt,
          place: null,
          expectedIds: [store.organisations.list()[0]!.id],
        },
        by,
      )
    const [morning, evening] = [plan('10.30'), plan('18.00')]
    const laptop = house.signIn(PEOPLE.coordinator)
    const list = (await laptop.get('/desk/round-tables')).body
    t.match(list, '12 May 2022 round table (10.30)')
    t.match(list, '12 May 2022 round table (18.00)')
    t.match((await laptop.get(`/desk/round-tables/${evening}`)).body, 'round table (18.00)')

    const begun = (slug: string) =>
      store.sources.begin(
        { kind: 'round-table', roundTableId: store.roundTables.find(slug)!.id },
        '2022-02-01',
      )!.words
    t.match(begun(morning), { apart: '10.30' })
    tell(store, tableWords({ heldOn: '2022-05-12', startsAt: '18.00', apart: '18.00' }))
    const index = (await house.stranger().get('/round-tables')).body
    t.match(index, /May 2022 round table \(<bdi>18\.00<\/bdi>\)/)

    store.roundTables.recordCancelling(store.roundTables.find(evening)!.id, 'Nobody can', by)
    t.equal(store.roundTables.find(morning)!.apart, null)
  },
)
