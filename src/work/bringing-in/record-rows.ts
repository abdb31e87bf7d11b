import type { Depth } from '../../domain/depth.ts'
import type { Refusal } from '../../domain/decision.ts'
import { sameWords } from '../../domain/round-tables/bringing-in/brought.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { privacyOf, refusalOf, type Ready } from './ready-rows.ts'

/** Concerns that a row may answer, by their words: on the record, or in another row. */
type Known = Map<string, { id: number | null; depth: Depth }>

const onRecord = (store: Store, actor: Actor): Known =>
  new Map(
    store.concerns
      .list(actor.who)
      .filter((each) => each.takenOutAt === null && each.mergedIntoId === null)
      .flatMap(({ id, depth, wordings }) =>
        wordings.map(({ text }) => [sameWords(text), { id, depth }]),
      ),
  )

/**
 * What hangs on a concern is never wider than the concern is (R9): rows that answer one which is
 * held in private, and are not.
 */
export const tooWide = (store: Store, actor: Actor, ready: readonly Ready[]): Refusal[] => {
  const known = onRecord(store, actor)
  return ready.flatMap(({ row, concern, action }) => {
    if (!concern) return []
    const key = sameWords(concern.text)
    const there = known.get(key)
    if (!there) known.set(key, { id: null, depth: concern.depth })
    return action && there?.depth === 'named' && concern.depth !== 'named'
      ? [refusalOf(row, 'what residents said there is held in private. Choose who may know')]
      : []
  })
}

/**
 * Writes down rows that are ready, at the table where there is one. A concern that several rows
 * answer, or that is here already, is written once.
 */
export const recordRows = (
  store: Store,
  actor: Actor,
  ready: readonly Ready[],
  table: RoundTable | undefined,
): void => {
  const known = onRecord(store, actor)
  for (const each of ready) {
    const concernId = each.concern ? concernOf(store, actor, each, { known, table }) : null
    if (each.action) recordAction(store, actor, each, { concernId, table })
  }
}

const concernOf = (
  store: Store,
  { by }: Actor,
  { concern }: Ready,
  { known, table }: { known: Known; table: RoundTable | undefined },
): number => {
  const key = sameWords(concern!.text)
  const there = known.get(key)
  if (there && there.id !== null) return there.id
  const id = store.concerns.record(concern!, { roundTableId: null, splitFromId: null }, by)
  if (table) store.roundTables.recordConcern(table.id, id, by)
  known.set(key, { id, depth: concern!.depth })
  return id
}

const recordAction = (
  store: Store,
  actor: Actor,
  { row, action, said }: Ready,
  { concernId, table }: { concernId: number | null; table: RoundTable | undefined },
): void => {
  const roundTableId = table?.id ?? null
  const concernIds = concernId === null ? [] : [concernId]
  const where = { roundTableId, concernIds, ...privacyOf(actor, row) }
  const id = store.actions.record(action!, where, actor.by)
  if (!said) return
  const from = { organisationId: action!.leadId, seatId: action!.seatId, roundTableId }
  store.actions.recordUpdate(id, said, from, actor.by)
  if (row.closed) store.actions.recordClosing(id, roundTableId, actor.by)
}
