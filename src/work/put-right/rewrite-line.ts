import { change, AT_THE_TABLE, type AgreedTerms } from '../../domain/actions/agreement.ts'
import { termsOf, type Action } from '../../domain/actions/action.ts'
import { isRhythm, type Review } from '../../domain/actions/pace/review.ts'
import { accept, refuse, type Decision } from '../../domain/decision.ts'
import { readLines } from '../../domain/round-tables/line/read-line.ts'
import { isRepresented, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { aboveAt, type Above } from '../minute-lines/above.ts'
import { termsBefore, type WrittenLine } from './line-of.ts'
import { planLine } from '../minute-lines/plan.ts'
import type {
  Planned,
  PlannedAction,
  PlannedConcern,
  PlannedNote,
} from '../minute-lines/planned.ts'
import { namesOf } from '../names.ts'
import { aloud, type ReadLine } from '../minute-lines/read-aloud.ts'
import { readingFor } from '../minute-lines/reading.ts'
import { mayTakeOut } from './take-out.ts'

/** A line that was typed better: put in its place, or taken out and written anew. */
export type Rewritten =
  | { is: 'concern'; id: number; planned: PlannedConcern }
  | { is: 'action'; action: Action; terms: NewTerms; planned: PlannedAction }
  | { is: 'note'; id: number; planned: PlannedNote }
  | { is: 'turn'; id: number; slotKey: string | null; title: string }
  | { is: 'anew'; planned: Planned }
type NewTerms = AgreedTerms & { proposed: boolean; reason: string }

/** What the better words make of a line of this table, or why they cannot stand there (R23). */
export const rewriteLine = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  written: WrittenLine,
  typed: string,
): Decision<Rewritten> => {
  const above = aboveWithout(store, actor, table, written)
  const [planned, ...more] = planOver(above, typed)
  if (!planned || more.length > 0)
    return refuse('text', 'Write one line here. More lines go in the box below')
  const isOnlyNote = planned.becomes === 'note' && planned.unread !== null
  if (isOnlyNote && written.noun !== 'note') return refuse('text', planned.unread!)
  return inPlace(above, written, planned) ?? anew(above, written, planned)
}

/** How better words for a line will be read, before they are saved (R2). */
export const readOver = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  written: WrittenLine,
  typed: string,
): ReadLine[] =>
  aloud(planOver(aboveWithout(store, actor, table, written), typed), actor, namesOf(store))

const planOver = (above: Above, typed: string): Planned[] =>
  readLines(typed, readingFor(above.store, above.actor, above.table)).map((line) =>
    planLine(above, line),
  )

/** What stands above the line: the record, as if the line had not been written. */
const aboveWithout = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  { noun, id }: WrittenLine,
): Above => {
  const above = aboveAt(store, actor, table, placeNow(store, table, { noun, id }))
  const action =
    noun === 'report'
      ? store.actions.ofUpdate(id)
      : noun === 'terms'
        ? store.actions.listUnfiltered([id])[0]
        : undefined
  return action
    ? { ...above, actions: new Map([[action.number, unsaid(action, table, { noun, id })]]) }
    : above
}

/** A line that does not say where it goes stays where it is. */
const placeNow = (
  store: Store,
  table: RoundTable,
  { noun, id }: Pick<WrittenLine, 'noun' | 'id'>,
): number | null => {
  if (noun === 'note') return store.notes.find(id, table.id)?.concernId ?? null
  if (noun !== 'action') return null
  const items = store.roundTables.itemIds(table.id)
  const [action] = store.actions.listUnfiltered([id])
  return action?.concernIds.find((each) => items.includes(each)) ?? null
}

const unsaid = (
  action: Action,
  table: RoundTable,
  { noun, id }: Pick<WrittenLine, 'noun' | 'id'>,
): Action => {
  if (noun === 'terms') {
    const before = termsBefore(action, table)
    return before
      ? { ...action, terms: action.terms.filter((each) => each.id <= before.id) }
      : action
  }
  const update = action.updates.find((each) => each.id === id)!
  return {
    ...action,
    updates: action.updates.filter((each) => each.id !== id),
    closings: action.closings.filter((each) => each.at !== update.at),
  }
}

/** The same record with other words, where the line is of the same kind. */
const inPlace = (
  above: Above,
  { noun, id }: WrittenLine,
  planned: Planned,
): Decision<Rewritten> | undefined => {
  if (noun === 'concern' && planned.becomes === 'concern')
    return accept({ is: 'concern', id, planned })
  if (noun === 'turn' && planned.becomes === 'turn')
    return accept({ is: 'turn', id, slotKey: planned.slotKey, title: planned.title })
  if (noun === 'action' && planned.becomes === 'action') return newTerms(above, id, planned)
  if (noun !== 'note' || planned.becomes !== 'note' || planned.unread !== null) return undefined
  const note = above.store.notes.find(id, above.table.id)!
  const isSame = note.kind === planned.kind && note.concernId === (planned.under?.id ?? null)
  return isSame && note.unread === null ? accept({ is: 'note', id, planned }) : undefined
}

const newTerms = (
  { store, table }: Above,
  id: number,
  planned: PlannedAction,
): Decision<Rewritten> => {
  const [action] = store.actions.listUnfiltered([id])
  const { text, kind, leadId, seatId, helperIds, by } = planned.agreed
  const terms = change(
    action!,
    {
      text,
      kind,
      leadId,
      seatId,
      helperIds,
      by,
      review: planned.agreed.review ?? keptReview(termsOf(action!).review),
      reason: AT_THE_TABLE,
      basedOn: termsOf(action!).id,
    },
    (organisationId) => isRepresented(table, organisationId),
  )
  return terms.accepted
    ? accept({ is: 'action', action: action!, terms: terms.value, planned })
    : terms
}

/** A day to look at it again is set in its form, and no line says it. */
const keptReview = (review: Review | null): Review | null =>
  review !== null && !isRhythm(review) ? review : null

const anew = (
  { store, table }: Above,
  { noun, id }: WrittenLine,
  planned: Planned,
): Decision<Rewritten> => {
  const gone = mayTakeOut(store, { table, noun, id })
  if (gone.accepted) return accept({ is: 'anew', planned })
  const [first] = gone.refusals
  return refuse('text', `${first!.reason}. Its kind stays as it is`)
}
