import type { LinkRow } from '../../../store/actions/report-links.ts'
import { show } from '../../answer.ts'
import { HOUR } from '../../limits.ts'
import { to } from '../../to.ts'
import { view } from '../../views/report.ts'
import { heldBy, linkAt, type AtDoor } from '../holder.ts'
import { post } from '../route.ts'

/**
 * A link that is too old is renewed by asking: a new letter to the same person, if the seat is
 * still theirs. Every other link gets the same answer, which has no address of its own.
 */
export const renewLink = post('/report/:token/renewal', (atDoor) => {
  const { store, params, today, reply, once, isTooMuch, postLetters } = atDoor
  const link = linkAt(store, params.token!, today)
  if (
    link &&
    // R31: a second tap asks for no second letter.
    once.answered() === null &&
    !isTooMuch('renewal', String(link.personId), 3, 24 * HOUR) &&
    heldBy(store, link, today) !== null
  ) {
    store.together(() => {
      recordAsked(atDoor, link)
      once.keep(to('/report', params.token!, 'renewal'))
    })
    postLetters()
  }
  return show(reply, view('report/actions/renewed', {}))
})

/** What was asked for is the reason for a letter, and goes at once. */
const recordAsked = ({ store, today, at }: AtDoor, link: LinkRow): void => {
  const { id, personId, actionId, seatId } = link
  const by = { personId, at }
  const cause = `link ${id} on ${today}`
  store.notices.record([{ personId, actionId, seatId, why: 'asked', cause }], today, by)
  const rows = store.notices
    .waiting()
    .filter((each) => each.personId === personId && each.why === 'asked')
  if (rows.length > 0) store.notices.recordLetter(personId, rows, at, by)
}
