import { fork, type ChildProcess } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
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
  /** Which board stands now, and all of it. */
  version: () => number
  all: () => Uint8Array
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
  const is = { told: false, listens: false, behind: false }
  const end = (why: string): void => {
    told.onEnding(why)
    child.kill('SIGKILL')
  }
  const looks = keepLooks(child, end)
  let clock = setTimeout(end, BEGINS_MS, 'it did not begin')
  /** The time runs from the first board that it has not taken. */
  const fallBehind = (): void => {
    if (is.behind || !is.listens) return
    is.behind = true
    clock = setTimeout(() => {
      // What it said while we were busy ourselves is heard first.
      setImmediate(() => is.behind && end('it did not take the new board in time'))
    }, TAKES_MS)
  }
  const hasNow = (version: number): void => {
    if (version !== told.version()) return fallBehind()
    clearTimeout(clock)
    is.behind = false
    told.onCaughtUp()
  }
  child.on('message', (said: FromReader) => {
    looks.heard()
    if ('up' in said) {
      is.told = true
      send(child, { begin: told.begin, news: told.all() })
    }
    if ('failed' in said) told.onListening(said.failed)
    if ('listens' in said) {
      is.listens = true
      clearTimeout(clock)
      told.onListening()
      hasNow(said.listens)
    }
    if ('has' in said && is.listens) hasNow(said.has)
  })
  child.once('exit', (code, signal) => {
    clearTimeout(clock)
    is.behind = false
    told.onEnded(String(code ?? signal), Date.now() - beganAt < SOON_MS)
  })
  return {
    pid: child.pid,
    isBehind: (): boolean => is.behind,
    /** What is other than on the board before. */
    bring: (news: Uint8Array): void => {
      if (!is.told) return
      fallBehind()
      send(child, { news })
    },
    look: (): void => void (is.listens && looks.look()),
    stop: () => stopped(child),
  }
}

/** Looks whether it still answers, and ends it where it does not. */
const keepLooks = (child: ChildProcess, end: (why: string) => void) => {
  let unanswered = 0
  return {
    heard: (): void => {
      unanswered = 0
    },
    look: (): void => {
      unanswered += 1
      if (unanswered > MOST_UNANSWERED) end('it did not answer')
      else send(child, { look: true })
    },
  }
}

/** Without our settings: a process that is broken into knows no key and no address. */
const forkReader = (file: string): ChildProcess => {
  const { NODE_ENV, TZ } = process.env
  // Each version of Node has a folder of its own in it.
  const compiled = getCompileCacheDir()
  const child = fork(file, [], {
    env: { NODE_ENV, TZ, NODE_COMPILE_CACHE: compiled && dirname(compiled) },
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
