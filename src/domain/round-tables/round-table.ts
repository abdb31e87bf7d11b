import type { HowItWas } from '../actions/agreement.ts'
import { sayWhen, type Day, type Month, type When } from '../day.ts'
import { decide, refuse, type Decision } from '../decision.ts'
import type { Organisation } from '../people/seat.ts'
import { sayApart } from './apart.ts'
import type { PlanChange } from './planning/plan.ts'

export type Presence = 'present' | 'sent-someone' | 'apologies' | 'absent'
export const PRESENCES = ['present', 'sent-someone', 'apologies', 'absent'] as const
export const SAY_PRESENCE: Record<Presence, string> = {
  present: 'Present',
  'sent-someone': 'Sent someone',
  apologies: 'Apologies',
  absent: 'Absent',
}

/** Who came: for an organisation by seat or as a guest by role, or some who stand for nobody. */
export interface Attendance {
  /** Nothing for those who stand for nobody: an independent chair, two residents of one street. */
  organisationId: number | null
  seatId: number | null
  guestRole: string | null
  /** Who came in the place of a seat that sent someone, by role. */
  sentRole: string | null
  presence: Presence
  /** One, but for those who stand for nobody. */
  count: number
}
export interface Correction {
  text: string
  reason: string
  at: string
}

export interface RoundTable {
  id: number
  slug: string
  heldOn: When
  startsAt: string | null
  /** What tells it from another of its day, or of its month where it has no day. */
  apart?: string | null
  place: string | null
  expectedIds: number[]
  attendance: Attendance[]
  residents: number | null
  /** When it was put in the calendar; nothing for the oldest. */
  plannedAt: string | null
  openedAt: string | null
  finishedAt: string | null
  agreedAt: string | null
  agreedAtTableId: number | null
  /** That it does not meet (R30). */
  cancelledAt: string | null
  /** The series it was planned in, and the month of it that it stands for. */
  seriesId: number | null
  seriesMonth: Month | null
  /** How its plan was changed, oldest first. */
  changes: PlanChange[]
  corrections: Correction[]
}

export type TableState = 'planned' | 'cancelled' | 'open' | 'draft' | 'agreed'
export const SAY_STATE: Record<TableState, string> = {
  planned: 'Planned',
  cancelled: 'Cancelled',
  open: 'Open',
  draft: 'Draft minutes',
  agreed: 'Agreed minutes',
}

export const stateOf = (table: RoundTable): TableState =>
  table.agreedAt
    ? 'agreed'
    : table.finishedAt
      ? 'draft'
      : table.openedAt
        ? 'open'
        : table.cancelledAt
          ? 'cancelled'
          : 'planned'

/** Its minutes are written: drafts, or agreed. */
export const isFinished = (table: RoundTable): boolean =>
  ['draft', 'agreed'].includes(stateOf(table))

/** What titles of a table are made of. */
type Titled = Pick<RoundTable, 'heldOn' | 'apart'>

export const titleOf = ({ heldOn, apart }: Titled): string =>
  `${sayWhen(heldOn)} round table${sayApart(apart)}`

/** The same by its month. */
export const monthTitleOf = ({ heldOn, apart }: Titled): string =>
  `${monthTitle(heldOn)}${sayApart(apart)}`

/** The minutes name the round table by its month. */
export const monthTitle = (heldOn: When): string => `${sayWhen(heldOn.slice(0, 7))} round table`

/** What was said at a round table that has a month and no day was said in that month (R2). */
export const saidOn = (day: Day, table: Pick<RoundTable, 'heldOn'> | undefined): When =>
  table?.heldOn.length === 7 && day.startsWith(table.heldOn) ? table.heldOn : day

/** The table that was open at an instant. */
export const openAt = (at: string, tables: RoundTable[]): RoundTable | undefined =>
  tables.find(
    ({ openedAt, finishedAt }) =>
      openedAt !== null && openedAt <= at && (finishedAt === null || at <= finishedAt),
  )

export const open = (table: RoundTable, others: RoundTable[]): Decision<RoundTable> => {
  if (stateOf(table) === 'cancelled')
    return refuse('opening', 'This round table is cancelled. Say first that it meets after all')
  if (stateOf(table) !== 'planned') return refuse('opening', 'This round table was opened already')
  const running = others.find((other) => stateOf(other) === 'open')
  return running
    ? refuse('opening', `The ${titleOf(running)} is still open. Finish it first`)
    : { accepted: true, value: table }
}

export const finish = (table: RoundTable): Decision<RoundTable> => {
  if (stateOf(table) !== 'open')
    return refuse('finishing', 'Only an open round table can be finished')
  return table.attendance.length > 0
    ? { accepted: true, value: table }
    : refuse('finishing', 'Say who was here first, so that the minutes can name them')
}

/**
 * Minutes finished too early are opened again, with a reason, until a later table has agreed them.
 */
export const openAgain = (
  table: RoundTable,
  others: RoundTable[],
  reason: string,
): Decision<string> => {
  if (stateOf(table) !== 'draft') return refuse('reason', 'Only draft minutes can be opened again')
  if (others.some((other) => stateOf(other) === 'open'))
    return refuse('reason', 'Another round table is open. Finish it first')
  // R4: what a later table said would be written into these minutes, and what it spoke of could be
  // taken out of them.
  if (
    others.some(
      (other) =>
        other.id !== table.id && other.openedAt !== null && other.openedAt >= table.finishedAt!,
    )
  )
    return refuse('reason', 'A round table has met since. Write a correction instead')
  return reason.trim()
    ? { accepted: true, value: reason.trim() }
    : refuse('reason', 'Say why they are opened again')
}

/**
 * R5: the table agrees its last minutes, not only the writer. It needs a later table that is open.
 */
export const agreeMinutes = (
  table: RoundTable,
  at: RoundTable | undefined,
): Decision<RoundTable> => {
  if (stateOf(table) !== 'draft') return refuse('agreement', 'Only draft minutes can be agreed')
  if (!at || at.id === table.id)
    return refuse('agreement', 'Minutes are agreed at the next round table, while it is open')
  return at.attendance.length > 0
    ? { accepted: true, value: at }
    : refuse('agreement', 'First say who is here: the table agrees them, and not only who writes')
}

/**
 * R5: a tap by mistake is taken back, as long as the table that agreed them has written nothing
 * since.
 */
export const takeAgreementBack = (
  table: RoundTable,
  at: RoundTable | undefined,
  hasWrittenSince: boolean,
): Decision<RoundTable> => {
  if (stateOf(table) !== 'agreed' || !at) return refuse('agreement', 'These minutes are not agreed')
  if (stateOf(at) !== 'open' || hasWrittenSince)
    return refuse('agreement', 'They are locked. Something was written since. Write a correction')
  return { accepted: true, value: at }
}

/**
 * R5: agreed minutes are locked; what was wrong is said in a dated correction, and the first
 * wording stays.
 */
export const correct = (
  table: RoundTable,
  text: string,
  reason: string,
): Decision<{ text: string; reason: string }> =>
  decide(
    [
      !['draft', 'agreed'].includes(stateOf(table)) && {
        field: 'text',
        reason: 'These minutes are still being written. Change them directly',
      },
      !text.trim() && { field: 'text', reason: 'Say what should be read instead' },
      !reason.trim() && { field: 'reason', reason: 'Say why' },
    ],
    () => ({ text: text.trim(), reason: reason.trim() }),
  )

/** They are here, or somebody is for them. */
export const isHere = ({ presence }: { presence: Presence }): boolean =>
  presence === 'present' || presence === 'sent-someone'

/** R6: by a seat, by whom a seat sent, or by a guest; apologies of any of them are not enough. */
export const isRepresented = (table: RoundTable, organisationId: number): boolean =>
  table.attendance.some((each) => each.organisationId === organisationId && isHere(each))

/** How an organisation was at the table, as far as it is written down. */
export const howItWas = (table: RoundTable, organisationId: number): HowItWas => {
  if (isRepresented(table, organisationId)) return 'here'
  const isSaid = table.attendance.some((each) => each.organisationId === organisationId)
  return isSaid ? 'away' : 'not said'
}

/** R6: expected organisations with nobody at the table. */
export const missing = (table: RoundTable, organisations: Organisation[]): Organisation[] =>
  organisations.filter(
    (each) => table.expectedIds.includes(each.id) && !isRepresented(table, each.id),
  )

export const hasHappened = (table: RoundTable): boolean => table.openedAt !== null

export const isAhead = (table: RoundTable, today: Day): boolean =>
  stateOf(table) === 'planned' && table.heldOn >= today.slice(0, table.heldOn.length)
