import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import type { Section } from '../../../domain/round-tables/paper.ts'
import { isOpen, termsOf } from '../../../domain/actions/action.ts'
import { ownSection } from '../../../domain/round-tables/minutes-paper.ts'
import type { Who } from '../../../domain/people/person.ts'
import { isFinished, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { isHeldOn } from '../../../domain/people/seat.ts'
import { dayOf, type Day } from '../../../domain/day.ts'
import type { Letter } from '../../../mail/letter.ts'
import type { Store } from '../../../store/store.ts'
import { quarterFrom } from '../../due.ts'
import { calledIn, paperFor } from '../../papers/minutes.ts'
import type { LetterWriter, WriterParts } from '../letter-writer.ts'
import { asGuest, envelopeOf, seatsHeld } from '../whose.ts'
import { minutesLetter } from './minutes-in-text.ts'

/** Why a letter waits, where it is not the post. */
const OPENED_AGAIN = 'opened again'

/** Who may be sent the minutes, and how deep. */
export interface Recipient {
  personId: number | null
  readerId: number | null
  name: string
  email: string
  depth: 'public' | 'table'
}

/**
 * Everyone who came or sent apologies, by the seat they hold now; and those who were added without
 * an account.
 */
export const recipientsOf = (store: Store, table: RoundTable, today: Day): Recipient[] => {
  const seats = store.organisations.seats()
  const seated = table.attendance
    .filter((each) => each.seatId !== null && each.presence !== 'absent')
    .flatMap(
      (each) =>
        seats
          .find((seat) => seat.id === each.seatId)
          ?.holders.filter((holding) => isHeldOn(holding, today))
          .map((holding) => holding.personId) ?? [],
    )
  const people = [...new Set(seated)]
    .map((id) => store.people.find(id)!)
    .filter((person) => person.endedAt === null)
  return [
    ...people.map((person) => ({
      personId: person.id,
      readerId: null,
      name: person.name,
      email: person.email,
      depth: 'table' as const,
    })),
    ...store.letters.readers(table.id).map((reader) => ({
      personId: null,
      readerId: reader.id,
      name: reader.role,
      email: reader.email,
      depth: reader.depth,
    })),
  ]
}

/**
 * The minutes to one of those they were sent to, with their own actions first. What a letter says is
 * read from the record when it goes, so that what is held in private since is held in the letter too.
 */
export const minutesWriter =
  ({ store, publicUrl, now }: WriterParts): LetterWriter =>
  (row) => {
    const table = store.roundTables.findById(row.roundTableId!)!
    // Minutes that were opened again go out when they are finished again.
    if (!isFinished(table)) throw Object.assign(new Error('open'), { code: OPENED_AGAIN })
    const envelope = envelopeOf(store, publicUrl)
    if (row.readerId !== null) {
      const reader = store.letters.findReader(row.readerId)
      if (!reader || reader.endedAt !== null) return undefined
      const as = { to: reader.email, seats: [asGuest(store, reader)] }
      return minutesLetter(envelope, as, paperFor(store, table, reader.depth), null)
    }
    const today = dayOf(now())
    const person = store.people.find(row.personId!)
    const who = store.people.who(row.personId!, today)
    if (!person || !who) return undefined
    const own = ownActions(store, who, today)
    const as = { to: person.email, seats: seatsHeld(store, person.id, now()) }
    return minutesLetter(envelope, as, paperFor(store, table, 'table'), own)
  }

/** The minutes that were finished last, as somebody may read them who has no seat. */
export const minutesExample = (
  { store, publicUrl }: WriterParts,
  to: string,
): Letter | undefined => {
  const table = store.roundTables.list().find(isFinished)
  return (
    table &&
    minutesLetter(
      envelopeOf(store, publicUrl),
      { to, seats: [] },
      paperFor(store, table, 'public'),
      null,
    )
  )
}

const ownActions = (store: Store, who: Who, today: Day): Section => {
  const mine = store.actions
    .list(who)
    .filter(
      (action) => action.depth !== 'named' && isOpen(action) && isTheirs(termsOf(action), who),
    )
  return ownSection(inAgendaOrder(mine, today, quarterFrom(today)), calledIn(store))
}

/** Theirs by the seat they hold; where no seat is agreed, their organisation's. */
const isTheirs = (
  { seatId, leadId }: { seatId: number | null; leadId: number | null },
  who: Who,
): boolean => (seatId !== null ? who.seatIds.includes(seatId) : leadId === who.organisationId)
