import { z } from 'zod'
import { choiceOnBoard, HOW_OFTEN, sayChoice } from '../../../domain/residents/following.ts'
import { email, parseOrRefuse, someWords, typedIn, words } from '../../forms.ts'
import { view } from '../../views/board.ts'
import type { Reader } from '../reader.ts'
import type { Alone, BoardDoor, Left, PublicPage } from '../room.ts'
import { offer, offered } from './choices.ts'
import { keepSums, type SmallSum, type Sums } from './small-sum.ts'
import { sumFields, whatStandsBefore } from './too-much.ts'

const FollowForm = z.strictObject({
  email: email(),
  what: words(200),
  often: z.enum(HOW_OFTEN),
  ...sumFields,
})
const ChangeForm = z.strictObject({
  keep: someWords(200),
  more: words(200),
  often: z.enum(HOW_OFTEN),
})

const AN_HOUR = {
  unasked: { caller: 5, line: 20, together: 200 },
  most: { caller: 5, line: 40 },
}

/**
 * `/follow`: a letter when one entry, a theme, an area or anything on the board is told otherwise,
 * for who asked and said yes again in answer to a letter (R21).
 */
export const followRoutes = (room: BoardDoor): void => {
  const sums = keepSums()
  room.page('/follow', (reader) => askPage(reader, firstTyped(reader)))
  room.leave('/follow', (reader, left) => ask(reader, left, sums))
  // Mail scanners open links: the page of a link changes nothing.
  room.alone('/follow/:key', confirmPage)
  room.leave('/follow/:key', confirm)
  room.alone('/unfollow/:key', (reader, { inbox }) => changePage(reader, inbox))
  // A mail program may send this by itself, at its reader's wish (RFC 8058).
  room.leave('/unfollow/:key', end, { fromAnywhere: true })
  room.leave('/unfollow/:key/choices', change)
}

type Errors = Record<string, string>
type Typed = Record<string, string | string[]>

/** What the link that led here is about; whoever follows one thing wants to hear of it soon. */
const firstTyped = ({ board, query }: Reader): Typed => {
  const found = (['entry', 'theme', 'area'] as const)
    .flatMap((scope) =>
      typeof query[scope] === 'string'
        ? (choiceOnBoard(board, `${scope}:${query[scope]}`) ?? [])
        : [],
    )
    .at(0)
  return found ? { what: sayChoice(found), often: 'week' } : { what: 'all', often: 'table' }
}

const ask = (reader: Reader, left: Left, sums: Sums): PublicPage => {
  const { t, board } = reader
  const typed = typedIn(left.body)
  const form = parseOrRefuse(FollowForm, left.body)
  const choice = choiceOnBoard(board, String(typed.what ?? ''))
  const wrong = new Set(form.accepted ? [] : form.refusals.map((each) => each.field))
  if (!form.accepted || !choice) {
    const errors = {
      ...((wrong.has('what') || !choice) && { what: t.text('follow.errorWhat') }),
      ...(wrong.has('often') && { often: t.text('follow.errorWhat') }),
      ...(wrong.has('email') && { email: t.text('follow.errorEmail') }),
    }
    return { ...askPage(reader, typed, errors), status: 422 }
  }
  const inTheWay = whatStandsBefore(left, sums, 'follow', AN_HOUR, form.value)
  if (inTheWay === 'wait')
    return { ...askPage(reader, typed, { email: t.text('tell.errorTries') }), status: 429 }
  if (inTheWay) {
    const why = t.text(inTheWay.isWrong ? 'tell.errorSumWrong' : 'tell.errorSum')
    return { ...askPage(reader, typed, { sum: why }, inTheWay.sum), status: 429 }
  }
  const wish = { ...choice, often: form.value.often, language: t.language.code }
  left.inbox.askToFollow(form.value.email.toLowerCase(), wish, left.at)
  left.postLetters()
  return said(reader, 'asked')
}

const askPage = (
  { t, board, frame }: Reader,
  typed: Typed,
  errors: Errors = {},
  sum: SmallSum | null = null,
) => {
  const what = String(typed.what ?? '')
  const entry = choiceOnBoard(board, what)?.scope === 'entry' ? what.slice('entry:'.length) : null
  return view('board/residents/follow/index', {
    frame: titled(frame, t, t.text('follow.title'), errors),
    typed,
    errors,
    sum,
    choices: offered(board, t, entry),
  })
}

const confirmPage = (reader: Reader, { inbox }: Alone) => {
  const { t, board, params, frame } = reader
  const asked = inbox.askedBy(params.key!)
  if (asked?.confirmedAt) return said(reader, 'done', params.key!)
  return view('board/residents/follow/confirm', {
    frame: { ...frame(t.text('follow.confirmTitle'), ''), found: false },
    key: params.key!,
    asked: asked ? { ...offer(board, t, asked), often: asked.often } : null,
  })
}

const confirm = (reader: Reader, left: Left): PublicPage =>
  left.inbox.confirm(reader.params.key!, left.at)
    ? said(reader, 'done', reader.params.key!)
    : { ...said(reader, 'old'), status: 410 }

const change = (reader: Reader, left: Left): PublicPage => {
  const { t, board, params } = reader
  const typed = typedIn(left.body)
  const form = parseOrRefuse(ChangeForm, left.body)
  const added = typed.more ? choiceOnBoard(board, String(typed.more)) : null
  const there = left.inbox.followed(params.key!)
  if (!there) return { ...said(reader, 'old'), status: 410 }
  const isKept = [typed.keep ?? []]
    .flat()
    .some((each) => there.choices.map(sayChoice).includes(each))
  const errors = {
    ...(!isKept && !added && { keep: t.text('follow.errorNone') }),
    ...(added === undefined && { more: t.text('follow.errorWhat') }),
    ...(!form.accepted && { often: t.text('follow.errorWhat') }),
  }
  if (!form.accepted || Object.keys(errors).length > 0)
    return { ...changePage(reader, left.inbox, typed, errors), status: 422 }
  const { keep, often } = form.value
  const wish = { keep, more: added ? [added] : [], often, language: t.language.code }
  left.inbox.changeFollowing(params.key!, wish, left.at)
  return said(reader, 'changed')
}

/** Stopping, and changing what they get: the same page whoever's key it is, but for what they follow. */
const changePage = (
  { t, board, params, frame }: Reader,
  inbox: Alone['inbox'],
  typed?: Typed,
  errors: Errors = {},
) => {
  const there = inbox.followed(params.key!)
  const followed = (there?.choices ?? []).map((each) => offer(board, t, each))
  const has = followed.map((each) => each.value)
  return view('board/residents/follow/change', {
    frame: { ...titled(frame, t, t.text('follow.endTitle'), errors), found: false },
    key: params.key!,
    followed,
    more: offered(board, t, null).filter((each) => !has.includes(each.value)),
    typed: typed ?? { keep: has, more: '', often: there?.often ?? 'table' },
    errors,
  })
}

const end = (reader: Reader, left: Left): PublicPage => {
  left.inbox.end(reader.params.key!, left.at)
  return said(reader, 'ended')
}

const titled = (frame: Reader['frame'], t: Reader['t'], title: string, errors: Errors) =>
  Object.keys(errors).length > 0
    ? { ...frame(`${t.text('tell.errors')}: ${title}`, ''), found: false }
    : frame(title, '')

const said = (
  { t, frame }: Reader,
  what: 'asked' | 'done' | 'changed' | 'ended' | 'old',
  key: string | null = null,
) =>
  view('board/residents/follow/said', {
    frame: { ...frame(t.text(`follow.${what}Title`), ''), found: false },
    what,
    key,
  })
