import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { partnershipOf } from '../../src/sample/partnership.ts'
import { openStore } from '../../src/store/store.ts'
import { lockFolder } from '../../src/store/folder.ts'
import { emptyFolder, finished, refusedPlainly, run, until, type Run } from './programs.ts'

const NORTH = 'north.example'
const NEW = 'new.example'
const COORDINATOR = 'coordinator@mosaic.example'

/** A folder of two: one with people in it, and one that nobody has set up yet. */
const folderOfTwo = (): string => {
  const folder = emptyFolder()
  for (const host of [NORTH, NEW]) mkdirSync(join(folder, host))
  const store = openStore(join(folder, NORTH))
  partnershipOf(store)
  store.close()
  return folder
}

const servingMany = async (t: Test, folder: string): Promise<Run & { url: string }> => {
  const server = run('src/server.ts', { PARTNERSHIPS: folder, LOG_LEVEL: 'info' })
  t.teardown(() => server.child.kill('SIGKILL'))
  await until(() => server.out().includes('Round Table is at') || server.child.exitCode !== null)
  const url = /Round Table is at (\S+)/.exec(server.out())?.[1]
  if (!url) throw new Error(`the server did not start: ${server.err()}`)
  return { ...server, url }
}

const statusAt = async (url: string, host: string): Promise<number> => {
  const asking = request(url, { headers: { host } }).end()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode!
}

t.test('many partnerships are served by one process, and looked after one by one', async (t) => {
  const folder = folderOfTwo()
  const key = join(emptyFolder(), 'key.txt')
  const made = await finished(run('src/commands/backup-key.ts', {}, [key]))
  const [setting] = /BACKUP_KEY=age1\w+/.exec(made.out)!
  writeFileSync(join(folder, NORTH, 'settings.env'), `${setting}\n`)
  const server = await servingMany(t, folder)
  await t.test('each answers at its host, and a new one says how to begin', (t) =>
    answersAtEach(t, folder, server),
  )
  await t.test('commands work on one while all are served, with its own settings', (t) =>
    takesCommands(t, folder, key, server.url),
  )
  await t.test('R22: a request under way is answered before all of them stop', (t) =>
    stopsWell(t, folder, server),
  )
})

t.test('settings of one record beside PARTNERSHIPS stop the start', async (t) => {
  const settings = { PARTNERSHIPS: emptyFolder(), PUBLIC_URL: 'https://north.example' }
  const refused = await finished(run('src/server.ts', settings))
  refusedPlainly(t, refused, /PARTNERSHIPS and PUBLIC_URL are both/)
})

t.test('a key for the backups of all that is none stops the start', async (t) => {
  const settings = { PARTNERSHIPS: emptyFolder(), BACKUP_KEY: 'age1' }
  refusedPlainly(t, await finished(run('src/server.ts', settings)), /BACKUP_KEY is "age1"/)
})

type Server = Awaited<ReturnType<typeof servingMany>>

const answersAtEach = async (t: Test, folder: string, server: Server): Promise<void> => {
  t.same([await statusAt(server.url, NORTH), await statusAt(server.url, NEW)], [200, 200])
  t.equal(await statusAt(server.url, 'nobody.example'), 421)
  await until(() => /Nobody can sign in yet[^]*\/set-up\//.test(server.out()))
  t.match(server.out(), new RegExp(`https://${NEW}/set-up/`))
  t.notMatch(server.out(), new RegExp(`https://${NORTH}/set-up/`))
  const lines = server
    .out()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  t.ok(
    lines.some((line) => JSON.parse(line).partnership === NEW),
    'a line of the log says whose it is',
  )
  const second = run('src/server.ts', { PARTNERSHIPS: folder })
  refusedPlainly(t, await finished(second), /Another server is running.*another PARTNERSHIPS/)
}

const takesCommands = async (t: Test, folder: string, key: string, url: string): Promise<void> => {
  const settings = { PARTNERSHIPS: folder, DATA_DIR: join(folder, NORTH) }
  const link = await finished(run('src/commands/invite.ts', settings, [COORDINATOR]))
  t.match(link.out, new RegExp(`https://${NORTH}/set-up/`))
  const backup = join(emptyFolder(), 'north.age')
  t.match((await finished(run('src/commands/backup.ts', settings, [backup]))).out, /, encrypted/)
  t.equal(readFileSync(backup).subarray(0, 3).toString(), 'age')
  const tooSoon = await finished(run('src/commands/restore.ts', settings, [backup]))
  refusedPlainly(t, tooSoon, /Another server is running on .* Put an empty file called closed into/)
  writeFileSync(join(folder, NORTH, 'closed'), '')
  await until(() => isFree(join(folder, NORTH)))
  const restore = run('src/commands/restore.ts', { ...settings, BACKUP_KEY_FILE: key }, [backup])
  t.match((await finished(restore)).out, /Restored/)
  t.equal(await statusAt(url, NEW), 200, 'the other was served all the time')
  rmSync(join(folder, NORTH, 'closed'))
  await until(async () => (await statusAt(url, NORTH)) === 200)
}

const stopsWell = async (t: Test, folder: string, server: Server): Promise<void> => {
  const post = request(`${server.url}/sign-in`, {
    method: 'POST',
    headers: {
      host: NORTH,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'content-length': 28,
    },
  })
  const answered = once(post, 'response')
  post.write('email=nobody%40')
  await new Promise((resolve) => setTimeout(resolve, 200))
  server.child.kill('SIGTERM')
  post.end('table.example')
  const [answer] = (await answered) as [IncomingMessage]
  t.equal(answer.resume().statusCode, 303)
  t.equal(await server.ended, 0)
  t.equal(server.err(), '')
  for (const host of ['', NORTH, NEW]) lockFolder(join(folder, host))()
}

const isFree = (folder: string): boolean => {
  try {
    lockFolder(folder)()
    return true
  } catch {
    return false
  }
}
