import type { Visit } from '../visit.ts'
import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { notFound, Problem } from '../../errors.ts'

/** The round table of an address. */
export const findTable = (store: Store, visit: Visit): RoundTable => {
  const table = store.roundTables.find(visit.params.slug ?? '')
  if (!table) throw notFound()
  return table
}

/** A table whose minutes are being written now. */
export const findOpen = (store: Store, visit: Visit): RoundTable => {
  const table = findTable(store, visit)
  if (stateOf(table) !== 'open')
    throw new Problem(
      409,
      'These minutes are not open',
      'They may have been finished by someone else. Nothing was saved. A change is now a correction, on the page of the minutes.',
    )
  return table
}
