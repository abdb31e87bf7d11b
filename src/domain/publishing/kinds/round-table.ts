import { datedPiece, isSame, newestFirst, pieceOf, USUAL } from './usual.ts'
import type { Day, When } from '../../day.ts'
import {
  monthTitleOf,
  stateOf,
  type Presence,
  type RoundTable,
} from '../../round-tables/round-table.ts'
import type { Organisation } from '../../people/seat.ts'
import { FIRST, type Change, type Counts } from '../told.ts'
import { type Kind, type Source, type Subject } from './kind.ts'
import { draftedFrom, type ToldLine } from './round-table/drafted.ts'

/** The page of a round table: who came, priorities, what was agreed in public, numbered gaps. */
export interface TableWords {
  kind: 'round-table'
  change: Change
  counts?: Counts
  sample?: string[]
  heldOn: When
  startsAt: string | null
  /** Its time, or which one it is, where another shares its day. */
  apart?: string
  place: string | null
  state: 'planned' | 'cancelled' | 'draft' | 'agreed'
  agreedOn: Day | null
  organisations: { code: string; name: string; presence: Presence; expected: boolean }[]
  priorities: string[]
  agreed: string[]
  gaps: { number: number; ground: string }[]
  /** The entries of what it spoke of; none in copies older than this. */
  entries?: string[]
}

export const roundTable: Kind<TableWords> = {
  ...USUAL,
  kind: 'round-table',
  of: 'roundTableId',
  name: (_words, { roundTableId }, source) => {
    const table = source?.roundTable(roundTableId)
    return table ? `Public page: ${monthTitleOf(table)}` : 'Public page of a round table'
  },

  begin: ({ roundTableId }, source) => {
    const table = source.roundTable(roundTableId)
    return table && { words: begunFrom(table, source), coversIds: [] }
  },
  suggest: ({ state, priorities, agreed }, { roundTableId }, source): Record<string, string> => {
    const table = source.roundTable(roundTableId)
    // What was begun before the table met, and has nothing typed in it.
    if (!table || state !== 'planned' || priorities.length > 0 || agreed.length > 0) return {}
    const begun = begunFrom(table, source)
    return { priorities: begun.priorities.join('\n'), agreed: begun.agreed.join('\n') }
  },
  fields: () => [
    { name: 'place', label: 'Place', most: 200 },
    { name: 'priorities', label: 'What comes first', hint: 'One on a line.', rows: 4, most: 3000 },
    {
      name: 'agreed',
      label: 'What was agreed',
      hint: 'One on a line. Who, and by when.',
      rows: 6,
      most: 3000,
    },
  ],
  typed: ({ place, priorities, agreed }) => ({
    place: place ?? '',
    priorities: priorities.join('\n'),
    agreed: agreed.join('\n'),
  }),
  write: ({ roundTableId }, source, typed) => {
    const table = source.roundTable(roundTableId)
    if (!table) return undefined
    const words = {
      ...factsOf(table, source),
      place: typed('place') || null,
      priorities: linesOf(typed('priorities')),
      agreed: linesOf(typed('agreed')),
    }
    return { accepted: true, value: { words, coversIds: [] } }
  },
  hasChanged: (words, _coversIds, { roundTableId }, source) => {
    const table = source.roundTable(roundTableId)
    if (!table) return false
    const { heldOn, startsAt, state, organisations, gaps, entries } = factsOf(table, source)
    const now = { heldOn, startsAt, state, organisations, gaps, entries }
    return !isSame(now, { entries: [], ...words })
  },
  hasMovedOn: (words, _coversIds, subject, source) => whatMoved(words, subject, source).length > 0,
  movedOn: (words, subject, source) => {
    const what = whatMoved(words, subject, source)
    if (what.length === 0) return undefined
    const reason = `The record has moved on. ${what.join('. ')}. Save the words again`
    return { field: 'agreed', found: '', reason }
  },

  pieces: (words) => [
    datedPiece('place', words.place, [words.heldOn]),
    ...words.priorities.map((text) => pieceOf('priorities', text)),
    ...words.agreed.map((text) =>
      // What was agreed is for other days; a line that tells of the meeting itself is for its own.
      MEETING.test(text) ? datedPiece('agreed', text, [words.heldOn]) : pieceOf('agreed', text),
    ),
  ],
  named: (words) => words.organisations.map((each) => each.code),

  slug: (_words, { roundTableId }, _on, source) => ({
    at: source.roundTable(roundTableId)!.slug,
  }),
  inOrder: (a, b) => newestFirst(a.words.heldOn, b.words.heldOn),
  whenTold: (words, before) => (!hasMet(words) && isMoved(words, before) ? 'moved' : null),
  page: {
    path: 'round-tables',
    folder: 'round-tables',
    as: 'table',
    isSpecial: true,
    heading: 'tables.title',
    title: monthTitleOf,
    description: () => '',
  },
  takesNumbers: true,
  isTranslated: true,
  parts: { words: 'fields', preview: 'page', source: 'evidence' },
}

/** R28: what residents read on the page otherwise than it is now. */
const whatMoved = (words: TableWords, { roundTableId }: Subject, source: Source): string[] => {
  const table = source.roundTable(roundTableId)
  if (!table) return []
  const now = factsOf(table, source)
  return [
    ...(now.state === words.state ? [] : [sayMoved(words.state, now.state)]),
    ...(isSame({ heldOn: now.heldOn, startsAt: now.startsAt }, words)
      ? []
      : ['Its day or time has changed']),
    ...(isSame({ organisations: now.organisations }, words) ? [] : ['Who came is not what it was']),
    ...(now.apart === words.apart ? [] : ['It shares its day with another table, or not any more']),
    ...(isSame({ gaps: now.gaps }, words) ? [] : ['What is held in private is not what it was']),
    ...(isSame({ entries: now.entries }, { entries: words.entries ?? [] })
      ? []
      : ['Its entries are not what they were']),
  ]
}

const sayMoved = (before: TableWords['state'], now: TableWords['state']): string =>
  before === 'cancelled' && now === 'planned' ? 'It meets after all' : MOVED[now]

const MOVED: Record<TableWords['state'], string> = {
  planned: 'The minutes are open again',
  cancelled: 'It is cancelled',
  draft: 'The table has met',
  agreed: 'The minutes are agreed',
}

const MEETING = /\b(?:round table|meeting|table) (?:was|met|took|of)\b|\bwe met\b/iu

const MET: TableWords['state'][] = ['draft', 'agreed']

/** That it met, as far as it is told. */
export const hasMet = ({ state }: TableWords): boolean => MET.includes(state)

/** R30: residents were told of another day or time, or that it meets. */
const isMoved = (words: TableWords, before: TableWords | undefined): boolean =>
  before !== undefined &&
  !hasMet(before) &&
  (words.heldOn !== before.heldOn ||
    words.startsAt !== before.startsAt ||
    words.state !== before.state)

/** An open round table is told as planned: what is still being written is nobody's minutes. */
const toldState = (table: RoundTable): TableWords['state'] => {
  const state = stateOf(table)
  return state === 'open' ? 'planned' : state
}

/** Who came, and a numbered gap for each matter held in private (R6, R11). */
const factsOf = (table: RoundTable, source: Source): TableWords => ({
  kind: 'round-table',
  change: FIRST,
  heldOn: table.heldOn,
  startsAt: table.startsAt,
  ...(table.apart && { apart: table.apart }),
  place: table.place,
  state: toldState(table),
  agreedOn: table.agreedAt?.slice(0, 10) ?? null,
  organisations: presencesAt(table, source.organisations()),
  priorities: [],
  agreed: [],
  gaps: MET.includes(toldState(table)) ? source.gapsAt(table.id) : [],
  entries: MET.includes(toldState(table)) ? source.entriesOf(source.concernsAt(table.id)) : [],
})

/** ... with what may be said of what it agreed. */
const begunFrom = (table: RoundTable, source: Source): TableWords => {
  const { priorities, agreed } = draftedFrom(table, source)
  const told = (lines: ToldLine[]): string[] => lines.flatMap((line) => line.told ?? [])
  return { ...factsOf(table, source), priorities: told(priorities), agreed: told(agreed) }
}

const BEST: Presence[] = ['present', 'sent-someone', 'apologies', 'absent']

/** Which organisations came, as it is told: the expected ones, and whoever else was there (R6). */
export const presencesAt = (
  table: RoundTable,
  organisations: Organisation[],
): TableWords['organisations'] =>
  organisations.flatMap(({ id, code, publicName }) => {
    const rows = table.attendance.filter((row) => row.organisationId === id)
    const expected = table.expectedIds.includes(id)
    if (!expected && rows.length === 0) return []
    const best = BEST.find((presence) => rows.some((row) => row.presence === presence))
    return [{ code, name: publicName, presence: best ?? 'absent', expected }]
  })

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
