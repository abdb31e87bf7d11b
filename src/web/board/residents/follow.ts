import type { Reader } from '../reader.ts'
import type { BoardDoor } from '../room.ts'
import { z } from 'zod'
import { email, parseOrRefuse } from '../../forms.ts'
import { HOUR } from '../../limits.ts'
import { view } from '../../views/board.ts'

const FollowForm = z.strictObject({ email: email() })

const MOST_AN_HOUR = 5
const MOST_A_LINE = 20
const MOST_TOGETHER = 200

/**
 * `/follow`: a letter after each round table, for who asked and said yes again in answer to a
 * letter (R21).
 */
export const followRoutes = (room: BoardDoor): void => {
  room.page('/follow', (reader) => page(reader))

  room.leave('/follow', (reader, left) => {
    const { t } = reader
    const form = parseOrRefuse(FollowForm, left.body)
    const typed = String((left.body as { email?: unknown } | null)?.email ?? '')
    if (!form.accepted) return { ...page(reader, typed, t.text('follow.errorEmail')), status: 422 }
    if (
      left.isTooMuch('follow', left.caller, MOST_AN_HOUR, HOUR) ||
      left.isTooMuch('follow on a line', left.line, MOST_A_LINE, HOUR) ||
      left.isTooMuch('follow', null, MOST_TOGETHER, HOUR)
    )
      return { ...page(reader, typed, t.text('tell.errorTries')), status: 429 }
    left.inbox.askToFollow(form.value.email.toLowerCase(), t.language.code, left.at)
    left.postLetters()
    return said(reader, 'asked')
  })

  // Mail scanners open links: the page of a link changes nothing, and is the same whether the key
  // is good or not.
  room.alone('/follow/:key', (reader) =>
    view('board/residents/follow/confirm', {
      frame: { ...reader.frame(reader.t.text('follow.confirmTitle'), ''), found: false },
      key: reader.params.key!,
      ends: false,
    }),
  )
  room.alone('/unfollow/:key', (reader) =>
    view('board/residents/follow/confirm', {
      frame: { ...reader.frame(reader.t.text('follow.endTitle'), ''), found: false },
      key: reader.params.key!,
      ends: true,
    }),
  )
  room.leave('/follow/:key', (reader, left) =>
    left.inbox.confirm(reader.params.key!, left.at)
      ? said(reader, 'done')
      : { ...said(reader, 'old'), status: 410 },
  )
  // A mail program may send this by itself, at its reader's wish (RFC 8058).
  room.leave(
    '/unfollow/:key',
    (reader, left) => {
      left.inbox.end(reader.params.key!, left.at)
      return said(reader, 'ended')
    },
    { fromAnywhere: true },
  )

  const page = ({ t, frame }: Reader, typed = '', error = '') =>
    view('board/residents/follow/index', {
      frame: error
        ? { ...frame(`${t.text('tell.errors')}: ${t.text('follow.title')}`, ''), found: false }
        : frame(t.text('follow.title'), ''),
      typed,
      error,
    })
  const said = ({ t, frame }: Reader, what: 'asked' | 'done' | 'ended' | 'old') =>
    view('board/residents/follow/said', {
      frame: { ...frame(t.text(`follow.${what}Title`), ''), found: false },
      what,
    })
}
