import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Step } from './recorded.ts'

/** What stands in a file: what is on disk, and what was asked for since it was synced last. */
interface Kept {
  onDisk: Buffer
  live: Buffer
  waiting: ({ at: number; bytes: Buffer } | { size: number })[]
}
type Names = Map<string, Kept>

/** A disk sector: it is written whole or not at all. */
const SECTOR = 512

/** What of the log of SQLite is in memory alone, and what keeps a second server out. */
const NOT_KEPT = /-shm$|^lock\.db|^\.write-test$/

/**
 * A disk that keeps what was synced, and of the rest whatever it likes: the strictest reading, where
 * a name is kept once its folder is synced.
 */
export const openDisk = (folder: string) => {
  const live: Names = new Map()
  for (const name of readdirSync(folder)) {
    if (NOT_KEPT.test(name)) continue
    const bytes = readFileSync(join(folder, name))
    live.set(name, { onDisk: bytes, live: bytes, waiting: [] })
  }
  /** The names as they were when each folder was synced, and what was asked of them since. */
  let names: Names = new Map(live)
  let since: Names[] = []
  const fileOf = (name: string): Kept => {
    const there = live.get(name)
    if (there) return there
    const made: Kept = { onDisk: Buffer.alloc(0), live: Buffer.alloc(0), waiting: [] }
    live.set(name, made)
    since.push(new Map(live))
    return made
  }
  const take = (step: Step): void => {
    if (step.do === 'say' || NOT_KEPT.test(step.name)) return
    if (step.do === 'make') fileOf(step.name)
    else if (step.do === 'write') {
      const file = fileOf(step.name)
      const at = step.at ?? file.live.length
      file.live = withBytes(file.live, at, step.bytes)
      file.waiting.push({ at, bytes: step.bytes })
    } else if (step.do === 'cut') {
      const file = fileOf(step.name)
      file.live = file.live.subarray(0, step.size)
      file.waiting.push({ size: step.size })
    } else if (step.do === 'sync') {
      const file = fileOf(step.name)
      file.onDisk = file.live
      file.waiting = []
    } else if (step.do === 'sync folder') {
      names = namesSynced(names, live, step.name)
      since = []
    } else {
      if (step.do === 'rename') live.set(step.to, fileOf(step.name))
      live.delete(step.name)
      since.push(new Map(live))
    }
  }
  return {
    take,
    /** Writes down what may be found after power failed here. `keeps` says what of the rest is. */
    failInto: (to: string, keeps: () => boolean): void => {
      const found = since.reduce((now, next) => (keeps() ? next : now), names)
      for (const [name, file] of found) {
        mkdirSync(dirname(join(to, name)), { recursive: true })
        writeFileSync(join(to, name), foundIn(file, keeps), { mode: 0o600 })
      }
    },
  }
}

/** A folder that is synced keeps its own names; the outbox is a folder of its own. */
const namesSynced = (before: Names, live: Names, folder: string): Names => {
  const isIn = (name: string): boolean => (name.startsWith('outbox/') ? 'outbox' : '') === folder
  return new Map([
    ...[...before].filter(([name]) => !isIn(name)),
    ...[...live].filter(([name]) => isIn(name)),
  ])
}

/** What waited is there or not, in sectors, in no order that anyone promised. */
const foundIn = ({ onDisk, waiting }: Kept, keeps: () => boolean): Buffer => {
  let found = onDisk
  for (const each of waiting) {
    if ('size' in each) {
      if (keeps()) found = found.subarray(0, each.size)
      continue
    }
    for (let from = 0; from < each.bytes.length;) {
      const to = Math.min(each.bytes.length, from + SECTOR - ((each.at + from) % SECTOR))
      if (keeps()) found = withBytes(found, each.at + from, each.bytes.subarray(from, to))
      from = to
    }
  }
  return found
}

const withBytes = (file: Buffer, at: number, bytes: Buffer): Buffer => {
  const whole = Buffer.alloc(Math.max(file.length, at + bytes.length))
  file.copy(whole)
  bytes.copy(whole, at)
  return whole
}
