import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { CONFLICT } from '../../../../domain/decision.ts'
import { MOST_LINES } from '../../../../domain/round-tables/line/line.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import type { Failed } from '../../../change.ts'
import { maybeId, parse, typedIn, words } from '../../../forms.ts'
import type { Drawn } from '../../../views/view.ts'
import type { Visit } from '../../visit.ts'
import { minutePage } from '../minuting/minuting-page.ts'

/** As much as is pasted into the box at once, in characters. */
const LONGEST_PASTE = 20_000
const KEY = /^[\w-]{8,64}$/

/** The quick line as a form: its words, and by which key they are known when they are sent again. */
export const BoxForm = z.strictObject({
  text: words(LONGEST_PASTE).refine(
    (text) => text.split('\n').length <= MOST_LINES,
    `${MOST_LINES} lines at most. Send the first ones, then the rest`,
  ),
  key: z.string().regex(KEY),
  last: maybeId(),
  seen: z
    .string()
    .regex(/^\d{1,12}$/)
    .default('0')
    .transform(Number),
  step: z.enum(['save', 'preview']).default('save'),
  instead: z.string().max(30).default(''),
  basedOn: z.string().max(300).default(''),
  who: maybeId(),
  /** Typed where the line stands, and not in the box. */
  where: z.enum(['box', 'place']).default('box'),
})
export type BoxTyped = z.infer<typeof BoxForm>

/** R23: what was typed, whatever was wrong with the form around it. */
export const typedBox = (body: unknown): { text: string; key: string } => {
  const form = parse(BoxForm, body)
  if (form.accepted) return { text: form.value.text, key: form.value.key }
  const { text, key } = typedIn(body)
  return {
    text: typeof text === 'string' ? text : '',
    key: typeof key === 'string' && KEY.test(key) ? key : randomUUID(),
  }
}

/**
 * The page with all of it in the box again. Words that a key was not sent with get a key of their
 * own, so that they can be sent.
 */
export const boxAgain = (visit: Visit, table: RoundTable, failed: Failed): Drawn => {
  const { text, key } = typedBox(failed.body)
  const isSpent =
    failed.errors.some((each) => each.field === CONFLICT) &&
    visit.store.typedLines.sent(key).length > 0
  const { instead, where } = typedIn(failed.body)
  if (where === 'place' && typeof instead === 'string') {
    const retyped = { text, errors: failed.errors.map(({ reason }) => reason) }
    return minutePage(visit, table, { ...failed, errors: [], open: instead, retyped })
  }
  const typed = { text, key: isSpent ? randomUUID() : key }
  return minutePage(visit, table, { ...failed, typed })
}

/**
 * R25: someone else has signed in since the page was opened, and what was typed there is not
 * theirs.
 */
export const isAnother = (visit: Visit, who: number | null): boolean =>
  who !== null && who !== visit.who.personId

/** ... and goes to its own writer, who signs in again. */
export const TO_ITS_WRITER = '/sign-in?kept=yes'

/** The form of a table that is finished by now: nothing in it can be put right. */
export const TooLate = z.unknown().transform(() => null)
