import { standing } from '../../../domain/concerns/standing.ts'
import type { Visit } from '../visit.ts'
import { latestOf, termsOf } from '../../../domain/actions/action.ts'
import { prioritiesAt } from '../../../domain/concerns/priorities.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { say } from '../../../domain/say.ts'
import type { PriorityLine } from '../../views/desk/round-tables.ts'

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
