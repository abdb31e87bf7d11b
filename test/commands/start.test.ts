import { databaseFile, lockFolder } from '../../src/store/folder.ts'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import {
  emptyFolder,
  finished,
  folderWithPeople,
  makeNewer,
  refusedPlainly,
  run,
  serving,
  started,
  until,
} from './programs.ts'

const NOBODY = 65534
/** Five seconds, and as much longer as the machine is overbooked with other tests. */
const PATIENCE = 5000 * Math.max(1, loadavg()[0]! / availableParallelism())
const isRoot = process.getuid!() === 0

/** A checkout in a private folder cannot be run by another user. */
const nobodyCanRun = (): boolean =>
  spawnSync(
    process.execPath,
    [
      '-e',
      `require('node:fs').accessSync(${JSON.stringify(fileURLToPath(new URL('../../src/server.ts', import.meta.url)))})`,
    ],
    { uid: NOBODY, gid: NOBODY, cwd: '/', env: {} },
  ).status === 0

const refusesToStart = async (
  t: Test,
  settings: Record<string, string>,
  words: RegExp,
  uid?: number,
): Promise<void> => {
  const server = run(
    'src/server.ts',
    settings,
    [],
    uid === undefined ? {} : { uid, gid: uid, cwd: '/' },
  )
  const clock = setTimeout(() => server.child.kill('SIGKILL'), PATIENCE)
  refusedPlainly(t, await finished(server), words)
  clearTimeout(clock)
}

const TAKEN = /EADDRINUSE.* Another program does: stop it, or choose another PORT/

t.test(
  'R22: the server starts on a sound record or says in one line, within five seconds, why not',
  async (t) => {
    await t.test('a wrong port', (t) =>
      refusesToStart(t, { DATA_DIR: emptyFolder(), PORT: 'three' }, /PORT is "three"/),
    )
    await t.test('a port out of range', (t) =>
      refusesToStart(
        t,
        { DATA_DIR: emptyFolder(), PORT: '70000' },
        /PORT is "70000". It has to be a number from 0 to 65535/,
      ),
    )
    await t.test('a port that is taken', async (t) => {
      const { url } = await serving(t, emptyFolder())
      await refusesToStart(t, { DATA_DIR: emptyFolder(), PORT: new URL(url).port }, TAKEN)
    })
    await t.test('a record of a newer Round Table', async (t) => {
      const folder = folderWithPeople()
      makeNewer(databaseFile(folder))
      await refusesToStart(t, { DATA_DIR: folder }, /newer Round Table/)
    })
    await t.test('an empty file where a record was, which is no new partnership', async (t) => {
      const folder = emptyFolder()
      writeFileSync(databaseFile(folder), '')
      await refusesToStart(t, { DATA_DIR: folder }, /is an empty file.*Restore a backup/)
    })
    await t.test('a damaged record', async (t) => {
      const folder = emptyFolder()
      writeFileSync(databaseFile(folder), 'not a database'.repeat(1000))
      await refusesToStart(t, { DATA_DIR: folder }, /Restore a backup/)
    })
    await t.test('a folder under a file, and one where no folder can be made', async (t) => {
      const file = join(emptyFolder(), 'file')
      writeFileSync(file, '')
      for (const folder of [join(file, 'data'), '/proc/none/data'])
        await refusesToStart(t, { DATA_DIR: folder }, /Cannot write in/)
    })
    await t.test(
      'a folder that may not be written',
      { skip: isRoot && !nobodyCanRun() && 'nobody may not read this checkout' },
      async (t) => {
        const parent = emptyFolder()
        chmodSync(parent, 0o755)
        const folder = join(parent, 'data')
        mkdirSync(folder)
        chmodSync(folder, isRoot ? 0o755 : 0o555)
        await refusesToStart(
          t,
          { DATA_DIR: folder },
          /Cannot write in .*\(EACCES\)/,
          isRoot ? NOBODY : undefined,
        )
      },
    )
    await t.test('a second server on the same folder', async (t) => {
      const folder = emptyFolder()
      await serving(t, folder)
      await refusesToStart(t, { DATA_DIR: folder }, /Another server is running/)
    })
  },
)

t.test(
  'what another user put into the folder is named, and root is kept from putting it there',
  { skip: !isRoot ? 'only root can' : !nobodyCanRun() && 'nobody may not read this checkout' },
  async (t) => {
    const folder = folderWithPeople()
    const backup = join(emptyFolder(), 'sound.db')
    t.equal((await finished(run('src/commands/backup.ts', { DATA_DIR: folder }, [backup]))).code, 0)
    chownSync(folder, NOBODY, NOBODY)
    const restored = await finished(run('src/commands/restore.ts', { DATA_DIR: folder }, [backup]))
    refusedPlainly(t, restored, /belongs to another user \(65534\). Run this as that one/)
    await refusesToStart(t, { DATA_DIR: folder }, /It has to belong to the user that/, NOBODY)
  },
)

t.test('an address of another machine stops the start', (t) =>
  refusesToStart(
    t,
    { DATA_DIR: emptyFolder(), HOST: '192.0.2.1' },
    /EADDRNOTAVAIL.* HOST has to be an address of this machine/,
  ),
)

t.test('a setting of backups or copies that is wrong stops the start', async (t) => {
  await t.test('a place for backups that is not there: its disk may be missing', (t) =>
    refusesToStart(
      t,
      { DATA_DIR: emptyFolder(), BACKUP_DIR: join(emptyFolder(), 'disk') },
      /BACKUP_DIR is ".*disk". There is no such folder/,
    ),
  )
  await t.test('a copy of the board in the place of the record', async (t) => {
    const folder = folderWithPeople()
    const settings = { DATA_DIR: folder, BOARD_FILE: databaseFile(folder) }
    await refusesToStart(t, settings, /round-table\.db belongs to the server\. Choose another name/)
  })
  await t.test('the wrong half of a key for backups, which is not said again', async (t) => {
    const settings = { DATA_DIR: emptyFolder(), BACKUP_KEY: 'AGE-SECRET-KEY-1QQQQ' }
    await refusesToStart(t, settings, /^(?!.*1QQQQ).*holds the secret half of a key/)
  })
})

t.test(
  'a new record prints a link for the first coordinator, and the health check answers',
  async (t) => {
    const server = await serving(t, emptyFolder())
    await until(() => /Set up the first coordinator[\s\S]+\/set-up\/\S{20,}/.test(server.out()))
    const health = await fetch(`${server.url}/healthz`)
    t.same([health.status, await health.json()], [200, { status: 'ok' }])
  },
)

t.test(
  'the record, its log and its lock are for their owner alone, whatever the folder allows',
  async (t) => {
    const folder = emptyFolder()
    chmodSync(folder, 0o755)
    await serving(t, folder)
    const files = readdirSync(folder)
    t.same(
      ['lock.db', 'round-table.db', 'round-table.db-wal'].filter((name) => !files.includes(name)),
      [],
    )
    t.same(
      files.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0),
      [],
    )
  },
)

t.test(
  'R22: a request under way is answered before the server stops, and it stops with exit 0',
  async (t) => {
    const server = await serving(t, emptyFolder())
    const post = request(`${server.url}/sign-in`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: server.url,
        'content-length': 28,
      },
    })
    const answered = new Promise<number>((resolve, reject) =>
      post.on('response', (answer) => resolve(answer.resume().statusCode!)).on('error', reject),
    )
    post.write('email=nobody%40')
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.child.kill('SIGTERM')
    post.end('table.example')
    t.equal(await answered, 303)
    t.equal(await server.ended, 0)
    t.equal(server.err(), '')
  },
)

t.test('`npm start` passes on that it is to stop, and leaves neither port nor lock', async (t) => {
  const folder = emptyFolder()
  const npm = started(
    ['npm', 'start'],
    { DATA_DIR: folder, HOME: folder, npm_config_update_notifier: 'false' },
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  )
  t.teardown(() => npm.child.kill('SIGKILL'))
  await until(() => npm.out().includes('Round Table is at') || npm.child.exitCode !== null)
  const url = /Round Table is at (\S+)/.exec(npm.out())?.[1]
  t.ok(url, npm.err())
  npm.child.kill('SIGTERM')
  await npm.ended
  await t.rejects(fetch(`${url}/healthz`), 'nobody listens any more')
  lockFolder(folder)()
})
