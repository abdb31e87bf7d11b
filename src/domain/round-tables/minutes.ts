import { isOpen, termsOf, type Action, type Update } from '../actions/action.ts'
import { isPriority, wordingOf, type Concern } from '../concerns/concern.ts'
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
  concern: Concern | null
  text: string
  priority: boolean
  actions: Action[]
  notes: Note[]
  held: boolean
}
export interface MinuteReview {
  action: Action
  lines: Update[]
  closed: boolean
}

export const TABLE_ONLY = 'For the people at the table.'
/** In the place of a concern that was written down by mistake: its number is no other's. */
export const TAKEN_OUT = 'It was written down by mistake.'

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
): MinuteItem[] => {
  const cutoff = table.finishedAt ?? '9999'
  const agreedHere = actions.filter((action) => action.roundTableId === table.id)
  // One that was split off later, from a concern of this table, was not there.
  const here = concerns.filter((concern) => concern.createdAt <= cutoff)
  const listed = new Set(here.map((concern) => concern.id))
  const alone = agreedHere.filter((action) => !action.concernIds.some((id) => listed.has(id)))
  const opens = (matter: Concern | Action): boolean =>
    matter.depth === 'named' && depth === 'named' && mayRead(matter)
  const hidden = (matter: Concern | Action): string | null =>
    matter.takenOutAt !== null
      ? TAKEN_OUT
      : opens(matter)
        ? null
        : matter.depth === 'named'
          ? (matter.ground ?? 'Held in private.')
          : depth === 'public' && matter.depth !== 'public'
            ? TABLE_ONLY
            : null
  return [
    ...here.map((concern) => {
      const then = { ...concern, wordings: upTo(concern.wordings, cutoff) }
      return {
        gap: hidden(concern),
        held: concern.depth === 'named',
        concern: then,
        text: wordingOf(then).text,
        priority: isPriority({
          ...concern,
          priorities: concern.priorities.filter((each) => each.at <= cutoff),
        }),
        actions: agreedHere
          .filter((action) => action.concernIds.includes(concern.id))
          .map((action) => asAt(action, cutoff)),
        notes: notes.filter((note) => note.concernId === concern.id),
      }
    }),
    ...alone.map((action) => ({
      gap: hidden(action),
      held: action.depth === 'named',
      concern: null,
      text: termsOf(asAt(action, cutoff)).text,
      priority: false,
      actions: [asAt(action, cutoff)],
      notes: [],
    })),
  ].map((item, i) =>
    item.gap === null
      ? {
          number: i + 1,
          ...item,
          actions: item.actions
            .filter((action) => depth !== 'public' || action.depth !== 'table')
            .map((action) =>
              action.depth === 'named' && !opens(action) ? withoutWords(action) : action,
            ),
          notes: depth === 'public' ? [] : item.notes,
        }
      : {
          number: i + 1,
          gap: item.gap,
          concern: null,
          text: '',
          priority: false,
          actions: [],
          notes: [],
          held: item.held,
        },
  )
}

/**
 * A named action among others: its number and its ground, and nothing of what was agreed or said.
 */
const withoutWords = (action: Action): Action => ({
  ...action,
  terms: [{ ...termsOf(action), text: '', leadId: null, seatId: null, helperIds: [], by: null }],
  updates: [{ ...action.updates[0]!, text: '', waitingFor: null }],
  acceptances: [],
  closings: [],
})

/** The rows written by then, and at least the first. */
export const upTo = <T extends { at: string }>(rows: T[], cutoff: string): T[] => {
  const then = rows.filter((row) => row.at <= cutoff)
  return then.length > 0 ? then : rows.slice(0, 1)
}

/** What came later is taken away, and what was taken back or answered later stands as it stood. */
const asAt = (action: Action, cutoff: string): Action => ({
  ...action,
  terms: upTo(action.terms, cutoff),
  updates: upTo(action.updates, cutoff).map((update) => ({
    ...update,
    takenBackAt: byThen(update.takenBackAt, cutoff),
  })),
  acceptances: action.acceptances.filter((acceptance) => acceptance.at <= cutoff),
  closings: action.closings
    .filter((closing) => closing.at <= cutoff)
    .map((closing) => ({ ...closing, reopenedAt: byThen(closing.reopenedAt, cutoff) })),
})
const byThen = (at: string | null, cutoff: string): string | null =>
  at !== null && at <= cutoff ? at : null

/** What was said and closed there about actions agreed before (R4). */
export const reviewsOf = (
  table: RoundTable,
  actions: Action[],
  depth: MinutesDepth,
  mayRead: (action: Action) => boolean = () => false,
): MinuteReview[] =>
  actions
    .filter(
      (action) =>
        action.roundTableId !== table.id &&
        (depth === 'public'
          ? action.depth === 'public'
          : action.depth !== 'named' || (depth === 'named' && mayRead(action))),
    )
    .map((action) => ({
      action: asAt(action, table.finishedAt ?? '9999'),
      lines: action.updates
        .filter((update) => update.roundTableId === table.id)
        .map((update) => ({
          ...update,
          takenBackAt:
            update.takenBackAt !== null && update.takenBackAt <= (table.finishedAt ?? '9999')
              ? update.takenBackAt
              : null,
        })),
      closed: action.closings.some(
        (closing) =>
          closing.roundTableId === table.id &&
          byThen(closing.reopenedAt, table.finishedAt ?? '9999') === null,
      ),
    }))
    .filter((review) => review.lines.length > 0 || review.closed)

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
