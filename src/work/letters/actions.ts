import type { Action } from '../../domain/actions/action.ts'
import { isAnswerTo } from '../../domain/actions/asked.ts'
import { stillHolds, WHYS, type World } from '../../domain/actions/notices.ts'
import { heldIn } from '../../domain/actions/releasing/release-notices.ts'
import type { NoticeRow } from '../../store/actions/notices.ts'
import type { Store } from '../../store/store.ts'
import { heldLine } from '../releasing/held-line.ts'
import { worldOf } from '../reminders.ts'
import { wishOf } from '../../domain/actions/pace/wishes.ts'
import { actionsLetter, sayWhy, type ActionLine } from './action-lines.ts'
import { sayAnswer } from '../actions/say-answer.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'

/**
 * One letter with all that waits for an owner: what was dealt with since is left out, and where
 * nothing is left there is no letter. No words of an action or a concern are in it (R21); a matter
 * held in private is only said to be waiting.
 */
export const actionsWriter =
  (parts: WriterParts): LetterWriter =>
  (row) => {
    const { store, publicUrl, now } = parts
    const world = worldOf(store, now())
    const person = store.people.find(row.personId!)
    if (!person || person.endedAt !== null) return undefined
    const { actions, told, waiting, over } = sortedOut(store, row.id, world)
    const lines = [...new Set(told.map((each) => each.actionId))]
      .map((id) => firstOf(told.filter((each) => each.actionId === id)))
      .toSorted((a, b) => rank(a) - rank(b))
      .map((notice) => lineOf(parts, world, actions.get(notice.actionId)!, notice))
    store.notices.putBack(row.id, over, { personId: null, at: now().toISOString() })
    const waits = waiting.length > 0
    return lines.length === 0 && !waits
      ? undefined
      : actionsLetter(person.email, lines, waits, publicUrl)
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

const firstOf = (notices: NoticeRow[]): NoticeRow =>
  notices.toSorted((a, b) => rank(a) - rank(b))[0]!

const lineOf = (
  parts: WriterParts,
  world: World,
  action: Action,
  notice: NoticeRow,
): ActionLine => {
  const held = heldLine(parts, world, action, notice)
  if (held) return held
  const { store, publicUrl, now } = parts
  const { why, cause, seatId, letterId, personId } = notice
  const { id, number } = action
  const token = (seat: number): string =>
    store.reportLinks.make(
      { letterId: letterId!, actionId: id, seatId: seat, personId },
      now().toISOString(),
    )
  if (isAnswerTo(cause)) {
    const leadsOn = seatId !== null && wishOf(action)?.leadId === null
    const words = sayAnswer(store, action, publicUrl)
    return {
      number,
      why: 'answered',
      words,
      link: leadsOn ? `${publicUrl}/report/${token(seatId)}` : null,
    }
  }
  // Where nobody leads it or sits in its seat, the coordinator is told that, and not that it is
  // theirs.
  if (seatId === null)
    return {
      number,
      why: 'nobody',
      words:
        'No lead is agreed, or nobody holds the seat. ' +
        `Find who will take it on: ${publicUrl}/desk/actions/${id}`,
      link: null,
    }
  const asks = why !== 'closed' && why !== 'colleague'
  return {
    number,
    why,
    words: sayWhy(store, action, why, world.today),
    link: asks ? `${publicUrl}/report/${token(seatId)}` : null,
  }
}
