import type { Presence } from '../../../../../src/domain/round-tables/round-table.ts'
import { namesToMention } from '../../../../../src/domain/round-tables/line/mentions.ts'
import { readLine } from '../../../../../src/domain/round-tables/line/read-line.ts'
import { areas, themes } from '../../../make.ts'
import { reading } from './set-up.ts'

// Nine organisations at one table, and seats at most of them.

export const ORGANISATIONS = [
  'Mosaic',
  'Police',
  'Council',
  'School',
  'Homes',
  'Library',
  'Clinic',
  'Mosque',
  'Market',
].map((name, at) => ({
  id: at + 1,
  code: name.toLowerCase(),
  name: `${name} Trust`,
  publicName: name,
  expected: true,
  endedOn: null,
}))
export const SEATS = [
  'Coordinator',
  'Ward sergeant',
  'Neighbourhood inspector',
  'Youth worker',
  'Head of year',
  'Housing lead',
  'Librarian',
].map((title, at) => ({ id: at + 1, organisationId: at + 1, title, endedOn: null, holders: [] }))
const names = namesToMention(ORGANISATIONS, SEATS, themes, areas)
export const here = (typed: string) => readLine(typed, { ...reading, names })
type Row = [
  organisationId: number | null,
  seatId: number | null,
  guestRole: string | null,
  presence: Presence,
]
export const rows = (typed: string): Row[] =>
  here(typed).here.map((each) => [each.organisationId, each.seatId, each.guestRole, each.presence])
