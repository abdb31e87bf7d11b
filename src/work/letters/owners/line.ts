import {
  isOverdue,
  isProposed,
  openedAgain,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { isAnswerTo } from '../../../domain/actions/asked.ts'
import type { World } from '../../../domain/actions/notices.ts'
import { sittersOn } from '../../../domain/actions/owners.ts'
import { changedFrom } from '../../../domain/actions/pace/turns.ts'
import { wishOf } from '../../../domain/actions/pace/wishes.ts'
import type { NoticeRow } from '../../../store/actions/notices.ts'
import { sayAnswer } from '../../actions/say-answer.ts'
import { sayNobody } from '../../actions/say-nobody.ts'
import { sayWhy, type Stand } from '../../actions/say-why.ts'
import { heldLine } from '../../releasing/held-line.ts'
import { pressName, type ActionLine, type Press } from '../action-lines.ts'
import type { WriterParts } from '../letter-writer.ts'

/** What a letter says of one action, and what is pressed. */
export const lineOf = (
  parts: WriterParts,
  world: World,
  action: Action,
  notice: NoticeRow,
): ActionLine => {
  const held = heldLine(parts, world, action, notice)
  if (held) return held
  const { store } = parts
  const { why, cause, seatId } = notice
  const of = {
    title: termsOf(action).text,
    number: action.number,
    isLate: isOverdue(action, world.today),
  }
  if (isAnswerTo(cause)) {
    const leadsOn = seatId !== null && wishOf(action)?.leadId === null
    const press = leadsOn
      ? pressToReport(parts, action, notice, seatId)
      : pressOnDesk(parts, action, 'Read the answer on …')
    return { ...of, why: 'answered', words: sayAnswer(store, action), press }
  }
  // Where nobody leads it or sits in its seat, the coordinator is told that, and not that it is
  // theirs.
  if (seatId === null)
    return {
      ...of,
      why: why === 'part' ? 'nobody-helps' : 'nobody',
      words: sayNobody(store, action, why, world),
      press: pressOnDesk(parts, action, 'Find who will take on …'),
    }
  const stand = standOf(action, world, { why, seatId })
  const organisationId = organisationOf(world, seatId)
  return {
    ...of,
    why: stand,
    words: sayWhy(store, action, stand, { today: world.today, organisationId }),
    press: pressFor(parts, action, notice, seatId),
  }
}

/** How its reader stands to it: the reason of the notice, or what is more to the point by now. */
const standOf = (
  action: Action,
  world: World,
  { why, seatId }: { why: NoticeRow['why']; seatId: number },
): Stand => {
  const { leadId, seatId: itsSeat } = termsOf(action)
  if (why === 'colleague' && itsSeat !== null && sittersOn(itsSeat, world).length === 0)
    return 'empty'
  if (why === 'agreed' && openedAgain(action)) return 'again'
  if (why === 'agreed' && changedFrom(action)) return 'changed'
  if (why === 'quiet' && isProposed(action)) return 'unanswered'
  if (why !== 'table') return why
  if (organisationOf(world, seatId) !== leadId) return 'helped'
  if (isOverdue(action, world.today)) return 'late'
  return isProposed(action) ? 'unanswered' : 'table'
}

const organisationOf = ({ seats }: World, seatId: number): number =>
  seats.find((seat) => seat.id === seatId)?.organisationId ?? 0

const pressFor = (
  parts: WriterParts,
  action: Action,
  notice: NoticeRow,
  seatId: number,
): Press | null => {
  if (notice.why === 'closed') return null
  return notice.why === 'colleague'
    ? pressOnDesk(parts, action, 'Read … and what was said of it')
    : pressToReport(parts, action, notice, seatId)
}

const pressToReport = (
  { store, publicUrl, now }: WriterParts,
  action: Action,
  { letterId, personId }: NoticeRow,
  seatId: number,
): Press => {
  const link = { letterId: letterId!, actionId: action.id, seatId, personId }
  const what = isProposed(action) ? 'Say yes or no to …' : 'Say where … stands'
  return {
    words: pressName(what, action),
    to: `${publicUrl}/report/${store.reportLinks.make(link, now().toISOString())}`,
    isOpen: true,
  }
}

const pressOnDesk = ({ publicUrl }: WriterParts, action: Action, words: string): Press => ({
  words: pressName(words, action),
  to: `${publicUrl}/desk/actions/${action.id}`,
  isOpen: false,
})
