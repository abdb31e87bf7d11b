const WRONG_NUMBERS = 10
const WRONG_IN_AN_HOUR = 20
const HOUR = 60 * 60_000

export type WrongNumbers = ReturnType<typeof keepWrongNumbers>

/**
 * How often the number of an app was wrong, in memory: in one session, and of one person over all
 * their sessions, since a mailbox makes new sessions and a number has six digits only.
 */
export const keepWrongNumbers = (now: () => Date) => {
  const inSession = new Map<number, number>()
  const ofPerson = new Map<number, number[]>()
  const lately = (personId: number): number[] =>
    (ofPerson.get(personId) ?? []).filter((at) => at > now().getTime() - HOUR)
  const isShut = (personId: number): boolean => lately(personId).length >= WRONG_IN_AN_HOUR
  return {
    /** Nothing that this person types counts now, right or wrong. */
    isShut,
    /** One more. @returns whether it was one too many for this session. */
    count: ({ id, personId }: { id: number; personId: number }): boolean => {
      if (!isShut(personId)) ofPerson.set(personId, [...lately(personId), now().getTime()])
      const wrong = (inSession.get(id) ?? 0) + 1
      inSession.set(id, wrong)
      return wrong >= WRONG_NUMBERS
    },
  }
}
