import { stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { notFound, Problem } from '../../errors.ts'
import type { Visit } from '../visit.ts'

/** The round table of an address. */
export const findTable = ({ store, params }: Visit): RoundTable => {
  const table = store.roundTables.find(params.slug ?? '')
  if (!table) throw notFound()
  return table
}

/** A table whose minutes are being written now. */
export const findOpen = (visit: Visit): RoundTable => {
  const table = findTable(visit)
  if (stateOf(table) === 'open') return table
  throw new Problem(
    409,
    'These minutes are not open',
    'They may have been finished by someone else. Nothing was saved. ' +
      'A change is now a correction, on the page of the minutes.',
  )
}

/** A table that has begun: there is something to read in its minutes. */
export const findBegun = (visit: Visit): RoundTable => {
  const table = findTable(visit)
  if (['planned', 'cancelled'].includes(stateOf(table))) throw notFound()
  return table
}
