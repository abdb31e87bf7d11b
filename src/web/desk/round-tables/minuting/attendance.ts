import {
  attendanceFields,
  attendanceMark,
  mergeAttendance,
} from '../../../../domain/round-tables/attendance/fields.ts'
import { accept, conflict } from '../../../../domain/decision.ts'
import { missing, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { recordAttendance, seatedIn, seatsAt } from '../../../../work/attendance.ts'
import { answeredAt } from '../../../../work/expected.ts'
import type { Choices } from '../../../../work/names.ts'
import { byPolicy, type Failed } from '../../../change.ts'
import { parse } from '../../../forms.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findOpen } from '../find-round-table.ts'
import { attendanceForm, differencesOf, representedIn, typedIn } from './attendance-form.ts'
import { minutePage } from './minuting-page.ts'
import { partOf, placeAt } from './part.ts'

const BOTH_WROTE =
  'Someone else wrote something else here since you opened this. ' +
  'Both are shown. Save again to keep yours'

const attendancePart = (
  visit: Visit,
  table: RoundTable,
  failed?: Failed,
  differences: string[] = [],
): Drawn => {
  const part = partOf(visit, table, 'attendance', failed)
  return view('desk/round-tables/minuting/_attendance', {
    ...part,
    missing: missing(part.table, visit.store.organisations.list()),
    represented: representedIn(part.table),
    differences,
    seats: seatsAt(visit.store, part.table),
    answered: answeredAt(visit.store, part.table, visit.today),
  })
}

interface Found {
  table: RoundTable
  choices: Choices
}

const noteAttendance = change('/desk/round-tables/:slug/attendance', 'write', {
  name: 'attendance',
  find: (visit: Visit): Found => {
    const table = findOpen(visit)
    return { table, choices: seatsAt(visit.store, table) }
  },
  allow: byPolicy,
  form: (_visit, { choices }) => attendanceForm(choices),
  decide: (_visit, { table }, form) => {
    const { basedOn, mine } = typedIn(form)
    const { merged, clashes } = mergeAttendance(table, basedOn, mine)
    return clashes.length > 0 ? conflict(BOTH_WROTE) : accept(merged)
  },
  record: ({ store, by }, { table, choices }, merged) => {
    const residents = merged.residents ? Number(merged.residents) : null
    recordAttendance(store, table.id, seatedIn(merged, choices), residents, by)
  },
  answer: (visit, { table }) => ({
    to: placeAt(table, 'attendance'),
    part: () => attendancePart(visit, table),
  }),
  again: (visit, found, failed) => {
    const { table } = found
    const { body, differences } = bothTexts(found, failed.body)
    const drawn = { ...failed, body }
    return {
      page: () => minutePage(visit, table, { ...drawn, differences }),
      part: () => attendancePart(visit, table, drawn, differences),
    }
  },
})

/**
 * R23: where two minute-takers wrote different things, what both wrote, based on what the record
 * says now, so that saving again keeps theirs; otherwise the form as it was typed.
 */
const bothTexts = (
  { table, choices }: Found,
  body: unknown,
): { body: unknown; differences: string[] } => {
  const form = parse(attendanceForm(choices), body)
  if (!form.accepted) return { body, differences: [] }
  const { basedOn, mine } = typedIn(form.value)
  const { merged, clashes } = mergeAttendance(table, basedOn, mine)
  return {
    body: { ...merged, basedOn: attendanceMark(table) },
    differences: differencesOf(clashes, attendanceFields(table), mine, choices),
  }
}

/** Who is here, written down by as many as are writing. */
export const attendanceRoutes: readonly Route[] = [noteAttendance]
