import type { Day } from '../../domain/day.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/** What the verbs write with: the record, and who writes on which day of the story. */
export interface Pen {
  store: Store
  by: (personId: number) => By
  coordinator: () => By
  today: () => Day
  openTable: () => RoundTable | undefined
}
