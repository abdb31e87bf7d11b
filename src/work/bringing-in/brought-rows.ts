import type { Status } from '../../domain/actions/action.ts'
import { doubtIn, EXAMPLE, whenIn, type DateReading } from '../../domain/dates/reading.ts'
import { readDate } from '../../domain/dates/read-date.ts'
import { sayWhen, type Day } from '../../domain/day.ts'
import type { GROUNDS } from '../../domain/depth.ts'
import {
  sameWords,
  type BroughtKind,
  type BroughtRow,
} from '../../domain/round-tables/bringing-in/brought.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { ownersOf } from './brought-owners.ts'
import { remarksOn } from './brought-remarks.ts'

/** What a person can put right in a row. `private` is its ground. */
export interface RowFields {
  kind: BroughtKind
  text: string
  /** What residents said, where the row says what is done about it. */
  concern: string
  leadId: number | null
  seatId: number | null
  helperIds: number[]
  by: string
  status: Status | ''
  said: string
  /** The day it was done, or last heard of. */
  on: string
  closed: boolean
  private: '' | (typeof GROUNDS)[number]
}

/** What stood in a row as it was typed, for the eye, beside what it was read as. */
export interface AsTyped {
  number: string
  who: string
  status: string
  /** What has no place here, with the names of its columns. */
  aside: string
}

/**
 * A row that is brought in, as it is understood and can be put right. `double` says where it is
 * already.
 */
export interface ReviewRow extends RowFields {
  number: number
  double: string | null
  typed: AsTyped
  remarks: string[]
  /** What is asked beside a field. */
  asked: { who: string[]; status: string | null }
}

/** Who and when as the record knows them; what is not known is said, and left open. */
export const understood = (store: Store, actor: Actor, rows: BroughtRow[]): ReviewRow[] => {
  const read = ownersOf(store)
  const remarks = remarksOn(store, rows)
  return withDoubles(
    store,
    actor,
    rows.map((row, i): ReviewRow => {
      const { leadId, seatId, helperIds, asked } = read(row)
      return {
        number: i + 1,
        kind: row.kind,
        text: row.text,
        concern: row.concern,
        leadId,
        seatId,
        helperIds,
        by: row.by,
        status: row.status,
        said: row.said,
        on: row.on,
        closed: row.closed,
        private: '',
        double: null,
        typed: {
          number: row.typed.number,
          who: [row.who, row.seat, row.helpers].filter(Boolean).join(', '),
          status: row.typed.status,
          aside: row.typed.aside,
        },
        remarks: remarks[i]!,
        asked: { who: asked, status: row.question },
      }
    }),
  )
}

/** A day as a cell of a log says it: what is due, or what has been. */
export const readDay = (typed: string, today: Day, lean: 'either' | 'behind'): DateReading =>
  readDate(typed, { today, lean, isCell: true })

/** How a day is read, to be seen beside it: “28 April 2022”, or what is asked. */
export const sayDay = (
  typed: string,
  today: Day,
  lean: 'either' | 'behind',
): { read: string | null; asked: string | null } => {
  if (typed.trim() === '') return { read: null, asked: null }
  const reading = readDay(typed, today, lean)
  const when = whenIn(reading)
  if (when !== undefined) return { read: sayWhen(when), asked: null }
  const asked =
    'ask' in reading
      ? reading.ask
      : `We cannot read the date “${typed.slice(0, 60)}”. ${doubtIn(reading) ?? EXAMPLE}`
  return { read: null, asked }
}

/**
 * What is in the record already, or stands in an earlier row: by its words, among what this person
 * may know.
 */
export const withDoubles = (store: Store, actor: Actor, rows: ReviewRow[]): ReviewRow[] => {
  const known = new Map<string, string>([
    ...store.concerns
      .list(actor.who)
      .flatMap((each) =>
        each.wordings.map((wording): [string, string] => [sameWords(wording.text), 'as a concern']),
      ),
    ...store.actions
      .list(actor.who)
      .flatMap((each) =>
        each.terms.map((terms): [string, string] => [
          sameWords(terms.text),
          `as action ${each.number}`,
        ]),
      ),
  ])
  return rows.map((row) => {
    const there = sameWords(row.text) === '' ? undefined : known.get(sameWords(row.text))
    if (row.kind !== 'skip' && !there) known.set(sameWords(row.text), `in row ${row.number}`)
    return { ...row, double: there ? `This is here already, ${there}. It is left out` : null }
  })
}
