import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { newKey } from '../../../src/work/backups/age.ts'
import { databaseFile } from '../../../src/store/folder.ts'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const OURS = `node_modules/@flydotio/litestream-${process.platform}-${process.arch}/litestream`
/** The very file that docs/operating tells people to use. */
const CONFIG = join(ROOT, 'docs/operating/litestream.yml')

/** What the store in memory is asked with: it believes everybody. */
const ANY_KEY = { LITESTREAM_ACCESS_KEY_ID: 'any', LITESTREAM_SECRET_ACCESS_KEY: 'any' }

/**
 * Where Litestream is: the one that LITESTREAM names, one that was put beside us for a trial, or none.
 * It is in no list of packages, since not every machine has a build of it.
 */
export const findLitestream = (): string | undefined =>
  [process.env.LITESTREAM, join(ROOT, OURS)].find(
    (path) => path && existsSync(path) && spawnSync(path, ['version']).status === 0,
  )

/**
 * Carries the record of folders to one replica, and brings it back from there.
 *
 * @param url of the replica: a folder, or a place in a store of objects.
 */
export const openCarrier = async (program: string, url: string, place: string) => {
  const { secret, open } = await newKey()
  const settings = { ...process.env, ...ANY_KEY, REPLICA: url, RECIPIENT: open }
  return {
    /** Follows the record of a folder until it is stopped. */
    follow: async (folder: string): Promise<() => Promise<void>> => {
      const child = spawn(program, ['replicate', '-config', CONFIG], {
        env: { ...settings, DATA_DIR: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      const isThere = new Promise<void>((resolve, reject) => {
        const read = (text: Buffer): void => {
          said += String(text)
          if (said.includes('wal segment written')) resolve()
        }
        child.stdout.on('data', read)
        child.stderr.on('data', read)
        child.once('exit', () => reject(new Error(`Litestream ended: ${said}`)))
      })
      await isThere
      return async () => {
        if (child.exitCode !== null) return
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    },
    /** Brings the record into a folder that has none, as someone with the secret half can. */
    restore: async (folder: string): Promise<void> => {
      const config = join(place, 'restore.yml')
      const replica = `url: ${url}, age: { identities: ['${secret}'] }`
      writeFileSync(
        config,
        `dbs: [{ path: ${databaseFile(folder)}, replicas: [{ ${replica} }] }]\n`,
      )
      const line = ['restore', '-config', config, databaseFile(folder)]
      // Not waited for in one go: the store of objects is in this process.
      await run(program, line, { env: settings })
    },
  }
}
