import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSample } from '../../src/sample/sample.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { CACHE, forgetOldest } from './cache.ts'
import { databaseFile } from '../../src/store/folder.ts'
import { keyFile } from '../../src/store/secrets/key-file.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Everything that the sample is made of: a change in any of it makes another sample. */
const MADE_OF = [
  'src/domain',
  'src/store',
  'src/work',
  'src/mail',
  'src/sample',
  'migrations',
  'package-lock.json',
]
const KEPT = 5

let found: string | undefined
/**
 * The file of the sample partnership. It is built once for one state of the code, kept in the
 * cache, and must only be copied.
 */
export const sampleFile = (): string => (found ??= findSample())

/** The file of a record that is made once and copied: it begins as the sample, or empty. */
export const recordFile = (make: (store: Store) => void, from?: 'sample'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-record-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (from) copyFileSync(sampleFile(), databaseFile(folder))
  return makeRecord(folder, make)
}

/** One key for every record of the tests: they are made in one folder and opened in another. */
export const putKey = (folder: string): void =>
  writeFileSync(keyFile(folder), Buffer.alloc(32, 'a key for the tests').toString('base64url'))

const makeRecord = (folder: string, make: (store: Store) => void): string => {
  putKey(folder)
  const store = openStore(folder)
  make(store)
  store.close()
  return databaseFile(folder)
}

const findSample = (): string => {
  const samples = join(CACHE, 'samples')
  const file = join(samples, `${hashOf(MADE_OF)}.db`)
  if (existsSync(file)) {
    utimesSync(file, new Date(), new Date())
    return file
  }
  mkdirSync(samples, { recursive: true })
  const folder = mkdtempSync(join(samples, 'building-'))
  try {
    // Two files of tests may build it at once: each renames a whole file into place, and the two
    // are alike.
    renameSync(makeRecord(folder, buildSample), file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  forgetOldest(samples, '.db', KEPT)
  return file
}

export const hashOf = (paths: readonly string[]): string => {
  const hash = createHash('sha256').update(process.version)
  const add = (path: string): void => {
    hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)))
  }
  for (const path of paths) {
    if (path.includes('.')) add(path)
    else
      for (const each of readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
        .toSorted())
        add(each)
  }
  return hash.digest('hex').slice(0, 32)
}
