import type { Day } from '../domain/day.ts'
import type { Who } from '../domain/people/person.ts'
import type { By } from '../store/journal.ts'

/** Who does something to the record, and when: `by` is what the journal keeps, `today` the London day. */
export interface Actor {
  who: Who
  by: By
  today: Day
}
