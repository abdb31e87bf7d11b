import { decide, refuse, type Decision } from '../decision.ts'
import type { Day } from '../day.ts'
import type { Role } from './person.ts'
import { isHeldOn, type Seat } from './seat.ts'

/** What can be held in private, as the journal calls it. */
export const LIST_NOUNS = ['concern', 'action', 'event', 'programme', 'message'] as const
export type ListNoun = (typeof LIST_NOUNS)[number]

/** What becomes of someone's place on a list: it stays theirs, goes to who came next, or ends. */
export const LIST_ANSWERS = ['kept', 'handed-on', 'removed'] as const
export type ListAnswerKind = (typeof LIST_ANSWERS)[number]

/** A matter held in private, as far as a question about its list speaks of it: no word of it. */
export interface ListedMatter {
  noun: ListNoun
  nounId: number
  ground: string
  list: { personId: number; at: string }[]
}

/** Someone left a seat, or altogether, and still stands on a list (R7). */
export interface ListQuestion {
  noun: ListNoun
  nounId: number
  ground: string
  leaverId: number
  /** Since when they stand on it. */
  listedAt: string
  /** When they left; the question waits since then. */
  leftAt: string
  /** The seats they left since they were put on the list. */
  seatIds: number[]
  /** Who else stands on it. */
  othersIds: number[]
}

export interface ListAnswer {
  id: number
  noun: ListNoun
  nounId: number
  leaverId: number
  kind: ListAnswerKind
  toId: number | null
  personId: number
  at: string
}

/** Everyone who ever signed in, as a question needs to know them. */
interface Person {
  id: number
  role: Role
  endedAt: string | null
}

/** The record that the questions are worked out from. */
export interface Lists {
  matters: ListedMatter[]
  answers: ListAnswer[]
  seats: Seat[]
  people: Person[]
  today: Day
}

/**
 * R7: the lists that someone stands on who left a seat, or left altogether, since they were put
 * there, and of whom nobody has said since what is to become of it. The oldest first.
 */
export const listQuestions = (lists: Lists): ListQuestion[] => {
  const left = new Map(lists.people.map((each) => [each.id, departuresOf(each, lists)]))
  return lists.matters
    .flatMap((matter) =>
      matter.list.flatMap(({ personId, at }) => {
        const answered = lists.answers.findLast((each) => isAbout(each, matter, personId))?.at
        const since = (left.get(personId) ?? []).filter(
          (each) => each.at >= at && (answered === undefined || each.at > answered),
        )
        return since.length === 0 ? [] : [questionOf(matter, personId, at, since)]
      }),
    )
    .toSorted((a, b) => a.leftAt.localeCompare(b.leftAt))
}

/** The answer, or the question, about one person on one list. */
export const isAbout = (
  each: { noun: ListNoun; nounId: number; leaverId: number },
  { noun, nounId }: { noun: ListNoun; nounId: number },
  leaverId: number,
): boolean => each.noun === noun && each.nounId === nounId && each.leaverId === leaverId

interface Departure {
  at: string
  seatId: number | null
}

/** When someone left which seat. Whoever sits there again has not left it. */
const departuresOf = ({ id, endedAt }: Person, { seats, today }: Lists): Departure[] => [
  ...seats
    .filter((seat) => !seat.holders.some((held) => held.personId === id && isHeldOn(held, today)))
    .flatMap((seat) =>
      seat.holders
        .filter((held) => held.personId === id && held.untilOn !== null)
        .map((held) => ({ at: held.endedAt ?? held.untilOn!, seatId: seat.id })),
    ),
  ...(endedAt === null ? [] : [{ at: endedAt, seatId: null }]),
]

const questionOf = (
  { noun, nounId, ground, list }: ListedMatter,
  leaverId: number,
  listedAt: string,
  since: Departure[],
): ListQuestion => ({
  noun,
  nounId,
  ground,
  leaverId,
  listedAt,
  leftAt: since.map((each) => each.at).toSorted()[0]!,
  seatIds: [...new Set(since.flatMap((each) => each.seatId ?? []))],
  othersIds: list.map((each) => each.personId).filter((each) => each !== leaverId),
})

/**
 * Whom a place may go to: those who sit now in a seat that was left, and are not on the list yet.
 * Nobody lets themselves in (R11), and an observer changes nothing there.
 */
export const successorsOf = (
  question: ListQuestion,
  { seats, people, today }: Pick<Lists, 'seats' | 'people' | 'today'>,
  askedId: number,
): number[] => {
  const sitting = seats
    .filter((seat) => question.seatIds.includes(seat.id) && seat.endedOn === null)
    .flatMap((seat) => seat.holders.filter((held) => isHeldOn(held, today)))
    .map((held) => held.personId)
  return [...new Set(sitting)].filter(
    (id) =>
      id !== askedId &&
      id !== question.leaverId &&
      !question.othersIds.includes(id) &&
      people.some((each) => each.id === id && each.endedAt === null && each.role !== 'observer'),
  )
}

/** Whether anyone else on the list can open the matter. */
export const isOpenedByOthers = (
  { othersIds }: ListQuestion,
  people: Pick<Person, 'id' | 'endedAt'>[],
): boolean => people.some((each) => each.endedAt === null && othersIds.includes(each.id))

/** Keeps them on the list, hands their place on, or removes them. The last one is not removed. */
export const answerList = (
  question: ListQuestion,
  wanted: { kind: ListAnswerKind | null; toId: number | null },
  world: { successors: number[]; people: Pick<Person, 'id' | 'endedAt'>[] },
): Decision<{ kind: ListAnswerKind; toId: number | null }> => {
  const { kind, toId } = wanted
  if (kind === null) return refuse('kind', 'Choose what is to become of their place')
  return decide(
    [
      kind === 'handed-on' &&
        (toId === null || !world.successors.includes(toId)) && {
          field: 'toId',
          reason: 'Choose who holds the seat now',
        },
      kind === 'removed' &&
        !isOpenedByOthers(question, world.people) && {
          field: 'kind',
          reason: 'Nobody else could open it then. Hand it on first, or keep them',
        },
    ],
    () => ({ kind, toId: kind === 'handed-on' ? toId : null }),
  )
}
