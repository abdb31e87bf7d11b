import { z } from 'zod'
import { nextTable } from '../../domain/board.ts'
import { MOST_LETTERS } from '../../domain/message.ts'
import { parseOrRefuse, words } from '../forms.ts'
import { DAY, HOUR, MINUTE } from '../limits.ts'
import { view } from '../views.ts'
import type { BoardDoor, Left, Reader } from './door.ts'

const MessageForm = z.strictObject({ text: words(20_000), area: words(60), name: words(100), reach: words(200) })
const NumberForm = z.strictObject({ reference: words(40) })

/** As many messages as one caller, and everybody together, may leave in an hour; and how often a number may be tried. */
const MOST_AN_HOUR = 5
const MOST_TOGETHER = 120
const MOST_TRIES = 10

/** `/tell-us`: a resident raises a concern without a name, and sees with a number what became of it (R27). */
export const tellUsRoom = (room: BoardDoor): void => {
  const sent = keepSent()

  room.page('/tell-us', (reader) => page(reader))

  room.leave('/tell-us', (reader, left) => {
    const { choices, t, today } = reader
    const form = parseOrRefuse(MessageForm, left.body)
    if (!form.accepted) return { ...page(reader, typed(left.body), { text: t.text('tell.errorLong', { n: MOST_LETTERS }) }), status: 422 }
    const { text, area, name, reach } = form.value
    if (!text) return { ...page(reader, form.value, { text: t.text('tell.errorEmpty') }), status: 422 }
    if (text.length > MOST_LETTERS) return { ...page(reader, form.value, { text: t.text('tell.errorLong', { n: MOST_LETTERS }) }), status: 422 }
    const again = sent.find(left, text)
    if (!again && (left.isTooMuch('message', left.caller, MOST_AN_HOUR, HOUR) || left.isTooMuch('message', 'everybody', MOST_TOGETHER, HOUR))) {
      return { ...page(reader, form.value, { text: t.text('tell.errorMany') }), status: 429 }
    }
    const known = choices().areas.some((each) => each.code === area) ? area : null
    const reference = again ?? sent.keep(left, text, left.inbox.leaveMessage({ language: t.language.code, text, area: known, name, reach }, left.at, today))
    return view('board/tell-us/sent', { frame: { ...reader.frame(t.text('tell.sentTitle'), 'tell-us'), found: false }, reference })
  })

  room.leave('/tell-us/replies', (reader, left) => {
    const { t, board } = reader
    const form = parseOrRefuse(NumberForm, left.body)
    const reference = form.accepted ? form.value.reference : ''
    if (left.isTooMuch('reference', left.caller, MOST_TRIES, 15 * MINUTE)) return { ...page(reader, { reference }, { reference: t.text('tell.errorTries') }), status: 429 }
    const replies = left.inbox.repliesTo(reference)
    if (replies.length === 0) return { ...page(reader, { reference }, { reference: t.text('tell.errorNumber') }), status: 422 }
    const isTold = (slug: string | null): boolean => slug !== null && board.entries.some((entry) => entry.slug === slug)
    return view('board/tell-us/replies', { frame: { ...reader.frame(t.text('reply.title'), 'tell-us'), found: false }, replies: replies.filter((reply) => reply.kind !== 'told' || isTold(reply.slug)) })
  })

  const page = ({ board, today, t, choices, frame }: Reader, values: Record<string, string> = {}, errors: Record<string, string> = {}) => view('board/tell-us/index', {
    frame: Object.keys(errors).length > 0 ? { ...frame(t.text('tell.title'), 'tell-us'), found: false } : frame(t.text('tell.title'), 'tell-us'),
    values, errors, areas: choices().areas, next: nextTable(board, today) ?? null, most: MOST_LETTERS
  })
}

const typed = (body: unknown): Record<string, string> => Object.fromEntries(Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)]))

/** The same words by the same caller within ten minutes are one message sent twice: a second tap, a slow line, a page loaded again (R22). */
const keepSent = () => {
  const kept = new Map<string, { reference: string; at: number }>()
  const key = ({ caller }: Left, text: string): string => `${caller} ${text}`
  return {
    find: (left: Left, text: string): string | undefined => {
      const there = kept.get(key(left, text))
      return there && Date.parse(left.at) - there.at < 10 * MINUTE ? there.reference : undefined
    },
    keep: (left: Left, text: string, reference: string): string => {
      for (const [each, { at }] of kept) if (Date.parse(left.at) - at > DAY / 24) kept.delete(each)
      kept.set(key(left, text), { reference, at: Date.parse(left.at) })
      return reference
    }
  }
}
