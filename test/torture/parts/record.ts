import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE, forgetOldest } from '../../support/cache.ts'
import { hashOf } from '../../support/sample-file.ts'
import type { PostRoute, Sending } from './forms.ts'

/** Everything that the pages of the record are made of. */
const MADE_OF = [
  'src',
  'migrations',
  'views',
  'test/support',
  ...['by-hand', 'encoded', 'files', 'forms', 'prepare', 'script', 'ways'].map(
    (part) => `test/torture/parts/${part}.ts`,
  ),
  'package-lock.json',
]
const KEPT = 3

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const PROGRAM = 'test/torture/parts/prepare.ts'

/** A record in every state, with everyone signed in, and forms for the routes that write. */
export interface Prepared {
  /** Only to be copied. */
  file: string
  /** The cookie of each who is signed in. */
  sessions: Sessions
  /** Every route that takes a form. */
  routes: PostRoute[]
  /** Each begins with the record as it is, and each of its forms changes something, in this order. */
  scripts: Sending[][]
}
export type Sessions = Record<string, string>

/** It is made once for one state of the code, and kept in the cache. */
export const preparedRecord = (): Prepared => {
  const folder = join(CACHE, 'torture')
  const name = join(folder, hashOf(MADE_OF))
  if (!existsSync(`${name}.json`)) {
    mkdirSync(folder, { recursive: true })
    // What the test runner does after half a minute is not for a program that makes something.
    const env = { ...process.env, TAP_TIMEOUT: '0' }
    execFileSync(process.execPath, [PROGRAM, name], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
    for (const ending of ['.db', '.json']) forgetOldest(folder, ending, KEPT)
  }
  const about = JSON.parse(readFileSync(`${name}.json`, 'utf8')) as Omit<Prepared, 'file'>
  return { file: `${name}.db`, ...about }
}
