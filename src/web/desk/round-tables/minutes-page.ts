import { may } from '../../../domain/may.ts'
import { MINUTES_DEPTHS, type MinutesDepth } from '../../../domain/round-tables/minutes.ts'
import {
  isFinished,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { recipientsOf } from '../../../work/letters/round-tables/minutes.ts'
import { readPaper } from '../../../work/papers/minutes.ts'
import type { Failed } from '../../change.ts'
import { view } from '../../views/desk.ts'
import type { RoundTablesViews } from '../../views/desk/round-tables/round-tables.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'

/** The minutes at the depth that is asked, with the form that was refused on their page. */
export const minutesPage = (visit: Visit, table: RoundTable, failed?: Failed): Drawn => {
  const { store, who } = visit
  const depth = depthIn(visit)
  const tables = store.roundTables.list()
  const mayWrite = may.write(who)
  return view('desk/round-tables/minutes', {
    frame: frameOf(visit, `Minutes, ${titleOf(table)}`, 'round-tables', failed),
    table,
    depth,
    ...readPaper(store, visit, table, depth),
    mayWrite,
    agreeAt: tables.find((each) => stateOf(each) === 'open' && each.id !== table.id),
    publication: store.publications.findFor({ kind: 'round-table', roundTableId: table.id }),
    recipients: mayWrite && isFinished(table) ? recipientsAt(visit, table) : [],
    guests: table.attendance.flatMap((each) => each.guestRole ?? []),
  })
}

/** R11: how deep someone asks to read; as the table does where they do not say. */
export const depthIn = ({ query }: Visit): MinutesDepth =>
  MINUTES_DEPTHS.find((each) => each === query.depth) ?? 'table'

type Recipients = RoundTablesViews['desk/round-tables/minutes']['recipients']

/** Who may be sent the minutes, each with the last letter they were sent. */
const recipientsAt = ({ store, today }: Visit, table: RoundTable): Recipients => {
  const letters = store.letters.ofTable(table.id)
  return recipientsOf(store, table, today).map((each) => ({
    ...each,
    letter:
      letters.findLast(
        ({ personId, readerId }) => personId === each.personId && readerId === each.readerId,
      ) ?? null,
  }))
}
