import {
  isProposed,
  latestOf,
  statusOf,
  termsOf,
  type Action,
  type Kind,
  type Status,
} from '../../actions/action.ts'
import { isPriority, wordingOf, type Concern } from '../../concerns/concern.ts'
import type { When } from '../../day.ts'
import type { Note } from '../minutes.ts'
import { noteInWords } from '../notes/say-note.ts'
import type { RoundTable } from '../round-table.ts'

/** What the room sees of one thing that was written down: roles and organisations, and no name. */
export interface RoomLine {
  at: string
  what: 'Concern' | 'Action' | 'Question' | 'Decided' | 'Paper' | 'Note' | 'Update'
  text: string
  /** Under which concern it stands. */
  concernId: number | null
  isPriority: boolean
  /** Where an action is one: who leads, by when, and that this is not accepted yet. */
  owner: { leadId: number | null; seatId: number | null; helperIds: number[] } | null
  by: When | null
  kind: Kind
  isProposed: boolean
  /** What was said of an action that came up again, and what became of it. */
  said: string
  status: Status | 'closed' | null
}

/** What is written down at a table, before it is known who may see it. */
export interface WrittenAt {
  table: RoundTable
  concerns: Concern[]
  actions: Action[]
  notes: Note[]
}

/**
 * Everything that was written down at a table, oldest first, as far as the whole room may see it: of
 * what is held in private, and of what hangs on it, there is nothing, not even a gap or a number
 * (R11). A line that could not be read is no line yet.
 */
export const roomLines = ({ table, concerns, actions, notes }: WrittenAt): RoomLine[] => {
  const seen = concerns.filter((each) => each.depth !== 'named' && each.takenOutAt === null)
  const seenIds = new Set(seen.map(({ id }) => id))
  const held = new Set(concerns.map(({ id }) => id).filter((id) => !seenIds.has(id)))
  const isSeen = (action: Action): boolean =>
    action.depth !== 'named' &&
    action.takenOutAt === null &&
    !action.concernIds.some((id) => held.has(id))
  return [
    ...seen.map(ofConcern),
    ...actions
      .filter(isSeen)
      .flatMap((each) =>
        each.roundTableId === table.id ? ofAgreed(each, table) : ofReviewed(each, table),
      ),
    ...notes
      .filter(
        (each) => each.unread === null && (each.concernId === null || seenIds.has(each.concernId)),
      )
      .map(ofNote),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
}

const NOTHING = {
  concernId: null,
  isPriority: false,
  owner: null,
  by: null,
  kind: 'one-off' as const,
  isProposed: false,
  said: '',
  status: null,
}

const ofConcern = (concern: Concern): RoomLine => ({
  ...NOTHING,
  at: concern.createdAt,
  what: 'Concern',
  text: wordingOf(concern).text,
  concernId: concern.id,
  isPriority: isPriority(concern),
})

const ofNote = (note: Note): RoomLine => ({
  ...NOTHING,
  at: note.at,
  ...noteInWords(note),
  concernId: note.concernId,
})

const ofAgreed = (action: Action, table: RoundTable): RoomLine[] => [
  {
    ...actionIn(action),
    at: action.agreedAt,
    what: termsOf(action).kind === 'question' ? 'Question' : 'Action',
    concernId: action.concernIds[0] ?? null,
    ...whatBecameOf(action, table, 1),
  },
]

/** An action from before, once the table has said anything of it. */
const ofReviewed = (action: Action, table: RoundTable): RoomLine[] => {
  const opened = table.openedAt ?? '9999'
  const touched = [
    ...action.updates.filter((each) => each.roundTableId === table.id && !each.takenBackAt),
    ...action.closings.filter((each) => each.roundTableId === table.id),
    ...action.terms.slice(1).filter((each) => each.at >= opened),
  ].map(({ at }) => at)
  if (touched.length === 0) return []
  return [
    {
      ...actionIn(action),
      at: touched.toSorted().at(-1)!,
      what: 'Update',
      concernId: null,
      ...whatBecameOf(action, table, 0),
    },
  ]
}

const actionIn = (action: Action): RoomLine => {
  const { text, leadId, seatId, helperIds, by, kind } = termsOf(action)
  const owner = { leadId, seatId, helperIds }
  const isAsked = isProposed(action)
  return { ...NOTHING, at: '', what: 'Action', text, owner, by, kind, isProposed: isAsked }
}

/** What this table said of it, but for the word it began with. */
const whatBecameOf = (
  action: Action,
  table: RoundTable,
  from: number,
): Pick<RoomLine, 'said' | 'status'> => {
  const isClosed = action.closings.some(
    (each) => each.roundTableId === table.id && each.reopenedAt === null,
  )
  const isSaid = action.updates
    .slice(from)
    .some((each) => each.roundTableId === table.id && each.takenBackAt === null)
  return {
    said: isSaid ? latestOf(action).text : '',
    status: isClosed ? 'closed' : isSaid ? statusOf(action) : null,
  }
}
