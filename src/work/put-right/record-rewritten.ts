import type { AgreedTerms } from '../../domain/actions/agreement.ts'
import { termsOf } from '../../domain/actions/action.ts'
import { isPriority, wordingOf } from '../../domain/concerns/concern.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Became } from '../../store/round-tables/typed-lines.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { holdAction, holdConcern, type Privacy } from '../hold-in-private.ts'
import { writeDown } from '../minute-lines/write-lines.ts'
import type { WrittenLine } from './line-of.ts'
import type { Rewritten } from './rewrite-line.ts'
import { recordTakeOut } from './take-out.ts'

/** Writes it, and what it became is known by the key of its box (R22, R31). */
export const recordRewritten = (
  store: Store,
  actor: Actor,
  {
    table,
    key,
    written,
    typed,
  }: {
    table: RoundTable
    key: string
    written: WrittenLine
    typed: string
  },
  rewritten: Rewritten,
): Became => {
  const became = write(store, actor, { table, written }, rewritten)
  store.typedLines.record({ roundTableId: table.id, key, place: 0, became, typed }, actor.by)
  return became
}

const write = (
  store: Store,
  actor: Actor,
  { table, written }: { table: RoundTable; written: WrittenLine },
  rewritten: Rewritten,
): Became => {
  const { by } = actor
  switch (rewritten.is) {
    case 'concern':
      putConcern(store, actor, table, rewritten)
      return { noun: 'concern', id: rewritten.id }
    case 'action':
      putAction(store, actor, table, rewritten)
      return { noun: 'action', id: rewritten.action.id }
    case 'note':
      store.notes.recordChange(rewritten.id, rewritten.planned.text, by)
      return { noun: 'note', id: rewritten.id }
    case 'turn':
      store.agendas.rewordTurn(rewritten.id, rewritten, by)
      return { noun: 'turn', id: rewritten.id }
    default:
      recordTakeOut(store, { table, noun: written.noun, id: written.id }, by)
      return writeDown(store, actor, table.id, rewritten.planned)
  }
}

/** R9: a line can hold it in private; it opens nothing that is held. */
const heldBy = (raised: Privacy, now: { depth: string }): Privacy | undefined =>
  raised.depth === 'named' || (raised.depth === 'public') !== (now.depth === 'public')
    ? raised
    : undefined

const putConcern = (
  store: Store,
  { by }: Actor,
  table: RoundTable,
  { id, planned: { raised, isPriority: wanted } }: Extract<Rewritten, { is: 'concern' }>,
): void => {
  const [concern] = store.concerns.listUnfiltered([id])
  const { text, themeId, areaId } = raised
  const now = wordingOf(concern!)
  const isSame = now.text === text && now.themeId === themeId && now.areaId === areaId
  if (!isSame)
    store.concerns.recordWording(
      id,
      { text, themeId, areaId, furtherThemeIds: now.furtherThemeIds, reason: null },
      by,
    )
  if (wanted !== isPriority(concern!)) store.concerns.recordPriority(id, wanted, table.id, by)
  const held = heldBy(raised, concern!)
  if (held) holdConcern(store, id, held, by)
}

/** R11: what is moved under an item that is held in private is held too, and told no longer. */
const putAction = (
  store: Store,
  { by }: Actor,
  table: RoundTable,
  { action, terms, planned: { under, privacy } }: Extract<Rewritten, { is: 'action' }>,
): void => {
  if (!isSameAs(termsOf(action), terms)) store.actions.recordTerms(action.id, terms, by)
  const items = store.roundTables.itemIds(table.id)
  const elsewhere = action.concernIds.filter((id) => !items.includes(id))
  const here = under ? [under.id] : []
  if (String([...elsewhere, ...here]) !== String(action.concernIds))
    store.actions.recordPlace(action.id, [...elsewhere, ...here], by)
  const held = under?.depth === 'named' ? under : heldBy(privacy, action)
  if (held) holdAction(store, action.id, held, by)
}

const isSameAs = (now: AgreedTerms, then: AgreedTerms): boolean =>
  [now, then]
    .map(({ text, kind, leadId, seatId, helperIds, by, review = null }) =>
      JSON.stringify([text, kind, leadId, seatId, helperIds, by, review]),
    )
    .every((each, _i, [first]) => each === first)
