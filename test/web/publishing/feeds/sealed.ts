import t from 'tap'
import { shortSeal } from '../../../../src/domain/sealing/seal.ts'
import { checkRecord } from '../../../../src/store/sealing/check.ts'
import { type House, openHouse } from '../../../support/house.ts'
import { entryWords, tell, withdraw } from '../../../support/publications.ts'
import { child } from '../../../support/xml.ts'
import { atomOf, jsonOf, opened } from './set-up.ts'

const PATHS = ['/feed.atom', '/feed.json', '/board.json', '/ar/feed.json', '/round-tables/2021-q3']

const sealOf = async (house: House): Promise<string> =>
  (await jsonOf(house, '/board.json')).seal.head

t.test(
  'R5, R15: each feed and each table’s page hold the seal, so that outsiders can have it checked',
  async (t) => {
    const house = await opened(t)
    const { head, short, on } = (await jsonOf(house, '/board.json')).seal
    t.match(head, /^[0-9a-f]{64}$/)
    t.equal(short, shortSeal(head))
    const atom = child(await atomOf(house), 'seal')!
    t.match(atom.attributes.xmlns, /^urn:uuid:/, 'an element of its own name, as RFC 4287 has it')
    t.same([atom.text, atom.attributes.short, atom.attributes.on], [head, short, on])
    // eslint-disable-next-line no-underscore-dangle
    t.same((await jsonOf(house, '/feed.json'))._round_table.seal, { head, short, on })
    for (const path of ['/round-tables/2021-q3', '/ar/round-tables/2021-q3'])
      t.match((await house.stranger().get(path)).body, `<b dir="ltr">${short}</b>`, path)
    const { stands, faults } = checkRecord(house.file, short.replaceAll('-', '').toLowerCase())
    t.same(faults, [])
    t.ok(stands, 'and it is found in the record')
  },
)

t.test(
  'R11: what is written or looked at behind the desk moves no public seal, and no page is drawn anew',
  async (t) => {
    const house = await opened(t)
    const tags = () =>
      Promise.all(PATHS.map(async (path) => (await house.stranger().get(path)).headers.etag))
    const [before, seal] = [await tags(), house.store.sealing.now()]
    house.store.journal.recordLook({ personId: 1, at: house.clock.at() }, 'concern', 1)
    t.not(house.store.sealing.now()!.head, seal!.head, 'the record’s own seal moves')
    t.same(await tags(), before)
    const { id } = tell(house.store, entryWords(), house.clock.at())
    const told = await sealOf(house)
    t.notSame(await tags(), before, 'it moves when something is told')
    withdraw(house.store, id, house.clock.at())
    t.not(await sealOf(house), told, 'and when something is withdrawn')
  },
)

t.test('a partnership that has told nothing yet shows no seal', async (t) => {
  const house = await openHouse({ t, sample: false, publicUrl: 'https://table.example' })
  t.equal((await jsonOf(house, '/board.json')).seal, null)
  t.equal(child(await atomOf(house), 'seal'), undefined)
})
