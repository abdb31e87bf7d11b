import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { unzip } from '../../../support/unzip.ts'
import { wordsOfDocument } from '../../../support/xml.ts'
import { AGENDA } from '../agenda/set-up.ts'
import { CLUBS, FAMILY, find, OPEN, sections } from './set-up.ts'

const GAPS = [
  /1\.5(?:<[^>]*>|\s)*Held in private\. A family could be identified\./,
  /1\.8(?:<[^>]*>|\s)*Held in private\. A place or a group could be harmed\./,
]
const observing = (house: House) => house.signIn(PEOPLE.observer)

t.test(
  'R4, R11: a private action that nobody spoke of is a numbered gap with its ground in the minutes and on the agenda, for everyone alike',
  async (t) => {
    const house = await openHouse({ t })
    t.same([find(house, FAMILY).number, find(house, CLUBS).number], ['1.5', '1.8'])
    for (const reader of [observing(house), house.signIn(PEOPLE.coordinator)]) {
      const minutes = sections((await reader.get(`${OPEN}/minutes`)).body)
      const file = await unzip((await reader.get(`${OPEN}/minutes.docx`)).rawPayload)
      const agenda = (await reader.get(AGENDA)).body
      for (const page of [minutes, wordsOfDocument(file.get('word/document.xml')!), agenda]) {
        for (const gap of GAPS) t.match(page, gap)
        for (const secret of [FAMILY, CLUBS]) t.notMatch(page, secret)
      }
      const open = sections((await reader.get(`${OPEN}/minutes?depth=public`)).body)
      for (const gap of GAPS) t.notMatch(open, gap, 'the public reads nothing of it here')
    }
    const looks = house.store.journal.history('action', find(house, FAMILY).id)
    t.notOk(
      looks.some(({ verb }) => verb === 'looked at'),
      'a gap is no look',
    )
  },
)

t.test(
  'R5, R11: a private action agreed between tables is a gap in the papers of later ones, and one under a private concern is not',
  async (t) => {
    const house = await openHouse({ t })
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const held = { depth: 'named' as const, ground: 'A family could be identified.', list: [1] }
    const family = find(house, FAMILY)
    const { id: _id, at: _at, personId: _who, ...terms } = termsOf(family)
    const first = { status: 'not-started' as const, text: '' }
    house.store.actions.record(
      { ...terms, text: 'Ring the aunt', first },
      { roundTableId: null, concernIds: [], ...held },
      by,
    )
    const own = house.store.actions.everWritten().at(-1)!
    t.match(own.number, /^B\d/)
    const [above] = house.store.concerns.listUnfiltered()
    house.store.actions.record(
      { ...terms, text: 'Ring the uncle', first },
      { roundTableId: null, concernIds: [above!.id], ...held },
      by,
    )
    const under = house.store.actions.everWritten().at(-1)!
    house.store.concerns.recordDepth(above!.id, held, by)
    for (const path of [`${OPEN}/minutes`, AGENDA]) {
      const page = (await observing(house).get(path)).body
      t.match(page, GAPS[0])
      const gap = `${own.number.replace('.', '\\.')}(?:<[^>]*>|\\s)*Held in private\\. A family could`
      t.match(page, new RegExp(gap))
      t.notMatch(page, 'Ring the aunt')
      t.notMatch(page, `>${under.number}<`, 'its concern is private')
      t.notMatch(page, `${under.number} Held`)
    }
  },
)

t.test('R5, R11: an agenda that was kept has the gap too', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const text = 'h @mosaic'
  await laptop.post(`${OPEN}/lines`, { text, key: 'key-of-who-is-here', last: '', seen: '0' })
  t.equal((await laptop.post(`${OPEN}/finishing`)).statusCode, 303)
  for (const path of [`${OPEN}/agenda`, `${OPEN}/minutes`, AGENDA])
    for (const gap of GAPS) t.match((await observing(house).get(path)).body, gap, path)
})
