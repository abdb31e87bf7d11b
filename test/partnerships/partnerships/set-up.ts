import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import type { Test } from 'tap'
import { readFittings } from '../../../src/fittings.ts'
import { keepPartnership } from '../../../src/partnerships/partnership.ts'
import { keepPartnerships } from '../../../src/partnerships/partnerships.ts'
import { closeDoor, openDoor } from '../../../src/partnerships/serve.ts'
import type { Environment } from '../../../src/partnerships/settings.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { connectBeside } from '../../../src/store/database.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { storeOver, type Store } from '../../../src/store/store.ts'
import { putKey, sampleFile } from '../../support/sample-file.ts'

export const NORTH = 'north.example'
export const SOUTH = 'south.example'
export const IDLE_MINUTES = 31

export interface Said {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}
interface Asked {
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string>
}
const fittings = readFittings()

const made: string[] = []
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder with a copy of the sample for each host, and whatever is put into it before. */
export const folderOf = (hosts: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-many-'))
  made.push(folder)
  for (const host of hosts) {
    mkdirSync(join(folder, host))
    copyFileSync(sampleFile(), databaseFile(join(folder, host)))
    putKey(join(folder, host))
  }
  return folder
}

/** The partnerships of a folder behind one door, with a clock that the test moves. */
export const openMany = async (
  t: Test,
  {
    folder,
    set = {},
    trustProxy = false,
  }: { folder: string; set?: Environment; trustProxy?: boolean },
) => {
  let instant = Date.parse(SAMPLE_NOW)
  const lines: string[] = []
  const logTo = { write: (line: string) => void lines.push(line) }
  const now = (): Date => new Date(instant)
  const shared = {
    environment: { PARTNERSHIPS: folder, LOG_LEVEL: 'info', ...set },
    fittings,
    now,
    log: pino({ level: 'info' }, logTo),
    logTo,
  }
  const many = keepPartnerships(shared, trustProxy)
  const server = openDoor(many).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const agent = new Agent({ keepAlive: true })
  t.teardown(async () => {
    agent.destroy()
    await closeDoor(server)
    await many.stop()
  })
  const { port } = server.address() as AddressInfo
  return {
    ...many,
    port,
    folder,
    now,
    at: (host: string): string => join(folder, host),
    pass: ({ minutes = 0, hours = 0 }) => {
      instant += (hours * 60 + minutes) * 60_000
    },
    /** One of the folder by itself, behind no door. */
    alone: (host: string) =>
      keepPartnership(host, {
        ...shared,
        inTurn: (work) => work(),
        askTable: async () => 'nothing',
      }),
    /** One look after another, until nothing is left that has to be closed. */
    settle: () =>
      until(async () => {
        await many.look()
        return many.openHosts().length === 0
      }),
    log: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    ask: (host: string, path: string, asked?: Asked) => ask({ port, agent }, host, path, asked),
  }
}
export type Many = Awaited<ReturnType<typeof openMany>>

const ask = async (
  to: { port: number; agent: Agent },
  host: string,
  path: string,
  { method = 'GET', headers = {}, form }: Asked = {},
): Promise<Said> => {
  const asking = request({
    ...to,
    host: '127.0.0.1',
    path,
    method: form ? 'POST' : method,
    headers: {
      host,
      'sec-fetch-site': 'same-origin',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
  }).end(form && new URLSearchParams(form).toString())
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  return {
    status: answer.statusCode!,
    headers: answer.headers,
    body: Buffer.concat(await answer.toArray()),
  }
}

/** Does something in the record of one from outside, as a command beside the server does. */
export const beside = <T>(folder: string, work: (store: Store) => T): T => {
  const db = connectBeside(folder)
  try {
    return work(storeOver(db, databaseFile(folder)))
  } finally {
    db.$client.close()
  }
}

/** The cookie of someone who signed in at one of them. */
export const sessionAt = (many: Many, host: string, email: string): Record<string, string> => ({
  cookie: `__Host-session=${beside(many.at(host), (store) =>
    store.signIn.startSession(store.people.findByEmail(email)!.id, true, many.now().toISOString()),
  )}`,
})

export const settingsOf = (folder: string, host: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, host, 'settings.env'), `${lines.join('\n')}\n`)

export const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Waits for what goes on by itself. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const stop = Date.now() + 30_000; !(await holds()); await wait(20))
    if (Date.now() > stop) throw new Error(`waited in vain for: ${holds}`)
}
