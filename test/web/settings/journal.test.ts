import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { wordingOf } from '../../../src/domain/concerns/concern.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'

t.test('the journal names what it speaks of, and leads there', async (t) => {
  const house = await openHouse({ t })
  const { store } = house
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const concern = store.concerns.listUnfiltered().find((each) => each.depth !== 'named')!
  store.concerns.recordPriority(concern.id, true, null, by)
  store.followers.recordMoved(store.roundTables.find('2022-q1')!.id, by)
  const { body } = await house.signIn(PEOPLE.approver).get('/desk/journal')
  t.match(body, `href="/desk/concerns/${concern.id}"`)
  t.match(body, wordingOf(concern).text.slice(0, 30))
  t.match(body, /href="\/desk\/round-tables\/2022-q1"[^>]*>27 January 2022 round table/)
  t.notMatch(
    JSON.stringify(store.journal.list(1)),
    wordingOf(concern).text,
    'the table has ids alone',
  )
})

t.test(
  'R11: of what is held in private the journal has no word, and no link for others',
  async (t) => {
    const house = await openHouse({ t })
    const { store } = house
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const family = store.actions.listUnfiltered().find((each) => each.depth === 'named')!
    store.actions.recordClosing(family.id, null, by)
    const looks = () => store.journal.history('action', family.id).length
    const before = looks()
    const own = (await house.signIn(PEOPLE.coordinator).get('/desk/journal')).body
    t.match(own, new RegExp(`href="/desk/actions/${family.id}"[^>]*>Held in private`))
    const other = (await house.signIn(PEOPLE.approver).get('/desk/journal')).body
    t.notMatch(other, `href="/desk/actions/${family.id}"`)
    for (const body of [own, other]) t.notMatch(body, termsOf(family).text)
    t.equal(looks(), before, 'reading the journal is no look at the matter')
  },
)
