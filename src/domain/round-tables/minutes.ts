import { isOpen, termsOf, type Action } from '../actions/action.ts'
import { concernsAt } from '../concerns/joining.ts'
import { isPriority, wordingOf, type Concern } from '../concerns/concern.ts'
import { asAt, cutoffOf, upTo } from './as-it-stood.ts'
import type { RoundTable } from './round-table.ts'

/** What is written down beside concerns and actions. */
export type NoteKind = 'note' | 'decision'
export const NOTE_KINDS = ['note', 'decision'] as const

/** A note as it reads now. `unread` says why a typed line could not be read as more. */
export interface Note {
  id: number
  roundTableId: number
  concernId: number | null
  kind: NoteKind
  text: string
  unread: string | null
  personId: number
  at: string
  changeId: number | null
}

/** How deep the minutes are that are sent to someone without an account. */
export const READER_DEPTHS = ['public', 'table'] as const

/**
 * How deep minutes are read: as the public may see them, by the table, or with the matters whose
 * list the reader is on (R11).
 */
export type MinutesDepth = 'public' | 'table' | 'named'
export const MINUTES_DEPTHS = ['public', 'table', 'named'] as const

/**
 * A numbered item: a concern with what was agreed under it, or an action of its own. A gap gives
 * only its ground.
 */
export interface MinuteItem {
  number: number
  gap: string | null
  /** What the public is told of it, in the place of what it may not read. */
  told: string | null
  concern: Concern | null
  text: string
  priority: boolean
  actions: Action[]
  notes: Note[]
  held: boolean
}
export const TABLE_ONLY = 'For the people at the table.'
/** In the place of a concern that was written down by mistake: its number is no other's. */
export const TAKEN_OUT = 'It was written down by mistake.'

/**
 * The public words of a concern that is told now, by its id. They were approved for everyone, so
 * they are no part of what the table keeps to itself (R9).
 */
export type ToldWords = ReadonlyMap<number, string>
export const NOTHING_TOLD: ToldWords = new Map()

/**
 * The items of one round table's minutes, as they stood when it was finished: what is written later
 * never rewrites them (R4, R5). Numbers run through gaps, so that a gap shows that something is
 * there and nothing of what it is (R11).
 */
export const itemsOf = (
  table: RoundTable,
  concerns: Concern[],
  actions: Action[],
  notes: Note[],
  depth: MinutesDepth,
  mayRead: (matter: Concern | Action) => boolean = () => false,
  told: ToldWords = NOTHING_TOLD,
): MinuteItem[] => {
  const cutoff = cutoffOf(table)
  const agreedHere = actions.filter((action) => action.roundTableId === table.id)
  // One that was split off later, from a concern of this table, was not there.
  const here = concerns.filter((concern) => concern.createdAt <= cutoff)
  const listed = new Set(here.map((concern) => concern.id))
  const alone = agreedHere.filter(
    (action) => !concernsAt(action, cutoff).some((id) => listed.has(id)),
  )
  const reader = { depth, mayRead }
  const items = [
    ...here.map((concern) => ({
      ...concernItem(concern, agreedHere, notes, cutoff),
      gap: gapOf(concern, reader),
      told: told.get(concern.id) ?? null,
    })),
    ...alone.map((action) => ({
      ...actionItem(action, cutoff),
      gap: gapOf(action, reader),
      told: null,
    })),
  ]
  return items.map((item, i) => ({
    number: i + 1,
    ...(item.gap === null ? asRead(item, reader) : emptied(item)),
  }))
}

/** At what depth someone reads, and what is named and theirs to read. */
interface Reader {
  depth: MinutesDepth
  mayRead: (matter: Concern | Action) => boolean
}
type Item = Omit<MinuteItem, 'number'>

const concernItem = (
  concern: Concern,
  agreedHere: Action[],
  notes: Note[],
  cutoff: string,
): Omit<Item, 'gap' | 'told'> => {
  const then = { ...concern, wordings: upTo(concern.wordings, cutoff) }
  const priorities = concern.priorities.filter((each) => each.at <= cutoff)
  return {
    held: concern.depth === 'named',
    concern: then,
    text: wordingOf(then).text,
    priority: isPriority({ ...concern, priorities }),
    actions: agreedHere
      .filter((action) => concernsAt(action, cutoff).includes(concern.id))
      .map((action) => asAt(action, cutoff)),
    notes: notes.filter((note) => note.concernId === concern.id),
  }
}

/** An action that was agreed here under no concern of this table. */
const actionItem = (action: Action, cutoff: string): Omit<Item, 'gap' | 'told'> => {
  const then = asAt(action, cutoff)
  return {
    held: action.depth === 'named',
    concern: null,
    text: termsOf(then).text,
    priority: false,
    actions: [then],
    notes: [],
  }
}

const opens = (matter: Concern | Action, { depth, mayRead }: Reader): boolean =>
  matter.depth === 'named' && depth === 'named' && mayRead(matter)

/** What stands in the place of what may not be read here: all that is said of it. */
const gapOf = (matter: Concern | Action, reader: Reader): string | null => {
  if (matter.takenOutAt !== null) return TAKEN_OUT
  if (opens(matter, reader)) return null
  if (matter.depth === 'named') return matter.ground ?? 'Held in private.'
  return reader.depth === 'public' && matter.depth !== 'public' ? TABLE_ONLY : null
}

const emptied = ({ gap, held, told }: Item): Item => ({
  gap,
  told: gap === TABLE_ONLY ? told : null,
  concern: null,
  text: '',
  priority: false,
  actions: [],
  notes: [],
  held,
})

/** What hangs on an item has its own depth. */
const asRead = (item: Item, reader: Reader): Item => {
  const isPublic = reader.depth === 'public'
  return {
    ...item,
    actions: item.actions
      .filter((action) => !isPublic || action.depth !== 'table')
      .map((action) =>
        action.depth === 'named' && !opens(action, reader) ? withoutWords(action) : action,
      ),
    notes: isPublic ? [] : item.notes,
  }
}

/**
 * A named action among others: its number and its ground, and nothing of what was agreed or said.
 */
export const withoutWords = (action: Action): Action => ({
  ...action,
  terms: [
    {
      ...termsOf(action),
      text: '',
      leadId: null,
      seatId: null,
      helperIds: [],
      by: null,
      review: null,
    },
  ],
  updates: [{ ...action.updates[0]!, text: '', waitingFor: null }],
  acceptances: [],
  closings: [],
  wishes: [],
  steps: [],
})

/**
 * The open actions a round table begins with: all that were agreed before it, and what it closed
 * itself.
 */
export const carriedTo = (table: RoundTable, actions: Action[]): Action[] =>
  actions.filter(
    (action) =>
      action.roundTableId !== table.id &&
      (isOpen(action) || action.closings.some((closing) => closing.roundTableId === table.id)),
  )
