import { isOverdue, type Action } from '../../domain/actions/action.ts'
import { isAnswerTo } from '../../domain/actions/asked.ts'
import { stillHolds, WHYS, type Frequency, type World } from '../../domain/actions/notices.ts'
import { heldIn } from '../../domain/actions/releasing/release-notices.ts'
import type { NoticeRow } from '../../store/actions/notices.ts'
import type { Store } from '../../store/store.ts'
import { worldOf } from '../clock/reminders.ts'
import { actionsLetter, type Addressed } from './action-lines.ts'
import { lineOf } from './owners/line.ts'
import { byDate, sayMeets } from './owners/meets.ts'
import { envelopeOf, whoseSeat } from './whose.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'

/**
 * One letter with all that waits for an owner: what was dealt with since is left out, and where
 * nothing is left there is no letter. It says whose it is, the words of each action and what is asked
 * (R21); a matter held in private is only said to be waiting.
 */
export const actionsWriter =
  (parts: WriterParts): LetterWriter =>
  (row) => {
    const { store, now } = parts
    const world = worldOf(store, now())
    const person = store.people.find(row.personId!)
    if (!person || person.endedAt !== null) return undefined
    const { actions, told, waiting, over } = sortedOut(store, row.id, world)
    const lines = [...new Set(told.map((each) => each.actionId))]
      .flatMap((id) => linesOf(told.filter((each) => each.actionId === id)))
      .map((notice) => ({ notice, action: actions.get(notice.actionId)! }))
      .toSorted((a, b) => place(a, world) - place(b, world) || byDate(a.action, b.action))
      .map(({ notice, action }) => lineOf(parts, world, action, notice))
    store.notices.putBack(row.id, over, { personId: null, at: now().toISOString() })
    const waits = waiting.length > 0
    return lines.length === 0 && !waits
      ? undefined
      : actionsLetter(
          envelopeOf(store, parts.publicUrl),
          {
            ...addressedTo(parts, person, told),
            meets: sayMeets(
              world,
              [...new Set(told.map((each) => actions.get(each.actionId)!))],
              told,
            ),
          },
          lines,
          waits,
        )
  }

/** R21: to whom, and for which seats. */
const addressedTo = (
  { store }: WriterParts,
  { id, email }: { id: number; email: string },
  told: NoticeRow[],
): Omit<Addressed, 'meets'> => {
  const seats = [...new Set(told.flatMap(({ seatId }) => seatId ?? []))]
    .map((seatId) => store.organisations.findSeat(seatId))
    .filter((seat) => seat !== undefined)
  return {
    to: email,
    seats: seats.map((seat) => whoseSeat(store, seat)),
    often: OFTEN[store.notices.frequencyOf(id)],
  }
}

const OFTEN: Record<Frequency, string> = {
  daily: 'We write when something is agreed, due, late or quiet, and never more than once a day.',
  weekly: 'We write once a week at most.',
  tables: 'We write before a round table.',
}

/** The reasons of a letter: to be told, held in private and waiting, and over since. */
const sortedOut = (store: Store, letterId: number, world: World) => {
  const rows = store.notices.inLetter(letterId)
  const ids = [...new Set(rows.map((each) => each.actionId))]
  const actions = new Map(store.actions.listUnfiltered(ids).map((each) => [each.id, each]))
  const holds = (each: NoticeRow): boolean => stillHolds(each, actions.get(each.actionId)!, world)
  const isHeld = (each: NoticeRow): boolean => actions.get(each.actionId)!.depth === 'named'
  return {
    actions,
    told: rows.filter((each) => !isHeld(each) && holds(each)),
    waiting: rows.filter((each) => isHeld(each) && holds(each)),
    over: rows.filter((each) => !holds(each)),
  }
}

/** What they asked for is answered first; what waits for a release, or came back, is next to it. */
const rank = (notice: NoticeRow): number =>
  isAnswerTo(notice.cause) || heldIn(notice) !== null ? -1 : WHYS.indexOf(notice.why)

/** What is late stands before what is not; what is asked of them alone stands before both. */
const place = ({ notice, action }: { notice: NoticeRow; action: Action }, world: World): number => {
  const reason = rank(notice)
  return reason >= 0 && isOverdue(action, world.today) ? -0.5 : reason
}

/** One line for each update that waits or came back, and else one for the action (R8). */
const linesOf = (notices: NoticeRow[]): NoticeRow[] => {
  const held = notices.filter((each) => heldIn(each) !== null)
  return held.length > 0
    ? [...new Map(held.map((each) => [each.cause, each])).values()]
    : [firstOf(notices)]
}

const firstOf = (notices: NoticeRow[]): NoticeRow =>
  notices.toSorted((a, b) => rank(a) - rank(b))[0]!
