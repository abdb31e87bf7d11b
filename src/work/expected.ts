import { isHeldOn, type Seat } from '../domain/people/seat.ts'
import { dayOf, type Day } from '../domain/day.ts'
import { answersNow, PRESENCE_OF, SAY_COMES } from '../domain/round-tables/planning/answers.ts'
import {
  isFinished,
  PRESENCES,
  type Presence,
  type RoundTable,
} from '../domain/round-tables/round-table.ts'
import { nextAfter } from '../domain/round-tables/planning/next-after.ts'
import { whatStandsAt } from './written-since.ts'
import type { By } from '../store/journal.ts'
import type { Reader } from '../store/round-tables/minute-readers.ts'
import type { Person } from '../store/people/people.ts'
import type { Store } from '../store/store.ts'

/** Someone who is expected at a round table, with the seats they hold there. */
export interface Expected {
  person: Person
  seats: Seat[]
}

/** Everyone who holds a seat at an organisation that is expected, by organisation. */
export const expectedAt = (store: Store, table: RoundTable, today: Day): Expected[] => {
  const seats = store.organisations
    .seats()
    .filter((seat) => seat.endedOn === null && table.expectedIds.includes(seat.organisationId))
  return store.people
    .list()
    .filter((person) => person.endedAt === null)
    .map((person) => ({
      person,
      seats: seats.filter((seat) =>
        seat.holders.some((each) => each.personId === person.id && isHeldOn(each, today)),
      ),
    }))
    .filter((each) => each.seats.length > 0)
}

/** What was answered for a seat: how it will be there, and in words. */
export interface Answered {
  presence: Presence
  words: string
  /** What the line says, where it is not how they are there: a guest by role. */
  fill?: string
}

/** Those without an account who are asked to a table by letter, while they are expected there. */
export const guestsAt = (store: Store, table: RoundTable): Reader[] =>
  store.letters
    .readers(table.id)
    .filter(
      ({ organisationId }) => organisationId === null || table.expectedIds.includes(organisationId),
    )

/**
 * What people answered, by the lines of the form that says who is here: a proposal, until someone
 * saves who came.
 */
export const answeredAt = (
  store: Store,
  table: RoundTable,
  today: Day,
): Record<string, Answered> => {
  const answers = answersNow(store.answers.ofTable(table.id), table)
  const lines = expectedAt(store, table, today).flatMap(({ person, seats }) => {
    const last = answers.get(person.id)
    if (!last) return []
    const words = [SAY_COMES[last.answer], last.standIn].filter(Boolean).join(': ')
    const answered = { presence: PRESENCE_OF[last.answer], words }
    return seats.map((seat): [string, Answered] => [`seat-${seat.id}`, answered])
  })
  // Where two hold a seat, it is there if one of them comes.
  const inOrder = [...guestLines(store, table), ...lines].toSorted(
    ([, a], [, b]) => rank(b) - rank(a),
  )
  return Object.fromEntries(inOrder)
}

/**
 * What guests answered: for an organisation without seats how it will be there; else those who come,
 * by role, beside its seats or with those who stand for nobody.
 */
const guestLines = (store: Store, table: RoundTable): [string, Answered][] => {
  const answers = answersNow(store.guests.answers(table.id), table)
  const seated = new Set(
    store.organisations
      .seats()
      .flatMap((each) => (each.endedOn === null ? each.organisationId : [])),
  )
  const coming = new Map<string, string[]>()
  const whole: [string, Answered][] = []
  for (const { id, role, organisationId } of guestsAt(store, table)) {
    const said = answers.get(id)
    if (!said) continue
    const presence = PRESENCE_OF[said.answer]
    const words = [SAY_COMES[said.answer], said.standIn].filter(Boolean).join(': ')
    if (organisationId !== null && !seated.has(organisationId))
      whole.push([`org-${organisationId}`, { presence, words }])
    else if (presence !== 'apologies') {
      const key = organisationId === null ? 'others' : `guests-${organisationId}`
      coming.set(key, [...(coming.get(key) ?? []), role])
    }
  }
  const byRole = [...coming].map(([key, roles]): [string, Answered] => [
    key,
    { presence: 'present', words: SAY_COMES.coming, fill: roles.join('\n') },
  ])
  return [...whole, ...byRole]
}

const rank = ({ presence }: Answered): number => PRESENCES.indexOf(presence)

/**
 * R30: a letter to everyone who was asked, and is expected or was until now. Who was told that they
 * are not expected hears no more of it.
 */
export const tellAsked = (store: Store, tableId: number, by: By): void => {
  const table = store.roundTables.findById(tableId)!
  const letters = store.answers.asked(tableId)
  const before = table.changes.at(-1)?.before.expectedIds ?? []
  const organisationIds = [...table.expectedIds, ...before]
  const seats = store.organisations
    .seats()
    .filter((seat) => organisationIds.includes(seat.organisationId))
  const personIds = [...new Set(letters.map((each) => each.personId))].filter((personId) => {
    const lastOn = dayOf(letters.findLast((each) => each.personId === personId)!.at)
    return seats.some((seat) =>
      seat.holders.some(
        (each) => each.personId === personId && (each.untilOn === null || each.untilOn >= lastOn),
      ),
    )
  })
  if (personIds.length > 0) store.answers.ask(tableId, personIds, by)
  const guests = new Set(store.letters.readers(tableId).map((each) => each.id))
  const readerIds = store.guests.asked(tableId).map((each) => each.readerId)
  const here = [...new Set(readerIds)].filter((id) => guests.has(id))
  if (here.length > 0) store.guests.ask(tableId, here, by)
}

/** What keeps a planned table from being taken back, in words; nothing where it is only a plan. */
export const whatHangsOn = (store: Store, table: RoundTable): string | null => {
  if (store.answers.asked(table.id).length + store.guests.asked(table.id).length > 0)
    return 'People were asked to it already'
  if (store.agendas.topics(table.id).length > 0) return 'Topics were put down for it'
  const publication = store.publications.findFor({ kind: 'round-table', roundTableId: table.id })
  if (publication) return 'It has a public page'
  const tables = store.roundTables.list()
  if (tables.some((each) => isFinished(each) && nextAfter(each, tables)?.id === table.id))
    return 'Minutes name it as the next round table'
  return whatStandsAt(store, table)
}
