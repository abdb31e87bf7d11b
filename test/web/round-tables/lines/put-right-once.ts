import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { entryWords } from '../../../support/publications.ts'
import { putRight } from './opened.ts'
import { hands, newest, OPEN } from './set-up.ts'

t.test(
  'R11: a line is held in private where it stands, and what is held is never opened here',
  async (t) => {
    const house = await openHouse({ t })
    const all = hands(house)
    const { laptop, write, concern, action, notes } = all
    await write(laptop, 'c Our neighbour is afraid\na Visit them @mosaic\nn They changed flats')
    const note = newest(notes())
    await putRight(all, `concern-${concern().id}`, 'c Our neighbour is afraid !private')
    t.equal(concern().depth, 'named')
    for (const line of [
      `concern-${concern().id}`,
      `action-${action('3.2').id}`,
      `note-${note.id}`,
    ]) {
      const { body } = await laptop.get(`${OPEN}?open=${line}`)
      t.notMatch(body, /neighbour is|Visit them|changed flats/, line)
      t.equal((await write(laptop, 'n x', { instead: line })).statusCode, 409, line)
    }
    t.notMatch((await laptop.get(OPEN)).body, /data-back="[^"]*(neighbour is|changed)/)
  },
)

const lastOf = async (house: House) => {
  const { laptop } = hands(house)
  const { body } = await laptop.get(OPEN)
  return /data-back="([^"]*)"/.exec(body)![1]
}

t.test('R22, R31: the last line comes back with one key, and counts once', async (t) => {
  const house = await openHouse({ t })
  const all = hands(house)
  const { laptop, write, notes } = all
  await write(laptop, 'd- We meet in Jun')
  t.equal(await lastOf(house), 'd- We meet in Jun')
  const { id } = newest(notes())
  const box = { instead: `note-${id}`, basedOn: '0', key: 'the-same-key-again' }
  t.equal((await write(laptop, 'd- We meet in June', box)).statusCode, 303)
  t.equal((await write(laptop, 'd- We meet in June', box)).statusCode, 303)
  t.equal(notes().filter(({ text }) => text === 'We meet in June').length, 1)
  t.equal(newest(notes()).id, id)
})

t.test(
  'R11, R15: an action that is moved under a private item is held too, and what was told of it is taken down',
  async (t) => {
    const house = await openHouse({ t })
    const all = hands(house)
    const { write, laptop, action, ids } = all
    await write(laptop, 'c The lift is broken\na Mend the lift\nc Our neighbour is afraid !private')
    const { id, number } = action('3.2')
    const { store } = house
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const told = store.publications.record(
      { kind: 'entry', concernId: ids().at(-2)!, roundTableId: null, year: null },
      entryWords({ did: 'The lift is mended.' }),
      [id],
      by,
    )
    const publication = store.publications.find(told)!
    store.publications.recordPublication(publication, draftOf(publication)!, by)
    const board = async () => (await house.stranger().get('/')).body
    t.match(await board(), 'The lift is mended.')

    await putRight(all, `action-${id}`, `a${ids().length} Mend the lift`)
    t.equal(action(number).depth, 'named')
    t.notMatch(await board(), 'The lift is mended.')
    t.notMatch((await laptop.get(OPEN)).body, 'Mend the lift')
  },
)
