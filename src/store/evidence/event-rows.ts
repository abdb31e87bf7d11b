import { inArray, isNull } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import type { Concern } from '../../domain/concerns/concern.ts'
import { narrowest } from '../../domain/depth.ts'
import type { Event } from '../../domain/evidence/event.ts'
import type { Db } from '../database.ts'
import { group, onEvery } from '../group.ts'
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
  actions: { listUnfiltered: (ids: number[]) => Action[] }
  concerns: { listUnfiltered: (ids: number[]) => Concern[] }
}

type Row = typeof events.$inferSelect

/** All, or those with these ids, with what was counted at them and what they hang on. */
export const loadEvents = (db: Db, parents: Parents, ids?: number[]): Event[] => {
  const rows = ids
    ? ids.length
      ? db.select().from(events).where(inArray(events.id, ids)).all()
      : []
    : db.select().from(events).orderBy(events.id).all()
  if (rows.length === 0) return []
  const terms = termsOf(db)
  const counts = countsOf(db)
  const matters = mattersOf(db, parents)
  return rows.map((row) => ({ ...row, ...matters(row), terms: terms(row.id), ...counts(row.id) }))
}

/** What was written of each event, and who came. */
const termsOf = (db: Db) => {
  const came = group(db.select().from(eventOrganisations).all(), (row) => row.termsId)
  const terms = group(
    db.select().from(eventTerms).orderBy(eventTerms.id).all(),
    (row) => row.eventId,
  )
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
const countsOf = (db: Db) => {
  const counted = group(db.select().from(taps).orderBy(taps.id).all(), (row) => row.eventId)
  const options = group(
    db
      .select()
      .from(eventOptions)
      .where(isNull(eventOptions.endedAt))
      .orderBy(eventOptions.id)
      .all(),
    (row) => row.eventId,
  )
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
const mattersOf = (db: Db, parents: Parents) => {
  const found = findingsOf(db)
  const links = group(
    db.select().from(eventLinks).where(isNull(eventLinks.endedAt)).orderBy(eventLinks.id).all(),
    (row) => row.eventId,
  )
  const lists = group(
    db.select().from(eventPeople).where(isNull(eventPeople.removedAt)).all(),
    (row) => row.eventId,
  )
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
const findingsOf = (db: Db) => {
  const found = group(
    db.select().from(findings).where(isNull(findings.endedAt)).orderBy(findings.id).all(),
    (row) => row.eventId,
  )
  const cameOf = group(db.select().from(findingConcerns).all(), (row) => row.findingId)
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

/** The actions and concerns that events hang on, by their ids. */
const parentsOf = (
  links: (typeof eventLinks.$inferSelect)[],
  foundIds: number[],
  { actions, concerns }: Parents,
) => {
  const actionIds = new Set(links.flatMap((each) => each.actionId ?? []))
  const concernIds = new Set([...links.flatMap((each) => each.concernId ?? []), ...foundIds])
  return {
    actionsBy: new Map(actions.listUnfiltered([...actionIds]).map((each) => [each.id, each])),
    concernsBy: new Map(concerns.listUnfiltered([...concernIds]).map((each) => [each.id, each])),
  }
}
