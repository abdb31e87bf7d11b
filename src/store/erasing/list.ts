import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { ERASABLE, type Erasable } from '../../domain/people/erasing.ts'

/** Numbers and times alone: the list says what must stay erased, and nothing of what it was. */
export interface Erasure {
  noun: Erasable
  id: number
  madeAt: string
  at: string
}

/** An address that somebody typed, known again by a digest with a salt of its own. */
export interface AddressErasure {
  noun: 'address'
  salt: string
  digest: string
  /** Messages of someone at risk that it was erased beside, by those who may see them. */
  held: number[]
  at: string
}

/** ... and words in sentences that others wrote, so many of them, in these rows of these tables. */
export interface WordsErasure {
  noun: 'words'
  salt: string
  digest: string
  count: number
  rows: Record<string, number[]>
  at: string
}
export type Line = Erasure | AddressErasure | WordsErasure

/**
 * The list of erasures of a folder. It stands apart from the record, so that it outlives an older
 * record that is put in its place (R29).
 */
export const listFile = (folder: string): string => join(folder, 'erasures.jsonl')

/**
 * Every line that is whole, each record once: a line that power cut short was never acknowledged.
 * Throws where there is a list that cannot be read: what it holds must not come back unseen.
 */
export const readList = (folder: string): Line[] => {
  const file = listFile(folder)
  if (!existsSync(file)) return []
  const lines = linesOf(file).flatMap(parsed)
  return [...new Map(lines.map((each) => [keyOf(each), each])).values()]
}

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    throw new CannotStart(
      `The list of what was erased, ${file}, cannot be read (${(error as Error).message}). Put it right, or bring it back from beside a backup.`,
    )
  }
}

/** Adds to the list, and has it on disk, its name too (R22). */
export const addToList = (folder: string, erasures: readonly Line[]): void => {
  if (erasures.length === 0) return
  const file = openSync(listFile(folder), 'a', 0o600)
  try {
    // After a line that was cut short the next one begins anew.
    writeSync(file, erasures.map((each) => `\n${JSON.stringify(each)}\n`).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  const place = openSync(folder, 'r')
  fsyncSync(place)
  closeSync(place)
}

/** Brings what one list has and another has not: a backup goes with its list, and comes back with it. */
export const bringList = (from: string, to: string): void => {
  const known = new Set(readList(to).map(keyOf))
  addToList(
    to,
    readList(from).filter((each) => !known.has(keyOf(each))),
  )
}

/** What was typed, as the list keeps it: a digest with a salt of its own, so that two lists tell nothing of each other. */
export const salted = (typed: string): { salt: string; digest: string } => {
  const salt = randomBytes(16).toString('hex')
  return { salt, digest: digestOf(typed, salt) }
}

export const digestOf = (typed: string, salt: string): string =>
  createHmac('sha256', salt).update(typed).digest('hex')

export const isAddress = (line: Line): line is AddressErasure => line.noun === 'address'
export const isWords = (line: Line): line is WordsErasure => line.noun === 'words'
export const isNumbered = (line: Line): line is Erasure => !isAddress(line) && !isWords(line)

const keyOf = (line: Line): string =>
  isNumbered(line) ? `${line.noun} ${line.id} ${line.madeAt}` : line.digest

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

const parsed = (line: string): Line[] => {
  try {
    const { noun, id, madeAt, at, salt, digest, held, count, rows } = JSON.parse(line) as Record<
      string,
      unknown
    >
    if (typeof at !== 'string' || !INSTANT.test(at)) return []
    if (noun === 'address' || noun === 'words') {
      if (typeof salt !== 'string' || typeof digest !== 'string') return []
      const heldIds = Array.isArray(held) ? held.filter(Number.isSafeInteger) : []
      if (noun === 'address') return [{ noun, salt, digest, held: heldIds, at }]
      return Number.isSafeInteger(count) && isRows(rows)
        ? [{ noun, salt, digest, count: count as number, rows, at }]
        : []
    }
    const known = ERASABLE.find((each) => each === noun)
    return known && Number.isSafeInteger(id) && typeof madeAt === 'string'
      ? [{ noun: known, id: id as number, madeAt, at }]
      : []
  } catch {
    return []
  }
}

const isRows = (value: unknown): value is Record<string, number[]> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((ids) => Array.isArray(ids) && ids.every(Number.isSafeInteger))
