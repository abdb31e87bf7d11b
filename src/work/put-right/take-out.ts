import { PUT_RIGHT } from '../../domain/actions/action.ts'
import { takeOut } from '../../domain/actions/closing.ts'
import { termsOf, type Action } from '../../domain/actions/action.ts'
import { takeOutConcern } from '../../domain/concerns/concern.ts'
import { accept, type Decision } from '../../domain/decision.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { takeBackUpdate } from '../actions/take-back.ts'
import { termsBefore, type LineNoun } from './line-of.ts'

// A slip while minuting: what was never meant is taken out while the table is open. The row stays,
// and the journal.

/** What is taken out, of which table. */
interface Slip {
  table: RoundTable
  noun: LineNoun
  id: number
}

/** Whether it can be taken out: nothing hangs on it, and nobody was sent it. */
export const mayTakeOut = (store: Store, { table, noun, id }: Slip): Decision<unknown> => {
  if (noun === 'concern') {
    const [concern] = store.concerns.listUnfiltered([id])
    return takeOutConcern(concern!, {
      roundTableId: table.id,
      hasMore: hasMore(store, table, id),
      isSent: isSent(store, table, concern!.createdAt),
    })
  }
  if (noun === 'action') {
    const [action] = store.actions.listUnfiltered([id])
    return takeOut(action!, {
      roundTableId: table.id,
      isSent: isSent(store, table, action!.agreedAt),
      isTold: isCovered(store, id),
    })
  }
  return accept(null)
}

/** Something hangs on it already: an action, a note or an entry. */
const hasMore = (store: Store, table: RoundTable, id: number): boolean =>
  store.sources.actionsOf(id).length > 0 ||
  store.notes.ofTable(table.id).some((note) => note.concernId === id) ||
  store.publications.findFor({ kind: 'entry', concernId: id }) !== undefined

/** An entry or a photo speaks of it, published or not. */
const isCovered = (store: Store, id: number): boolean =>
  [...store.glances.told()].some((each) => each.actionIds.includes(id))

/** Minutes that were opened again may have gone out with it. */
const isSent = (store: Store, table: RoundTable, at: string): boolean =>
  store.letters.ofTable(table.id).some((letter) => letter.at >= at)

/** Takes it out, once it was decided that it can be. */
export const recordTakeOut = (store: Store, { table, noun, id }: Slip, by: By): void => {
  switch (noun) {
    case 'concern':
      store.concerns.recordTakingOut(id, table.id, by)
      return
    case 'action':
      store.actions.recordTakingOut(id, table.id, by)
      return
    case 'note':
      store.notes.recordChange(id, null, by)
      return
    case 'turn':
      store.agendas.takeOutTurn(id, by)
      return
    case 'report':
      takeBackReport(store, id, by)
      return
    case 'terms':
      putTermsBack(store, table, id, by)
      return
    case 'closing':
      openAgain(store, store.actions.listUnfiltered([id])[0]!, by)
  }
}

/** What it closed with the same line is open again. */
const takeBackReport = (store: Store, updateId: number, by: By): void => {
  const action = store.actions.ofUpdate(updateId)!
  const update = action.updates.find((each) => each.id === updateId)!
  takeBackUpdate(store, action.id, updateId, by)
  if (action.closings.at(-1)?.at === update.at) openAgain(store, action, by)
}

const openAgain = (store: Store, { id, closings }: Action, by: By): void => {
  const closing = closings.findLast((each) => each.reopenedAt === null)
  if (closing) store.actions.recordReopening(id, closing.id, PUT_RIGHT, by)
}

/** As they were agreed before this table. */
const putTermsBack = (store: Store, table: RoundTable, actionId: number, by: By): void => {
  const [action] = store.actions.listUnfiltered([actionId])
  const before = termsBefore(action!, table)
  if (!before || before.id === termsOf(action!).id) return
  const { text, kind, leadId, seatId, helperIds, review, proposed } = before
  store.actions.recordTerms(
    actionId,
    { text, kind, leadId, seatId, helperIds, by: before.by, review, proposed, reason: PUT_RIGHT },
    by,
  )
}
