import { asLastTime } from '../../../../domain/round-tables/attendance/as-last-time.ts'
import { seatedIn, seatsAt, recordAttendance } from '../../../../work/attendance.ts'
import { answeredAt } from '../../../../work/expected.ts'
import { byPolicy, NothingTyped } from '../../../change.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { minutePage } from '../minuting/minuting-page.ts'
import { placeAt } from '../minuting/part.ts'

/**
 * Who is here, filled in with one tap: as at the last table, and as people answered for this one.
 * It is changed line by line, like any other.
 */
const fillAsLastTime = change('/desk/round-tables/:slug/attendance/as-last-time', 'write', {
  name: 'as-last-time',
  find: (visit: Visit) => findOpen(visit),
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }, table) => asLastTime(table, store.roundTables.list()),
  record: ({ store, by, today }, table, lastTime) => {
    const answered = Object.entries(answeredAt(store, table, today))
    const fields = {
      ...lastTime,
      ...Object.fromEntries(answered.map(([key, { presence }]) => [key, presence])),
    }
    // What has ended since is in no line of the form.
    const seated = seatedIn(fields, seatsAt(store, table))
    recordAttendance(store, table.id, seated, table.residents, by)
  },
  answer: (_visit, table) => placeAt(table, 'attendance'),
  again: (visit, table, failed) => minutePage(visit, table, failed),
})

export const asLastTimeRoutes: readonly Route[] = [fillAsLastTime]
