import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { emptyFolder, until } from '../commands/programs.ts'
import { folderOf, NORTH, SOUTH } from './partnerships/set-up.ts'
import { pageAt, statusAt } from './story/asked.ts'
import {
  backUp,
  comesBack,
  hasAll,
  isWithdrawn,
  SAID,
  serveMany,
  setUp,
  showElsewhere,
  tellAt,
  tellsApart,
  writeUntilKilled,
} from './story/steps.ts'

t.test('a network loses a disk and goes on with what was promised', async (t) => {
  const folder = folderOf([NORTH, SOUTH])
  const told = Object.fromEntries([NORTH, SOUTH].map((host) => [host, tellAt(folder, host)]))
  const apart = await setUp(folder)
  const copy = join(emptyFolder(), 'board.db')
  const first = await serveMany(t, folder)
  const board = await showElsewhere(t, folder, copy)
  const path = `/entries/${told[NORTH]!.slug}`
  t.same([await statusAt(first.url, NORTH, path), await statusAt(board, '', path)], [200, 200])

  await t.test('what one tells is nowhere at the other', (t) => tellsApart(t, first.url, told))
  await backUp(folder, apart)
  await t.test('R15: a withdrawal is seen here at once, and at the copy when it is there', (t) =>
    isWithdrawn(t, { folder, copy, board, told: told[NORTH]!, url: first.url }),
  )
  const messages = await writeUntilKilled(first)
  rmSync(join(folder, NORTH), { recursive: true })
  const second = await serveMany(t, folder)
  await t.test('R22: the other has all that was acknowledged, and is served without it', (t) =>
    hasAll(t, folder, messages, second.url),
  )
  const elsewhere = join(emptyFolder(), NORTH)
  await t.test('its record comes back alone on another machine, and is put right there', (t) =>
    comesBack(t, elsewhere, apart, told[NORTH]!),
  )
  await t.test('and moves home again while the other is served', async (t) => {
    renameSync(elsewhere, join(folder, NORTH))
    await until(async () => (await statusAt(second.url, NORTH, path)) === 410)
    t.equal(await statusAt(board, '', path), 410, 'the copy never told it again')
    t.match((await pageAt(second.url, SOUTH, '/')).body, SAID[SOUTH])
    t.notMatch((await pageAt(second.url, NORTH, '/')).body, SAID[SOUTH])
  })
})
