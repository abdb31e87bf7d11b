import t from 'tap'
import { GROUNDS } from '../../src/domain/depth.ts'
import type { Who } from '../../src/domain/people/person.ts'
import { openHouse, PEOPLE, type House } from '../support/house.ts'
import { statementsIn } from '../support/house/statements.ts'

const heldByPolice = (house: House) => {
  const list = [house.person(PEOPLE.sergeant).id]
  const by = { personId: list[0]!, at: house.clock.at() }
  const matter = { depth: 'named' as const, ground: GROUNDS[0], list }
  const concern = house.store.concerns.record(
    {
      text: 'A family is afraid.',
      raisedOn: '2022-01-20',
      originKind: 'phone',
      originNote: null,
      themeId: null,
      areaId: null,
      ...matter,
    },
    { roundTableId: null, splitFromId: null },
    by,
  )
  const action = house.store.actions.record(
    {
      text: 'Visit them',
      kind: 'one-off',
      leadId: null,
      seatId: null,
      helperIds: [],
      by: null,
      proposed: false,
      first: { status: 'not-started', text: '' },
    },
    { roundTableId: null, concernIds: [concern], depth: 'table', ground: null, list: [] },
    by,
  )
  return { concern, action }
}

t.test('R11: what is held from someone and what is not there take the same steps', async (t) => {
  const house = await openHouse({ t })
  const ids = heldByPolice(house)
  const me = house.person(PEOPLE.coordinator)
  const who: Who = { ...me, personId: me.id, seatIds: [], isCharity: true } as never
  const police = { ...who, personId: house.person(PEOPLE.sergeant).id }
  for (const [noun, id] of [
    ['concerns', ids.concern],
    ['actions', ids.action],
  ] as const) {
    const find = (asked: number, whose = who) => house.store[noun].find(asked, whose)
    t.ok(find(id, police), `${noun}: who is on the list finds it`)
    t.equal(find(id), undefined)
    const held = statementsIn(() => find(id)).ran
    t.same(held, statementsIn(() => find(99_999)).ran, noun)
    t.equal(held.length, 1, 'one question alone')
    t.ok(statementsIn(() => find(id, police)).ran.length > 1, 'and the count would see more')
  }
})
