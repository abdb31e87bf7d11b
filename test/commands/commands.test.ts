import { verify } from '../../src/store/copies.ts'
import { connect } from '../../src/store/database.ts'
import { databaseFile } from '../../src/store/folder.ts'
import {
  copyFileSync,
  existsSync,
  openSync,
  closeSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { openStore } from '../../src/store/store.ts'
import { figure } from '../bench/counted.ts'
import {
  emptyFolder,
  finished,
  folderWithPeople,
  makeNewer,
  makeOlder,
  refusedPlainly,
  rowsOf,
  run,
  serving,
  servingQuietly,
  until,
} from './programs.ts'

t.test(
  'R22: a backup taken while the server runs and someone writes is one moment of the record, and restores to the same rows',
  async (t) => {
    const folder = folderWithPeople()
    await serving(t, folder)
    const writer = run('test/commands/writer.ts', {}, [folder])
    t.teardown(() => writer.child.kill('SIGKILL'))
    await until(() => writer.out().split('\n').length > 20)
    const before = writer.out().trim().split('\n').length
    const file = join(emptyFolder(), 'backup.db')
    const backup = await finished(run('src/commands/backup.ts', { DATA_DIR: folder }, [file]))
    writer.child.kill('SIGKILL')
    t.same({ code: backup.code, err: backup.err }, { code: 0, err: '' })
    t.equal(statSync(file).mode & 0o777, 0o600, 'readable by its owner alone')
    const rows = rowsOf(file)
    t.ok(rows.concerns!.length >= before, 'holds everything acknowledged before it began')
    t.equal(rows.concerns!.length, rows.concern_wordings!.length, 'and nothing half-written')

    const other = folderWithPeople()
    const there = rowsOf(databaseFile(other))
    const restore = await finished(run('src/commands/restore.ts', { DATA_DIR: other }, [file]))
    t.equal(restore.code, 0, restore.err)
    const [done, key, ...more] = restore.out.trim().split('\n')
    t.match(done, /^Restored /)
    t.match(key, /^The key in DATA_DIR is not the one that this record was made with/)
    t.same(more, [])
    t.same(rowsOf(databaseFile(other)), rows)
    const kept = readdirSync(other).filter((name) => name.startsWith('round-table.before-restore-'))
    t.equal(kept.length, 1, 'what was there before is kept')
    t.same(rowsOf(join(other, kept[0]!)), there)
  },
)

t.test(
  'R22: a backup killed at any moment leaves no file with the final name that is not whole',
  async (t) => {
    const folder = folderWithPeople()
    const store = openStore(folder)
    const words = {
      raisedOn: '2021-07',
      originKind: 'phone',
      originNote: null,
      themeId: null,
      areaId: null,
      depth: 'table',
      ground: null,
      list: [],
    } as const
    store.together(() => {
      for (let each = 0; each < 2000; each += 1)
        store.concerns.record(
          { ...words, list: [], text: `Concern ${each}. `.repeat(400) },
          { roundTableId: null, splitFromId: null },
          { personId: 1, at: '2021-07-15T10:00:00.000Z' },
        )
    })
    store.close()
    const to = emptyFolder()
    let midway = 0
    for (let each = 0; each < 20; each += 1) {
      const file = join(to, `backup-${each}.db`)
      const backup = run('src/commands/backup.ts', { DATA_DIR: folder }, [file])
      await until(() => existsSync(`${file}.partial`) || existsSync(file))
      await wait(each * 5)
      backup.child.kill('SIGKILL')
      await backup.ended
      if (existsSync(file)) verify(file)
      else midway += 1
      rmSync(`${file}.partial`, { force: true })
    }
    t.ok(midway > 0, `${midway} of 20 were killed midway`)
    figure('backups', midway)
    writeFileSync(join(to, 'backup-0.db.partial'), 'half a backup')
    const again = await finished(
      run('src/commands/backup.ts', { DATA_DIR: folder }, [join(to, 'backup-0.db')]),
    )
    t.equal(again.code, 0, 'the next backup is not held up by what the killed one left')
    verify(join(to, 'backup-0.db'))
  },
)

t.test('a backup says what is missing, and never replaces the record itself', async (t) => {
  const folder = folderWithPeople()
  const backup = (dataDir: string, ...args: string[]) =>
    finished(run('src/commands/backup.ts', { DATA_DIR: dataDir }, args))
  refusedPlainly(t, await backup(folder), /Say where the backup goes/)
  refusedPlainly(
    t,
    await backup(emptyFolder(), join(emptyFolder(), 'backup.db')),
    /There is no database in/,
  )
  refusedPlainly(t, await backup(folder, databaseFile(folder)), /belongs to the server/)
  refusedPlainly(
    t,
    await backup(folder, join(folder, 'nowhere', 'backup.db')),
    /There is no folder/,
  )
})

t.test('R22: a restore refuses before it changes anything', async (t) => {
  const folder = folderWithPeople()
  const rows = rowsOf(databaseFile(folder))
  const restore = (...args: string[]) =>
    finished(run('src/commands/restore.ts', { DATA_DIR: folder }, args))
  const sound = join(emptyFolder(), 'sound.db')
  t.equal((await finished(run('src/commands/backup.ts', { DATA_DIR: folder }, [sound]))).code, 0)

  await t.test('without a file, with none there, or one that is not ours', async (t) => {
    refusedPlainly(t, await restore(), /Say which backup/)
    refusedPlainly(t, await restore(`${sound}.nowhere`), /There is no file/)
    writeFileSync(`${sound}.txt`, 'a shopping list')
    refusedPlainly(t, await restore(`${sound}.txt`), /not a sound Round Table backup/)
  })
  await t.test('a damaged file', async (t) => {
    const damaged = `${sound}.damaged`
    copyFileSync(sound, damaged)
    const handle = openSync(damaged, 'r+')
    writeSync(handle, Buffer.alloc(16_384, 0xff), 0, 16_384, 8192)
    closeSync(handle)
    refusedPlainly(t, await restore(damaged), /not a sound Round Table backup/)
  })
  await t.test('a file of a newer Round Table', async (t) => {
    const newer = `${sound}.newer`
    copyFileSync(sound, newer)
    makeNewer(newer)
    refusedPlainly(t, await restore(newer), /newer Round Table/)
  })
  await t.test('while another program has the record open, as Litestream has', async (t) => {
    const other = connect(databaseFile(folder)).$client
    refusedPlainly(t, await restore(sound), /Another program has the record in .* open/)
    other.close()
  })
  t.same(rowsOf(databaseFile(folder)), rows)
  await t.test('while a server runs', async (t) => {
    await servingQuietly(t, folder)
    const running = rowsOf(databaseFile(folder))
    refusedPlainly(t, await restore(sound), /Another server is running/)
    t.same(rowsOf(databaseFile(folder)), running)
  })
  t.same(
    readdirSync(folder).filter((name) => name.includes('before-restore')),
    [],
  )
})

t.test(
  'R22: a restore repairs a folder whose record is damaged or gone, and keeps the damaged one',
  async (t) => {
    const folder = folderWithPeople()
    const rows = rowsOf(databaseFile(folder))
    const file = join(emptyFolder(), 'backup.db')
    await finished(run('src/commands/backup.ts', { DATA_DIR: folder }, [file]))
    writeFileSync(databaseFile(folder), 'not a database')
    t.equal((await finished(run('src/commands/restore.ts', { DATA_DIR: folder }, [file]))).code, 0)
    t.same(rowsOf(databaseFile(folder)), rows)
    t.equal(readdirSync(folder).filter((name) => name.startsWith('round-table.damaged-')).length, 1)
    rmSync(databaseFile(folder))
    t.equal((await finished(run('src/commands/restore.ts', { DATA_DIR: folder }, [file]))).code, 0)
    t.same(rowsOf(databaseFile(folder)), rows)
  },
)

t.test(
  'R25: whoever lost the second factor gets a link from the server itself, and nobody else does',
  async (t) => {
    const folder = folderWithPeople()
    const { url } = await serving(t, folder)
    const invite = (...args: string[]) =>
      finished(
        run(
          'src/commands/invite.ts',
          { DATA_DIR: folder, PUBLIC_URL: 'https://table.example' },
          args,
        ),
      )
    const known = await invite('Coordinator@Mosaic.example')
    t.equal(known.code, 0, known.err)
    const path = /https:\/\/table\.example(\/set-up\/\S+)/.exec(known.out)![1]
    t.equal((await fetch(`${url}${path}`)).status, 200, 'the running server knows the link')
    refusedPlainly(
      t,
      await invite('nobody@mosaic.example'),
      /Nobody signs in with nobody@mosaic.example/,
    )
    refusedPlainly(t, await invite(), /Say whom the link is for/)

    const store = openStore(folder)
    store.people.end(store.people.findByEmail('sergeant@met.example')!.id, {
      personId: null,
      at: '2022-01-01T00:00:00.000Z',
    })
    store.close()
    refusedPlainly(t, await invite('sergeant@met.example'), /Nobody signs in/)
  },
)

t.test('R25: where nobody can sign in yet, the link sets up the first coordinator', async (t) => {
  const folder = emptyFolder()
  openStore(folder).close()
  const first = await finished(run('src/commands/invite.ts', { DATA_DIR: folder }))
  t.equal(first.code, 0)
  t.match(first.out, /Set up the first coordinator[\s\S]+\/set-up\/\S{20,}/)
})

t.test('R22: no link is written into a record that waits to be migrated', async (t) => {
  const folder = folderWithPeople()
  makeOlder(databaseFile(folder))
  const before = rowsOf(databaseFile(folder))
  const invite = run('src/commands/invite.ts', { DATA_DIR: folder }, ['sergeant@met.example'])
  refusedPlainly(t, await finished(invite), /older Round Table/)
  t.same(rowsOf(databaseFile(folder)), before)
})
