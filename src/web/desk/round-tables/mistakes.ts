import type { Note } from '../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import type { Visit } from '../visit.ts'
import { noteOf as noteNow } from './minuting/mistakes.ts'

/** As `typed-lines.ts` asks for it; it goes when that imports from `minuting/` itself. */
export const noteOf = (
  _store: Store,
  visit: Visit,
  table: RoundTable,
  id: number,
): Note | undefined => noteNow(visit, table, id)
