import {
  isProposed,
  sayNoDate,
  termsOf,
  type Action,
  type Kind,
  type Terms,
} from '../actions/action.ts'
import { themesOf, wordingOf, type Concern } from '../concerns/concern.ts'
import { sayWhen, type When } from '../day.ts'
import { asAt, cutoffOf, upTo } from './as-it-stood.ts'
import type { Note } from './minutes.ts'
import { decidedIn, sayVote } from './notes/vote.ts'
import { titleOf, type RoundTable } from './round-table.ts'

/** What a table can come to, and how a list says it. */
export const SAY_DECIDED = {
  action: 'Agreed',
  question: 'Asked',
  priority: 'Priority',
  'no-priority': 'No priority',
  change: 'Changed',
  closing: 'Closed',
  dropped: 'Dropped',
  minutes: 'Minutes agreed',
  line: 'Decided',
} as const

/** One thing that a round table came to, as it was said there. */
export interface TableDecision {
  table: RoundTable
  at: string
  what: keyof typeof SAY_DECIDED
  /** The words; of a matter held in private, only that it is. */
  text: string
  isHeld: boolean
  /** What is said beside it: a reason, or that it did not stay so. */
  note: string | null
  /** Where to read on. */
  on: { noun: 'action' | 'concern' | 'minutes'; id: number | string; number: string | null } | null
  leadId: number | null
  helperIds: number[]
  /** By when, as it stood; of a matter held in private nothing. */
  by: When | null
  kind: Kind | null
  themeIds: number[]
}

/** The record as one reader may see it: named matters only where they are on the list (R11). */
export interface Seen {
  tables: RoundTable[]
  concerns: Concern[]
  actions: Action[]
  /** Lines that were written down as decisions. */
  lines: Note[]
  /** What a table dropped from its agenda with a reason; nothing that is held in private. */
  dropped: Dropped[]
}
interface Dropped {
  roundTableId: number
  at: string
  text: string
  reason: string | null
  on: TableDecision['on']
}

const HELD = 'Held in private'

/**
 * What the tables came to, the newest table first, and in the order it was said at each. Of one table
 * it is the same from what was decided there alone, and what was agreed there of others.
 */
export const decisionsOf = (seen: Seen): TableDecision[] => {
  const tables = new Map(seen.tables.map((each) => [each.id, each]))
  const concerns = new Map(seen.concerns.map((each) => [each.id, each]))
  const at = (id: number | null): RoundTable[] => [tables.get(id ?? 0)].filter((each) => !!each)
  const themesUnder = (ids: number[]): number[] => [
    ...new Set(ids.flatMap((id) => themesIn(concerns.get(id)))),
  ]
  const all = [
    ...seen.actions.flatMap((action) =>
      ofAction(action, at, themesUnder(action.concernIds), seen.tables),
    ),
    ...seen.concerns.flatMap((concern) => ofConcern(concern, at)),
    ...seen.lines.flatMap((line) => ofLine(line, at, concerns)),
    ...seen.tables.flatMap((table) => ofMinutes(table, at)),
    ...seen.dropped.flatMap((each) => ofDropped(each, at)),
  ]
  return all.toSorted(
    (a, b) =>
      b.table.heldOn.localeCompare(a.table.heldOn) ||
      b.table.id - a.table.id ||
      a.at.localeCompare(b.at),
  )
}

type At = (id: number | null) => RoundTable[]
const NOBODY = {
  isHeld: false,
  note: null,
  on: null,
  leadId: null,
  helperIds: [],
  by: null,
  kind: null,
  themeIds: [],
}

const ofAction = (
  action: Action,
  at: At,
  themeIds: number[],
  tables: RoundTable[],
): TableDecision[] => {
  const isHeld = action.depth === 'named'
  const on = { noun: 'action' as const, id: action.id, number: action.number }
  const of = (table: RoundTable) => {
    const stood = asAt(action, cutoffOf(table))
    const { text, leadId, helperIds, by, kind } = termsOf(stood)
    const owners = isHeld ? {} : { leadId, helperIds, by, kind, themeIds }
    const line = { ...NOBODY, ...owners, table, on, text: isHeld ? HELD : text, isHeld }
    return { line, isQuestion: kind === 'question', stood }
  }
  return [
    ...at(action.roundTableId).map((table): TableDecision => {
      const { line, isQuestion, stood } = of(table)
      const note = !isHeld && isProposed(stood) ? 'Not yet accepted' : null
      return { ...line, at: action.agreedAt, what: isQuestion ? 'question' : 'action', note }
    }),
    ...tables.flatMap((table) => {
      const { line } = of(table)
      return changedAt(action, table).map(({ at: when, note }): TableDecision => ({
        ...line,
        at: when,
        what: 'change',
        note: isHeld ? null : note,
      }))
    }),
    ...action.closings.flatMap((closing) =>
      at(closing.roundTableId).map((table): TableDecision => {
        const { line } = of(table)
        const note = closing.reopenedAt === null ? null : 'Opened again since'
        return { ...line, at: closing.at, what: 'closing', note }
      }),
    ),
  ]
}

/** What one table changed of the terms of an action, from what, as one line. */
const changedAt = ({ terms }: Action, table: RoundTable): { at: string; note: string }[] => {
  const { openedAt } = table
  const isHere = ({ at }: Terms) => openedAt !== null && at >= openedAt && at <= cutoffOf(table)
  const first = terms.findIndex((each, i) => i > 0 && isHere(each))
  const now = terms.findLast(isHere)
  if (first < 0 || !now) return []
  const before = terms[first - 1]!
  const notes = [
    now.text !== before.text && `The words were: ${before.text}`,
    now.leadId !== before.leadId && (before.leadId === null ? 'Now has an owner' : 'A new owner'),
    now.leadId === before.leadId && now.seatId !== before.seatId && 'Another seat',
    String(now.helperIds) !== String(before.helperIds) && 'Who helps changed',
    now.by !== before.by &&
      `The date was: ${before.by === null ? sayNoDate(before.kind).toLowerCase() : sayWhen(before.by)}`,
  ].filter((each) => each !== false)
  return notes.length === 0 ? [] : [{ at: now.at, note: `${notes.join('. ')}.` }]
}

const ofDropped = ({ roundTableId, at: when, text, reason, on }: Dropped, at: At) =>
  at(roundTableId).map((table): TableDecision => ({
    ...NOBODY,
    table,
    at: when,
    what: 'dropped',
    text,
    note: reason === null ? null : `Why: ${reason}`,
    on,
  }))

const ofConcern = (concern: Concern, at: At): TableDecision[] => {
  const isHeld = concern.depth === 'named'
  return concern.priorities.flatMap((said) =>
    at(said.roundTableId).map((table): TableDecision => {
      const stood = { ...concern, wordings: upTo(concern.wordings, cutoffOf(table)) }
      return {
        ...NOBODY,
        table,
        at: said.at,
        what: said.agreed ? 'priority' : 'no-priority',
        text: isHeld ? HELD : wordingOf(stood).text,
        isHeld,
        note: isHeld ? null : said.reason,
        on: { noun: 'concern', id: concern.id, number: null },
        themeIds: themesIn(concern),
      }
    }),
  )
}

/** A line under a concern is read by whoever may read the concern, and never in a list (R11). */
const ofLine = (line: Note, at: At, concerns: Map<number, Concern>): TableDecision[] => {
  const concern = line.concernId === null ? null : concerns.get(line.concernId)
  if (concern === undefined || concern?.depth === 'named') return []
  const { words, vote } = decidedIn(line.text)
  return at(line.roundTableId).map((table) => ({
    ...NOBODY,
    table,
    at: line.at,
    what: 'line',
    text: words,
    note: vote && `Vote: ${sayVote(vote)}`,
    on: concern && { noun: 'concern', id: concern.id, number: null },
    themeIds: themesIn(concern ?? undefined),
  }))
}

const ofMinutes = (agreed: RoundTable, at: At): TableDecision[] =>
  agreed.agreedAt === null
    ? []
    : at(agreed.agreedAtTableId).map((table) => ({
        ...NOBODY,
        table,
        at: agreed.agreedAt!,
        what: 'minutes',
        text: titleOf(agreed),
        on: { noun: 'minutes', id: agreed.slug, number: null },
      }))

/** All that a concern is about; of one held in private, nothing (R11). */
const themesIn = (concern: Concern | undefined): number[] =>
  concern && concern.depth !== 'named' ? themesOf(wordingOf(concern)) : []

/** What someone looks for among them; an empty text asks for all. */
export interface DecisionFilter {
  table: string
  theme: string
  organisation: string
  q: string
}

export const passes = (each: TableDecision, { table, theme, organisation, q }: DecisionFilter) =>
  (table === '' || each.table.slug === table) &&
  (theme === '' || each.themeIds.includes(Number(theme))) &&
  (organisation === '' || [each.leadId, ...each.helperIds].includes(Number(organisation))) &&
  [each.text, each.note ?? ''].join(' ').toLowerCase().includes(q.trim().toLowerCase())
