import Database from 'better-sqlite3'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { ownedFile } from './folder.ts'

/**
 * A whole, checked copy under its final name or none at all: written beside it, verified, synced,
 * renamed (R22).
 */
export const copyTo = (
  { $client: client }: { $client: Database.Database },
  file: string,
  /** What is done to the copy before it is looked over and has its name. */
  finish: (partial: string) => void = () => {},
): void => {
  const partial = `${file}.partial`
  const drop = (): void => {
    for (const each of [partial, `${partial}-journal`]) rmSync(each, { force: true })
  }
  drop()
  try {
    // Before the first row is in it: a folder of backups may be open to others.
    ownedFile(partial)
    client.prepare('VACUUM INTO ?').run(partial)
    finish(partial)
    verify(partial)
    sync(partial, 'r+')
  } catch (error) {
    drop()
    throw error
  }
  rename(partial, file)
}

/**
 * The new name is an entry of the folder: until that is on disk too, a power cut can take the name
 * back.
 */
export const rename = (partial: string, file: string): void => {
  renameSync(partial, file)
  sync(dirname(file), 'r')
}

/** What was written in a file, or in a folder, is on disk. */
export const sync = (path: string, flags: string): void => {
  const handle = openSync(path, flags)
  fsyncSync(handle)
  closeSync(handle)
}

/** Throws unless the file is a sound database of ours. */
export const verify = (file: string): void => {
  if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
  let client: Database.Database | undefined
  try {
    client = openBackup(file)
    if (client.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new Error('integrity check failed')
    if ((client.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('broken references')
    client.prepare('select count(*) from journal').get()
  } catch (error) {
    throw new CannotStart(
      `${file} is not a sound Round Table backup (${(error as Error).message}).`,
    )
  } finally {
    client?.close()
  }
}

/** A backup as it lies there: nothing is written to it. */
export const openBackup = (file: string): Database.Database =>
  new Database(file, { readonly: true })
