import { standing } from '../../../../domain/concerns/standing.ts'
import type { Visit } from '../../visit.ts'
import { termsOf, type Action } from '../../../../domain/actions/action.ts'
import { type Concern } from '../../../../domain/concerns/concern.ts'
import { prioritiesAt } from '../../../../domain/concerns/priorities.ts'
import { may } from '../../../../domain/may.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { say } from '../../../../domain/say.ts'
import type { PriorityLine } from '../../../views/desk/round-tables/round-tables.ts'

/**
 * Each priority that stood before this table, with what happened since. Named ones are asked about
 * on their own page.
 */
export const priorityLines = (visit: Visit, table: RoundTable): PriorityLine[] => {
  const { waiting, kept, dropped } = prioritiesAt(
    table,
    visit.store.concerns.prioritiesAt(table).filter((each) => may.see(visit.who, each)),
  )
  const lines = (said: PriorityLine['said'], concerns: Concern[]) =>
    concerns
      .filter((concern) => concern.depth !== 'named')
      .map((concern) => priorityLine(visit, concern, said))
  return [...lines(null, waiting), ...lines('kept', kept), ...lines('dropped', dropped)].toSorted(
    (a, b) => a.concern.id - b.concern.id,
  )
}

const priorityLine = (
  { store, who }: Visit,
  concern: Concern,
  said: PriorityLine['said'],
): PriorityLine => {
  const actions = store.actions.ofConcern(concern.id, who)
  return {
    concern,
    said,
    standing: standing(actions),
    happened: actions.filter((action) => action.depth !== 'named').map(sayHappened),
  }
}

const sayHappened = (action: Action): string =>
  `${action.number} ${termsOf(action).text} ${say.statusOf(action)}. ${say.lastWords(action)}`.trim()
