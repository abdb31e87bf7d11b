import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isCurrent } from '../../../src/bundle.js'
import { CACHE } from '../../support/cache.ts'
import { HOST } from './encoded.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const CLOCK = 'test/torture/parts/clock.ts'

/** The one file that starts in half a second: thousands of starts are waited for. */
export const buildOnce = (): void => {
  if (!isCurrent(ROOT))
    execFileSync(process.execPath, ['src/commands/build.ts'], { cwd: ROOT, stdio: 'ignore' })
}

export interface Server {
  child: ChildProcess
  port: number
  /** The code and the signal that it ended with. */
  ended: Promise<[number | null, string | null]>
}

/** The real server over a folder, in a process of its own. Throws with what it said where it stops. */
export const startServer = async (
  folder: string,
  { behind = 0, settings = {} }: { behind?: number; settings?: Record<string, string> } = {},
): Promise<Server> => {
  const child = spawnServer(folder, behind, settings)
  const ended = once(child, 'close') as Server['ended']
  let said = ''
  const port = await new Promise<number>((resolve, reject) => {
    child.stderr!.on('data', (text) => (said += String(text)))
    child.stdout!.on('data', (text) => {
      said += String(text)
      const found = /Round Table is at http:\/\/[^:]+:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
    void ended.then(() => reject(new Error(`the server did not start: ${said}`)))
  })
  return { child, port, ended }
}

/** ... or only begun: whoever kills it on its way waits for nothing. */
export const spawnServer = (
  folder: string,
  behind = 0,
  settings: Record<string, string> = {},
): ChildProcess =>
  spawn(process.execPath, ['--import', pathToFileURL(join(ROOT, CLOCK)).href, 'src/launch.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      PORT: '0',
      PUBLIC_URL: `http://${HOST}`,
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'error',
      BEHIND_MS: String(behind),
      NODE_COMPILE_CACHE: `${CACHE}/compiled`,
      ...settings,
    },
  })
