import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import Database from 'better-sqlite3'
import { openHouse, type House } from '../../../support/house.ts'
import { handsOn, SOUND } from './set-up.ts'

/** Two frames are in one page of the database, wherever it is. */
const isSoundIn = ({ file }: House): boolean =>
  [file, `${file}-wal`].some((each) => readFileSync(each).includes(SOUND.subarray(0, 288)))

/** No sound and no word of it is in any table, nor in what SQLite writes first. */
const isForgotten = (t: Test, house: House): void => {
  const db = new Database(house.file, { readonly: true })
  t.same(
    db.prepare(`select id from recordings where bytes is not null or reads <> ''`).all(),
    [],
    'its row stays, and no more',
  )
  t.equal(db.prepare('select count(*) from recordings').pluck().get(), 1)
  t.equal(db.prepare(`select count(*) from copy_files where kind = 'entry'`).pluck().get(), 0)
  db.close()
  t.notOk(isSoundIn(house), 'nor a stretch of sound in a file')
}

t.test(
  'R11, R15: a concern is held in private, and what somebody read of it is gone from the record and its log',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, concernId, slug, put, tell } = await handsOn(house)
    await put()
    await tell()
    const file = `/entries/${slug()}/recordings/en.mp3`
    t.equal((await house.stranger().get(file)).statusCode, 200)
    t.ok(isSoundIn(house))
    const held = await laptop.post(`/desk/concerns/${concernId}/depth`, {
      depth: 'named',
      ground: 'A family could be identified.',
      list: String(house.person('coordinator@mosaic.example').id),
    })
    t.equal(held.statusCode, 303, held.body)
    t.equal((await house.stranger().get(file)).statusCode, 410)
    isForgotten(t, house)
  },
)

t.test('R11: so is what was read of an entry that was never told', async (t) => {
  const house = await openHouse({ t })
  const { laptop, concernId, put } = await handsOn(house)
  await put()
  await laptop.post(`/desk/concerns/${concernId}/depth`, {
    depth: 'named',
    ground: 'A family could be identified.',
    list: String(house.person('coordinator@mosaic.example').id),
  })
  isForgotten(t, house)
})

t.test('R15: an entry is withdrawn, and what somebody read of it is gone as well', async (t) => {
  const house = await openHouse({ t })
  const { laptop, id, put, tell } = await handsOn(house)
  await put()
  await tell()
  await laptop.post(`/desk/entries/${id}/withdrawal`, { ground: 'It was wrong.' })
  isForgotten(t, house)
})

t.test('R15: words are put right for privacy, and no voice says the old ones', async (t) => {
  const house = await openHouse({ t })
  const { put, tell } = await handsOn(house)
  await put()
  await tell()
  const told = await tell({
    said: 'A street is dark in the evening.',
    changeKind: 'privacy',
    changeWords: 'To protect someone’s privacy.',
  })
  t.equal(told.statusCode, 303, told.body)
  isForgotten(t, house)
})
