import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import {
  backupsToDrop,
  goesBecauseErased,
  isBackupDue,
  type Backup,
} from '../../domain/settings/backups.ts'
import { dayOf, type Day } from '../../domain/day.ts'
import { readList } from '../../store/erasing/list.ts'
import { isEncrypted } from './age.ts'
import {
  dropLeft,
  isOnSameDisk,
  listBackups,
  prepareBackups,
  type BackupFailure,
  type BackupSettings,
} from './folder.ts'
import { failureOf, type Round } from './round.ts'

/** How the backups are, as it was seen last. */
export interface BackupState {
  /** Newest first, each with the day it goes on because something in it was erased. */
  list: readonly (Backup & { goesOn: Day | null })[]
  isMaking: boolean
  failed: BackupFailure | null
  isOnSameDisk: boolean
  hasKey: boolean
}

/** What the desk and the clock know of the backups. */
export interface Backups {
  state: () => BackupState
  /** The clock's look: makes one where it is time for it. */
  look: () => Promise<void>
  /** Makes one now; while one is being made, that is it. */
  make: () => void
  /** Rids those that are there of what was erased just now (R29). */
  forget: () => void
  /** Waits until nothing is being made, and not longer than so many milliseconds. */
  settled: (ms: number) => Promise<void>
  /** An encrypted one, to be taken away. No other ever is: it holds private matters (R11). */
  open: (name: string) => Promise<{ bytes: number; stream: Readable } | undefined>
  stop: () => void
}

/** Told what could not be done, and that something was. */
export interface BackupLog {
  failed: (failure: BackupFailure) => void
  made: (backup: Backup) => void
}

/** What is known of them from one round to the next, in memory alone: the folder is the truth. */
interface Kept {
  settings: BackupSettings
  now: () => Date
  log: BackupLog
  state: BackupState
  failedAt: string | null
  /** What was there and erased when all of it was last rid of it. */
  rid: string
  turn: Promise<void>
  child: ChildProcess | undefined
  isStopped: boolean
}

/**
 * Keeps the backups of a folder: looks at them, and has them made by a process of its own, one at a
 * time. What pages are shown is kept in memory: none of them waits for a disk that may be far away.
 */
export const keepBackups = (settings: BackupSettings, now: () => Date, log: BackupLog): Backups => {
  prepareBackups(settings)
  dropLeft(settings.dataDir)
  const kept: Kept = {
    settings,
    now,
    log,
    state: {
      list: [],
      isMaking: false,
      failed: null,
      isOnSameDisk: false,
      hasKey: settings.keys.length > 0,
    },
    failedAt: null,
    rid: '',
    turn: Promise.resolve(),
    child: undefined,
    isStopped: false,
  }
  return {
    state: () => kept.state,
    look: () => inTurn(kept, false),
    make: () => {
      if (kept.state.isMaking) return
      kept.state = { ...kept.state, isMaking: true }
      void inTurn(kept, true)
    },
    forget: () => void inTurn(kept, false),
    settled: (ms) => Promise.race([kept.turn, wait(ms, undefined, { ref: false })]),
    open: (name) => openEncrypted(kept, name),
    stop: () => {
      kept.isStopped = true
      kept.child?.kill('SIGKILL')
    },
  }
}

const inTurn = (kept: Kept, isAsked: boolean): Promise<void> => {
  kept.turn = kept.turn.then(() => round(kept, isAsked))
  return kept.turn
}

/** One round. What fails is told, and never thrown: the next round tries again. */
const round = async (kept: Kept, isAsked: boolean): Promise<void> => {
  const { settings, now } = kept
  try {
    await see(kept)
    const erasedAt = readList(settings.dataDir).map((each) => each.at)
    const { list } = kept.state
    const isDue = isAsked || isBackupDue(list, kept.failedAt, now())
    const isOver = backupsToDrop(list, erasedAt, dayOf(now())).length > 0
    if (kept.isStopped || (!isDue && !isOver && ridOf(list, erasedAt) === kept.rid)) return
    kept.state = { ...kept.state, isMaking: isDue }
    const failed = await runApart(kept, { ...settings, at: now().toISOString(), isDue })
    if (kept.isStopped) return
    await see(kept)
    if (failed) return fail(kept, failed)
    kept.rid = ridOf(kept.state.list, erasedAt)
    kept.failedAt = null
    kept.state = { ...kept.state, failed: null }
    const made = kept.state.list[0]
    if (isDue && made) kept.log.made(made)
  } catch (error) {
    fail(kept, failureOf(error))
  } finally {
    kept.state = { ...kept.state, isMaking: false }
  }
}

const ridOf = (list: readonly Backup[], erasedAt: readonly string[]): string =>
  erasedAt.length === 0 ? '' : [erasedAt.length, ...list.map((each) => each.name)].join(' ')

const fail = (kept: Kept, failed: BackupFailure): void => {
  kept.failedAt = kept.now().toISOString()
  kept.state = { ...kept.state, failed }
  kept.log.failed(failed)
}

const DAY_MS = 24 * 3_600_000

/** Looks at what is there now. One from a time to come, when the clock was wrong, is not the newest. */
const see = async (kept: Kept): Promise<void> => {
  const { settings } = kept
  const erasedAt = readList(settings.dataDir).map((each) => each.at)
  const soon = new Date(kept.now().getTime() + DAY_MS).toISOString()
  const list = (await listBackups(settings.folder))
    .filter(({ at }) => at < soon)
    .map((each) => ({ ...each, goesOn: goesBecauseErased(each, erasedAt) }))
  kept.state = { ...kept.state, list, isOnSameDisk: await isOnSameDisk(settings) }
}

/** It knows nothing of our settings but what it is handed, and a stop ends it at once. */
const runApart = async (kept: Kept, handed: Round): Promise<BackupFailure | null> => {
  const child = fork(new URL('./apart.ts', import.meta.url), {
    env: {},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  kept.child = child
  let said: { failed: BackupFailure | null } | undefined
  child.on('message', (message) => {
    said = message as typeof said
  })
  const ended = once(child, 'exit')
  child.send(handed)
  const [code, signal] = (await ended) as [number | null, string | null]
  kept.child = undefined
  return said ? said.failed : { why: 'fault', code: `ENDED_${signal ?? code}` }
}

const openEncrypted = async (
  { state, settings }: Kept,
  name: string,
): ReturnType<Backups['open']> => {
  const found = state.list.find((each) => each.name === name && each.isEncrypted)
  const file = join(settings.folder, name)
  if (!found || !(await isEncrypted(file))) return undefined
  const opened = await open(file, 'r')
  const { size } = await opened.stat()
  return { bytes: size, stream: opened.createReadStream() }
}
