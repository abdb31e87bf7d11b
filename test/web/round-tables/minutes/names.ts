import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { sections } from './set-up.ts'

t.test('R5: finished minutes keep the names that organisations had on the day', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const { store } = house
  const read = async (slug: string): Promise<string> =>
    sections((await laptop.get(`/desk/round-tables/${slug}/minutes`)).body)
  const before = await read('2021-q4')
  t.match(before, 'Westminster City Council')
  const council = store.organisations.list().find((each) => each.code === 'council')!
  const rename = async (name: string, publicName: string) => {
    const answer = await laptop.post(`/desk/organisations/${council.id}/terms`, {
      name,
      publicName,
      expected: 'yes',
    })
    t.equal(answer.statusCode, 303)
  }
  await rename('City of Westminster', 'the city')
  house.clock.pass({ minutes: 1 })
  await rename('Westminster Council', 'the council')
  t.equal(await read('2021-q4'), before)
  t.match(await read('2022-q1'), 'Westminster Council', 'an open table has the names of now')
  t.notMatch(await read('2022-q1'), 'Westminster City Council')
  t.notMatch(before, 'City of Westminster')
  t.equal(
    store.organisations.listAt(house.clock.at()).find(({ id }) => id === council.id)!.name,
    'Westminster Council',
  )
})
