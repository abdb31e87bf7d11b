import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { serving, until } from '../programs.ts'
import {
  ask,
  askAll,
  askAnyway,
  entryIn,
  folderWithSample,
  form,
  readersOf,
  sessionOf,
} from './set-up.ts'

const GROUND = 'It was wrong.'
const [FIRST, SECOND] = ['2021-q3-1', '2021-q3-2'] as const

interface Served {
  url: string
  pid: number
  /** The copy that the server writes at each change. */
  copy: string
  /** Takes an entry down, by way of whichever process is asked, until it is answered. */
  withdraw: (slug: string) => Promise<void>
}

t.test('readers are answered by processes of their own', async (t) => {
  const folder = folderWithSample()
  const ids = Object.fromEntries([FIRST, SECOND].map((slug) => [slug, entryIn(folder, slug)]))
  const cookie = sessionOf(folder)
  const copy = join(folder, 'board.db')
  const settings = { WORKERS: '2', SMTP_URL: 'smtp://zqsecret@mail.example', BOARD_FILE: copy }
  const server = await serving(t, folder, settings)
  const { url } = server
  const pid = server.child.pid!
  const withdraw = (slug: string): Promise<void> =>
    anyway(() => form(url, `/desk/entries/${ids[slug]}/withdrawal`, { ground: GROUND }, cookie))
  const served = { url, pid, copy, withdraw }

  await t.test('R15: a withdrawal that is answered is seen by all of them', (t) =>
    isSeenByAll(t, served),
  )
  await t.test('R10: none of them has a file of the record, or a setting', (t) =>
    knowsNothing(t, served),
  )
  await t.test('R15: one that does not take the news is ended, and another begins', (t) =>
    isEnded(t, served),
  )
  await t.test('R22: a request under way is answered before the server stops', async (t) => {
    const answered = await halfSent(url)
    for (const each of readersOf(pid)) process.kill(each, 'SIGTERM')
    server.child.kill('SIGTERM')
    t.equal(await answered(), 303)
    t.equal(await server.ended, 0)
    await t.rejects(ask(`${url}/healthz`), 'nobody listens any more')
  })
})

const isSeenByAll = async (t: Test, { url, pid, copy, withdraw }: Served): Promise<void> => {
  t.equal(readersOf(pid).length, 2)
  const page = `${url}/entries/${FIRST}`
  const before = await askAll(page)
  t.same(statuses(before), [200])
  t.equal(new Set(before.map((each) => each.headers.etag)).size, 1, 'each draws the same page')
  const [said] = before[0]!.body.match(/(?<=<title>)[^<]{20,40}/)!
  t.ok((await askAll(url))[0]!.body.includes(said))
  t.ok(readFileSync(copy).includes(said))
  await withdraw(FIRST)
  t.notOk(readFileSync(copy).includes(said), 'nor does the copy have it that the server writes')
  const after = await askAll(page)
  t.same(statuses(after), [410])
  t.ok(after.every((each) => each.body.includes(GROUND)))
  for (const path of ['/', '/feed.atom', '/board.json', '/ar/board.csv'])
    t.notOk(
      (await askAll(url + path)).some((each) => each.body.includes(said)),
      path,
    )
}

const knowsNothing = async (t: Test, { pid }: Served): Promise<void> => {
  const of = (each: number, what: string) => readFileSync(`/proc/${each}/${what}`, 'utf8')
  for (const each of readersOf(pid)) {
    t.notMatch(of(each, 'environ'), /zqsecret|DATA_DIR/)
    t.notMatch(of(each, 'maps'), /better-sqlite3|round-table\.db/)
  }
  t.match(of(pid, 'environ'), /zqsecret/, 'this would be seen')
  t.match(of(pid, 'maps'), /better-sqlite3/, 'and this')
}

const isEnded = async (t: Test, { url, pid, withdraw }: Served): Promise<void> => {
  const [stuck] = readersOf(pid)
  process.kill(stuck!, 'SIGSTOP')
  // A line to the one that is stuck is cut with it, so that it is asked several times.
  await Promise.any(Array.from({ length: 8 }, () => withdraw(SECOND)))
  t.notOk(readersOf(pid).includes(stuck!), 'it is there no more')
  t.same(statuses(await askAll(`${url}/entries/${SECOND}`)), [410])
  await until(() => readersOf(pid).length === 2)
  await askAnyway(url)
}

/** A process that is ended takes its lines with it: whoever was on one asks again. */
const anyway = async (work: () => Promise<unknown>): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await work().catch(() => undefined)) !== undefined) return
    await wait(100)
  }
  throw new Error('nobody answers')
}

/** A form of which the second half is still to come. */
const halfSent = async (url: string): Promise<() => Promise<number>> => {
  const post = request(`${url}/sign-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: url,
      'content-length': 28,
    },
  })
  const answered = new Promise<number>((resolve, reject) =>
    post.on('response', (answer) => resolve(answer.resume().statusCode!)).on('error', reject),
  )
  post.write('email=nobody%40')
  await new Promise((resolve) => setTimeout(resolve, 200))
  return () => {
    post.end('table.example')
    return answered
  }
}

const statuses = (all: { status: number }[]): number[] => [
  ...new Set(all.map((each) => each.status)),
]

t.test('a server that is killed leaves no process for readers behind', async (t) => {
  const folder = folderWithSample()
  const server = await serving(t, folder, { WORKERS: '1' })
  const readers = readersOf(server.child.pid!)
  t.equal(readers.length, 1)
  server.child.kill('SIGKILL')
  await until(() => readers.every((pid) => !isThere(pid)))
})

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
