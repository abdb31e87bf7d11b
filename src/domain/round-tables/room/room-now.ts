import { cutShort } from '../../first-few.ts'
import type { RoomLine } from './room-lines.ts'

/** What stands on the wall just now. */
export interface RoomNow {
  /** What the table speaks of: a slot of its agenda, or what it turned to. */
  now: string | null
  concern: RoomLine | null
  /** The newest last. */
  lines: RoomLine[]
  /** How many of the lines that belong here stand no more. */
  older: number
}

/** As much as is read from five metres away: lines, and letters of them all. */
const MOST_LINES = 4
const MOST_LETTERS = 400
/** As much of one line as stands there; its minutes have all of it. */
const LONGEST = 210
/** ... and of an action that came up again, whose words the table knows. */
const LONGEST_AGAIN = 100

/**
 * The concern that is spoken of, with what was written down since it came up; and where the table
 * turned to something else since, only that.
 */
export const roomNow = (all: RoomLine[], turn: { title: string; at: string } | null): RoomNow => {
  const since = all.filter(({ at }) => turn === null || at >= turn.at)
  const id = since.findLast((each) => each.concernId !== null)?.concernId ?? null
  const concern = all.find((each) => each.what === 'Concern' && each.concernId === id) ?? null
  const begins = concern ? since.findIndex((each) => each.concernId === id) : 0
  const here = since
    .slice(Math.max(0, begins))
    .filter((each) => each !== concern && (each.concernId === id || each.concernId === null))
    .map((each) => ({
      ...each,
      text: cut(each.text, each.what === 'Update' ? LONGEST_AGAIN : LONGEST),
      said: cut(each.said),
    }))
  const lines = newest(here)
  return {
    now: turn?.title ?? null,
    concern: concern && { ...concern, text: cut(concern.text) },
    lines,
    older: here.length - lines.length,
  }
}

/** The newest that there is room for, and always the last. */
const newest = (lines: RoomLine[]): RoomLine[] => {
  const shown: RoomLine[] = []
  let letters = 0
  for (const line of lines.toReversed()) {
    letters += line.text.length + line.said.length
    if (shown.length > 0 && (shown.length === MOST_LINES || letters > MOST_LETTERS)) break
    shown.unshift(line)
  }
  return shown
}

const cut = (text: string, longest = LONGEST): string => cutShort(text, longest, ' …')
