import { readDate } from '../../domain/dates/read-date.ts'
import type { Reading } from '../../domain/round-tables/line/line.ts'
import type { Day } from '../../domain/day.ts'
import { isHeldOn } from '../../domain/people/seat.ts'
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
  const people = sittingNow(store, today)
  // Read only for words that may mean it.
  const nextIn = (typed: string) =>
    /next/i.test(typed) ? nextTableOf(store, today, table.id) : null
  return {
    names: namesToMention(organisations, seats, live('theme'), live('area'), people),
    ahead: (typed) => readDate(typed, { today, nextTable: nextIn(typed), lean: 'ahead' }),
    behind: (typed) => readDate(typed, { today, lean: 'behind' }),
  }
}

/**
 * Who sits in which seats today, for a name that is typed in place of a post. A name with a comma
 * is two things of a list.
 */
const sittingNow = (store: Store, today: Day): { name: string; seatIds: number[] }[] => {
  const seats = store.organisations.seats().filter((each) => each.endedOn === null)
  return store.people
    .list()
    .filter((each) => each.endedAt === null && !each.name.includes(','))
    .map(({ id, name }) => ({
      name,
      seatIds: seats
        .filter(({ holders }) => holders.some((one) => one.personId === id && isHeldOn(one, today)))
        .map((each) => each.id),
    }))
}
