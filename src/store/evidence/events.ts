import { group } from '../group.ts'
import { randomUUID } from 'node:crypto'
import { desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import type { Concern } from '../../domain/concerns/concern.ts'
import { narrowest, type Depth } from '../../domain/depth.ts'
import type { Event, Written } from '../../domain/evidence/event.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
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

interface Parts {
  actions: { listUnfiltered: (ids: number[]) => Action[] }
  concerns: { listUnfiltered: (ids: number[]) => Concern[] }
}

const isSame = (terms: Written, written: Written): boolean =>
  (Object.keys(written) as (keyof Written)[]).every(
    (name) => JSON.stringify(terms[name]) === JSON.stringify(written[name]),
  )

/** Stalls, workshops and surveys, with what was counted at them and what came of them. */
export const eventsStore = (db: Db, { actions, concerns }: Parts) => {
  const load = (ids?: number[]): Event[] => {
    const rows = ids
      ? ids.length
        ? db.select().from(events).where(inArray(events.id, ids)).all()
        : []
      : db.select().from(events).orderBy(events.id).all()
    if (rows.length === 0) return []
    const came = group(db.select().from(eventOrganisations).all(), (row) => row.termsId)
    const terms = group(
      db.select().from(eventTerms).orderBy(eventTerms.id).all(),
      (row) => row.eventId,
    )
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
    const found = group(
      db.select().from(findings).where(isNull(findings.endedAt)).orderBy(findings.id).all(),
      (row) => row.eventId,
    )
    const cameOf = group(db.select().from(findingConcerns).all(), (row) => row.findingId)
    const links = group(
      db.select().from(eventLinks).where(isNull(eventLinks.endedAt)).orderBy(eventLinks.id).all(),
      (row) => row.eventId,
    )
    const lists = group(
      db.select().from(eventPeople).where(isNull(eventPeople.removedAt)).all(),
      (row) => row.eventId,
    )
    const all = [...links.values()].flat()
    const only = (pick: (row: (typeof all)[number]) => number | null): number[] => [
      ...new Set(all.map(pick).filter((each) => each !== null)),
    ]
    const actionsBy = new Map(
      actions.listUnfiltered(only((row) => row.actionId)).map((each) => [each.id, each]),
    )
    const concernsBy = new Map(
      concerns
        .listUnfiltered([
          ...new Set([
            ...only((row) => row.concernId),
            ...[...cameOf.values()].flat().map((row) => row.concernId),
          ]),
        ])
        .map((each) => [each.id, each]),
    )
    return rows.map((row) => {
      const mine = links.get(row.id) ?? []
      const actionIds = mine.flatMap((each) => (each.actionId === null ? [] : [each.actionId]))
      const whatItFound = (found.get(row.id) ?? []).map(({ id, text }) => ({
        id,
        text,
        concernIds: (cameOf.get(id) ?? []).map((each) => each.concernId),
      }))
      const concernIds = [
        ...new Set([
          ...mine.flatMap((each) => (each.concernId === null ? [] : [each.concernId])),
          ...whatItFound.flatMap((each) => each.concernIds),
        ]),
      ]
      // R9: it is never wider than any matter that it hangs on.
      const named = [
        ...actionIds.map((id) => actionsBy.get(id)!),
        ...concernIds.map((id) => concernsBy.get(id)!),
      ].filter((each) => each.depth === 'named')
      const narrow = [
        ...(row.depth === 'named' ? [(lists.get(row.id) ?? []).map((each) => each.personId)] : []),
        ...named.map((each) => each.list),
      ]
      return {
        ...row,
        depth: narrowest(row.depth, ...named.map((each) => each.depth)),
        ground: row.ground ?? named[0]?.ground ?? null,
        list:
          narrow.length === 0
            ? []
            : narrow.reduce((some, list) => some.filter((id) => list.includes(id))),
        terms: (terms.get(row.id) ?? []).map(({ eventId: _of, ...each }) => ({
          ...each,
          organisations: (came.get(each.id) ?? []).map(({ organisationId, brought }) => ({
            organisationId,
            brought,
          })),
        })),
        taps: (counted.get(row.id) ?? []).map(({ grouping, group: of, count, at }) => ({
          grouping,
          group: of,
          count,
          at,
        })),
        options: options.get(row.id) ?? [],
        findings: whatItFound,
        actionIds,
        concernIds,
      }
    })
  }
  const insertTerms = (eventId: number, { organisations, ...written }: Written, by: By): void => {
    // What is written may come from another event's words, such as last month's: the event it
    // belongs to is said last.
    const termsId = Number(
      db
        .insert(eventTerms)
        .values({ ...written, eventId, personId: by.personId!, at: by.at })
        .run().lastInsertRowid,
    )
    for (const each of organisations)
      db.insert(eventOrganisations)
        .values({ termsId, ...each })
        .run()
  }
  const addToList = (eventId: number, personIds: number[], by: By): void => {
    for (const personId of personIds) {
      db.insert(eventPeople).values({ eventId, personId, addedById: by.personId!, at: by.at }).run()
      note(db, by, 'may now see', 'event', eventId)
    }
  }
  return {
    find: (id: number, who: Who): Event | undefined =>
      load([id]).find((event) => may.see(who, event)),
    list: (who: Who): Event[] => load().filter((event) => may.see(who, event)),
    /** For what is told and what is checked: never handed to a page. */
    listUnfiltered: (ids?: number[]): Event[] => load(ids),
    record: (
      written: Written,
      matter: { depth: Depth; ground: string | null; list: number[]; seriesId: number | null },
      by: By,
    ): number => {
      const last = db.select().from(eventTerms).orderBy(desc(eventTerms.id)).limit(1).get()
      const [same] = last && isSentTwice(last, by) ? load([last.eventId]) : []
      // The same form and nothing else: one that is now held in private, or says more, is another.
      if (
        same &&
        same.terms.length === 1 &&
        same.depth === matter.depth &&
        String(same.list) === String(matter.list) &&
        isSame(same.terms[0]!, written)
      )
        return same.id
      return journaled(db, by, 'wrote down', 'event', () => {
        const { list, ...row } = matter
        const id = Number(
          db
            .insert(events)
            .values({ ...row, createdAt: by.at })
            .run().lastInsertRowid,
        )
        insertTerms(id, written, by)
        addToList(id, list, by)
        return id
      })
    },
    recordTerms: (id: number, written: Written, by: By): number =>
      journaled(db, by, 'changed', 'event', () => {
        insertTerms(id, written, by)
        return id
      }),
    recordDepth: (
      id: number,
      matter: { depth: Depth; ground: string | null; list: number[] },
      by: By,
    ): number =>
      journaled(
        db,
        by,
        matter.depth === 'named' ? 'held in private' : `set to ${matter.depth} depth`,
        'event',
        () => {
          db.update(events)
            .set({ depth: matter.depth, ground: matter.depth === 'named' ? matter.ground : null })
            .where(eq(events.id, id))
            .run()
          db.update(eventPeople).set({ removedAt: by.at }).where(eq(eventPeople.eventId, id)).run()
          addToList(id, matter.depth === 'named' ? matter.list : [], by)
          return id
        },
      ),
    recordLinks: (
      id: number,
      { actionIds, concernIds }: { actionIds: number[]; concernIds: number[] },
      by: By,
    ): number =>
      journaled(db, by, 'linked', 'event', () => {
        const now = db
          .select()
          .from(eventLinks)
          .where(eq(eventLinks.eventId, id))
          .all()
          .filter((each) => each.endedAt === null)
        for (const each of now)
          if (
            !(each.actionId !== null
              ? actionIds.includes(each.actionId)
              : concernIds.includes(each.concernId!))
          )
            db.update(eventLinks).set({ endedAt: by.at }).where(eq(eventLinks.id, each.id)).run()
        for (const actionId of actionIds)
          if (!now.some((each) => each.actionId === actionId))
            db.insert(eventLinks)
              .values({ eventId: id, actionId, personId: by.personId!, at: by.at })
              .run()
        for (const concernId of concernIds)
          if (!now.some((each) => each.concernId === concernId))
            db.insert(eventLinks)
              .values({ eventId: id, concernId, personId: by.personId!, at: by.at })
              .run()
        return id
      }),
    /** Each tap once, however often it is sent (R22). */
    recordTaps: (
      id: number,
      all: { key: string; grouping: string; group: string; count: number }[],
      by: By,
    ): number =>
      journaled(db, by, 'counted at', 'event', () => {
        for (const each of all)
          db.insert(taps)
            .values({ eventId: id, ...each, personId: by.personId!, at: by.at })
            .onConflictDoNothing()
            .run()
        return id
      }),
    /** A key for the next number that is typed, so that a form sent twice counts once. */
    newKey: (): string => randomUUID(),
    isCounted: (key: string): boolean =>
      db.select({ id: taps.id }).from(taps).where(eq(taps.key, key)).get() !== undefined,
    recordOption: (id: number, text: string, by: By): number =>
      journaled(db, by, 'offered a topic at', 'event', () => {
        db.insert(eventOptions)
          .values({ eventId: id, text, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    recordHands: (
      id: number,
      hands: { id: number; hands: number | null; chosen: boolean }[],
      by: By,
    ): number =>
      journaled(db, by, 'counted hands at', 'event', () => {
        for (const each of hands)
          db.update(eventOptions)
            .set({ hands: each.hands, chosen: each.chosen })
            .where(eq(eventOptions.id, each.id))
            .run()
        return id
      }),
    endOption: (id: number, optionId: number, by: By): number =>
      journaled(db, by, 'took out a topic at', 'event', () => {
        db.update(eventOptions).set({ endedAt: by.at }).where(eq(eventOptions.id, optionId)).run()
        return id
      }),
    recordFinding: (id: number, text: string, by: By): number =>
      journaled(db, by, 'wrote a finding of', 'event', () => {
        db.insert(findings).values({ eventId: id, text, personId: by.personId!, at: by.at }).run()
        return id
      }),
    endFinding: (id: number, findingId: number, by: By): number =>
      journaled(db, by, 'took out a finding of', 'event', () => {
        db.update(findings).set({ endedAt: by.at }).where(eq(findings.id, findingId)).run()
        return id
      }),
    recordFindingConcern: (id: number, findingId: number, concernId: number, by: By): number =>
      journaled(db, by, 'made a concern of a finding of', 'event', () => {
        db.insert(findingConcerns)
          .values({ findingId, concernId, personId: by.personId!, at: by.at })
          .onConflictDoNothing()
          .run()
        return id
      }),
  }
}
