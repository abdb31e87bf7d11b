import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { keyFile } from '../../../src/store/secrets/key-file.ts'
import { emptyFolder, finished, run, serving, until, type Run } from '../../commands/programs.ts'
import { PEOPLE } from '../../support/house.ts'
import { entryWords, tell } from '../../support/publications.ts'
import { beside, NORTH, SOUTH } from '../partnerships/set-up.ts'
import { pageAt, statusAt } from './asked.ts'

/** What each tells in public. */
export const SAID = {
  [NORTH]: 'The lamps of the north are dark',
  [SOUTH]: 'The buses of the south are late',
}
const GROUND = 'It was wrong.'

interface Served {
  url: string
  child: Run['child']
}
interface Told {
  id: number
  slug: string
}
/** What is kept on another machine than the one whose disk breaks. */
interface Apart {
  backup: string
  secret: string
  key: string
  settings: string
}

export const tellAt = (folder: string, host: string): Told =>
  beside(join(folder, host), (store) =>
    tell(store, entryWords({ said: SAID[host as keyof typeof SAID] })),
  )

/** A key for the backups of the one, and what is carried apart of it: its key and its settings. */
export const setUp = async (folder: string): Promise<Apart> => {
  const place = emptyFolder()
  const [secret, key, settings, backup] = ['secret.txt', 'key', 'settings.env', 'north.db.age'].map(
    (name) => join(place, name),
  ) as [string, string, string, string]
  const made = await finished(run('src/commands/backup-key.ts', {}, [secret]))
  writeFileSync(join(folder, NORTH, 'settings.env'), /BACKUP_KEY=age1\w+/.exec(made.out)![0])
  copyFileSync(join(folder, NORTH, 'settings.env'), settings)
  copyFileSync(keyFile(join(folder, NORTH)), key)
  return { backup, secret, key, settings }
}

export const serveMany = async (t: Test, folder: string): Promise<Served> => {
  const server = run('src/server.ts', { PARTNERSHIPS: folder })
  t.teardown(() => server.child.kill('SIGKILL'))
  await until(() => server.out().includes('Round Table is at') || server.child.exitCode !== null)
  return { url: /Round Table is at (\S+)/.exec(server.out())![1]!, child: server.child }
}

/** A command on one of many, as docs/operating/partnerships.md says. */
const commandOn = async (folder: string, host: string, name: string, to: string): Promise<void> => {
  const settings = { PARTNERSHIPS: folder, DATA_DIR: join(folder, host) }
  const { code, err } = await finished(run(`src/commands/${name}.ts`, settings, [to]))
  if (code !== 0) throw new Error(`${name}: ${err}`)
}

export const backUp = async (folder: string, { backup }: Apart): Promise<void> => {
  await commandOn(folder, NORTH, 'backup', backup)
  if (!readFileSync(backup).toString('latin1').startsWith('age')) throw new Error('it is plain')
}

/** The copy has its name when it is whole, as a program that copies files does it. */
const carry = async (folder: string, copy: string): Promise<void> => {
  await commandOn(folder, NORTH, 'board-copy', `${copy}.next`)
  renameSync(`${copy}.next`, copy)
}

export const showElsewhere = async (t: Test, folder: string, copy: string): Promise<string> => {
  await carry(folder, copy)
  const board = run('src/commands/board.ts', { PUBLIC_URL: `https://${NORTH}` }, [copy])
  t.teardown(() => board.child.kill('SIGKILL'))
  await until(() => board.out().includes('sent to') || board.child.exitCode !== null)
  return /The board is at (\S+)/.exec(board.out())![1]!
}

export const tellsApart = async (
  t: Test,
  url: string,
  told: Record<string, Told>,
): Promise<void> => {
  for (const [host, other] of [
    [NORTH, SOUTH],
    [SOUTH, NORTH],
  ] as const)
    for (const path of ['/', '/board.json', '/feed.atom', `/entries/${told[host]!.slug}`]) {
      const { body } = await pageAt(url, host, path)
      t.match(body, SAID[host], `${path} at ${host}`)
      t.notMatch(body, SAID[other], `${path} at ${host} has nothing of ${other}`)
    }
}

export const isWithdrawn = async (
  t: Test,
  {
    folder,
    copy,
    board,
    told,
    url,
  }: {
    folder: string
    copy: string
    board: string
    told: Told
    url: string
  },
): Promise<void> => {
  const path = `/entries/${told.slug}`
  // One copy is being made while it is withdrawn: it may have it still, and the next has not.
  const inFlight = carry(folder, copy)
  await withdraw(url, join(folder, NORTH), told)
  t.equal(await statusAt(url, NORTH, path), 410)
  t.equal(await statusAt(url, SOUTH, '/'), 200)
  await inFlight
  await carry(folder, copy)
  await until(async () => (await statusAt(board, '', path)) === 410)
  t.match((await pageAt(board, '', path)).body, GROUND)
  t.notOk(readFileSync(copy).includes(SAID[NORTH]), 'no byte of it is in the file')
}

const withdraw = async (url: string, record: string, { id }: Told): Promise<void> => {
  const session = beside(record, (store) =>
    store.signIn.startSession(
      store.people.findByEmail(PEOPLE.coordinator)!.id,
      true,
      new Date().toISOString(),
    ),
  )
  const form = { ground: GROUND }
  const cookie = `__Host-session=${session}`
  await pageAt(url, NORTH, `/desk/entries/${id}/withdrawal`, { form, cookie })
}

/** Residents write to both until nobody answers. @returns what was acknowledged to those of the one. */
export const writeUntilKilled = async ({ url, child }: Served): Promise<string[]> => {
  const acknowledged: string[] = []
  for (let n = 0; n < 60; n += 1) {
    if (n === 25) setTimeout(() => child.kill('SIGKILL'), 5)
    const host = n % 2 === 0 ? NORTH : SOUTH
    const text = `Message ${n} is for ${host}`
    const form = { text, area: '', name: '', reach: '' }
    const said = await pageAt(url, host, '/tell-us', { form, browser: n }).catch(() => undefined)
    if (!said) return acknowledged
    if (said.status === 303 && host === SOUTH) acknowledged.push(text)
  }
  throw new Error('the server was not killed')
}

export const hasAll = async (
  t: Test,
  folder: string,
  sent: string[],
  url: string,
): Promise<void> => {
  t.ok(sent.length > 5, `${sent.length} were acknowledged`)
  t.same([await statusAt(url, SOUTH, '/'), await statusAt(url, NORTH, '/')], [200, 421])
  const there = beside(join(folder, SOUTH), (store) =>
    store.messages.listUnfiltered().map(({ text }) => text),
  )
  t.same(
    sent.filter((text) => !there.includes(text)),
    [],
  )
  t.same(
    there.filter((text) => text.includes(NORTH)),
    [],
    'and nothing that was for another',
  )
}

export const comesBack = async (
  t: Test,
  record: string,
  apart: Apart,
  told: Told,
): Promise<void> => {
  mkdirSync(record, { mode: 0o700 })
  copyFileSync(apart.key, keyFile(record))
  copyFileSync(apart.settings, join(record, 'settings.env'))
  const settings = { DATA_DIR: record, BACKUP_KEY_FILE: apart.secret }
  const restored = await finished(run('src/commands/restore.ts', settings, [apart.backup]))
  t.same([restored.code, restored.err], [0, ''])
  t.match(restored.out, /Restored/)
  t.notMatch(restored.out, /key/i, 'with the key that was kept apart')
  const alone = await serving(t, record, { PUBLIC_URL: `https://${NORTH}` })
  const path = `/entries/${told.slug}`
  t.equal(await statusAt(alone.url, NORTH, path), 200, 'the backup is from before the withdrawal')
  await withdraw(alone.url, record, told)
  t.equal(await statusAt(alone.url, NORTH, path), 410)
  alone.child.kill('SIGTERM')
  t.equal(await alone.ended, 0)
}
