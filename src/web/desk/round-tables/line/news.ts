import type { Action } from '../../../../domain/actions/action.ts'
import { timeOf } from '../../../../domain/day.ts'
import { may } from '../../../../domain/may.ts'
import { missing, titleOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { placesOf } from '../../../../work/minute-lines/plan-turn.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import { view } from '../../../views/desk.ts'
import type { Block } from '../../../views/desk/round-tables/document.ts'
import { seatsAt } from '../../../../work/attendance.ts'
import { answeredAt } from '../../../../work/expected.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { representedIn } from '../minuting/attendance-form.ts'
import { documentOf } from '../document/document.ts'
import { withConcerns } from '../minuting/minuting-page.ts'
import { quickBox } from './quick-box.ts'

/** Every part of the page that changed since a line of the journal, whoever changed it. */
export const newsPart = (
  visit: Visit,
  table: RoundTable,
  seen: number,
  last: number | null,
): Drawn => {
  const { store } = visit
  const fresh = store.roundTables.find(table.slug)!
  const touched = touchedSince(visit, fresh, seen)
  const before = touched.actions.filter(
    (action) =>
      action.roundTableId !== table.id && action.takenOutAt === null && may.see(visit.who, action),
  )
  return view('desk/round-tables/minuting/_news', {
    frame: frameOf(visit, titleOf(table), 'round-tables'),
    names: namesOf(store),
    choices: choicesOf(store),
    table: fresh,
    savedAt: timeOf(visit.by.at),
    at: '',
    missing: missing(fresh, store.organisations.list()),
    represented: representedIn(fresh),
    seats: seatsAt(store, fresh),
    differences: [],
    answered: answeredAt(store, fresh, visit.today),
    open: '',
    opened: null,
    attendance: touched.table,
    carried: withConcerns(visit, before),
    ...blocksIn(visit, fresh, touched),
    quick: quickBox(store, visit, fresh, last),
    places: touched.turns ? placesOf(store, visit, fresh) : null,
  })
}

/** Which records the journal names since, as they stand now. */
interface Touched {
  anything: boolean
  /** The table itself: who is here, how many residents. */
  table: boolean
  /** What the table speaks of now. */
  turns: boolean
  /** Records by what the page calls them: `note-3`. */
  keys: Set<string>
  /** The concerns that something was touched under. */
  around: Set<number>
  actions: Action[]
  /** Something is not in the minutes any more, so that the numbers after it may have moved. */
  takenOut: boolean
}

const touchedSince = ({ store }: Visit, table: RoundTable, seen: number): Touched => {
  const changes = store.journal.since(seen)
  const idsOf = (noun: string): number[] => [
    ...new Set(changes.filter((each) => each.noun === noun).map((each) => Number(each.nounId))),
  ]
  const concernIds = idsOf('concern')
  const actions = idsOf('action').length ? store.actions.listUnfiltered(idsOf('action')) : []
  const notes = idsOf('note').map((id) => store.notes.find(id, table.id))
  const concerns = store.concerns.listUnfiltered(concernIds)
  const isMoved = changes.some(({ verb }) => verb === 'moved to another concern')
  return {
    anything: changes.length > 0,
    table: idsOf('round table').includes(table.id),
    turns: idsOf('turn').length > 0,
    keys: new Set([
      ...idsOf('note').map((id) => `note-${id}`),
      ...idsOf('turn').map((id) => `turn-${id}`),
      ...idsOf('round table').map((id) => `plan-${id}`),
      ...actions.map(({ id, roundTableId }) =>
        roundTableId === table.id ? `item-action-${id}` : `review-${id}`,
      ),
      ...concernIds.map((id) => `item-${id}`),
    ]),
    around: new Set([
      ...concernIds,
      ...actions.flatMap((action) => action.concernIds),
      ...notes.flatMap((note) => note?.concernId ?? []),
    ]),
    actions,
    takenOut:
      isMoved ||
      [...concerns, ...actions].some((each) => each.takenOutAt !== null) ||
      notes.some((note) => note === undefined),
  }
}

/** The pieces of the minutes that are other than they were, and those that are there no more. */
const blocksIn = (
  visit: Visit,
  table: RoundTable,
  touched: Touched,
): { blocks: Block[]; gone: string[] } => {
  if (!touched.anything) return { blocks: [], gone: [] }
  const before = touched.actions.filter(({ roundTableId }) => roundTableId !== table.id)
  const all = documentOf(visit, table, before)
  const there = new Set(all.map(({ key }) => key))
  return {
    blocks: all.filter((block) => isTouched(block, touched)),
    gone: [...touched.keys].filter((key) => !there.has(key)),
  }
}

const isTouched = (block: Block, { keys, around, takenOut }: Touched): boolean => {
  if (block.kind !== 'item') return keys.has(block.key)
  const { gap, matter } = block.item
  if (takenOut || gap !== null) return true
  return keys.has(block.key) || (matter.noun === 'concern' && around.has(matter.id))
}
