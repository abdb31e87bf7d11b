import { and, eq, isNull } from 'drizzle-orm'
import { GROUNDS } from '../../../domain/depth.ts'
import type { ListedMatter, ListNoun } from '../../../domain/people/list-question.ts'
import type { Db } from '../../database.ts'
import { actions, namedPeople } from '../../schema/actions.ts'
import { concerns, merges } from '../../schema/concerns.ts'
import { eventPeople, events } from '../../schema/events.ts'
import { people } from '../../schema/people.ts'
import { programmePeople, programmes } from '../../schema/programmes.ts'
import { messagePeople } from '../../schema/residents.ts'
import { amongIds, group } from '../../group.ts'

/** Who stands on the list of a matter held in private, and what nobody is left to open. */
export const namedLists = (db: Db) => ({
  /** R25: a second factor is for everyone who can open one. */
  isOnNamedList: (id: number): boolean =>
    TABLES.some(
      (table) =>
        db
          .select({ id: table.personId })
          .from(table)
          .where(and(eq(table.personId, id), isNull(table.removedAt)))
          .get() !== undefined,
    ),
  /**
   * R11: how many private matters have nobody left on their list who signs in. A number and
   * nothing more.
   */
  unopenable: (): number => {
    const live = new Set(
      db
        .select({ id: people.id })
        .from(people)
        .where(isNull(people.endedAt))
        .all()
        .map((each) => each.id),
    )
    return listedMatters(db).filter(({ list }) => !list.some((row) => live.has(row.personId)))
      .length
  },
})

const TABLES = [namedPeople, eventPeople, programmePeople, messagePeople] as const

/**
 * Every matter that has a list of its own, with its ground and no word of it. Concerns that were
 * joined are one.
 */
export const listedMatters = (db: Db): ListedMatter[] => [
  ...ofConcerns(db),
  ...rowsOf('action', db.select().from(namedPeople).where(isNull(namedPeople.removedAt)).all(), {
    idOf: (row) => row.actionId,
    groundsOf: groundsIn(db, actions),
  }),
  ...rowsOf('event', db.select().from(eventPeople).where(isNull(eventPeople.removedAt)).all(), {
    idOf: (row) => row.eventId,
    groundsOf: groundsIn(db, events),
  }),
  ...rowsOf(
    'programme',
    db.select().from(programmePeople).where(isNull(programmePeople.removedAt)).all(),
    { idOf: (row) => row.programmeId, groundsOf: groundsIn(db, programmes) },
  ),
  ...rowsOf(
    'message',
    db.select().from(messagePeople).where(isNull(messagePeople.removedAt)).all(),
    { idOf: (row) => row.messageId, groundsOf: () => () => GROUNDS[4] },
  ),
]

/** A concern that was joined to another has the same list, and is asked about with it. */
const ofConcerns = (db: Db): ListedMatter[] => {
  const joined = new Set(
    db
      .select({ id: merges.concernId })
      .from(merges)
      .all()
      .map((row) => row.id),
  )
  return rowsOf(
    'concern',
    db.select().from(namedPeople).where(isNull(namedPeople.removedAt)).all(),
    {
      idOf: (row) => (row.concernId !== null && joined.has(row.concernId) ? null : row.concernId),
      groundsOf: groundsIn(db, concerns),
    },
  )
}

const rowsOf = <Row extends { personId: number; at: string }>(
  noun: ListNoun,
  rows: Row[],
  {
    idOf,
    groundsOf,
  }: { idOf: (row: Row) => number | null; groundsOf: (ids: number[]) => GroundOf },
): ListedMatter[] => {
  const lists = group(
    rows.filter((row) => idOf(row) !== null),
    (row) => idOf(row)!,
  )
  const groundOf = groundsOf([...lists.keys()])
  return [...lists].map(([nounId, list]) => ({
    noun,
    nounId,
    ground: groundOf(nounId),
    list: list.map(({ personId, at }) => ({ personId, at })),
  }))
}

type GroundOf = (id: number) => string

type WithGround = typeof concerns | typeof actions | typeof events | typeof programmes

const groundsIn =
  (db: Db, table: WithGround) =>
  (ids: number[]): GroundOf => {
    const grounds = new Map(
      db
        .select({ id: table.id, ground: table.ground })
        .from(table)
        .where(amongIds(table.id, ids))
        .all()
        .map((row) => [row.id, row.ground]),
    )
    return (id) => grounds.get(id) ?? ''
  }
