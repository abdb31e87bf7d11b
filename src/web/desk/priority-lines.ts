import { latestOf, termsOf } from '../../domain/action.ts'
import { standing } from '../../domain/concern.ts'
import { prioritiesAt } from '../../domain/priority.ts'
import type { RoundTable } from '../../domain/round-table.ts'
import type { Store } from '../../store/store.ts'
import { say } from '../say.ts'
import type { PriorityLine } from '../views.ts'
import type { Visit } from './door.ts'

/**
 * Each priority that stood before this table, with what happened since. Named ones are asked about
 * on their own page.
 */
export const priorityLines = (store: Store, visit: Visit, table: RoundTable): PriorityLine[] => {
  const { waiting, kept, dropped } = prioritiesAt(table, store.concerns.list(visit.who))
  const line =
    (said: PriorityLine['said']) =>
    (concern: PriorityLine['concern']): PriorityLine => {
      const actions = store.actions.ofConcern(concern.id, visit.who)
      return {
        concern,
        said,
        standing: standing(actions),
        happened: actions
          .filter((action) => action.depth !== 'named')
          .map((action) =>
            `${action.number} ${termsOf(action).text} ${say.statusOf(action)}. ${latestOf(action).text}`.trim(),
          ),
      }
    }
  return [...waiting.map(line(null)), ...kept.map(line('kept')), ...dropped.map(line('dropped'))]
    .filter(({ concern }) => concern.depth !== 'named')
    .toSorted((a, b) => a.concern.id - b.concern.id)
}
