import { rmSync } from 'node:fs'
import t from 'tap'
import { lockFolder } from '../../../src/store/folder.ts'
import { PEOPLE } from '../../support/house.ts'
import {
  beside,
  folderOf,
  IDLE_MINUTES,
  namesIn,
  NORTH,
  openMany,
  settingsOf,
  SOUTH,
  until,
  type Many,
} from './set-up.ts'

const isLocked = (folder: string): boolean => {
  try {
    lockFolder(folder)()
    return false
  } catch {
    return true
  }
}

/** What was due in each at the start has happened. */
const lookedAtAll = async (many: Many): Promise<void> => {
  for (const _ of many.hosts()) await many.look()
  await many.settle()
}

/** Someone at the table is sent the minutes. */
const writeLetter = (many: Many, host: string): void =>
  beside(many.at(host), (store) => {
    const at = many.now().toISOString()
    const personId = store.people.findByEmail(PEOPLE.officer)!.id
    const roundTableId = store.roundTables.list()[0]!.id
    store.letters.record({ roundTableId, personId, readerId: null }, { personId, at })
  })

const lettersIn = (many: Many, host: string): number =>
  namesIn(`${many.at(host)}/outbox`).filter((name) => name.endsWith('.eml')).length

t.test('one is opened when somebody asks for it, and closed when nobody does', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH, SOUTH]) })
  t.same([many.openHosts(), isLocked(many.at(NORTH))], [[], false], 'nothing is open yet')
  t.equal((await many.ask(NORTH, '/')).status, 200)
  t.same(
    [many.openHosts(), isLocked(many.at(NORTH)), isLocked(many.at(SOUTH))],
    [[NORTH], true, false],
  )
  many.pass({ minutes: IDLE_MINUTES - 2 })
  await many.look()
  t.ok(many.openHosts().includes(NORTH), 'a visit may go on')
  many.pass({ minutes: 2 })
  await until(async () => {
    await many.look()
    return !many.openHosts().includes(NORTH)
  })
  t.notOk(isLocked(many.at(NORTH)))
  t.equal((await many.ask(NORTH, '/')).status, 200, 'and opened again')
})

t.test('whoever only watches does not keep one open', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH]) })
  t.equal((await many.ask(NORTH, '/healthz')).status, 200, 'it was never looked at, and is opened')
  await many.settle()
  t.same(many.openHosts(), [])
  const said = await many.ask(NORTH, '/healthz')
  t.same([said.status, said.body.toString()], [200, '{"status":"ok"}'])
  t.same(many.openHosts(), [])
})

t.test('a promise is kept though nobody looks: what is due happens within the hour', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH, SOUTH]) })
  await lookedAtAll(many)
  t.ok(namesIn(`${many.at(SOUTH)}/backups`).length > 0, 'each was backed up in its own folder')
  const before = lettersIn(many, SOUTH)
  writeLetter(many, SOUTH)
  many.pass({ minutes: 30 })
  await many.look()
  t.equal(lettersIn(many, SOUTH), before, 'not yet')
  many.pass({ minutes: 31 })
  await until(async () => {
    await many.look()
    return lettersIn(many, SOUTH) > before
  })
  await many.settle()
  t.same(many.openHosts(), [], 'and it is closed again')
})

t.test('where one disk is for the backups of all, each finds its folder on it', async (t) => {
  const disk = folderOf([])
  const many = await openMany(t, {
    folder: folderOf([NORTH, SOUTH]),
    set: { BACKUP_DIR: disk },
  })
  await lookedAtAll(many)
  for (const host of [NORTH, SOUTH])
    t.match(namesIn(`${disk}/${host}`), [/^round-table-.*\.db$/], host)
  t.same(namesIn(`${many.at(NORTH)}/backups`), [])
  rmSync(disk, { recursive: true })
  many.pass({ hours: 1 })
  t.equal((await many.ask(NORTH, '/')).status, 503, 'a disk that went away is not made up for')
  t.same(namesIn(disk), [])
})

t.test(
  'a letter that a mail server did not take is tried again in minutes, not in an hour',
  async (t) => {
    const folder = folderOf([NORTH])
    // Nobody listens there.
    settingsOf(folder, NORTH, ['SMTP_URL=smtp://127.0.0.1:1'])
    const many = await openMany(t, { folder })
    writeLetter(many, NORTH)
    const tries = (): number =>
      beside(many.at(NORTH), (store) =>
        Math.max(...store.letters.recent(50).map((each) => each.tries)),
      )
    await lookedAtAll(many)
    t.equal(tries(), 1)
    many.pass({ minutes: 2 })
    await until(async () => {
      await many.look()
      return tries() === 2
    })
    t.pass('it was opened for it')
  },
)

t.test('tries are not forgotten while one is closed', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH]) })
  const entry = /href="(\/entries\/[\w-]+)"/.exec((await many.ask(NORTH, '/')).body.toString())![1]!
  const question = /name="question" value="(\w+)"/.exec(
    (await many.ask(NORTH, entry)).body.toString(),
  )![1]!
  const answer = async (): Promise<number> =>
    (await many.ask(NORTH, `${entry}/verdicts`, { form: { question, verdict: 'yes', word: '' } }))
      .status
  for (let i = 0; i < 30; i += 1) await answer()
  t.equal(await answer(), 429)
  many.pass({ minutes: IDLE_MINUTES })
  await many.settle()
  t.same(many.openHosts(), [])
  t.equal(await answer(), 429, 'within the hour')
  many.pass({ minutes: 60 })
  t.equal(await answer(), 303)
})

t.test(
  'who asks for one while it closes waits until it is closed, and finds it open',
  async (t) => {
    const many = await openMany(t, { folder: folderOf([NORTH]) })
    const north = many.alone(NORTH)
    t.teardown(() => north.stop())
    await north.wake()
    const closing = north.stop()
    t.notOk(north.isOpen())
    await north.wake()
    t.same([north.isOpen(), north.isStopped()], [true, false])
    await closing
  },
)
