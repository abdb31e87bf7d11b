import type { Reader } from '../reader.ts'
import type { BoardDoor, Left } from '../room.ts'
import { nextTable } from '../../../domain/publishing/related.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { MOST_LETTERS } from '../../../domain/residents/message.ts'
import { parseOrRefuse, words } from '../../forms.ts'
import { HOUR, MINUTE } from '../../limits.ts'
import { view } from '../../views/board.ts'

/** As long as each may be. What is longer is refused beside its field, and never cut. */
const MOST = { text: MOST_LETTERS, area: 60, name: 100, reach: 200 } as const
type Field = keyof typeof MOST

const MessageForm = z.strictObject({
  text: words(MOST.text),
  area: words(MOST.area),
  name: words(MOST.name),
  reach: words(MOST.reach),
})
const NumberForm = z.strictObject({ reference: words(40) })

/**
 * As many messages as one caller, one line (a youth club has one for everybody), and all together
 * may leave in an hour; and how often a number may be tried.
 */
const MOST_AN_HOUR = 5
const MOST_A_LINE = 30
const MOST_TOGETHER = 120
const MOST_TRIES = 10

/**
 * `/tell-us`: a resident raises a concern without a name, and sees with a number what became of it
 * (R27).
 */
export const tellUsRoutes = (room: BoardDoor): void => {
  const sent = keepSent()

  room.page('/tell-us', (reader) => page(reader))

  room.leave('/tell-us', (reader, left) => {
    const { choices, t, today } = reader
    const form = parseOrRefuse(MessageForm, left.body)
    if (!form.accepted) {
      const long = form.refusals
        .map((each) => each.field)
        .filter((field): field is Field => field in MOST)
      return {
        ...page(
          reader,
          typed(left.body),
          Object.fromEntries(
            long.map((field) => [field, t.text('tell.errorLong', { n: MOST[field] })]),
          ),
        ),
        status: 422,
      }
    }
    const { text, area, name, reach } = form.value
    if (!text)
      return { ...page(reader, form.value, { text: t.text('tell.errorEmpty') }), status: 422 }
    const again = sent.find(left, form.value)
    const isTooMuch = (): boolean =>
      left.isTooMuch('message', left.caller, MOST_AN_HOUR, HOUR) ||
      left.isTooMuch('message on a line', left.line, MOST_A_LINE, HOUR) ||
      left.isTooMuch('message', null, MOST_TOGETHER, HOUR)
    if (!again && isTooMuch())
      return { ...page(reader, form.value, { text: t.text('tell.errorMany') }), status: 429 }
    const known = choices().areas.some((each) => each.code === area) ? area : null
    const reference =
      again ??
      sent.keep(
        left,
        form.value,
        left.inbox.leaveMessage(
          { language: t.language.code, text, area: known, name, reach },
          left.at,
          today,
        ),
      )
    return view('board/residents/tell-us/sent', {
      frame: { ...reader.frame(t.text('tell.sentTitle'), 'tell-us'), found: false },
      reference,
    })
  })

  // A page that was sent is loaded again, or asked for in another language: there is nothing on it
  // but the form.
  room.alone('/tell-us/replies', (reader) => page(reader, {}, {}, false))
  room.leave('/tell-us/replies', (reader, left) => {
    const { t, board } = reader
    const form = parseOrRefuse(NumberForm, left.body)
    const reference = form.accepted ? form.value.reference : ''
    if (left.isTooMuch('reference', left.caller, MOST_TRIES, 15 * MINUTE))
      return {
        ...page(reader, { reference }, { reference: t.text('tell.errorTries') }),
        status: 429,
      }
    const replies = left.inbox.repliesTo(reference)
    if (replies.length === 0)
      return {
        ...page(reader, { reference }, { reference: t.text('tell.errorNumber') }),
        status: 422,
      }
    const isTold = (slug: string | null): boolean =>
      slug !== null && board.entries.some((entry) => entry.slug === slug)
    return view('board/residents/tell-us/replies', {
      frame: { ...reader.frame(t.text('reply.title'), 'tell-us'), found: false },
      replies: replies.filter((reply) => reply.kind !== 'told' || isTold(reply.slug)),
    })
  })

  const page = (
    { board, today, t, choices, frame }: Reader,
    values: Record<string, string> = {},
    errors: Record<string, string> = {},
    found = Object.keys(errors).length === 0,
  ) =>
    view('board/residents/tell-us/index', {
      frame: {
        ...frame(
          Object.keys(errors).length > 0
            ? `${t.text('tell.errors')}: ${t.text('tell.title')}`
            : t.text('tell.title'),
          'tell-us',
        ),
        found,
      },
      values,
      errors,
      areas: choices().areas,
      next: nextTable(board, today) ?? null,
      most: MOST_LETTERS,
    })
}

const typed = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(value),
    ]),
  )

/**
 * The same form by the same caller within ten minutes is one message sent twice: a second tap, a
 * slow line, a page loaded again (R22).
 */
const keepSent = () => {
  const kept = new Map<string, { reference: string; at: number }>()
  // A way to reach them that was left out at first is not lost: it makes another message.
  const key = ({ caller }: Left, { text, area, name, reach }: Record<Field, string>): string =>
    createHash('sha256')
      .update(JSON.stringify([caller, text, area, name, reach]))
      .digest('base64url')
  const isOld = (left: Left, at: number): boolean => Date.parse(left.at) - at >= 10 * MINUTE
  return {
    find: (left: Left, form: Record<Field, string>): string | undefined => {
      const there = kept.get(key(left, form))
      return there && !isOld(left, there.at) ? there.reference : undefined
    },
    keep: (left: Left, form: Record<Field, string>, reference: string): string => {
      for (const [each, { at }] of kept) if (isOld(left, at)) kept.delete(each)
      kept.set(key(left, form), { reference, at: Date.parse(left.at) })
      return reference
    },
  }
}
