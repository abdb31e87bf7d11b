import {
  isRepresented,
  stateOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import type { Visit } from '../visit.ts'

/** The round table that meets now. */
export const openTableIn = (store: Store): RoundTable | undefined =>
  store.roundTables.list().find((table) => stateOf(table) === 'open')

/** Whether an organisation can say yes here and now: it is the asker's own, or at the table. */
export const isHereToAgree = ({ store, who }: Visit, organisationId: number): boolean => {
  const table = openTableIn(store)
  return (
    organisationId === who.organisationId ||
    (table !== undefined && isRepresented(table, organisationId))
  )
}
