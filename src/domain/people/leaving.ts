import { isOpen, termsOf, type Action } from '../actions/action.ts'
import { change, type AgreedTerms } from '../actions/agreement.ts'
import { decide, refuse, type Decision } from '../decision.ts'
import type { Organisation, Seat } from './seat.ts'

/** New terms for an action whose seat or organisation leaves, with the reason in its history. */
export interface MovedOn {
  action: Action
  terms: AgreedTerms & { proposed: boolean; reason: string }
}

/** Where the actions of a seat go: to another seat, or to the organisation without one. */
export type SeatTarget = number | 'organisation' | null

/** ... and what an organisation led: another leads, nobody yet, or they stay and are listed. */
export type LeadTarget = number | 'nobody' | 'stay' | null

const isLive = (action: Action): boolean => isOpen(action) && action.takenOutAt === null

/** R7: the open actions that hang on a seat, ended or not. */
export const actionsOfSeat = (seatId: number, actions: Action[]): Action[] =>
  actions.filter((action) => isLive(action) && termsOf(action).seatId === seatId)

/** ... and those that an organisation leads, or helps with. */
export const actionsLedBy = (organisationId: number, actions: Action[]): Action[] =>
  actions.filter((action) => isLive(action) && termsOf(action).leadId === organisationId)

export const actionsHelpedBy = (organisationId: number, actions: Action[]): Action[] =>
  actions.filter((action) => isLive(action) && termsOf(action).helperIds.includes(organisationId))

/**
 * R7: a seat ends, and what hangs on it moves on, to where a person said and with the reason. A seat
 * with nothing on it ends without a question.
 * @param actions the open actions of the seat that whoever ends it may change.
 */
export const endSeat = (
  seat: Seat,
  actions: Action[],
  wanted: { to: SeatTarget; reason: string },
  seats: Seat[],
): Decision<MovedOn[]> => {
  if (actions.length === 0) return { accepted: true, value: [] }
  const other = seats.find(
    (each) =>
      each.id === wanted.to &&
      each.id !== seat.id &&
      each.organisationId === seat.organisationId &&
      each.endedOn === null,
  )
  return decide(
    [
      wanted.to !== 'organisation' &&
        !other && { field: 'to', reason: 'Choose where its actions go' },
      !wanted.reason.trim() && { field: 'reason', reason: NEEDS_REASON },
    ],
    () =>
      actions.flatMap((action) =>
        movedOn(action, { seatId: other?.id ?? null }, wanted.reason, () => true),
      ),
  )
}

/**
 * An organisation leaves: what it led goes to another, to nobody yet, or stays and is listed until
 * someone moves it; it helps with nothing any more. Another that leads says yes to it first (R6).
 */
export const leave = (
  organisation: Organisation,
  { led, helped }: { led: Action[]; helped: Action[] },
  wanted: { to: LeadTarget; reason: string },
  world: { organisations: Organisation[]; isRepresented: (id: number) => boolean },
): Decision<MovedOn[]> => {
  const { to } = wanted
  const another = world.organisations.find(
    (each) => each.id === to && each.id !== organisation.id && each.endedOn === null,
  )
  if (led.length > 0 && to !== 'nobody' && to !== 'stay' && !another)
    return refuse('to', 'Choose what becomes of the actions it leads')
  const moves = (led.length > 0 && to !== 'stay') || helped.length > 0
  return decide(
    [moves && !wanted.reason.trim() && { field: 'reason', reason: NEEDS_REASON }],
    () => [
      ...(to === 'stay'
        ? []
        : led.flatMap((action) =>
            movedOn(
              action,
              { leadId: another?.id ?? null, seatId: null },
              wanted.reason,
              world.isRepresented,
            ),
          )),
      ...helped.flatMap((action) =>
        movedOn(
          action,
          { helperIds: termsOf(action).helperIds.filter((id) => id !== organisation.id) },
          wanted.reason,
          world.isRepresented,
        ),
      ),
    ],
  )
}

const NEEDS_REASON = 'Say why, in a few words. It stands in the history of each action'

const movedOn = (
  action: Action,
  changes: Partial<Pick<AgreedTerms, 'leadId' | 'seatId' | 'helperIds'>>,
  reason: string,
  isRepresented: (id: number) => boolean,
): MovedOn[] => {
  const { id, text, kind, leadId, seatId, helperIds, by } = termsOf(action)
  const terms = { text, kind, leadId, seatId, helperIds, by, ...changes, reason, basedOn: id }
  const decision = change(action, terms, isRepresented)
  return decision.accepted ? [{ action, terms: decision.value }] : []
}
