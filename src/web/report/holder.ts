import { termsOf, type Action } from '../../domain/actions/action.ts'
import type { Day } from '../../domain/day.ts'
import { isHeldOn, type Seat } from '../../domain/people/seat.ts'
import type { LinkRow } from '../../store/actions/report-links.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import type { Asked } from '../change.ts'
import type { keepLimits } from '../limits.ts'

/** What stands behind the report door, the same for everyone. */
export interface ReportDoor {
  store: Store
  now: () => Date
  publicUrl: string
  postLetters: () => void
  isTooMuch: ReturnType<typeof keepLimits>
}

/** Someone at the door, before it is known what they hold. */
export interface AtDoor extends ReportDoor, Asked {
  params: Record<string, string>
  today: Day
  at: string
}

/** Someone who opened a link from a letter: one action, one seat, one person. */
export interface Holder extends AtDoor {
  token: string
  link: LinkRow
  action: Action
  seat: Seat
  by: By
}

/**
 * The link dies when the seat changes hands, when its person leaves, and when the matter becomes
 * private; `old` where a new one may be asked for.
 */
export const holderOf = (atDoor: AtDoor): Holder | 'old' | 'gone' => {
  const { store, params, today, at } = atDoor
  const token = params.token!
  const link = linkAt(store, token, today)
  const held = link && heldBy(store, link, today)
  if (!link || !held) return 'gone'
  if (link.expiresAt <= at) return 'old'
  return { ...atDoor, token, link, ...held, by: { personId: link.personId, at } }
}

/**
 * The link of an address. A token, a dot and the number of another link of the same letter is that
 * other link, for as long as the first is its person's: whoever reads a letter goes on from one of
 * its actions to the next without signing in, and no further than the letter goes (R21).
 */
export const linkAt = (store: Store, address: string, today: Day): LinkRow | undefined => {
  const [token, number, ...more] = address.split('.')
  const link = store.reportLinks.find(token!)
  if (!link || number === undefined) return link
  return more.length === 0 && heldBy(store, link, today) !== null
    ? store.reportLinks.ofLetter(link).find((each) => String(each.id) === number)
    : undefined
}

/** The address of another link of the same letter. */
export const besides = (token: string, other: LinkRow): string =>
  `${token.split('.')[0]!}.${other.id}`

/** The action and the seat of a link, where both are still its person's. */
export const heldBy = (
  store: Store,
  link: LinkRow,
  today: Day,
): { action: Action; seat: Seat } | null => {
  const seat = store.organisations.findSeat(link.seatId)
  const person = store.people.find(link.personId)
  const [action] = store.actions.listUnfiltered([link.actionId])
  if (!seat || !person || !action) return null
  const mayReport = person.endedAt === null && person.role !== 'observer'
  const isTellable = action.depth !== 'named' && action.takenOutAt === null
  const isHeld =
    seat.endedOn === null &&
    seat.holders.some((each) => each.personId === person.id && isHeldOn(each, today))
  return mayReport && isTellable && isHeld && worksOn(seat, action) ? { action, seat } : null
}

const worksOn = (seat: Seat, action: Action): boolean => {
  const { seatId, leadId, helperIds } = termsOf(action)
  return (
    seatId === seat.id ||
    (seatId === null && leadId === seat.organisationId) ||
    helperIds.includes(seat.organisationId)
  )
}
