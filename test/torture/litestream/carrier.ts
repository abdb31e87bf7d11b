import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newKey } from '../../../src/work/backups/age.ts'
import { databaseFile } from '../../../src/store/folder.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const OURS = `node_modules/@flydotio/litestream-${process.platform}-${process.arch}/litestream`
/** The very file that docs/operating tells people to use. */
const CONFIG = join(ROOT, 'docs/operating/litestream.yml')

/** Where Litestream is: the one that LITESTREAM names, ours, or none. */
export const findLitestream = (): string | undefined =>
  [process.env.LITESTREAM, join(ROOT, OURS)].find(
    (path) => path && existsSync(path) && spawnSync(path, ['version']).status === 0,
  )

/** Carries the record of folders to one place, and brings it back from there. */
export const openCarrier = async (program: string, place: string) => {
  const { secret, open } = await newKey()
  // REPLICA may name a store beyond this machine, for a trial by hand.
  const url = `${process.env.REPLICA ?? 'file://'}${place}/replica`
  const settings = { ...process.env, REPLICA: url, RECIPIENT: open }
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
    restore: (folder: string): void => {
      const config = join(place, 'restore.yml')
      const replica = `url: ${url}, age: { identities: ['${secret}'] }`
      writeFileSync(
        config,
        `dbs: [{ path: ${databaseFile(folder)}, replicas: [{ ${replica} }] }]\n`,
      )
      const { status, stderr } = spawnSync(
        program,
        ['restore', '-config', config, databaseFile(folder)],
        { encoding: 'utf8', env: settings },
      )
      if (status !== 0) throw new Error(`not restored: ${stderr}`)
    },
    replica: join(place, 'replica'),
  }
}
