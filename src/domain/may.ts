import type { Action, Update } from './actions/action.ts'
import { termsOf } from './actions/action.ts'
import { eventTermsOf, type Event } from './evidence/event.ts'
import type { Depth } from './depth.ts'
import type { Who } from './people/person.ts'

/**
 * A record as permission sees it: its depth after narrowing, and its own list where it is named.
 */
export interface Matter {
  depth: Depth
  list: number[]
}

const coordinates = (who: Who): boolean => who.role === 'coordinator'

/**
 * Sees what is at table depth, and a named matter only by being on its list: being coordinator
 * gives no way in (R11).
 */
const see = (who: Who, matter: Matter): boolean =>
  matter.depth !== 'named' || matter.list.includes(who.personId)

const worksFor = (who: Who, action: Action): boolean => {
  const { leadId, helperIds, seatId } = termsOf(action)
  return (
    (seatId !== null && who.seatIds.includes(seatId)) ||
    leadId === who.organisationId ||
    helperIds.includes(who.organisationId)
  )
}

const worksAsLead = (who: Who, action: Action): boolean => {
  const { leadId, seatId } = termsOf(action)
  return (seatId !== null && who.seatIds.includes(seatId)) || leadId === who.organisationId
}

/** Every permission, one line each. */
export const may = {
  /** Reads the desk at table depth. */
  read: (_who: Who) => true,
  see,
  /** Writes the record: concerns, actions, round tables. */
  write: (who: Who) => coordinates(who),
  change: (who: Who, matter: Matter) => coordinates(who) && see(who, matter),
  /** Reports for their own seats and organisation; a coordinator types what a seat says. */
  report: (who: Who, action: Action) =>
    see(who, action) && (coordinates(who) || (who.role !== 'observer' && worksFor(who, action))),
  /** Has things of their own to say at all. */
  own: (who: Who) => who.role !== 'observer',
  takeBack: (who: Who, action: Action, update: Update) =>
    may.report(who, action) &&
    (update.personId === who.personId ||
      (update.seatId !== null && who.seatIds.includes(update.seatId))),
  /** Accepts or declines for the lead organisation, with a seat there. */
  answerFor: (who: Who, action: Action) =>
    see(who, action) &&
    who.role !== 'observer' &&
    termsOf(action).leadId === who.organisationId &&
    who.seatIds.length > 0,
  /** Asks the table for another date or lead of what their seat or their organisation leads. */
  ask: (who: Who, action: Action) =>
    see(who, action) && who.role !== 'observer' && worksAsLead(who, action),
  close: (who: Who, action: Action) => coordinates(who) && see(who, action),
  /** Counts who comes, at an event that their organisation takes part in. */
  count: (who: Who, event: Event) =>
    see(who, event) &&
    (coordinates(who) ||
      (who.role !== 'observer' &&
        eventTermsOf(event).organisations.some(
          (each) => each.organisationId === who.organisationId,
        ))),
  /** Writes public words, publishes what was approved, corrects and withdraws. */
  draft: (who: Who) => coordinates(who),
  publish: (who: Who) => coordinates(who),
  /**
   * Someone other than the writer (R13), unless the partnership has switched that off with a
   * reason.
   */
  approve: (who: Who, writerId: number, alone = false) =>
    (who.approves || who.role === 'approver' || (alone && coordinates(who))) &&
    (alone || who.personId !== writerId),
  /** Asks to talk about something at a round table: whoever reads the desk may. */
  park: (_who: Who) => true,
  /** Organisations named in a copy may comment; nobody has a veto (R13). */
  comment: (who: Who) => who.role !== 'observer',
  /**
   * R27: what a resident writes is read by the charity alone, and by those listed once someone may
   * be at risk.
   */
  readMessages: (who: Who) => coordinates(who) && who.isCharity,
  seeMessage: (who: Who, message: { atRisk: boolean; list: number[] }) =>
    message.atRisk ? message.list.includes(who.personId) : may.readMessages(who),
  handleMessage: (who: Who, message: { atRisk: boolean; list: number[] }) =>
    may.readMessages(who) && may.seeMessage(who, message),
  /**
   * The one who holds a seat hands it on; the one it goes to answers; both, and a coordinator, see
   * the note and may stop it.
   */
  handOn: (who: Who, seatId: number) => who.role !== 'observer' && who.seatIds.includes(seatId),
  answerBaton: (who: Who, baton: { toId: number | null }) =>
    who.role !== 'observer' && baton.toId === who.personId,
  seeBaton: (who: Who, baton: { fromId: number; toId: number | null }) =>
    coordinates(who) || baton.fromId === who.personId || baton.toId === who.personId,
  stopBaton: (who: Who, baton: { fromId: number }) =>
    coordinates(who) || (who.role !== 'observer' && baton.fromId === who.personId),
  /**
   * R7: whoever is on the list, and a coordinator without any word of the matter; nobody for
   * themselves.
   */
  answerList: (who: Who, question: { leaverId: number; othersIds: number[] }) =>
    who.role !== 'observer' &&
    who.personId !== question.leaverId &&
    (coordinates(who) || question.othersIds.includes(who.personId)),
  keep: (who: Who) => coordinates(who),
  readJournal: (who: Who) => coordinates(who) || who.role === 'approver',
} as const
