import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { connect } from '../../src/store/database.ts'
import { readList } from '../../src/store/erasing/list.ts'
import { databaseFile } from '../../src/store/folder.ts'
import { openStore } from '../../src/store/store.ts'
import { partnershipOf } from '../../src/sample/partnership.ts'
import {
  folderOf,
  IDLE_MINUTES,
  NORTH,
  openMany,
  SOUTH,
} from '../partnerships/partnerships/set-up.ts'
import { putKey, sampleFile } from '../support/sample-file.ts'
import {
  emptyFolder,
  finished,
  folderWithPeople,
  refusedPlainly,
  run,
  serving,
  until,
} from './programs.ts'

const LONG = 'Nobody came to look at the lights. '.repeat(100)

/** A disk of a few megabytes, in memory; taken away at the end. */
const smallDisk = (): string | undefined => {
  const folder = emptyFolder()
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder])
  if (made.status !== 0) return undefined
  t.teardown(() => execFileSync('umount', ['-l', folder]))
  return folder
}
const [disk, another, third, fourth, fifth] = Array.from({ length: 5 }, smallDisk)
const skip = disk === undefined && 'not run here: only root can mount a small disk'

/** All that is free but a few pages, taken by a file beside the record. */
const fillUp = (folder: string): string => {
  const file = join(folder, 'filler')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail - 24) * bsize))
  return file
}

t.test('R22: a disk that fills up loses nothing acknowledged, and says so', { skip }, async (t) => {
  const folder = disk!
  const { url } = await serving(t, folder)
  let line = 0
  const tell = async (text: string): Promise<{ status: number; body: string }> => {
    const answer = await fetch(`${url}/tell-us`, {
      method: 'POST',
      body: new URLSearchParams({ text, area: '', name: '', reach: '' }),
      headers: { origin: url, 'user-agent': `browser ${line++}` },
      redirect: 'manual',
    })
    return { status: answer.status, body: await answer.text() }
  }
  const health = async () => (await fetch(`${url}/healthz`)).json()
  const filler = fillUp(folder)
  const kept: string[] = []
  let refused: string | undefined
  for (let n = 0; n < 25 && refused === undefined; n++) {
    const { status, body } = await tell(`Message ${n}. ${LONG}`)
    if (status === 303) kept.push(`Message ${n}.`)
    else {
      t.equal(status, 507)
      refused = body
    }
  }
  t.match(refused, 'Nobody came to look', 'what was typed is on the page')
  t.match(await health(), { status: 'full' })
  rmSync(filler)
  t.match(await health(), { status: 'ok' }, 'seen as soon as there is room')
  t.equal((await tell('There is room now.')).status, 303)
  await wait(50)
  const { $client: client } = connect(databaseFile(folder))
  const there = client.prepare('select text from messages order by id').pluck().all() as string[]
  client.close()
  t.same(
    there.map((text) => text.match(/^(Message \d+|There is room now)\./)?.[0]),
    [...kept, 'There is room now.'],
  )
})

/** Every byte that is free, so that nothing grows. */
const fillWhole = (folder: string): string => {
  const file = join(folder, 'filler')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(file, Buffer.alloc(bavail * bsize))
  return file
}

t.test(
  'R22, R29: what a full disk cannot erase is not said to be erased, and is erased when there is room',
  { skip },
  async (t) => {
    const folder = another!
    const store = openStore(folder)
    partnershipOf(store)
    const by = { personId: 1, at: '2022-01-27T10:40:00.000Z' }
    const left = { language: 'en', text: 'Amina lives here.', area: null, name: '', reach: '' }
    store.inbox.leaveMessage(left, by.at, '2022-01-27')
    const { id } = store.messages.listUnfiltered()[0]!
    const words = (): string => store.messages.listUnfiltered()[0]!.text
    const filler = fillWhole(folder)
    t.throws(() => store.erasures.record('message', id, by), {
      code: /^(SQLITE_(FULL|IOERR)|ENOSPC)/,
    })
    t.equal(words(), 'Amina lives here.')
    t.same(readList(folder), [], 'and it stands on no list, by which a start would erase it')
    rmSync(filler)
    store.erasures.record('message', id, by)
    t.not(words(), 'Amina lives here.')
    t.equal(readList(folder).length, 1)
    store.close()
  },
)

t.test(
  'R22: a backup to a full disk says so, and leaves nothing by its name',
  { skip },
  async (t) => {
    const folder = folderWithPeople()
    const filler = fillWhole(third!)
    const backup = () =>
      finished(run('src/commands/backup.ts', { DATA_DIR: folder }, [join(third!, 'night.db')]))
    refusedPlainly(t, await backup(), /full|ENOSPC|no space/i)
    t.same(readdirSync(third!), ['filler'])
    rmSync(filler)
    t.equal((await backup()).code, 0)
    t.same(readdirSync(third!), ['night.db'])
  },
)

t.test(
  'R22: a start on a full disk says that it is full, and not that another server runs',
  {
    skip,
  },
  async (t) => {
    const folder = join(fourth!, 'data')
    partnershipOf(openStore(folder))
    const filler = fillWhole(fourth!)
    const refused = await finished(run('src/server.ts', { DATA_DIR: folder }))
    refusedPlainly(t, refused, /The disk of .* is full\. Make room: nothing/)
    rmSync(filler)
    await serving(t, folder)
  },
)

t.test(
  'R22: one of many whose disk is full stays open, so that readers go on reading',
  { skip },
  async (t) => {
    const folder = folderOf([NORTH])
    mkdirSync(join(folder, SOUTH))
    execFileSync('mount', ['--bind', fifth!, join(folder, SOUTH)])
    t.teardown(() => execFileSync('umount', ['-l', join(folder, SOUTH)]))
    copyFileSync(sampleFile(), databaseFile(join(folder, SOUTH)))
    putKey(join(folder, SOUTH))
    const many = await openMany(t, { folder })
    const statusOf = async (host: string, path = '/') => (await many.ask(host, path)).status
    t.same([await statusOf(NORTH), await statusOf(SOUTH)], [200, 200])
    const filler = fillUp(join(folder, SOUTH))
    const tell = (n: number) =>
      many.ask(SOUTH, '/tell-us', {
        headers: { 'user-agent': `browser ${n}` },
        form: { text: `Message ${n}. ${LONG}`, area: '', name: '', reach: '' },
      })
    let status = 303
    for (let n = 0; n < 25 && status === 303; n++) ({ status } = await tell(n))
    t.equal(status, 507)
    many.pass({ minutes: IDLE_MINUTES })
    await until(async () => {
      await many.look()
      return !many.openHosts().includes(NORTH)
    })
    t.same(many.openHosts(), [SOUTH], 'the other was idle')
    t.same([await statusOf(SOUTH), await statusOf(SOUTH, '/healthz')], [200, 503])
    rmSync(filler)
    t.equal(await statusOf(SOUTH, '/healthz'), 200)
    many.pass({ minutes: IDLE_MINUTES })
    await many.settle()
    t.same(many.openHosts(), [], 'and it is closed like any other when there is room')
  },
)
