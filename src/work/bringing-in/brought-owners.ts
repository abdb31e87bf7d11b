import type { BroughtRow } from '../../domain/round-tables/bringing-in/brought.ts'
import {
  isSeat,
  namesToMention,
  type Named,
  type NamedSeat,
  type Names,
} from '../../domain/round-tables/line/mentions.ts'
import { ownersIn, type OwnersIn } from '../../domain/round-tables/line/owners/owners-in.ts'
import type { Store } from '../../store/store.ts'
import { choicesOf } from '../names.ts'

/** Who leads and who helps, and what is asked of them. */
interface Owners {
  leadId: number | null
  seatId: number | null
  helperIds: number[]
  asked: string[]
}

/** Reads whom the cells of a row name. A second name helps, and never vanishes. */
export const ownersOf = (store: Store): ((row: BroughtRow) => Owners) => {
  const { organisations, seats } = choicesOf(store)
  const names = namesToMention(organisations, seats, [], [])
  return (row) => ownersOfRow(row, names)
}

const ownersOfRow = (row: BroughtRow, names: Names): Owners => {
  const who = ownersIn(row.who, names)
  const seats = ownersIn(row.seat, names)
  const helpers = ownersIn(row.helpers, names)
  const seat = [who.lead, ...seats.owners].find((each) => each !== null && isSeat(each))
  const lead = who.lead ?? (row.who === '' ? seats.lead : null)
  const leadId = lead === null ? null : organisationOf(lead)
  const others = [...who.owners, ...helpers.owners].map(organisationOf)
  return {
    leadId,
    seatId: seat && isSeat(seat) && seat.organisationId === leadId ? seat.id : null,
    helperIds: [...new Set(others)].filter((id) => id !== leadId),
    asked: [
      ...askedOf(who, 'Choose who leads'),
      ...askedOf(seats, 'Choose who leads'),
      ...askedOf(helpers, 'Nobody is written down as helping for it'),
    ],
  }
}

const organisationOf = (owner: Named | NamedSeat): number =>
  isSeat(owner) ? owner.organisationId : owner.id

const askedOf = ({ strangers, doubts }: OwnersIn, then: string): string[] => [
  ...strangers.map((typed) => `We do not know who “${typed}” is. ${then}`),
  ...doubts.map(
    ({ typed, several }) =>
      `“${typed}” may be ${several
        .slice(0, 4)
        .map((each) => each.name)
        .join(', or ')}. ${then}`,
  ),
]
