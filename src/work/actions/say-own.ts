import {
  isDeclined,
  isOverdue,
  isProposed,
  latestOf,
  sayNoDate,
  silence,
  statusOf,
  termsOf,
  type Action,
} from '../../domain/actions/action.ts'
import { QUIET_DAYS } from '../../domain/actions/notices.ts'
import { sayMoved } from '../../domain/actions/pace/moved.ts'
import { sayPace } from '../../domain/actions/pace/say-pace.ts'
import { sentBackIn, waitingIn } from '../../domain/actions/releasing/held.ts'
import { sharesOf } from '../../domain/actions/shares.ts'
import { sayWhen, type Day } from '../../domain/day.ts'
import { isAsked, leads } from '../../domain/people/mine.ts'
import type { OwnSaid, Sentence } from '../../domain/people/own-there.ts'
import type { Who } from '../../domain/people/person.ts'
import { say } from '../../domain/say.ts'
import type { Names } from '../names.ts'

/**
 * What the list of someone's own says of an action that is theirs to do or to help with: here, and
 * at another table of theirs. Of a matter held in private no more than by when it is due (R11).
 */
export const sayOwn = (
  action: Action,
  { who, names, today }: { who: Who; names: Names; today: Day },
): OwnSaid => {
  const { kind, leadId, seatId } = termsOf(action)
  const isLed = leads(who, action)
  const isHeld = action.depth === 'named'
  const last = lastSaid(action, who)
  const isOneOfSeats = who.seatIds.length > 1 && seatId !== null && who.seatIds.includes(seatId)
  const status = isLed ? statusOf(action) : last?.status
  const quiet = isLed ? silence(action, today) : 0
  return {
    state:
      last && status && !isHeld
        ? {
            words: say.status(status, kind),
            look: say.lookOf(status, kind),
            waitingFor: last.waitingFor,
          }
        : null,
    sentences: said(
      !isHeld && !last && plain('Your part: not heard of yet.'),
      !isHeld && isLed && warned(sayPace.openedAgain(action)),
      !isHeld && isLed && bold(sayPace.beforeLead(action, names)),
      !isHeld && plain(stop(sayPace.stepsDone(action))),
      isOneOfSeats && plain(stop(names.seat(seatId))),
      !isLed && plain(`${names.organisation(leadId)} leads.`),
      ...dueIn(action, today),
      ...yesIn(action, names),
      !isLed && isAsked(who, action) && warned('Your part is waited for.'),
      !isHeld && bold(sayAsked(action, names)),
      !isHeld && bold(sayHeld(action, who, names)),
      quiet > QUIET_DAYS && bold(`Quiet for ${say.days(quiet)}.`),
    ),
  }
}

/** ... and of one that waits for their yes, or for their release, at another table of theirs. */
export const sayWaiting = (action: Action, words: string, today: Day): OwnSaid => ({
  state: null,
  sentences: said(warned(words), ...dueIn(action, today)),
})

const plain = (words: string): Sentence => ({ words, as: 'plain' })
const bold = (words: string): Sentence => ({ words, as: 'bold' })
const warned = (words: string): Sentence => ({ words, as: 'warned' })
const late = (words: string): Sentence => ({ words, as: 'late' })
const stop = (words: string): string => (words ? `${words}.` : '')
/** Without those that say nothing. */
const said = (...all: (Sentence | false)[]): Sentence[] =>
  all.filter((each) => each !== false).filter(({ words }) => words !== '')

/** What was said last: by the lead, or by a helper of its own part. */
const lastSaid = (action: Action, who: Who) =>
  leads(who, action)
    ? latestOf(action)
    : sharesOf(action).find((part) => part.organisationId === who.organisationId)?.latest

/** By when, and when again. */
const dueIn = (action: Action, today: Day): Sentence[] => {
  const { by, kind } = termsOf(action)
  const again = sayPace.again(action)
  const moved = sayMoved(action)
  return said(
    by !== null && isOverdue(action, today) && late(`Late: it was due ${sayWhen(by)}${moved}.`),
    by !== null && !isOverdue(action, today) && plain(`By ${sayWhen(by)}${moved}.`),
    by === null && !again && plain(`${sayNoDate(kind)}.`),
    again !== '' && sayPace.isReviewLate(action, today) && late('Due again.'),
    plain(again),
  )
}

/** R6: the yes that is not there. */
const yesIn = (action: Action, { publicName }: Names): Sentence[] => {
  const { leadId } = termsOf(action)
  if (isDeclined(action)) return [warned(`Declined by ${publicName(leadId)}.`)]
  return isProposed(action) ? [warned(`Not yet accepted by ${publicName(leadId)}.`)] : []
}

const sayAsked = (action: Action, names: Names): string => {
  const asked = sayPace.openWish(action)
  return asked ? `Waits for the answer of the table: ${sayPace.wanted(asked, names)}.` : ''
}

/** What was said and waits for somebody to release it, or came back. */
const sayHeld = (action: Action, { organisationId }: Who, names: Names): string => {
  const isOurs = (each: { organisationId: number | null }): boolean =>
    each.organisationId === organisationId
  const waiting = waitingIn(action).findLast(isOurs)
  if (waiting) return `What was said waits for ${names.seat(waiting.releaserId)}.`
  return sentBackIn(action).some(isOurs) ? 'It came back to you. Open it to read why.' : ''
}
