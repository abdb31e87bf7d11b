import { z } from 'zod'
import type { Refusal } from '../../../domain/decision.ts'
import { MOST_LETTERS } from '../../../domain/residents/message.ts'
import { parseOrRefuse, words } from '../../forms.ts'
import { view } from '../../views/board.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, Left, PublicPage } from '../room.ts'
import { keepCodes, type Codes } from './kept-codes.ts'
import { agedPage, repliesRoutes } from './replies.ts'
import { keepSent } from './sent.ts'
import { keepSums, type SmallSum, type Sums } from './small-sum.ts'
import { tellPage } from './tell-page.ts'
import { sumFields, whatStandsBefore } from './too-much.ts'

/** As long as each may be. What is longer is refused beside its field, and never cut. */
const MOST = { text: MOST_LETTERS, area: 60, name: 100, reach: 200 } as const
type Field = keyof typeof MOST

const MessageForm = z.strictObject({
  text: words(MOST.text),
  area: words(MOST.area),
  name: words(MOST.name),
  reach: words(MOST.reach),
  ...sumFields,
})

const AN_HOUR = {
  unasked: { caller: 5, line: 30, together: 120 },
  most: { caller: 30, line: 120 },
}

/**
 * `/tell-us`: a resident raises a concern without a name (R27). The page with their code has an
 * address of its own, so that loading it again or going back sends nothing twice (R31).
 */
export const tellUsRoutes = (room: BoardDoor): void => {
  const kept: Kept = { sent: keepSent(), codes: keepCodes(), sums: keepSums() }
  const { codes } = kept
  // Kept nowhere, so that each form has a key of its own.
  room.keyed('/tell-us', (reader) => tellPage(reader))
  room.leave('/tell-us', (reader, left) => take(reader, left, kept))
  room.alone('/tell-us/sent/:key', (reader, { nowMs }) => {
    const reference = codes.find(reader.params.key, nowMs)
    return reference ? sentPage(reader, reference) : agedPage(reader)
  })
  // Keys of its own: an address that shows what became of a message does not show its code.
  repliesRoutes(room, keepCodes())
}

/** What this room remembers, in memory alone. */
interface Kept {
  sent: ReturnType<typeof keepSent>
  codes: Codes
  sums: Sums
}

const take = (
  reader: Reader,
  left: Left,
  { sent, codes, sums }: Kept,
): PublicPage | { to: string } => {
  const { t, to } = reader
  const form = parseOrRefuse(MessageForm, left.body)
  if (!form.accepted) return again(reader, typed(left.body), tooLong(reader, form.refusals), 422)
  const { sum, asked, ...message } = form.value
  if (!message.text) return again(reader, message, { text: t.text('tell.errorEmpty') }, 422)
  const before = sent.find(left, message)
  const inTheWay = before ? null : whatStandsBefore(left, sums, 'message', AN_HOUR, { sum, asked })
  if (inTheWay === 'wait') return again(reader, message, { text: t.text('tell.errorMany') }, 429)
  if (inTheWay) return askSum(reader, message, inTheWay)
  const reference = before ?? sent.keep(left, message, leave(reader, left, message))
  return { to: to('/tell-us/sent', codes.keep(reference, left.at)) }
}

/** @returns the code to see what became of it. */
const leave = (
  { t, today, choices }: Reader,
  { inbox, at, formKey }: Left,
  { text, area, name, reach }: Record<Field, string>,
): string => {
  const known = choices().areas.some((each) => each.code === area) ? area : null
  return inbox.leaveMessage(
    { language: t.language.code, text, area: known, name, reach },
    at,
    today,
    formKey,
  )
}

/** The form with everything typed, and a small sum beside the button. */
const askSum = (
  reader: Reader,
  values: Record<string, string>,
  { sum, isWrong }: { sum: SmallSum; isWrong: boolean },
): PublicPage => ({
  ...tellPage(
    reader,
    values,
    { sum: reader.t.text(isWrong ? 'tell.errorSumWrong' : 'tell.errorSum') },
    sum,
  ),
  status: 429,
})

/** The form with everything typed, and what to do beside its field (R23). */
const again = (
  reader: Reader,
  values: Record<string, string>,
  errors: Record<string, string>,
  status: number,
): PublicPage => ({ ...tellPage(reader, values, errors), status })

const tooLong = ({ t }: Reader, refusals: Refusal[]): Record<string, string> =>
  Object.fromEntries(
    refusals
      .map((each) => each.field)
      .filter((field): field is Field => field in MOST)
      .map((field) => [field, t.text('tell.errorLong', { n: MOST[field] })]),
  )

const sentPage = ({ t, to, frame }: Reader, reference: string) =>
  view('board/residents/tell-us/sent', {
    frame: { ...frame(t.text('tell.sentTitle'), 'tell-us'), found: false },
    reference,
    address: to.site('/tell-us/what-became-of-it').replace(/^https?:\/\//, ''),
  })

const typed = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(value),
    ]),
  )
