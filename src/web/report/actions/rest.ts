import { termsOf, type Action } from '../../../domain/actions/action.ts'
import { mineOf } from '../../../domain/people/mine.ts'
import type { Rest } from '../../views/report.ts'
import { besides, heldBy, type Holder } from '../holder.ts'

/**
 * What else is this person's: what the same letter brought, each a press away, the unsaid first; of
 * all else how many there are, to be read on the desk. Nothing that is held in private is among them
 * (R11), and nothing here opens more than the letter did (R21).
 */
export const restOf = (holder: Holder): Rest => {
  const { store, link, seat, token, today } = holder
  const own = ownOf(holder).filter((each) => each.id !== link.actionId)
  const inLetter = store.reportLinks.ofLetter(link).flatMap((other) => {
    const action = own.find((each) => each.id === other.actionId)
    const isOpened = action !== undefined && heldBy(store, other, today) !== null
    return isOpened ? [{ action, token: besides(token, other), isSaid: isSaid(action, other) }] : []
  })
  const shown = new Set(inLetter.map((each) => each.action.id))
  const others = own.filter((each) => !shown.has(each.id))
  return {
    inLetter: inLetter.toSorted((a, b) => Number(a.isSaid) - Number(b.isSaid)),
    onDesk: others.length,
    helped: others.filter((each) => termsOf(each).leadId !== seat.organisationId).length,
  }
}

/** Their own, as every page lists it. */
const ownOf = ({ store, link, today }: Holder): Action[] => {
  const who = store.people.who(link.personId, today)
  if (!who) return []
  const open = store.actions.openUnfiltered().filter((each) => each.depth !== 'named')
  const { toAccept, mine, helping } = mineOf(open, who, today)
  return [...toAccept, ...mine, ...helping]
}

/** Something was said of it since the letter came. */
const isSaid = (
  { updates, held }: Action,
  { personId, at }: { personId: number; at: string },
): boolean =>
  [...updates, ...held].some(
    (each) => each.personId === personId && each.at >= at && each.takenBackAt === null,
  )
