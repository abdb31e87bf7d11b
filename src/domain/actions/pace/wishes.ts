import { dayOf, daysBetween, isPast, sayWhen, type Day, type When } from '../../day.ts'
import { accept, conflict, decide, refuse, type Decision } from '../../decision.ts'
import { isOpen, isProposed, TAKEN_OUT, termsOf, type Action } from '../action.ts'
import { change, type AgreedTerms } from '../agreement.ts'

/**
 * What an owner asks the table for: another date, another lead, or both, and why. Nothing moves
 * until the table has answered (R5).
 */
export interface Wish {
  id: number
  /** The date they ask for; nothing where it may stay as it is. */
  by: When | null
  /** Who should lead in their place; nothing where they go on leading. */
  leadId: number | null
  reason: string
  organisationId: number
  seatId: number | null
  personId: number
  at: string
  takenBackAt: string | null
  answer: WishAnswer | null
}

/** Yes or no, by the table, or by a coordinator between tables. */
export interface WishAnswer {
  granted: boolean
  words: string | null
  roundTableId: number | null
  personId: number
  at: string
}

/** What someone asks for, as they wrote it. */
export interface Wanted {
  by: When | null
  leadId: number | null
  reason: string
}

/** The one that stands: the last that was not taken back. A newer one takes the place of an older. */
export const wishOf = ({ wishes }: Pick<Action, 'wishes'>): Wish | undefined =>
  wishes.findLast((each) => each.takenBackAt === null)

/** ... while it waits for the answer of the table. */
export const openWish = (action: Action): Wish | undefined => {
  const wish = isOpen(action) && action.takenOutAt === null ? wishOf(action) : undefined
  return wish?.answer === null ? wish : undefined
}

/** It was answered in the last month: whoever asked still looks for it. */
export const isAnsweredOf = (action: Pick<Action, 'wishes'>, today: Day): boolean => {
  const at = wishOf(action)?.answer?.at
  return at !== undefined && daysBetween(dayOf(at), today) <= TOLD_DAYS
}
const TOLD_DAYS = 30

/** It waited, and the same owner asked for something else. */
export const wasReplaced = (action: Action, wish: Wish): boolean =>
  wish.answer === null && wish.takenBackAt === null && wishOf(action)?.id !== wish.id

/** An owner asks for another date or lead, with a reason. */
export const askFor = (action: Action, wanted: Wanted, today: Day): Decision<Wanted> => {
  if (action.takenOutAt !== null) return refuse('reason', TAKEN_OUT)
  if (!isOpen(action))
    return refuse('reason', 'The round table has closed this action. There is nothing to change')
  if (isProposed(action))
    return refuse('reason', 'First say yes or no to it. With a no, say what would have to change')
  const { by, leadId } = termsOf(action)
  return decide(
    [
      wanted.by === null &&
        wanted.leadId === null && {
          field: 'by',
          reason: 'Write another date, or choose who should lead',
        },
      wanted.by !== null &&
        wanted.by === by && { field: 'by', reason: `${sayWhen(by)} is agreed already` },
      wanted.by !== null &&
        isPast(wanted.by, today) && {
          field: 'by',
          reason: 'This date is past. Ask for a later one',
        },
      wanted.leadId !== null &&
        wanted.leadId === leadId && { field: 'leadId', reason: 'They lead it already' },
      !wanted.reason.trim() && { field: 'reason', reason: 'Say why. The table will read it' },
    ],
    () => ({ ...wanted, reason: wanted.reason.trim() }),
  )
}

/** Whoever asked takes it back within the hour, while the table has not answered (R21). */
export const takeWishBack = (
  { wishes }: Pick<Action, 'wishes'>,
  wishId: number,
  { personId, at }: { personId: number; at: string },
): Decision<Wish> => {
  const wish = wishes.find((each) => each.id === wishId)
  if (wish?.personId !== personId || Date.parse(at) - Date.parse(wish.at) >= HOUR_MS)
    return refuse('wish', 'Only whoever asked can take it back, and for an hour')
  if (wish.takenBackAt !== null) return refuse('wish', 'It is taken back already')
  if (wish.answer !== null) return refuse('wish', 'The table has answered it already')
  return accept(wish)
}
const HOUR_MS = 3_600_000

export interface Answered {
  wish: Wish
  granted: boolean
  words: string | null
  /** With a yes, what is agreed now. */
  terms: (AgreedTerms & { proposed: boolean; reason: string }) | null
}

/**
 * The answer to what an owner asked. A yes changes what was agreed, as any other change does; a no
 * needs a word.
 * @param isRepresented whether an organisation can say yes to it here (R6).
 */
export const answerWish = (
  action: Action,
  said: { wishId: number; granted: boolean; words: string; oldLeadHelps?: boolean },
  isRepresented: (organisationId: number) => boolean,
): Decision<Answered> => {
  const wish = openWish(action)
  if (wish?.id !== said.wishId)
    return conflict('This was answered, changed or taken back while you were reading')
  const words = said.words.trim() || null
  if (!said.granted)
    return words === null
      ? refuse('words', 'Say why not. They will read it')
      : accept({ wish, granted: false, words, terms: null })
  const changed = change(action, asWanted(action, wish, said.oldLeadHelps === true), isRepresented)
  return changed.accepted ? accept({ wish, granted: true, words, terms: changed.value }) : changed
}

/**
 * The answer that newer terms are to the open wish, however they were typed (R5): a yes where they
 * are all that was asked for, a no where they move what it asked to move to something else.
 */
export const answeredBy = (
  action: Action,
  terms: AgreedTerms,
): Pick<Answered, 'wish' | 'granted' | 'words'> | undefined => {
  const wish = openWish(action)
  if (!wish) return undefined
  const before = termsOf(action)
  const isGiven =
    (wish.by === null || wish.by === terms.by) &&
    (wish.leadId === null || wish.leadId === terms.leadId)
  if (isGiven) return { wish, granted: true, words: null }
  const instead = [
    wish.by !== null &&
      terms.by !== before.by &&
      (terms.by === null ? 'no date' : sayWhen(terms.by)),
    wish.leadId !== null && terms.leadId !== before.leadId && 'another lead',
  ].filter((each) => each !== false)
  return instead.length === 0
    ? undefined
    : { wish, granted: false, words: `Agreed instead: ${instead.join(', and ')}.` }
}

/** ... as it is read before Enter (R2). */
export const sayAnsweredBy = (action: Action, terms: AgreedTerms): string[] => {
  const answered = answeredBy(action, terms)
  if (!answered) return []
  return [
    answered.granted
      ? 'A yes to what its owner asked for'
      : 'A no to what its owner asked for: something else is agreed',
  ]
}

/** Whoever led goes on helping only where that was said (R2). */
const asWanted = (action: Action, wish: Wish, oldLeadHelps: boolean) => {
  const { id, text, kind, leadId, seatId, helperIds, by } = termsOf(action)
  const lead = wish.leadId ?? leadId
  return {
    text,
    kind,
    leadId: lead,
    seatId: lead === leadId ? seatId : null,
    helperIds:
      oldLeadHelps && leadId !== null && lead !== leadId ? [...helperIds, leadId] : helperIds,
    by: wish.by ?? by,
    reason: wish.reason,
    basedOn: id,
  }
}
