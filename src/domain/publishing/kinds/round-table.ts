import { datedPiece, isSame, newestFirst, pieceOf, USUAL } from './usual.ts'
import type { Day, When } from '../../day.ts'
import {
  monthTitle,
  stateOf,
  type Presence,
  type RoundTable,
} from '../../round-tables/round-table.ts'
import type { Organisation } from '../../people/seat.ts'
import { FIRST, type Change, type Counts } from '../told.ts'
import { type Kind, type Source } from './kind.ts'

/** The page of a round table: who came, priorities, what was agreed in public, numbered gaps. */
export interface TableWords {
  kind: 'round-table'
  change: Change
  counts?: Counts
  heldOn: When
  startsAt: string | null
  place: string | null
  state: 'planned' | 'cancelled' | 'draft' | 'agreed'
  agreedOn: Day | null
  organisations: { code: string; name: string; presence: Presence; expected: boolean }[]
  priorities: string[]
  agreed: string[]
  gaps: { number: number; ground: string }[]
}

export const roundTable: Kind<TableWords> = {
  ...USUAL,
  kind: 'round-table',
  of: 'roundTableId',
  name: (_words, { roundTableId }, source) => {
    const table = source?.roundTable(roundTableId)
    return table ? `Public page: ${monthTitle(table.heldOn)}` : 'Public page of a round table'
  },

  begin: ({ roundTableId }, source) => {
    const table = source.roundTable(roundTableId)
    return table && { words: factsOf(table, source), coversIds: [] }
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
    const { heldOn, startsAt, state, organisations, gaps } = factsOf(table, source)
    return !isSame({ heldOn, startsAt, state, organisations, gaps }, words)
  },
  hasMovedOn: (words, _coversIds, { roundTableId }, source) => {
    const table = source.roundTable(roundTableId)
    return (
      table !== undefined &&
      (words.state !== toldState(table) ||
        words.heldOn !== table.heldOn ||
        words.startsAt !== table.startsAt)
    )
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
  whenTold: (words, before) => (hasMet(words) ? 'news' : isMoved(words, before) ? 'moved' : null),
  page: {
    path: 'round-tables',
    folder: 'round-tables',
    as: 'table',
    isSpecial: true,
    heading: 'tables.title',
    title: (words) => monthTitle(words.heldOn),
    description: () => '',
  },
  takesNumbers: true,
  isTranslated: true,
}

const MEETING = /\b(?:round table|meeting|table) (?:was|met|took|of)\b|\bwe met\b/iu

const MET: TableWords['state'][] = ['draft', 'agreed']

/** That it met, as far as it is told. */
export const hasMet = ({ state }: TableWords): boolean => MET.includes(state)

/** R30: residents were told of another day or time, or that it meets. */
const isMoved = (words: TableWords, before: TableWords | undefined): boolean =>
  before !== undefined &&
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
  place: table.place,
  state: toldState(table),
  agreedOn: table.agreedAt?.slice(0, 10) ?? null,
  organisations: presencesAt(table, source.organisations()),
  priorities: [],
  agreed: [],
  gaps: MET.includes(toldState(table)) ? source.gapsAt(table.id) : [],
})

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
