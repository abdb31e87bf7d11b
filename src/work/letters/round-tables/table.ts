import { dayOf, type Day } from '../../../domain/day.ts'
import type { Plan, PlanChange } from '../../../domain/round-tables/planning/plan.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Letter } from '../../../mail/letter.ts'
import type { LetterRow } from '../../../store/letters/letters.ts'
import type { Asked } from '../../../store/round-tables/answers.ts'
import type { Store } from '../../../store/store.ts'
import { expectedAt, guestsAt } from '../../expected.ts'
import type { LetterWriter, WriterParts } from '../letter-writer.ts'
import { invitationFile } from './table-calendar.ts'
import { tableLetter, type Stage } from './table-words.ts'
import { asGuest, envelopeOf, organiserOf, whoseSeat } from '../whose.ts'

/**
 * A letter to someone who is expected at a planned table: day, time, place, agenda, a file for the
 * calendar and a link to answer by. It says how things stand when it goes; once the table has begun
 * there is nothing left to say.
 */
export const tableWriter =
  (parts: WriterParts): LetterWriter =>
  (row) => {
    const { store, now, publicUrl, from } = parts
    const table = store.roundTables.findById(row.roundTableId!)!
    const today = dayOf(now())
    const asked = whoIsAsked(store, table, row, today)
    if (!asked) return undefined
    const { email, seats, last } = asked
    const since = changesSince(table, last)
    const stage = stageOf(table, seats, since)
    if (
      !stage ||
      isSaidAlready(row, last, since) ||
      table.heldOn < today.slice(0, table.heldOn.length)
    )
      return undefined
    const isOff = stage === 'cancelled' || stage === 'not expected'
    const dated = datedPlan(table, since ?? [])
    const calendar =
      dated &&
      invitationFile(
        { ...table, ...dated.plan },
        { email, isOff: isOff || dated.isOver, isGuest: row.personId === null },
        { publicUrl, from, at: now().toISOString(), organiser: organiserOf(store) },
      )
    return {
      ...drawnFor(parts, email, {
        table,
        row,
        stage,
        seats: seats ?? [],
        since: since ?? [],
        isOff,
      }),
      ...(calendar && { calendar }),
    }
  }

/** Someone with an account, or a guest: where they read it, as whom, and what they were told last. */
interface WhoIsAsked {
  email: string
  /** As whom they are asked; nothing where they are not expected. */
  seats: string[] | undefined
  last: Posted | undefined
}

/** A letter about the table that went to the same reader. */
type Posted = Omit<Asked, 'personId'>

const whoIsAsked = (
  store: Store,
  table: RoundTable,
  row: LetterRow,
  today: Day,
): WhoIsAsked | undefined => {
  if (row.personId === null) return guestAsked(store, table, row)
  const person = store.people.find(row.personId)
  if (!person || person.endedAt !== null) return undefined
  const expected = expectedAt(store, table, today).find((each) => each.person.id === person.id)
  const asked = store.answers.asked(table.id).filter((each) => each.personId === person.id)
  return {
    email: person.email,
    seats: expected?.seats.map((seat) => whoseSeat(store, seat)),
    last: lastBefore(row, asked),
  }
}

const guestAsked = (store: Store, table: RoundTable, row: LetterRow): WhoIsAsked | undefined => {
  const guest = store.letters.readers(table.id).find((each) => each.id === row.readerId)
  if (!guest) return undefined
  const isExpected = guestsAt(store, table).some((each) => each.id === guest.id)
  const asked = store.guests.asked(table.id).filter((each) => each.readerId === guest.id)
  return {
    email: guest.email,
    seats: isExpected ? [asGuest(store, guest)] : undefined,
    last: lastBefore(row, asked),
  }
}

const lastBefore = (row: LetterRow, asked: Posted[]): Posted | undefined =>
  asked.findLast((each) => each.id !== row.id && each.wasPosted)

/** What changed since the last letter that reached them was written; null where this is the first. */
const changesSince = (table: RoundTable, last: Posted | undefined): PlanChange[] | null =>
  last ? table.changes.filter((each) => each.at >= last.drawnAt!) : null

/** One that went after this one was asked for, and said all that there is to say. */
const isSaidAlready = (row: LetterRow, last: Posted | undefined, since: PlanChange[] | null) =>
  last !== undefined && row.at < last.drawnAt! && since!.length === 0

const stageOf = (
  table: RoundTable,
  seats: string[] | undefined,
  since: PlanChange[] | null,
): Stage | undefined => {
  const state = stateOf(table)
  if (state === 'cancelled') return since === null ? undefined : 'cancelled'
  if (state !== 'planned') return undefined
  if (!seats) return since === null ? undefined : 'not expected'
  const verbs = (since ?? []).map((each) => each.verb)
  if (verbs.includes('reinstated')) return 'reinstated'
  if (verbs.includes('moved')) return 'moved'
  return verbs.includes('changed') ? 'changed' : 'asked'
}

/**
 * The day that a calendar holds: that of the plan; where it has only a month now, the day before
 * that, which is over (R2, R30).
 */
const datedPlan = (
  table: RoundTable,
  since: PlanChange[],
): { plan: Plan; isOver: boolean } | undefined => {
  if (table.heldOn.length === 10) return { plan: table, isOver: false }
  const before = since.findLast((each) => each.before.heldOn.length === 10)?.before
  return before && { plan: before, isOver: true }
}

interface Drawing {
  table: RoundTable
  row: LetterRow
  stage: Stage
  seats: string[]
  since: PlanChange[]
  isOff: boolean
}

const drawnFor = (parts: WriterParts, to: string, drawing: Drawing): Letter => {
  const { store, publicUrl, now } = parts
  const { row, isOff } = drawing
  return tableLetter(store, envelopeOf(store, publicUrl), to, {
    ...drawing,
    answer: isOff ? null : `${publicUrl}/answer/${linkOf(store, row, now())}`,
    // A guest cannot sign in to read it.
    hasAgenda: row.personId !== null,
  })
}

const linkOf = (store: Store, row: LetterRow, now: Date): string => {
  const { id: letterId, roundTableId, personId, readerId } = row
  const at = now.toISOString()
  return personId === null
    ? store.guests.makeLink({ letterId, readerId: readerId! }, at)
    : store.answers.makeLink({ letterId, roundTableId: roundTableId!, personId }, at)
}
