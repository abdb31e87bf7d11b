import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ERASABLE, type Erasable } from '../../domain/people/erasing.ts'

/** Numbers and times alone: the list says what must stay erased, and nothing of what it was. */
export interface Erasure {
  noun: Erasable
  id: number
  madeAt: string
  at: string
}

/**
 * The list of erasures of a folder. It stands apart from the record, so that it outlives an older
 * record that is put in its place (R29).
 */
export const listFile = (folder: string): string => join(folder, 'erasures.jsonl')

/** Every line that is whole: a line that power cut short was never acknowledged. */
export const readList = (folder: string): Erasure[] =>
  existsSync(listFile(folder))
    ? readFileSync(listFile(folder), 'utf8').split('\n').flatMap(parsed)
    : []

/** Adds to the list, and has it on disk, its name too (R22). */
export const addToList = (folder: string, erasures: readonly Erasure[]): void => {
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

const keyOf = ({ noun, id, madeAt }: Erasure): string => `${noun} ${id} ${madeAt}`

const parsed = (line: string): Erasure[] => {
  if (line === '') return []
  try {
    const { noun, id, madeAt, at } = JSON.parse(line) as Erasure
    return ERASABLE.includes(noun) ? [{ noun, id, madeAt, at }] : []
  } catch {
    return []
  }
}
