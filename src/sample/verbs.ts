import { dayOf } from '../domain/day.ts'
import type { Store } from '../store/store.ts'
import type { Sample } from './partnership.ts'
import { tellerOf } from './publishing.ts'
import { actionVerbs } from './verbs/actions.ts'
import { concernVerbs } from './verbs/concerns.ts'
import { eventVerbs } from './verbs/events.ts'
import type { Pen } from './verbs/pen.ts'
import { programmeVerbs } from './verbs/programmes.ts'
import { tableVerbs } from './verbs/round-tables.ts'

export type Verbs = ReturnType<typeof verbsOf>

/**
 * The verbs of the record as the sample uses them: decided by the domain, written by the store, on
 * a day of the story.
 */
export const verbsOf = (store: Store, sample: Sample) => {
  let at = '2021-03-31T09:00:00.000Z'
  const pen: Pen = {
    store,
    by: (personId) => ({ personId, at }),
    coordinator: () => ({ personId: sample.people.coordinator, at }),
    today: () => dayOf(at),
    openTable: () => store.roundTables.list().find((each) => each.openedAt && !each.finishedAt),
  }
  return {
    /** Moves the story on to an instant. */
    on: (instant: string): void => {
      at = instant
    },
    ...tableVerbs(pen, sample),
    ...concernVerbs(pen),
    ...actionVerbs(pen, sample),
    ...eventVerbs(pen),
    ...programmeVerbs(pen),
    tell: tellerOf(store, sample, () => at),
  }
}
