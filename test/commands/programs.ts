import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { dayOf } from '../../src/domain/day.ts'
import { partnershipOf } from '../../src/sample/partnership.ts'
import { connect } from '../../src/store/database.ts'
import { databaseFile } from '../../src/store/folder.ts'
import { openStore } from '../../src/store/store.ts'

export interface Run {
  child: ChildProcess
  out: () => string
  err: () => string
  ended: Promise<number | null>
}

/**
 * Runs a file of ours as a person at the terminal would: its own process, only the settings given.
 */
export const run = (
  file: string,
  settings: Record<string, string>,
  args: string[] = [],
  more: SpawnOptions = {},
): Run => {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  return started([process.execPath, path, ...args], settings, more)
}

/** ... and a command line in a folder of its own. */
export const runIn = (folder: string, args: string[], settings: Record<string, string>): Run =>
  started([process.execPath, ...args], settings, { cwd: folder })

/** Starts a program with the settings given and no others. */
export const started = (
  line: string[],
  settings: Record<string, string>,
  more: SpawnOptions = {},
): Run => {
  // By way of env, so that what the test runner adds to the processes it sees is not part of what
  // is tested.
  const child = spawn('env', ['-u', 'NODE_OPTIONS', ...line], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...more,
  })
  const said = { out: '', err: '' }
  child.stdout!.on('data', (text) => {
    said.out += text
  })
  child.stderr!.on('data', (text) => {
    said.err += text
  })
  return {
    child,
    out: () => said.out,
    err: () => said.err,
    ended: once(child, 'close').then(([code]) => code as number | null),
  }
}

/** A command from start to end. */
export const finished = async (
  command: Run,
): Promise<{ code: number | null; out: string; err: string }> => {
  const code = await command.ended
  return { code, out: command.out(), err: command.err() }
}

/**
 * Waits until something is so, or throws after a minute: long, since a busy machine is no fault of
 * the server's.
 */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const stop = Date.now() + 60_000; !(await holds()); await wait(2)) {
    if (Date.now() > stop) throw new Error(`waited a minute in vain for: ${holds}`)
  }
}

/** A server that listens, and its address. Ended with the test. */
export const serving = async (
  t: Test,
  folder: string,
  settings: Record<string, string> = {},
): Promise<Run & { url: string }> => {
  const server = run('src/server.ts', { DATA_DIR: folder, ...settings })
  t.teardown(() => server.child.kill('SIGKILL'))
  await until(() => server.out().includes('Round Table is at') || server.child.exitCode !== null)
  const url = /Round Table is at (\S+)/.exec(server.out())?.[1]
  if (!url) throw new Error(`the server did not start: ${server.err()}`)
  return { ...server, url }
}

/** ... once its clock has looked at the record too: from then on it writes nothing by itself. */
export const servingQuietly = async (t: Test, folder: string): Promise<Run & { url: string }> => {
  const server = await serving(t, folder)
  const today = dayOf(new Date().toISOString())
  await until(() => {
    const { $client: client } = connect(databaseFile(folder))
    const looked = client.prepare("select 1 from settings where name = 'clock' and value = ?")
    const has = looked.get(today) !== undefined
    client.close()
    return has
  })
  return server
}

/** A folder of this test's own, gone when the test file ends. */
export const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with the sample's people in it, and nothing said yet. */
export const folderWithPeople = (): string => {
  const folder = emptyFolder()
  const store = openStore(folder)
  partnershipOf(store)
  store.close()
  return folder
}

/** Every row of every table, to compare two records whole. */
export const rowsOf = (file: string): Record<string, unknown[]> => {
  const { $client: client } = connect(file)
  const tables = client
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all() as string[]
  const rows = Object.fromEntries(
    tables.map((table) => [table, client.prepare(`select * from "${table}"`).all()]),
  )
  client.close()
  return rows
}

/** Marks a record as made by a Round Table that comes after this one. */
export const makeNewer = (file: string): void => {
  const { $client: client } = connect(file)
  client
    .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
    .run('later', Date.now() + 1e9)
  client.close()
}

/** ... and by the one before this. */
export const makeOlder = (file: string): void => {
  const { $client: client } = connect(file)
  client.exec(
    'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)',
  )
  client.close()
}

/** A refusal at the terminal: one plain line, no stack, and a non-zero exit. */
export const refusedPlainly = (
  t: Test,
  { code, err }: { code: number | null; err: string },
  words: RegExp,
): void => {
  t.ok(code !== 0 && code !== null, `exit ${code}`)
  t.equal(err.trim().split('\n').length, 1, `one line: ${err.trim()}`)
  t.match(err, words)
}
