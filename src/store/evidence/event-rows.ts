import { and, isNull, sql, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { narrowest, type KnownBy } from '../../domain/depth.ts'
import type { Event } from '../../domain/evidence/event.ts'
import type { Db } from '../database.ts'
import { among, group, idsAs, onEvery, preparedOnce } from '../group.ts'
import {
  eventLinks,
  eventOptions,
  eventOrganisations,
  eventPeople,
  events,
  eventTerms,
  findingConcerns,
  findings,
  taps,
} from '../schema/events.ts'

/** What an event may hang on, and is never wider than. */
export interface Parents {
  actions: Knowers
  concerns: Knowers
}
interface Knowers {
  knowers: (ids: number[]) => Map<number, KnownBy>
}

type Row = typeof events.$inferSelect

/** Put in order once it is found: a table is never read from end to end for its order. */
const sorted = (column: AnySQLiteColumn): SQL => sql`+${column}`

/** What hangs on some events is read for those alone, however many there are of others. */
const statementsOf = preparedOnce((db: Db) => ({
  ids: db.select({ id: events.id }).from(events).orderBy(events.id).prepare(),
  events: db.select().from(events).where(among(events.id)).orderBy(events.id).prepare(),
  terms: db
    .select()
    .from(eventTerms)
    .where(among(eventTerms.eventId))
    .orderBy(sorted(eventTerms.id))
    .prepare(),
  came: db
    .select()
    .from(eventOrganisations)
    .where(among(eventOrganisations.termsId))
    .orderBy(sql`rowid`)
    .prepare(),
  taps: db.select().from(taps).where(among(taps.eventId)).orderBy(sorted(taps.id)).prepare(),
  options: db
    .select()
    .from(eventOptions)
    .where(and(isNull(eventOptions.endedAt), among(eventOptions.eventId)))
    .orderBy(sorted(eventOptions.id))
    .prepare(),
  links: db
    .select()
    .from(eventLinks)
    .where(and(isNull(eventLinks.endedAt), among(eventLinks.eventId)))
    .orderBy(sorted(eventLinks.id))
    .prepare(),
  lists: db
    .select()
    .from(eventPeople)
    .where(and(isNull(eventPeople.removedAt), among(eventPeople.eventId)))
    .orderBy(sorted(eventPeople.id))
    .prepare(),
  findings: db
    .select()
    .from(findings)
    .where(and(isNull(findings.endedAt), among(findings.eventId)))
    .orderBy(sorted(findings.id))
    .prepare(),
  cameOf: db
    .select()
    .from(findingConcerns)
    .where(among(findingConcerns.findingId))
    .orderBy(sql`rowid`)
    .prepare(),
  on: idsOn(db),
}))
type Statements = ReturnType<typeof statementsOf>

/** Events by what they hang on, and those of one monthly series. */
const idsOn = ({ $client }: Db) => {
  const ids = (query: string) => {
    const statement = $client.prepare(`${query} order by 1`).pluck()
    return (id: number): number[] => statement.all({ id }) as number[]
  }
  return {
    action: ids(
      'select distinct event_id from event_links where action_id = :id and ended_at is null',
    ),
    concern: ids(
      `select event_id from event_links where concern_id = :id and ended_at is null
      union select f.event_id from finding_concerns c join findings f on f.id = c.finding_id
      where c.concern_id = :id and f.ended_at is null`,
    ),
    series: ids(
      'select id from events where id = :id union select id from events where series_id = :id',
    ),
  }
}
export const eventIdsOn = (db: Db) => statementsOf(db).on

/** All, or those with these ids, with what was counted at them and what they hang on. */
export const loadEvents = (db: Db, parents: Parents, ids?: number[]): Event[] => {
  if (ids?.length === 0) return []
  const read = statementsOf(db)
  const rows = read.events.all(idsAs(ids ?? read.ids.all().map((row) => row.id)))
  if (rows.length === 0) return []
  const only = idsAs(rows.map((row) => row.id))
  const terms = termsOf(read, only)
  const counts = countsOf(read, only)
  const matters = mattersOf(read, only, parents)
  return rows.map((row) => ({ ...row, ...matters(row), terms: terms(row.id), ...counts(row.id) }))
}

/** What was written of each event, and who came. */
const termsOf = (read: Statements, only: { ids: string }) => {
  const rows = read.terms.all(only)
  const came = group(read.came.all(idsAs(rows.map((row) => row.id))), (row) => row.termsId)
  const terms = group(rows, (row) => row.eventId)
  return (eventId: number): Event['terms'] =>
    (terms.get(eventId) ?? []).map(({ eventId: _of, ...each }) => ({
      ...each,
      organisations: (came.get(each.id) ?? []).map(({ organisationId, brought }) => ({
        organisationId,
        brought,
      })),
    }))
}

/** What was counted at each event: people, and hands. */
const countsOf = (read: Statements, only: { ids: string }) => {
  const counted = group(read.taps.all(only), (row) => row.eventId)
  const options = group(read.options.all(only), (row) => row.eventId)
  return (eventId: number): Pick<Event, 'taps' | 'options'> => ({
    taps: (counted.get(eventId) ?? []).map(({ grouping, group: of, count, at }) => ({
      grouping,
      group: of,
      count,
      at,
    })),
    options: options.get(eventId) ?? [],
  })
}

/** R9: who may know of each event: it is never wider than any matter that it hangs on. */
const mattersOf = (read: Statements, only: { ids: string }, parents: Parents) => {
  const found = findingsOf(read, only)
  const links = group(read.links.all(only), (row) => row.eventId)
  const lists = group(read.lists.all(only), (row) => row.eventId)
  const { actionsBy, concernsBy } = parentsOf([...links.values()].flat(), found.concernIds, parents)
  return (row: Row) => {
    const mine = links.get(row.id) ?? []
    const findings = found.of(row.id)
    const actionIds = mine.flatMap((each) => each.actionId ?? [])
    const concernIds = [
      ...new Set([
        ...mine.flatMap((each) => each.concernId ?? []),
        ...findings.flatMap((each) => each.concernIds),
      ]),
    ]
    const named = [
      ...actionIds.map((id) => actionsBy.get(id)!),
      ...concernIds.map((id) => concernsBy.get(id)!),
    ].filter((each) => each.depth === 'named')
    const own = (lists.get(row.id) ?? []).map((each) => each.personId)
    return {
      depth: narrowest(row.depth, ...named.map((each) => each.depth)),
      ground: row.ground ?? named[0]?.ground ?? null,
      list: onEvery([...(row.depth === 'named' ? [own] : []), ...named.map((each) => each.list)]),
      findings,
      actionIds,
      concernIds,
    }
  }
}

/** What each event found, and every concern that was ever made of a finding. */
const findingsOf = (read: Statements, only: { ids: string }) => {
  const rows = read.findings.all(only)
  const found = group(rows, (row) => row.eventId)
  const cameOf = group(read.cameOf.all(idsAs(rows.map((row) => row.id))), (row) => row.findingId)
  return {
    concernIds: [...cameOf.values()].flat().map((row) => row.concernId),
    of: (eventId: number): Event['findings'] =>
      (found.get(eventId) ?? []).map(({ id, text }) => ({
        id,
        text,
        concernIds: (cameOf.get(id) ?? []).map((each) => each.concernId),
      })),
  }
}

/** Who may know of the actions and concerns that events hang on, by their ids. */
const parentsOf = (
  links: (typeof eventLinks.$inferSelect)[],
  foundIds: number[],
  { actions, concerns }: Parents,
) => {
  const actionIds = new Set(links.flatMap((each) => each.actionId ?? []))
  const concernIds = new Set([...links.flatMap((each) => each.concernId ?? []), ...foundIds])
  return {
    actionsBy: actions.knowers([...actionIds]),
    concernsBy: concerns.knowers([...concernIds]),
  }
}
