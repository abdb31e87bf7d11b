import { randomUUID } from 'node:crypto'
import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '../../store/cannot-start.ts'

/** How often a writer says that it is there, in milliseconds. */
export const RENEW_MS = 5000
/** After so long without a word from it, another machine may take its place. */
export const LEASE_MS = 30_000
/** A writer that has not said so for this long looks before it writes: it may have stood still. */
const SURE_MS = 15_000
/** Two that take a lease at once both find the later one, after this long. */
const SETTLE_MS = 2000

export type Lease = ReturnType<typeof holdLease>

interface Surroundings {
  /** Which machine this is, until it is switched off: containers on one are one machine. */
  machine: string
  now: () => number
  pause: (ms: number) => Promise<unknown>
}

/**
 * Keeps a writer on another machine off a folder that several can reach. The lock of a folder is the
 * system's own, and one system need not see what another locked; where it is held, and the lease is
 * of this machine, its holder is gone. A lease of another machine is watched, since two clocks never
 * agree: while it is renewed this one does not start, and afterwards it takes over.
 */
export const takeLease = async (
  folder: string,
  around: Surroundings = { machine: thisMachine(), now: Date.now, pause: wait },
): Promise<Lease> => {
  const file = leaseFile(folder)
  const before = readLease(file)
  if (before && before.machine !== around.machine) {
    await watch(folder, before, around)
    const lease = holdLease(file, around)
    await around.pause(SETTLE_MS)
    if (lease.renew()) return lease
    throw new CannotStart(`Another machine took the record in ${folder} at the same moment.`)
  }
  return holdLease(file, around)
}

const leaseFile = (folder: string): string => join(folder, 'lease.json')

interface Written {
  holder: string
  machine: string
  host: string
  at: string
}

const readLease = (file: string): Written | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Written
  } catch {
    // None, or one that power cut short.
    return undefined
  }
}

const watch = async (folder: string, before: Written, around: Surroundings): Promise<void> => {
  for (let ms = 0; ms < LEASE_MS; ms += RENEW_MS) {
    await around.pause(RENEW_MS)
    const now = readLease(leaseFile(folder))
    if (now && (now.holder !== before.holder || now.at !== before.at))
      throw new CannotStart(
        `The machine ${now.host} keeps the record in ${folder}, and is there. Stop the server on it first.`,
      )
  }
}

/**
 * Writes a lease of our own in the place of what is there, and keeps it open: what is renewed is this
 * one, wherever it stands, so that nothing of ours is written over the lease of a later holder.
 */
const holdLease = (file: string, { machine, now }: Surroundings) => {
  const holder = randomUUID()
  const written = (): string =>
    JSON.stringify({ holder, machine, host: hostname(), at: new Date(now()).toISOString() })
  writeFileSync(`${file}.new`, written(), { mode: 0o600 })
  const opened = openSync(`${file}.new`, 'r+')
  renameSync(`${file}.new`, file)
  let renewedAt = now()
  let isLost = false
  const isOurs = (): boolean => readLease(file)?.holder === holder
  const renew = (): boolean => {
    if (isLost) return false
    try {
      isLost = !isOurs()
      if (isLost) return false
      writeSync(opened, written(), 0)
      renewedAt = now()
    } catch {
      // The folder does not answer: nobody can tell whose it is.
      isLost = now() - renewedAt > SURE_MS
    }
    return !isLost
  }
  return {
    /** Says that we are there. @returns whether the record is still ours; once it is not, never again. */
    renew,
    /** Whether we may write now. */
    isHeld: (): boolean => !isLost && (now() - renewedAt < SURE_MS || renew()),
    /** Lets go at once, so that the next one waits for nothing. */
    release: (): void => {
      if (!isLost && isOurs()) rmSync(file, { force: true })
      closeSync(opened)
      isLost = true
    },
  }
}

const thisMachine = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return hostname()
  }
}
