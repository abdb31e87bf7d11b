import type { AgreedTerms } from '../actions/agreement.ts'
import { isOpen, isProposed, termsOf, type Action } from '../actions/action.ts'
import type { Day } from '../day.ts'
import { conflict, decide, refuse, type Decision, type Refusal } from '../decision.ts'
import type { Role } from './person.ts'
import { isHeldOn, type Seat } from './seat.ts'

/**
 * How the handing on of a seat ended: taken on, turned down, or taken back by the one who began it
 * or a coordinator.
 */
export const BATON_ENDS = ['accepted', 'declined', 'withdrawn'] as const
export type BatonEnd = (typeof BATON_ENDS)[number]

/**
 * An action that does not go with the seat, and the other seat it goes to; none means that it stays
 * with the organisation.
 */
export interface Kept {
  actionId: number
  seatId: number | null
}

/**
 * A seat being handed on: the holder names a successor and writes a note, the successor accepts.
 */
export interface Baton {
  id: number
  seatId: number
  holdingId: number
  fromId: number
  /** The one it goes to; nobody yet while an address waits to be invited. */
  toId: number | null
  name: string | null
  email: string | null
  note: string
  keeps: Kept[]
  at: string
  end: { kind: BatonEnd; words: string | null; personId: number; at: string } | null
}

/** Someone a seat may be handed to. */
export interface Successor {
  id: number
  organisationId: number
  role: Role
  endedAt: string | null
}
export interface HandingOn {
  toId: number | null
  name: string
  email: string
  note: string
  keeps: Kept[]
}

const NOT_HERE = 'This seat is not yours to hand on any more'

/** It still waits: nobody has ended it, and the one who began it still sits there. */
export const isUnderWay = (baton: Baton, seat: Seat, today: Day): boolean =>
  baton.end === null &&
  seat.endedOn === null &&
  seat.holders.some((holding) => holding.id === baton.holdingId && isHeldOn(holding, today))

/**
 * The holder names who comes next: a colleague who signs in and may report, or an address for a
 * coordinator to invite.
 */
export const handOn = (
  seat: Seat,
  wanted: HandingOn,
  world: { personId: number; people: Successor[]; underWay: boolean; today: Day },
): Decision<HandingOn & { holdingId: number }> => {
  const mine = seat.holders.find(
    (holding) => holding.personId === world.personId && isHeldOn(holding, world.today),
  )
  if (!mine || seat.endedOn !== null) return refuse('toId', NOT_HERE)
  if (world.underWay)
    return conflict('This seat is being handed on already. That has to end first, or be taken back')
  return decide([refusalOf(seat, wanted, world)], () => ({ ...wanted, holdingId: mine.id }))
}

const refusalOf = (
  seat: Seat,
  { toId, name, email }: HandingOn,
  { personId, people, today }: { personId: number; people: Successor[]; today: Day },
): Refusal | false => {
  if (toId === null) {
    if (!email)
      return { field: 'toId', reason: 'Choose who comes next, or write their work email below' }
    return name.trim()
      ? false
      : { field: 'name', reason: 'Write their name. It is never shown in public' }
  }
  if (email) return { field: 'email', reason: 'Choose a colleague or write an address, not both' }
  const person = people.find((each) => each.id === toId)
  if (!person || person.endedAt !== null || person.organisationId !== seat.organisationId)
    return { field: 'toId', reason: 'Choose someone who works for the same organisation' }
  if (person.id === personId) return { field: 'toId', reason: 'This is you. Choose who comes next' }
  if (person.role === 'observer')
    return {
      field: 'toId',
      reason: 'An observer cannot report. Ask a coordinator to change their role first',
    }
  return (
    seat.holders.some((holding) => holding.personId === toId && isHeldOn(holding, today)) && {
      field: 'toId',
      reason: 'They sit here with you already',
    }
  )
}

/** The successor takes it on, or says why not. */
export const answerBaton = (
  baton: Baton,
  seat: Seat,
  accepted: boolean,
  words: string,
  today: Day,
): Decision<{ kind: BatonEnd; words: string | null }> => {
  if (!isUnderWay(baton, seat, today)) return conflict('This seat is not being handed on any more')
  return decide(
    [
      !accepted &&
        !words.trim() && {
          field: 'words',
          reason: 'Say why not, in a few words. The holder and the coordinator will read it',
        },
    ],
    () => ({ kind: accepted ? 'accepted' : 'declined', words: words.trim() || null }),
  )
}

/**
 * What is agreed anew when the seat changes hands: the actions that do not go with it leave it,
 * with the reason in their history. A matter that is held in private by now stays with the seat
 * (R11), and where the other seat is no more the leaver's, the action stays with the organisation.
 */
export const leaveBehind = (
  baton: Baton,
  seat: Seat,
  actions: Action[],
  world: { seats: Seat[]; today: Day },
): { action: Action; terms: AgreedTerms & { proposed: boolean; reason: string } }[] =>
  actions
    .filter(
      (action) =>
        isOpen(action) &&
        action.takenOutAt === null &&
        action.depth !== 'named' &&
        termsOf(action).seatId === seat.id,
    )
    .flatMap((action) => {
      const kept = baton.keeps.find((each) => each.actionId === action.id)
      if (!kept) return []
      const { text, kind, leadId, helperIds, by, review } = termsOf(action)
      const other = world.seats.find(
        (each) =>
          each.id === kept.seatId &&
          each.endedOn === null &&
          each.holders.some(
            (holding) => holding.personId === baton.fromId && isHeldOn(holding, world.today),
          ),
      )
      return [
        {
          action,
          terms: {
            text,
            kind,
            leadId,
            helperIds,
            by,
            review,
            proposed: isProposed(action),
            seatId: other?.id ?? null,
            reason: `${seat.title} was handed on, and this stayed behind`,
          },
        },
      ]
    })
