import Database from 'better-sqlite3'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openBoardFile, watchBoardFile } from '../../../src/store/publishing/board-file.ts'
import { live, publishAgain, withdrawOne } from '../../house/wall/set-up.ts'
import { openHouse } from '../../support/house.ts'

t.test(
  'R10, R15: a copied board has the tables of what is told, and of that only what a page shows now',
  async (t) => {
    const house = await openHouse({ t })
    const file = join(house.folder, 'board.db')
    const [entry] = live(house)
    for (const said of ['Residents said zqbefore.', 'Residents said this in other words.'])
      publishAgain(house, entry!.id, {
        ...entry!.words,
        said,
        change: { kind: 'correction', words: 'We had not heard it right.' },
      })
    const withdrawn = withdrawOne(house)
    writeFileSync(`${file}.partial`, 'what was left by one that was stopped')
    house.store.copyBoardTo(file)
    const bytes = readFileSync(file)
    t.ok(bytes.includes('Residents said this in other words.'))
    t.notOk(bytes.includes('zqbefore'), 'the words before the correction are not in it')
    t.notOk(bytes.includes(withdrawn.words[0]!), 'nor what was withdrawn')
    t.notOk(existsSync(`${file}.partial`))
    t.throws(() => openBoardFile(house.file), /is not a copy of a board/, 'a record is never shown')
    const db = new Database(file, { readonly: true })
    t.teardown(() => db.close())
    t.same(
      db.prepare(`select name from sqlite_schema where type = 'table' order by name`).pluck().all(),
      ['copies', 'copy_files', 'seals', 'sqlite_sequence', 'withdrawals'],
    )
    t.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  },
)

t.test('a newer copy is shown within a second, and a broken one changes nothing', async (t) => {
  const house = await openHouse({ t })
  const file = join(house.folder, 'board.db')
  house.store.copyBoardTo(file)
  let now = 0
  const faults: string[] = []
  const told = watchBoardFile(
    file,
    () => now,
    ({ message }) => faults.push(message),
  )
  t.teardown(() => told.close())
  const has = (slug: string): boolean => told.board().entries.some((each) => each.slug === slug)
  const before = told.board()
  const { slug } = withdrawOne(house)
  t.ok(has(slug))
  house.store.copyBoardTo(file)
  now += 300
  t.notOk(has(slug))
  t.not(
    told.board().version,
    before.version,
    'pages that were kept of the one before are not shown',
  )
  writeFileSync(file, 'half of a fi')
  now += 300
  t.notOk(has(slug))
  t.ok(told.board().entries.length > 0)
  t.match(faults, [/is not a copy of a board/])
})
