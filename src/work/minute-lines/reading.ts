import { readDate } from '../../domain/dates/read-date.ts'
import type { Reading } from '../../domain/round-tables/line/line.ts'
import { namesToMention } from '../../domain/round-tables/line/mentions.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { choicesOf } from '../names.ts'
import { nextTableOf } from '../next-table.ts'

/** What lines are read with at this table today. */
export const readingFor = (
  store: Store,
  actor: Pick<Actor, 'today'>,
  table: RoundTable,
): Reading => {
  const { organisations, seats } = choicesOf(store)
  const live = (kind: 'theme' | 'area') =>
    store.labels.list(kind).filter((each) => each.endedOn === null)
  const { today } = actor
  const nextTable = nextTableOf(store, today, table.id)
  return {
    names: namesToMention(organisations, seats, live('theme'), live('area')),
    ahead: (typed) => readDate(typed, { today, nextTable, lean: 'ahead' }),
    behind: (typed) => readDate(typed, { today, lean: 'behind' }),
  }
}
