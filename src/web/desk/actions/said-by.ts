import { termsOf, type Action } from '../../../domain/actions/action.ts'
import { may } from '../../../domain/may.ts'
import { waitsFor } from '../../../work/releasing/waiting.ts'
import type { Visit } from '../visit.ts'
import { openTableIn } from './open-table.ts'

/** By whom an update is said, and at which table. */
interface SaidBy {
  organisationId: number | null
  seatId: number | null
  roundTableId: number | null
}

/**
 * An update is said by a seat: the person's own at that organisation, or the one a coordinator
 * types for.
 */
export const saidBy = (visit: Visit, action: Action, seatId: number | null): SaidBy => {
  const { store, who } = visit
  const { leadId, seatId: owner, helperIds } = termsOf(action)
  const own = saidByThemselves(visit, action)
  if (!may.write(who))
    return own ?? { organisationId: who.organisationId, seatId: null, roundTableId: null }
  const roundTableId = openTableIn(store)?.id ?? null
  const seat = store.organisations
    .seats()
    .find(
      (each) =>
        each.id === (seatId ?? owner) && [leadId, ...helperIds].includes(each.organisationId),
    )
  if (seat) return { organisationId: seat.organisationId, seatId: seat.id, roundTableId }
  // Said by the lead, as the form says: what a coordinator's own organisation has to say as a
  // helper is chosen by its seat.
  return own && (leadId === null || own.organisationId === leadId)
    ? own
    : { organisationId: leadId, seatId: null, roundTableId }
}

/**
 * What someone says for themselves: by the seat that owns it, or as their organisation, which leads
 * or helps. Nothing where it is no business of theirs.
 */
export const saidByThemselves = (
  { store, who }: Visit,
  action: Action,
): (SaidBy & { organisationId: number }) | undefined => {
  const { leadId, seatId, helperIds } = termsOf(action)
  const held = store.organisations.seats().filter((seat) => who.seatIds.includes(seat.id))
  const isTheirs = [leadId, ...helperIds].includes(who.organisationId)
  const seat =
    held.find((each) => each.id === seatId) ??
    (isTheirs ? held.find((each) => each.organisationId === who.organisationId) : undefined)
  const roundTableId = may.write(who) ? (openTableIn(store)?.id ?? null) : null
  if (seat) return { organisationId: seat.organisationId, seatId: seat.id, roundTableId }
  return isTheirs ? { organisationId: who.organisationId, seatId: null, roundTableId } : undefined
}

/** R11: what is held in private is said on its own page alone. */
export const speaksFor = (visit: Visit, action: Action): boolean =>
  action.depth !== 'named' &&
  may.report(visit.who, action) &&
  saidByThemselves(visit, action) !== undefined

/**
 * The seat that has to release what this person says for their own organisation. What a coordinator
 * types at the table, or for others, is theirs to have heard and is not held.
 */
export const releaserOf = (
  { store, who, by }: Visit,
  action: Action,
  { organisationId, roundTableId }: SaidBy,
): number | null =>
  organisationId === who.organisationId && roundTableId === null
    ? waitsFor(store, action, { organisationId, personId: who.personId }, by.at)
    : null
