import { z } from 'zod'
import { parseOrRefuse, words } from '../../forms.ts'
import { MINUTE } from '../../limits.ts'
import { view } from '../../views/board.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, Left, PublicPage } from '../room.ts'
import type { Inbox } from './inbox.ts'
import type { Codes } from './kept-codes.ts'

const CodeForm = z.strictObject({ reference: words(40) })

/** How often a code may be tried in a quarter of an hour, by one caller and on one line. */
const MOST_TRIES = { caller: 10, line: 40 }

/** A flood names another browser each time, so that its line is counted as well. */
const isGuessing = ({ isTooMuch, caller, line }: Left): boolean =>
  isTooMuch('reference', caller, MOST_TRIES.caller, 15 * MINUTE) ||
  isTooMuch('reference on a line', line, MOST_TRIES.line, 15 * MINUTE)

/**
 * `/tell-us/what-became-of-it`: who holds a code sees what became of what they told (R27). What it
 * shows has an address of its own, so that it can be loaded again and gone back to.
 */
export const repliesRoutes = (room: BoardDoor, codes: Codes): void => {
  room.page('/tell-us/what-became-of-it', (reader) => codePage(reader))
  room.leave('/tell-us/what-became-of-it', (reader, left) => look(reader, left, codes))
  room.alone('/tell-us/what-became-of-it/:key', (reader, { inbox, nowMs }) => {
    const reference = codes.find(reader.params.key, nowMs)
    return reference ? repliesPage(reader, inbox, reference) : agedPage(reader)
  })
}

const look = (reader: Reader, left: Left, codes: Codes): PublicPage | { to: string } => {
  const { t, to } = reader
  const form = parseOrRefuse(CodeForm, left.body)
  const reference = form.accepted ? form.value.reference : ''
  if (isGuessing(left))
    return { ...codePage(reader, reference, t.text('tell.errorTries')), status: 429 }
  if (left.inbox.repliesTo(reference).length === 0)
    return { ...codePage(reader, reference, t.text('tell.errorNumber')), status: 422 }
  return { to: to('/tell-us/what-became-of-it', codes.keep(reference, left.at)) }
}

/** The page with the one field that a code is typed in. */
const codePage = ({ t, frame }: Reader, typed = '', error = '', isOld = false): PublicPage =>
  view('board/residents/tell-us/look', {
    frame: {
      ...frame(
        error ? `${t.text('tell.errors')}: ${t.text('tell.look')}` : t.text('tell.look'),
        '',
      ),
      found: error === '' && !isOld,
    },
    typed,
    error,
    isOld,
  })

/** What an address shows once its quarter of an hour is over: nothing of whose it was. */
export const agedPage = (reader: Reader): PublicPage => codePage(reader, '', '', true)

const repliesPage = (reader: Reader, inbox: Inbox, reference: string): PublicPage => {
  const { t, board } = reader
  const isTold = (slug: string | null): boolean =>
    slug !== null && board.entries.some((entry) => entry.slug === slug)
  return view('board/residents/tell-us/replies', {
    frame: { ...reader.frame(t.text('reply.title'), ''), found: false },
    replies: inbox
      .repliesTo(reference)
      .filter((reply) => reply.kind !== 'told' || isTold(reply.slug)),
  })
}
