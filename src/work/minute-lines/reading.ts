import type { Reading } from '../../domain/round-tables/line/line.ts'
import { namesToMention } from '../../domain/round-tables/line/mentions.ts'
import { isAhead, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { choicesOf } from '../names.ts'
import { sayingDates } from '../read-dates.ts'

/** What lines are read with at this table today. */
export const readingFor = (
  store: Store,
  actor: Pick<Actor, 'today'>,
  table: RoundTable,
): Reading => {
  const { organisations, seats } = choicesOf(store)
  const live = (kind: 'theme' | 'area') =>
    store.labels.list(kind).filter((each) => each.endedOn === null)
  const next = store.roundTables
    .list()
    .filter((each) => isAhead(each, actor.today) && each.id !== table.id)
    .at(-1)
  return {
    names: namesToMention(organisations, seats, live('theme'), live('area')),
    ahead: sayingDates(actor.today, next?.heldOn ?? null),
    behind: sayingDates(actor.today, null, 'behind'),
  }
}
