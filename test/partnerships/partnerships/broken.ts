import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { databaseFile, lockFolder } from '../../../src/store/folder.ts'
import { makeNewer } from '../../commands/programs.ts'
import { putKey, sampleFile } from '../../support/sample-file.ts'
import { folderOf, NORTH, openMany, settingsOf, SOUTH, until, type Many } from './set-up.ts'

const LOST = 'lost.example'

const statusAt = async (many: Many, host: string, path = '/'): Promise<number> =>
  (await many.ask(host, path)).status

const whyOf = (many: Many, host: string): string =>
  many
    .log()
    .filter((line) => line.level === 50 && line.partnership === host)
    .map((line) => String(line.why))
    .join('\n')

/** What the log says of whether it is served. */
const saidOf = (many: Many, host: string): string[] =>
  many
    .log()
    .filter(({ level, partnership }) => level === 30 && partnership === host)
    .map(({ msg }) => String(msg))
    .filter((line) => line.startsWith('this partnership is'))

/** That one alone does not answer, the log says why, and the others answer. */
const stopsAlone = async (many: Many, why: RegExp, test: Test): Promise<void> => {
  test.same([await statusAt(many, LOST), await statusAt(many, NORTH)], [503, 200])
  test.match(whyOf(many, LOST), why)
  test.same(whyOf(many, NORTH), '')
  test.same(
    [
      await statusAt(many, LOST, '/healthz'),
      await statusAt(many, NORTH, '/healthz'),
      await statusAt(many, 'nobody.example', '/healthz'),
    ],
    [503, 200, 503],
    'and so does whatever watches: it, another, and all together',
  )
}

t.test('R22: a broken record stops itself alone, and the log says by its host why', async (t) => {
  await t.test('a file that is damaged', async (t) => {
    const folder = folderOf([NORTH, LOST])
    writeFileSync(databaseFile(`${folder}/${LOST}`), 'not a database'.repeat(1000))
    await stopsAlone(await openMany(t, { folder }), /file is not a database. Restore a backup/, t)
  })
  await t.test('a file of a newer Round Table', async (t) => {
    const folder = folderOf([NORTH, LOST])
    makeNewer(databaseFile(`${folder}/${LOST}`))
    await stopsAlone(await openMany(t, { folder }), /made by a newer Round Table/, t)
  })
  await t.test('another server that has it', async (t) => {
    const folder = folderOf([NORTH, LOST])
    t.teardown(lockFolder(`${folder}/${LOST}`))
    await stopsAlone(await openMany(t, { folder }), /Another server is running/, t)
  })
  await t.test('a setting that is wrong', async (t) => {
    const folder = folderOf([NORTH, LOST])
    settingsOf(folder, LOST, ['SMTP_URL=post'])
    await stopsAlone(await openMany(t, { folder }), /SMTP_URL is "post"/, t)
  })
  await t.test('a setting that is not its own to make', async (t) => {
    const folder = folderOf([NORTH, LOST])
    settingsOf(folder, LOST, ['TRUST_PROXY=true'])
    await stopsAlone(await openMany(t, { folder }), /TRUST_PROXY stands in/, t)
  })
  await t.test(
    'a line of its settings that says nothing, and may be half of a secret',
    async (t) => {
      const folder = folderOf([NORTH, LOST])
      settingsOf(folder, LOST, ['# ours', '', 'BACKUP_KEY age1secret', 'REPLY_TO=a@b.example'])
      const many = await openMany(t, { folder })
      await stopsAlone(many, /Line 3 of .*settings.env is no setting. Write NAME=value/, t)
      t.notMatch(whyOf(many, LOST), /secret|Line [124]/)
    },
  )
  await t.test('settings that cannot be read', async (t) => {
    const folder = folderOf([NORTH, LOST])
    mkdirSync(`${folder}/${LOST}/settings.env`)
    await stopsAlone(await openMany(t, { folder }), /settings.env cannot be read/, t)
  })
  await t.test('an address that is another partnership’s', async (t) => {
    const folder = folderOf([NORTH, LOST])
    settingsOf(folder, LOST, [`PUBLIC_URL=https://${NORTH}`])
    await stopsAlone(await openMany(t, { folder }), /The host has to be the same/, t)
  })
})

t.test(
  'a record that is put right is there again within a minute, and nobody else noticed',
  async (t) => {
    const folder = folderOf([NORTH, LOST])
    const file = databaseFile(`${folder}/${LOST}`)
    writeFileSync(file, 'not a database'.repeat(1000))
    const many = await openMany(t, { folder })
    t.equal(await statusAt(many, LOST), 503)
    // The lock is free, so that a backup can be put back while the others run.
    lockFolder(`${folder}/${LOST}`)()
    copyFileSync(sampleFile(), file)
    t.equal(await statusAt(many, LOST), 503, 'it is not tried at every request')
    many.pass({ minutes: 1 })
    t.same([await statusAt(many, LOST), await statusAt(many, LOST, '/healthz')], [200, 200])
  },
)

t.test('one is taken off by a file in its folder, and comes back without it', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH, SOUTH]) })
  t.same([await statusAt(many, NORTH), await statusAt(many, SOUTH)], [200, 200])
  writeFileSync(`${many.at(NORTH)}/closed`, '')
  await until(async () => {
    await many.look()
    return !many.openHosts().includes(NORTH)
  })
  const said = await many.ask(NORTH, '/')
  t.match([said.status, said.body.toString()], [503, /closed for now/])
  t.equal(await statusAt(many, SOUTH), 200)
  t.equal(await statusAt(many, 'nobody.example', '/healthz'), 200, 'it is meant to be so')
  lockFolder(many.at(NORTH))()
  rmSync(`${many.at(NORTH)}/closed`)
  await many.look()
  t.equal(await statusAt(many, NORTH), 200)
  t.same(
    saidOf(many, NORTH).filter((line) => !line.startsWith('this partnership is taken off, and')),
    ['this partnership is taken off: its record is let go of', 'this partnership is served again'],
    'whoever waits for it reads in the log when it is free',
  )
})

t.test('R15: one that was taken off is not served by the next start either', async (t) => {
  const folder = folderOf([NORTH])
  writeFileSync(`${folder}/${NORTH}/closed`, '')
  const many = await openMany(t, { folder })
  t.match((await many.ask(NORTH, '/')).body.toString(), /closed for now/)
  t.same(many.openHosts(), [], 'not even for a moment')
})

t.test('a folder that is meant to be served and cannot be is named in the log, once', async (t) => {
  const folder = folderOf([])
  const many = await openMany(t, { folder })
  t.match(warnings(many), [/no folder with a host name/])
  for (const name of ['North.example', 'backups', '.north.example']) mkdirSync(many.at(name))
  symlinkSync(folderOf([NORTH]), many.at(SOUTH))
  await many.look()
  await many.look()
  t.match(
    many
      .log()
      .flatMap(({ folder }) => folder ?? [])
      .toSorted(),
    ['North.example', SOUTH],
  )
})

const warnings = (many: Many): string[] =>
  many
    .log()
    .filter(({ level }) => level === 40)
    .map(({ msg }) => String(msg))

t.test('one that comes is served without a new start, and one that goes is no more', async (t) => {
  const many = await openMany(t, { folder: folderOf([NORTH]) })
  t.same([await statusAt(many, NORTH), await statusAt(many, SOUTH)], [200, 421])
  mkdirSync(many.at(SOUTH))
  copyFileSync(sampleFile(), databaseFile(many.at(SOUTH)))
  putKey(many.at(SOUTH))
  for (const name of ['backups', '.new.example', 'No.Host']) mkdirSync(many.at(name))
  await many.look()
  t.equal(await statusAt(many, SOUTH), 200)
  renameSync(many.at(NORTH), many.at('.put-away'))
  await many.look()
  t.same([await statusAt(many, NORTH), await statusAt(many, SOUTH)], [421, 200])
  t.same(many.hosts(), [SOUTH])
})
