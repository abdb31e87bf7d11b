import { z } from 'zod'
import { parseOrRefuse, words } from '../../forms.ts'
import { MINUTE } from '../../limits.ts'
import { view } from '../../views/board.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, Left, PublicPage } from '../room.ts'
import { tellPage } from './tell-page.ts'

const NumberForm = z.strictObject({ reference: words(40) })

/** How often a number may be tried in a quarter of an hour. */
const MOST_TRIES = 10

/** `/tell-us/replies`: who holds a number sees what became of what they told (R27). */
export const repliesRoutes = (room: BoardDoor): void => {
  // A page that was sent is loaded again, or asked for in another language: there is nothing on it
  // but the form.
  room.alone('/tell-us/replies', (reader) => tellPage(reader, {}, {}, false))
  room.leave('/tell-us/replies', answer)
}

const answer = (reader: Reader, left: Left): PublicPage => {
  const { t, board } = reader
  const form = parseOrRefuse(NumberForm, left.body)
  const reference = form.accepted ? form.value.reference : ''
  if (left.isTooMuch('reference', left.caller, MOST_TRIES, 15 * MINUTE))
    return {
      ...tellPage(reader, { reference }, { reference: t.text('tell.errorTries') }),
      status: 429,
    }
  const replies = left.inbox.repliesTo(reference)
  if (replies.length === 0)
    return {
      ...tellPage(reader, { reference }, { reference: t.text('tell.errorNumber') }),
      status: 422,
    }
  const isTold = (slug: string | null): boolean =>
    slug !== null && board.entries.some((entry) => entry.slug === slug)
  return view('board/residents/tell-us/replies', {
    frame: { ...reader.frame(t.text('reply.title'), 'tell-us'), found: false },
    replies: replies.filter((reply) => reply.kind !== 'told' || isTold(reply.slug)),
  })
}
