import { termsOf, type Action } from '../../domain/action.ts'
import { wordingOf, type Concern } from '../../domain/concern.ts'
import type { Day } from '../../domain/day.ts'
import { age } from '../../domain/concern.ts'
import type { Refusal } from '../../domain/decision.ts'
import { may } from '../../domain/may.ts'
import type { Store } from '../../store/store.ts'
import type { Who } from '../../domain/person.ts'
import { notFound } from '../errors.ts'
import type { Choices, ConcernLine, Names } from '../views.ts'
import type { By } from '../../store/journal.ts'

/** What the ids on a record are called, read once for a page. */
export const namesOf = (store: Store): Names => {
  const organisations = new Map(store.organisations.list().map((each) => [each.id, each]))
  const seats = new Map(store.organisations.seats().map((each) => [each.id, each]))
  const people = new Map(store.people.list().map((each) => [each.id, each]))
  const labels = new Map(
    [...store.labels.list('theme'), ...store.labels.list('area')].map((each) => [each.id, each]),
  )
  const tables = new Map(store.tables.list().map((each) => [each.id, each]))
  const found = <T>(map: Map<number, T>, id: number | null): T | undefined =>
    id === null ? undefined : map.get(id)
  return {
    organisation: (id) => found(organisations, id)?.name ?? 'Owner not agreed yet',
    publicName: (id) => found(organisations, id)?.publicName ?? 'nobody yet',
    seat: (id) => found(seats, id)?.title ?? '',
    person: (id) => found(people, id)?.name ?? '',
    theme: (id) => found(labels, id)?.name ?? '',
    area: (id) => found(labels, id)?.name ?? '',
    table: (id) => found(tables, id),
  }
}

/** What the forms offer: nothing that has ended. */
export const choicesOf = (store: Store): Choices => ({
  organisations: store.organisations.list().filter((each) => each.endedOn === null),
  seats: store.organisations.seats().filter((each) => each.endedOn === null),
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

/** R11: writes the look at a named matter before anything of it is drawn. */
export const look = (
  store: Store,
  by: By,
  noun: 'concern' | 'action' | 'event' | 'leaflet' | 'programme',
  matter: { id: number; depth: string },
): void => {
  if (matter.depth === 'named') store.journal.recordLook(by, noun, matter.id)
}

export const linesOf = (store: Store, concerns: Concern[], who: Who, today: Day): ConcernLine[] => {
  const standings = store.sources.standings()
  const tellings = new Map(
    store.tellings
      .list()
      .filter((each) => each.kind === 'entry')
      .map((each) => [each.concernId, each]),
  )
  return concerns.map((concern) => {
    const { standing, actions } = standings.get(concern.id)!
    return {
      concern,
      text: titleOfConcern(concern),
      standing,
      days: age(concern, today),
      telling: concern.depth === 'named' ? undefined : tellings.get(concern.id),
      actions: actions.filter((action) => may.see(who, action)).length,
    }
  })
}

/** The list of a named matter holds people who sign in here now, or nobody could open it. */
export const whoIsNotHere = (store: Store, list: number[]): Refusal[] =>
  list.every((id) => {
    const person = store.people.find(id)
    return person !== undefined && person.endedAt === null
  })
    ? []
    : [{ field: 'list', reason: 'One of these people does not sign in here any more' }]

/** Reads a number out of an address. Anything else is a page that is not here. */
export const idIn = (text: string | undefined): number => {
  const id = Number(text)
  if (!Number.isInteger(id) || id < 1) throw notFound()
  return id
}
