import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { forget } from '../../src/store/transactions.ts'
import { dropWhatIsOver } from '../../src/work/clock/dropped.ts'
import { openHouse, PEOPLE, type House } from '../support/house.ts'

/** Whether the file of the record, or its log, holds these words anywhere. */
const isOnDisk = ({ file }: House, words: string): boolean =>
  [file, `${file}-wal`].some((each) => readFileSync(each).includes(words))

t.test('R18, R29: what was said is on no disk when the yes is taken back', async (t) => {
  const house = await openHouse({ t })
  const said = 'Food was amazing'
  t.ok(isOnDisk(house, said))
  const quote = house.store.quotes.list().find(({ words }) => words.includes(said))!
  await house.signIn(PEOPLE.coordinator).post(`/desk/quotes/${quote.id}/withdrawal`)
  t.notOk(isOnDisk(house, said))
})

t.test('R15: the words of a copy that is withdrawn leave the log at once', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const entry = house.store.publications.list().find((each) => each.slug === '2021-q3-1')!
  const answer = await laptop.post(`/desk/entries/${entry.id}/withdrawal`, {
    ground: 'To protect someone’s privacy.',
  })
  t.equal(answer.statusCode, 303)
  t.equal(readFileSync(`${house.file}-wal`).length, 0)
})

t.test('R29: what was half typed and never sent is thrown away after a quarter', async (t) => {
  const house = await openHouse({ t })
  const { id } = house.person(PEOPLE.sergeant)
  const at = house.clock.at()
  house.store.people.keepForm(id, '/desk/actions/1/updates', { words: 'zqhalfform' }, at)
  house.store.typedLines.keep(id, '/desk/round-tables/2022-q1', 'quick', { text: 'zqhalfline' }, at)
  house.clock.pass({ days: 91 })
  dropWhatIsOver(house.store, house.clock.now())
  for (const word of ['zqhalfform', 'zqhalfline']) t.ok(isOnDisk(house, word), word)
  house.clock.pass({ days: 2 })
  dropWhatIsOver(house.store, house.clock.now())
  for (const word of ['zqhalfform', 'zqhalfline']) t.notOk(isOnDisk(house, word), word)
})

t.test(
  'R29: a program that reads all the time holds nobody up, and the log is emptied when it has gone',
  async (t) => {
    const asked: unknown[] = []
    const folder = mkdtempSync(join(tmpdir(), 'round-table-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'record.db')
    const client = new Database(file, { verbose: (line) => void asked.push(line) })
    client.pragma('journal_mode = wal')
    client.exec("create table words (text); insert into words values ('zqstays')")
    const reader = new Database(file)
    reader.exec('begin; select * from words')
    const log = (): number => statSync(`${file}-wal`).size
    asked.length = 0
    forget({ $client: client })
    t.ok(log() > 0, 'it is read still')
    t.same(asked, [
      'PRAGMA busy_timeout = 0',
      'PRAGMA wal_checkpoint(TRUNCATE)',
      'PRAGMA busy_timeout = 5000',
    ])
    reader.close()
    forget({ $client: client })
    t.equal(log(), 0)
    client.close()
  },
)
