import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import type {
  ListAnswer,
  ListAnswerKind,
  ListedMatter,
  ListNoun,
} from '../../../domain/people/list-question.ts'
import type { Db } from '../../database.ts'
import { insert } from '../../insert.ts'
import { journaled, note, type By } from '../../journal.ts'
import { listAnswers } from '../../schema/people.ts'
import { journal } from '../../schema/settings.ts'
import { listedMatters } from './named-lists.ts'
import { LISTS, trailOf } from './places.ts'

/** The lists of matters held in private, and what was answered about those who left (R7, R11). */
export const privateListsStore = (db: Db) => ({
  matters: (): ListedMatter[] => listedMatters(db),
  /** Those that count: what was taken back does not. */
  answers: (): ListAnswer[] =>
    db
      .select()
      .from(listAnswers)
      .where(isNull(listAnswers.takenBackAt))
      .orderBy(listAnswers.id)
      .all(),
  recordAnswer: (
    { noun, nounId, leaverId }: { noun: ListNoun; nounId: number; leaverId: number },
    answer: { kind: ListAnswerKind; toId: number | null },
    by: By,
  ): number =>
    journaled(db, by, VERBS[answer.kind], noun, () => {
      const of = { noun, nounId, leaverId }
      insert(db, listAnswers, { ...of, ...answer, personId: by.personId!, at: by.at })
      if (answer.kind !== 'kept') {
        for (const id of matterOf(db, noun, nounId)) {
          // Nobody comes onto a list that the one who left was not on.
          const { changes } = LISTS[noun].remove(db, id, leaverId, by)
          if (changes > 0 && answer.toId !== null) LISTS[noun].add(db, id, answer.toId, by)
        }
        if (answer.toId !== null) note(db, by, 'may now see', noun, nounId)
      }
      return nounId
    }),
  /** R11: whether the one whom a place was handed on to has opened the matter since. */
  wasOpened: ({ noun, nounId, toId, at }: ListAnswer): boolean =>
    toId !== null &&
    db
      .select({ id: journal.id })
      .from(journal)
      .where(
        and(
          eq(journal.verb, 'looked at'),
          eq(journal.noun, noun),
          inArray(journal.nounId, matterOf(db, noun, nounId).map(String)),
          eq(journal.personId, toId),
          gte(journal.at, at),
        ),
      )
      .get() !== undefined,
  /** The list is again as it was, and the question waits again. */
  recordTakingBack: ({ id, noun, nounId, leaverId, kind, toId, at }: ListAnswer, by: By): number =>
    journaled(db, by, 'took back an answer about the list of', noun, () => {
      db.update(listAnswers).set({ takenBackAt: by.at }).where(eq(listAnswers.id, id)).run()
      if (kind !== 'kept') {
        for (const each of matterOf(db, noun, nounId)) {
          const { changes } = LISTS[noun].putBack(db, each, leaverId, at)
          if (changes > 0 && toId !== null) LISTS[noun].remove(db, each, toId, by)
        }
        note(db, by, 'may now see', noun, nounId)
      }
      return nounId
    }),
})

const matterOf = (db: Db, noun: ListNoun, nounId: number): number[] =>
  noun === 'concern' ? trailOf(db, nounId) : [nounId]

const VERBS: Record<ListAnswerKind, string> = {
  kept: 'kept someone who left on the list of',
  'handed-on': 'handed on a place on the list of',
  removed: 'removed someone who left from the list of',
}
