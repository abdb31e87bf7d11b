import { fork, type ChildProcess } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import type { Begin, FromReader, ToReader } from './between.ts'

/** How long a process may take to have a new board: what was withdrawn is gone within a second (R15). */
const TAKES_MS = 800
/** ... and to begin, on a machine that is busy. */
const BEGINS_MS = 60_000
/** One that says nothing to so many looks is stuck, whether or not there is news. */
const MOST_UNANSWERED = 4
/** One that ended sooner than this ended as it began. */
const SOON_MS = 5000
/** What is under way when the server stops has as long as in the server itself. */
const STOPS_MS = 9000

interface Told {
  begin: Begin
  /** The board as it stands. */
  now: () => { version: number; bytes: Uint8Array }
  /** It listens, or could not. */
  onListening: (failed?: string) => void
  /** It has the board as it stands. */
  onCaughtUp: () => void
  onEnded: (how: string, wasSoon: boolean) => void
  /** Why it is being ended. */
  onEnding: (why: string) => void
}

export type Worker = ReturnType<typeof beginWorker>

/** One process that answers readers, and how it is held to what is told now. */
export const beginWorker = (file: string, told: Told) => {
  const child = forkReader(file)
  const beganAt = Date.now()
  let listens = false
  let isBehind = false
  let unanswered = 0
  const end = (why: string): void => {
    told.onEnding(why)
    child.kill('SIGKILL')
  }
  let clock = setTimeout(end, BEGINS_MS, 'it did not begin')
  /** The time runs from the first board that it has not taken. */
  const fallBehind = (): void => {
    if (isBehind || !listens) return
    isBehind = true
    clock = setTimeout(() => {
      // What it said while we were busy ourselves is heard first.
      setImmediate(() => isBehind && end('it did not take the new board in time'))
    }, TAKES_MS)
  }
  const hasNow = (version: number): void => {
    if (version !== told.now().version) return fallBehind()
    clearTimeout(clock)
    isBehind = false
    told.onCaughtUp()
  }
  child.on('message', (said: FromReader) => {
    unanswered = 0
    if ('up' in said) send(child, { begin: told.begin, board: told.now().bytes })
    if ('failed' in said) told.onListening(said.failed)
    if ('listens' in said) {
      listens = true
      clearTimeout(clock)
      told.onListening()
      hasNow(said.listens)
    }
    if ('has' in said && listens) hasNow(said.has)
  })
  child.once('exit', (code, signal) => {
    clearTimeout(clock)
    isBehind = false
    told.onEnded(String(code ?? signal), Date.now() - beganAt < SOON_MS)
  })
  return {
    pid: child.pid,
    isBehind: (): boolean => isBehind,
    bring: (): void => {
      fallBehind()
      send(child, { board: told.now().bytes })
    },
    look: (): void => {
      if (!listens) return
      unanswered += 1
      if (unanswered > MOST_UNANSWERED) end('it did not answer')
      else send(child, { look: true })
    },
    stop: () => stopped(child),
  }
}

/** Without our settings: a process that is broken into knows no key and no address. */
const forkReader = (file: string): ChildProcess => {
  const { NODE_ENV, TZ } = process.env
  const child = fork(file, [], {
    env: { NODE_ENV, TZ, NODE_COMPILE_CACHE: getCompileCacheDir() },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  // What could not be begun, or sent, ends as well.
  return child.on('error', () => {})
}

/** One that ended meanwhile is heard of by its end. */
const send = (child: ChildProcess, words: ToReader): void => {
  if (child.connected) child.send(words, () => {})
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const clock = setTimeout(() => child.kill('SIGKILL'), STOPS_MS)
    child.once('exit', () => {
      clearTimeout(clock)
      resolve()
    })
    send(child, { stop: true })
  })
