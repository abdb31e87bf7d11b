import { termsOf, type Action } from '../domain/actions/action.ts'
import { wordingOf, type Concern } from '../domain/concerns/concern.ts'
import type { Organisation, Seat } from '../domain/people/seat.ts'
import type { RoundTable } from '../domain/round-tables/round-table.ts'
import type { Store } from '../store/store.ts'

/** What the ids on a record are called. */
export interface Names {
  organisation: (id: number | null) => string
  publicName: (id: number | null) => string
  seat: (id: number | null) => string
  person: (id: number | null) => string
  theme: (id: number | null) => string
  area: (id: number | null) => string
  table: (id: number | null) => RoundTable | undefined
  /** R7: what has ended of whoever owns an action, in words; nothing where it is there. */
  gone: (owner: { leadId: number | null; seatId: number | null }) => string
}

/** What a form offers to choose from. */
export interface Choices {
  organisations: Organisation[]
  seats: Seat[]
  themes: { id: number; name: string }[]
  areas: { id: number; name: string }[]
  people: { id: number; name: string }[]
}

/**
 * What the ids on a record are called, read once for a page.
 * @param at with the names that organisations, seats and people had then (R5); without it, those
 *   of now.
 */
export const namesOf = (store: Store, at?: string): Names => {
  const of = at === undefined ? namesNow(store) : namesAt(store, at)
  const organisations = new Map(of.organisations.map((each) => [each.id, each]))
  const seats = new Map(of.seats.map((each) => [each.id, each]))
  const people = new Map(of.people.map((each) => [each.id, each]))
  const labels = new Map(
    [...store.labels.list('theme'), ...store.labels.list('area')].map((each) => [each.id, each]),
  )
  const found = <T>(map: Map<number, T>, id: number | null): T | undefined =>
    id === null ? undefined : map.get(id)
  return {
    organisation: (id) => found(organisations, id)?.name ?? 'Owner not agreed yet',
    publicName: (id) => found(organisations, id)?.publicName ?? 'nobody yet',
    seat: (id) => found(seats, id)?.title ?? '',
    person: (id) => found(people, id)?.name ?? '',
    theme: (id) => found(labels, id)?.name ?? '',
    area: (id) => found(labels, id)?.name ?? '',
    table: (id) =>
      id === null ? undefined : store.roundTables.list().find((each) => each.id === id),
    gone: ({ leadId, seatId }) =>
      found(organisations, leadId)?.endedOn
        ? 'It has left the partnership.'
        : found(seats, seatId)?.endedOn
          ? 'This seat has ended.'
          : '',
  }
}

const namesNow = ({ organisations, people }: Store) => ({
  organisations: organisations.list(),
  seats: organisations.seats(),
  people: people.list(),
})

const namesAt = ({ organisations, people }: Store, at: string) => ({
  organisations: organisations.listAt(at),
  seats: organisations.seatsAt(at),
  people: people.listAt(at),
})

/**
 * What the forms offer: nothing that has ended.
 * @param chosen organisations and seats that the record has already: they stay, or saving something
 *   else would change them without a word (R2).
 */
export const choicesOf = (
  store: Store,
  chosen: { organisationIds?: (number | null)[]; seatIds?: (number | null)[] } = {},
): Choices => ({
  organisations: store.organisations
    .list()
    .filter((each) => each.endedOn === null || chosen.organisationIds?.includes(each.id)),
  seats: store.organisations
    .seats()
    .filter((each) => each.endedOn === null || chosen.seatIds?.includes(each.id)),
  themes: store.labels.list('theme').filter((each) => each.endedOn === null),
  areas: store.labels.list('area').filter((each) => each.endedOn === null),
  people: store.people
    .list()
    .filter((each) => each.endedAt === null)
    .map(({ id, name }) => ({ id, name })),
})

/**
 * Words of a named matter are shown on its own page alone, after the look is written; every list
 * says only that it is held.
 */
export const HELD = 'Held in private'
export const titleOfAction = (action: Action): string =>
  action.depth === 'named' ? HELD : termsOf(action).text
export const titleOfConcern = (concern: Concern): string =>
  concern.depth === 'named' ? HELD : wordingOf(concern).text
