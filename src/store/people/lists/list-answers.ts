import { and, eq, isNull } from 'drizzle-orm'
import type {
  ListAnswer,
  ListAnswerKind,
  ListedMatter,
  ListNoun,
} from '../../../domain/people/list-question.ts'
import type { Db } from '../../database.ts'
import { journaled, note, type By } from '../../journal.ts'
import { namedPeople } from '../../schema/actions.ts'
import { merges } from '../../schema/concerns.ts'
import { eventPeople } from '../../schema/events.ts'
import { listAnswers } from '../../schema/people.ts'
import { programmePeople } from '../../schema/programmes.ts'
import { messagePeople } from '../../schema/residents.ts'
import { listedMatters } from './named-lists.ts'

/** The lists of matters held in private, and what was answered about those who left (R7, R11). */
export const privateListsStore = (db: Db) => ({
  matters: (): ListedMatter[] => listedMatters(db),
  answers: (): ListAnswer[] => db.select().from(listAnswers).orderBy(listAnswers.id).all(),
  recordAnswer: (
    { noun, nounId, leaverId }: { noun: ListNoun; nounId: number; leaverId: number },
    answer: { kind: ListAnswerKind; toId: number | null },
    by: By,
  ): number =>
    journaled(db, by, VERBS[answer.kind], noun, () => {
      db.insert(listAnswers)
        .values({ noun, nounId, leaverId, ...answer, personId: by.personId!, at: by.at })
        .run()
      if (answer.kind !== 'kept') {
        for (const id of noun === 'concern' ? trailOf(db, nounId) : [nounId]) {
          // Nobody comes onto a list that the one who left was not on.
          const { changes } = LISTS[noun].remove(db, id, leaverId, by)
          if (changes > 0 && answer.toId !== null) LISTS[noun].add(db, id, answer.toId, by)
        }
        if (answer.toId !== null) note(db, by, 'may now see', noun, nounId)
      }
      return nounId
    }),
})

const VERBS: Record<ListAnswerKind, string> = {
  kept: 'kept someone who left on the list of',
  'handed-on': 'handed on a place on the list of',
  removed: 'removed someone who left from the list of',
}

/** How someone comes off a list, and onto it. */
interface List {
  remove: (db: Db, id: number, personId: number, by: By) => { changes: number }
  add: (db: Db, id: number, personId: number, by: By) => void
}

const namedList = (column: 'concernId' | 'actionId'): List => ({
  remove: (db, id, personId, { at }) =>
    db
      .update(namedPeople)
      .set({ removedAt: at })
      .where(
        and(
          eq(namedPeople[column], id),
          eq(namedPeople.personId, personId),
          isNull(namedPeople.removedAt),
        ),
      )
      .run(),
  add: (db, id, personId, by) =>
    db
      .insert(namedPeople)
      .values({ [column]: id, personId, addedById: by.personId!, at: by.at })
      .run(),
})

const LISTS: Record<ListNoun, List> = {
  concern: namedList('concernId'),
  action: namedList('actionId'),
  event: {
    remove: (db, id, personId, { at }) =>
      db
        .update(eventPeople)
        .set({ removedAt: at })
        .where(
          and(
            eq(eventPeople.eventId, id),
            eq(eventPeople.personId, personId),
            isNull(eventPeople.removedAt),
          ),
        )
        .run(),
    add: (db, eventId, personId, by) =>
      db
        .insert(eventPeople)
        .values({ eventId, personId, addedById: by.personId!, at: by.at })
        .run(),
  },
  programme: {
    remove: (db, id, personId, { at }) =>
      db
        .update(programmePeople)
        .set({ removedAt: at })
        .where(
          and(
            eq(programmePeople.programmeId, id),
            eq(programmePeople.personId, personId),
            isNull(programmePeople.removedAt),
          ),
        )
        .run(),
    add: (db, programmeId, personId, by) =>
      db
        .insert(programmePeople)
        .values({ programmeId, personId, addedById: by.personId!, at: by.at })
        .run(),
  },
  message: {
    remove: (db, id, personId, { at }) =>
      db
        .update(messagePeople)
        .set({ removedAt: at })
        .where(and(eq(messagePeople.messageId, id), eq(messagePeople.personId, personId)))
        .run(),
    // One row for a person: whoever stood there once stands there again.
    add: (db, messageId, personId, { personId: addedById, at }) =>
      db
        .insert(messagePeople)
        .values({ messageId, personId, addedById: addedById!, at })
        .onConflictDoUpdate({
          target: [messagePeople.messageId, messagePeople.personId],
          set: { addedById: addedById!, at, removedAt: null },
        })
        .run(),
  },
}

/** A concern with all that were joined to it: they have one list. */
const trailOf = (db: Db, concernId: number): number[] => [
  concernId,
  ...db
    .select({ id: merges.concernId })
    .from(merges)
    .where(eq(merges.intoId, concernId))
    .all()
    .flatMap((row) => trailOf(db, row.id)),
]
