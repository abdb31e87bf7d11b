import { statSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from '../app.ts'
import type { OwnThere, TableKey, TableAnswer } from '../domain/people/own-there.ts'
import type { Fittings } from '../fittings.ts'
import type { Post } from '../mail/post.ts'
import { openRecord, sayHowToBegin, sayWhatIsLeft } from '../open-record.ts'
import { logsBackups } from '../post-office.ts'
import { CannotStart } from '../store/cannot-start.ts'
import { databaseFile } from '../store/folder.ts'
import type { Health } from '../store/settings/health.ts'
import type { Store } from '../store/store.ts'
import { makeGlances } from '../start.ts'
import { keepBackups, type Backups } from '../work/backups/keeper.ts'
import { ownThere } from '../work/own-there.ts'
import type { Counted } from '../web/arriving/counted.ts'
import type { LogTo } from '../web/open-server.ts'
import { configFor, type Environment } from './settings.ts'

/** Begins something once what was begun before it is done. */
export type InTurn = (work: () => Promise<void>) => Promise<void>

/** What every partnership of a process is handed alike. None of it comes from a record. */
export interface Shared {
  environment: Environment
  fittings: Fittings
  now: () => Date
  log: Logger
  /** One backup is made at a time, whoever's it is: each is a process of its own. */
  inTurn: InTurn
  logTo: LogTo
  /** Asks another of them what is somebody's own there: the one thing that passes between two. */
  askTable: (key: TableKey, from: string) => Promise<TableAnswer>
}

/** What a closed partnership leaves for the next time, in memory alone. */
export interface Left {
  counted: Counted
  /** The file as it was left: where it is still so, it is not read from end to end again. */
  file: string | undefined
  wasOpen: boolean
}

/** One partnership while it is open. */
export interface Opened {
  app: FastifyInstance
  health: () => Health | 'down'
  /** What is somebody's own in it, for whoever has their key. */
  own: (token: string) => OwnThere | undefined
  /** Nothing goes on in it by itself: no letter on its way, no backup being made. */
  isQuiet: () => boolean
  /** Closes it. @returns when its next letter is to be tried again, where one waits. */
  close: () => Promise<string | undefined>
}

/** How much of what it draws one keeps in memory: others are in there too. */
const KEEPS = { pageBytes: 4 * 1024 * 1024, pictureBytes: 2 * 1024 * 1024 }

/** Opens one by its host name, as `npm start` opens a record that is alone. */
export const openOne = async (host: string, shared: Shared, left: Left): Promise<Opened> => {
  const read = configFor(shared.environment, host)
  if ('wrong' in read) throw new CannotStart(read.wrong.join(' '))
  const { config } = read
  const { now, fittings, logTo } = shared
  const log = shared.log.child({ partnership: host })
  const record = await openRecord(config, now, left.file === fileMark(config.dataDir))
  const going = countGoing()
  const { store } = record.parts
  try {
    const backups = keepBackups(
      { ...config.backups!, dataDir: config.dataDir },
      now,
      logsBackups({ log }),
    )
    let clock = (): void => {}
    const app = await buildApp({
      ...record.parts,
      clockWaits: (run) => void (clock = run),
      post: postOf(record.parts.post, going),
      returned: (...given) => going.count(() => record.parts.returned(...given)),
      backups: backupsOf(backups, going, shared.inTurn),
      fittings,
      counted: left.counted,
      keeps: KEEPS,
      logTo,
      logAs: host,
      askTable: (key) => shared.askTable(key, host),
    })
    if (!left.wasOpen) {
      sayWhatIsLeft(log, record.parts)
      sayHowToBegin(store, config.publicUrl, now)
    }
    left.wasOpen = true
    let isOpen = true
    void going.count(() => looking(store, () => isOpen).then(clock))
    record.whenLost(() =>
      log.fatal('another machine keeps this record now: nothing is written here'),
    )
    return {
      app,
      health: () => healthOf(store),
      own: (token) =>
        ownThere(store, { token, publicUrl: config.publicUrl, at: now().toISOString() }),
      isQuiet: () => going.isNothing() && !backups.state().isMaking,
      close: async () => {
        isOpen = false
        await app.close()
        const next = store.letters.nextAfter(now().toISOString())
        record.close()
        left.file = fileMark(config.dataDir)
        return next
      },
    }
  } catch (error) {
    record.close()
    throw error
  }
}

/**
 * Whoever asked for it to be opened is answered first, and then its clock looks. What is told is left
 * until somebody asks: most are opened for their clock alone.
 */
const looking = ({ glances }: Store, isOpen: () => boolean): Promise<void> =>
  new Promise((done) => makeGlances(glances.warm(false), isOpen, done))

const healthOf = (store: Store): Health | 'down' => {
  try {
    return store.health()
  } catch {
    return 'down'
  }
}

/** Counts what goes on by itself. */
const countGoing = () => {
  let going = 0
  return {
    count: async <T>(work: () => Promise<T>): Promise<T> => {
      going += 1
      try {
        return await work()
      } finally {
        going -= 1
      }
    },
    isNothing: (): boolean => going === 0,
  }
}
type Going = ReturnType<typeof countGoing>

const postOf = ({ send }: Post, going: Going): Post => ({
  send: (letter) => going.count(() => send(letter)),
})

const backupsOf = (backups: Backups, going: Going, inTurn: InTurn): Backups => ({
  ...backups,
  look: () => going.count(() => inTurn(backups.look)),
})

/** Changes with whatever is written, here or by another program. */
const fileMark = (folder: string): string =>
  ['', '-wal']
    .map((end) => statSync(databaseFile(folder) + end, { throwIfNoEntry: false }))
    .map((found) => (found && found.size > 0 ? `${found.ino} ${found.size} ${found.mtimeMs}` : ''))
    .join(', ')
