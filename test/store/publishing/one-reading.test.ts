import t from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'
import { entryWords } from '../../support/publications.ts'
import { statementsIn } from '../../support/house/statements.ts'

const written = (house: House, text: string, depth: 'table' | 'named'): number => {
  const personId = house.person(PEOPLE.coordinator).id
  return house.store.concerns.record(
    {
      text,
      raisedOn: '2022-01-20',
      originKind: 'phone',
      originNote: null,
      themeId: null,
      areaId: null,
      depth,
      ground: depth === 'named' ? GROUNDS[0] : null,
      list: depth === 'named' ? [personId] : [],
    },
    { roundTableId: null, splitFromId: null },
    { personId, at: house.clock.at() },
  )
}

const drafts = (house: House, count: number): void => {
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  for (let i = 0; i < count; i += 1) {
    const concernId = written(house, `The lift in block ${i} is out.`, 'table')
    const of = { kind: 'entry' as const, concernId, roundTableId: null, year: null }
    house.store.publications.record(of, entryWords({ said: `The lift ${i} is out.` }), [], by)
  }
}

t.test('R11, R12: many drafts are checked from one reading of what is private', async (t) => {
  const house = await openHouse({ t })
  for (let i = 0; i < 20; i += 1)
    written(house, `Family ${i} is afraid of the man at the gate.`, 'named')
  const asked = (): number =>
    statementsIn(() => {
      const checksOf = house.store.sources.checker()
      return house.store.publications.list().map(checksOf)
    }).ran.length
  drafts(house, 10)
  const few = asked()
  drafts(house, 30)
  const each = (asked() - few) / 30
  t.ok(each < 24, `${each.toFixed(1)} statements for each further draft`)
  for (let i = 0; i < 20; i += 1) written(house, `Person ${i} saw who did it at the shop.`, 'named')
  const more = asked()
  drafts(house, 1)
  t.ok(more - (few + 30 * each) < 3, 'and none for each further private matter')
})

t.test('R11: a private text that comes later stops a draft as well', async (t) => {
  const house = await openHouse({ t })
  drafts(house, 1)
  const [publication] = house.store.publications.list().slice(-1)
  const isStopped = () =>
    house.store.sources.checks(publication!).some(({ key }) => key === 'named')
  t.notOk(isStopped())
  written(
    house,
    'He said that the lift 0 is out. There are lights now, and he hides there.',
    'named',
  )
  t.ok(isStopped())
})
