import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { agreeNow } from '../actions/owner-letters/set-up.ts'
import { asked, foundIn } from './set-up.ts'

t.test('R20: where very many have a word some are read, and the page says so', async (t) => {
  const house = await openHouse({ t })
  const coordinator = house.signIn(PEOPLE.coordinator)
  t.notMatch((await coordinator.get(asked('lamp'))).body, 'so not all were looked through')
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const rest = { raisedOn: '2022-01', originKind: 'phone', depth: 'table' } as const
  const none = { originNote: null, themeId: null, areaId: null, ground: null }
  house.store.together(() => {
    for (let i = 0; i <= 260; i += 1)
      house.store.concerns.record(
        {
          text: i === 1 ? 'Every light is dead' : `The lamp at crossing ${i} is out`,
          ...rest,
          ...none,
          originNote: i < 2 ? 'A lamp, a light, a dog' : 'Each light is a lamp',
          list: [],
        },
        { roundTableId: null, splitFromId: null },
        by,
      )
  })
  const { body } = await coordinator.get(asked('lamp'))
  t.match(body, 'so not all were looked through')
  t.match(body, 'The lamp at crossing 260 is out')
  const more = await coordinator.get(asked('lamp crossing 0'))
  t.same(foundIn(more).concerns, ['The lamp at crossing 0 is out'], 'a word more finds the oldest')
  const light = await coordinator.get(asked('light'))
  t.match(light.body, 'so not all were looked through')
  t.equal(foundIn(light).concerns![0], 'Every light is dead', 'what is called so, however old')
})

t.test('R20: a number finds what bears it, however many have it in their words', async (t) => {
  const house = await openHouse({ t })
  const coordinator = house.signIn(PEOPLE.coordinator)
  const first = house.store.actions.listUnfiltered().find((each) => each.depth !== 'named')!
  const { text } = termsOf(first)
  house.store.together(() => {
    for (let i = 0; i < 260; i += 1) agreeNow(house, `As ${first.number} says, ${i}`)
  })
  const page = await coordinator.get(asked(first.number))
  t.match(page.body, 'so not all were looked through')
  t.equal(foundIn(page).actions![0], text)
})
