import { desc, eq } from 'drizzle-orm'
import type { Depth } from '../../domain/depth.ts'
import type { Event, Written } from '../../domain/evidence/event.ts'
import { may } from '../../domain/may.ts'
import { isThereFor } from '../people/lists/seen.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { asAsked } from '../group.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
import { eventOrganisations, eventPeople, events, eventTerms } from '../schema/events.ts'
import { countAtEvents } from './event-counts.ts'
import { recordFindings } from './event-findings.ts'
import { recordLinks } from './event-links.ts'
import { eventIdsOn, loadEvents, type Parents } from './event-rows.ts'

/** What an event is written down with: who may know of it, and the series it belongs to. */
interface Matter {
  depth: Depth
  ground: string | null
  list: number[]
  seriesId: number | null
}

/** Stalls, workshops and surveys, with what was counted at them and what came of them. */
export const eventsStore = (db: Db, parents: Parents) => ({
  ...readEvents(db, parents),
  ...recordEvents(db, parents),
  ...countAtEvents(db),
  ...recordFindings(db),
})

const readEvents = (db: Db, parents: Parents) => ({
  find: (id: number, who: Who): Event | undefined =>
    isThereFor(db, 'event', id, who)
      ? loadEvents(db, parents, [id]).find((event) => may.see(who, event))
      : undefined,
  /** Those with these numbers that this person may know of, in the order of the numbers. */
  listOf: (ids: number[], who: Who): Event[] => asAsked(ids, some(db, parents, ids, who)),
  /** Those that an action or a concern is linked to. */
  on: (noun: 'action' | 'concern', id: number, who: Who): Event[] =>
    some(db, parents, eventIdsOn(db)[noun](id), who),
  /** Their numbers, for what is reckoned: never handed to a page. */
  idsOn: (noun: 'action' | 'concern', id: number): number[] => eventIdsOn(db)[noun](id),
  /** All of one monthly series, by the first of it. */
  ofSeries: (firstId: number, who: Who): Event[] =>
    some(db, parents, eventIdsOn(db).series(firstId), who),
  /** For what is told and what is checked: never handed to a page. */
  listUnfiltered: (ids?: number[]): Event[] => loadEvents(db, parents, ids),
})

const some = (db: Db, parents: Parents, ids: number[] | undefined, who: Who): Event[] =>
  loadEvents(db, parents, ids).filter((event) => may.see(who, event))

const recordEvents = (db: Db, parents: Parents) => ({
  record: (written: Written, matter: Matter, by: By): number =>
    writtenTwice(db, parents, written, matter, by) ?? insertEvent(db, written, matter, by),
  recordTerms: (id: number, written: Written, by: By): number =>
    journaled(db, by, 'changed', 'event', () => {
      insertTerms(db, id, written, by)
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
        addToList(db, id, matter.depth === 'named' ? matter.list : [], by)
        return id
      },
    ),
  recordLinks: (
    id: number,
    linked: { actionIds: number[]; concernIds: number[] },
    by: By,
  ): number => recordLinks(db, id, linked, by),
})

/** The event that this one was sent for already. */
const writtenTwice = (
  db: Db,
  parents: Parents,
  written: Written,
  matter: Matter,
  by: By,
): number | undefined => {
  const last = db.select().from(eventTerms).orderBy(desc(eventTerms.id)).limit(1).get()
  const [same] = last && isSentTwice(last, by) ? loadEvents(db, parents, [last.eventId]) : []
  // The same form and nothing else: one that is now held in private, or says more, is another.
  return same &&
    same.terms.length === 1 &&
    same.depth === matter.depth &&
    String(same.list) === String(matter.list) &&
    isSame(same.terms[0]!, written)
    ? same.id
    : undefined
}

const isSame = (terms: Written, written: Written): boolean =>
  (Object.keys(written) as (keyof Written)[]).every(
    (name) => JSON.stringify(terms[name]) === JSON.stringify(written[name]),
  )

const insertEvent = (db: Db, written: Written, matter: Matter, by: By): number =>
  journaled(db, by, 'wrote down', 'event', () => {
    const { list, ...row } = matter
    const id = insert(db, events, { ...row, createdAt: by.at })
    insertTerms(db, id, written, by)
    addToList(db, id, list, by)
    return id
  })

const insertTerms = (
  db: Db,
  eventId: number,
  { organisations, ...written }: Written,
  by: By,
): void => {
  // What is written may come from another event's words, such as last month's: the event it
  // belongs to is said last.
  const termsId = insert(db, eventTerms, { ...written, eventId, personId: by.personId!, at: by.at })
  for (const each of organisations) insert(db, eventOrganisations, { termsId, ...each })
}

const addToList = (db: Db, eventId: number, personIds: number[], by: By): void => {
  for (const personId of personIds) {
    insert(db, eventPeople, { eventId, personId, addedById: by.personId!, at: by.at })
    note(db, by, 'may now see', 'event', eventId)
  }
}
