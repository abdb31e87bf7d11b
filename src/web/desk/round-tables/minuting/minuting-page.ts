import { inAgendaOrder } from '../../../../domain/actions/agenda-order.ts'
import { type Action } from '../../../../domain/actions/action.ts'
import { carriedTo } from '../../../../domain/round-tables/minutes.ts'
import {
  missing,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../../domain/round-tables/round-table.ts'
import { seatsAt } from '../../../../work/attendance.ts'
import { quarterFrom } from '../../../../work/due.ts'
import { answeredAt } from '../../../../work/expected.ts'
import { placesOf } from '../../../../work/minute-lines/plan-turn.ts'
import { hasWrittenSince, whatStandsAt } from '../../../../work/written-since.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { view } from '../../../views/desk.ts'
import type { Carried, MinutePage } from '../../../views/desk/round-tables/round-tables.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { placeOf, quickBox } from '../line/quick-box.ts'
import { representedIn } from './attendance-form.ts'
import { documentOf } from '../document/document.ts'
import { othersOf } from '../document/minute-items.ts'
import { openedLine, type Retyped } from '../document/opened.ts'
import { priorityLines } from './priority-lines.ts'

/** A form of this page that was refused: with where two people differ, and what the box holds. */
export interface FailedHere extends Failed {
  differences?: string[]
  /** A line that was typed over where it stands. */
  open?: string
  retyped?: Retyped
  typed?: { text: string; key: string }
}

/** The whole page, with the form that was refused where there is one. */
export const minutePage = (visit: Visit, table: RoundTable, failed?: FailedHere): Drawn => {
  const { store, who, query } = visit
  const fresh = store.roundTables.find(table.slug)!
  const carried = carriedHere(visit, fresh)
  const open = failed?.open ?? query.open ?? ''
  const page: MinutePage = {
    frame: {
      ...frameOf(visit, titleOf(table), 'round-tables', failed),
      kept: store.typedLines.kept(who.personId, placeOf(table)),
    },
    names: namesOf(store),
    choices: choicesOf(store),
    table: fresh,
    savedAt: query.at && !failed ? '' : null,
    at: query.at ?? '',
    open,
    opened: openedLine(visit, fresh, open, failed?.retyped),
    missing: missing(fresh, store.organisations.list()),
    represented: representedIn(fresh),
    seats: seatsAt(store, fresh),
    differences: failed?.differences ?? [],
    answered: answeredAt(store, fresh, visit.today),
    carried: withConcerns(visit, carried),
    blocks: documentOf(visit, fresh, carried),
    quick: quickBox(store, visit, fresh, idOrNull(query.last), failed?.typed),
    priorities: priorityLines(visit, fresh),
    isSaved: false,
    all: othersOf(visit, fresh, true),
    toAgree: store.roundTables.list().filter((each) => stateOf(each) === 'draft'),
    justAgreed: store.roundTables
      .list()
      .filter(
        (each) =>
          each.agreedAtTableId === fresh.id && !hasWrittenSince(store, fresh.id, each.agreedAt!),
      ),
    others: othersOf(visit, fresh),
    places: placesOf(store, visit, fresh),
    isBlank: whatStandsAt(store, fresh) === null,
  }
  return view('desk/round-tables/minuting/show', page)
}

/** The actions from before, as they come up at the table. */
export const carriedHere = ({ store, who, today }: Visit, table: RoundTable): Action[] =>
  inAgendaOrder(carriedTo(table, store.actions.openAt(table.id, who)), today, quarterFrom(today))

/** What each belongs to: ten actions may have the same words. */
export const withConcerns = ({ store }: Visit, actions: Action[]): Carried[] => {
  const ids = [...new Set(actions.flatMap((action) => action.concernIds))]
  const concerns = new Map(store.concerns.listUnfiltered(ids).map((each) => [each.id, each]))
  return actions.map((action) => {
    const [concern] = action.concernIds.flatMap((id) => concerns.get(id) ?? [])
    return {
      action,
      concern: concern && concern.depth !== 'named' ? titleOfConcern(concern) : null,
    }
  })
}

const idOrNull = (text: string | undefined): number | null =>
  text && /^\d{1,9}$/.test(text) ? Number(text) : null
