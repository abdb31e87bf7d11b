import { HOUR, keepTries, type Limit } from '../limits.ts'

/** The tenth wrong number ends a session, however long it lasted. */
const OF_SESSION: Limit = { most: 9, perMs: Infinity }
const OF_PERSON: Limit = { most: 20, perMs: HOUR, slides: true }

export type WrongNumbers = ReturnType<typeof keepWrongNumbers>

/**
 * How often the number of an app was wrong, in memory: in one session, and of one person over all
 * their sessions, since a mailbox makes new sessions and a number has six digits only.
 */
export const keepWrongNumbers = (now: () => Date) => {
  // No flood of other sessions or people makes it forget one of them.
  const inSession = keepTries(now, Infinity)
  const ofPerson = keepTries(now, Infinity)
  return {
    /** Nothing that this person types counts now, right or wrong. */
    isShut: (personId: number): boolean => ofPerson.isTooMuch(String(personId), OF_PERSON),
    /** One more. @returns whether it was one too many for this session. */
    count: ({ id, personId }: { id: number; personId: number }): boolean => {
      ofPerson.count(String(personId), OF_PERSON)
      return inSession.count(String(id), OF_SESSION)
    },
  }
}
