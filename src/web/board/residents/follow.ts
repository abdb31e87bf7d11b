import { z } from 'zod'
import { email, parseOrRefuse } from '../../forms.ts'
import { view } from '../../views/board.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, Left, PublicPage } from '../room.ts'
import { isOneTooMany } from './too-much.ts'

const FollowForm = z.strictObject({ email: email() })

const MOST_AN_HOUR = { caller: 5, line: 20, together: 200 }

/**
 * `/follow`: a letter after each round table, for who asked and said yes again in answer to a
 * letter (R21).
 */
export const followRoutes = (room: BoardDoor): void => {
  room.page('/follow', (reader) => page(reader))
  room.leave('/follow', ask)
  // Mail scanners open links: the page of a link changes nothing, and is the same whether the key
  // is good or not.
  room.alone('/follow/:key', (reader) => linkPage(reader, false))
  room.alone('/unfollow/:key', (reader) => linkPage(reader, true))
  room.leave('/follow/:key', confirm)
  // A mail program may send this by itself, at its reader's wish (RFC 8058).
  room.leave('/unfollow/:key', end, { fromAnywhere: true })
}

const ask = (reader: Reader, left: Left): PublicPage => {
  const { t } = reader
  const form = parseOrRefuse(FollowForm, left.body)
  const typed = String((left.body as { email?: unknown } | null)?.email ?? '')
  if (!form.accepted) return { ...page(reader, typed, t.text('follow.errorEmail')), status: 422 }
  if (isOneTooMany(left, 'follow', MOST_AN_HOUR))
    return { ...page(reader, typed, t.text('tell.errorTries')), status: 429 }
  left.inbox.askToFollow(form.value.email.toLowerCase(), t.language.code, left.at)
  left.postLetters()
  return said(reader, 'asked')
}

const confirm = (reader: Reader, left: Left): PublicPage =>
  left.inbox.confirm(reader.params.key!, left.at)
    ? said(reader, 'done')
    : { ...said(reader, 'old'), status: 410 }

const end = (reader: Reader, left: Left): PublicPage => {
  left.inbox.end(reader.params.key!, left.at)
  return said(reader, 'ended')
}

const page = ({ t, frame }: Reader, typed = '', error = '') =>
  view('board/residents/follow/index', {
    frame: error
      ? { ...frame(`${t.text('tell.errors')}: ${t.text('follow.title')}`, ''), found: false }
      : frame(t.text('follow.title'), ''),
    typed,
    error,
  })

const linkPage = ({ t, params, frame }: Reader, ends: boolean) =>
  view('board/residents/follow/confirm', {
    frame: {
      ...frame(t.text(ends ? 'follow.endTitle' : 'follow.confirmTitle'), ''),
      found: false,
    },
    key: params.key!,
    ends,
  })

const said = ({ t, frame }: Reader, what: 'asked' | 'done' | 'ended' | 'old') =>
  view('board/residents/follow/said', {
    frame: { ...frame(t.text(`follow.${what}Title`), ''), found: false },
    what,
  })
