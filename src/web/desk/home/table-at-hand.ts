import { answersNow } from '../../../domain/round-tables/planning/answers.ts'
import {
  isAhead,
  isHere,
  isRepresented,
  stateOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { expectedAt } from '../../../work/expected.ts'
import type { TableAtHand } from '../../views/desk/home.ts'
import type { Visit } from '../visit.ts'

/** The round table that is open, else the next that is planned: who is here, or who will come. */
export const tableAtHand = (visit: Visit, tables: RoundTable[]): TableAtHand | null => {
  const open = tables.find((table) => stateOf(table) === 'open')
  if (open) return whileOpen(visit, open)
  const next = tables.findLast((table) => isAhead(table, visit.today))
  return next ? ahead(visit, next) : null
}

const whileOpen = ({ store }: Visit, table: RoundTable): TableAtHand => {
  const here = table.attendance.filter(isHere)
  return {
    table,
    isOpen: true,
    here: here.reduce((sum, each) => sum + each.count, 0),
    from: new Set(here.flatMap((each) => each.organisationId ?? [])).size,
    nobodyFrom: namesOf(store, table, (id) => !isRepresented(table, id)),
    coming: [],
    asksMe: false,
  }
}

/** R6: who is expected and has nobody coming is named before the day. */
const ahead = ({ store, today, who }: Visit, table: RoundTable): TableAtHand => {
  const answers = answersNow(store.answers.ofTable(table.id), table)
  const expected = expectedAt(store, table, today)
  const comes = expected.filter(({ person }) => {
    const answer = answers.get(person.id)?.answer
    return answer === 'coming' || answer === 'sending'
  })
  const countFor = (id: number): number =>
    comes.filter(({ seats }) => seats.some((seat) => seat.organisationId === id)).length
  const anyAnswer = answers.size > 0
  return {
    table,
    isOpen: false,
    here: 0,
    from: 0,
    nobodyFrom: anyAnswer ? namesOf(store, table, (id) => countFor(id) === 0) : [],
    coming: store.organisations
      .list()
      .filter(({ id }) => table.expectedIds.includes(id) && countFor(id) > 0)
      .map(({ id, publicName }) => ({ name: publicName, count: countFor(id) })),
    asksMe: expected.some(({ person }) => person.id === who.personId) && !answers.has(who.personId),
  }
}

const namesOf = (
  { organisations }: Visit['store'],
  { expectedIds }: RoundTable,
  isMissing: (id: number) => boolean,
): string[] =>
  organisations
    .list()
    .filter(({ id }) => expectedIds.includes(id) && isMissing(id))
    .map((each) => each.publicName)
