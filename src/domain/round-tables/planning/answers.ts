import { accept, decide, refuse, type Decision } from '../../decision.ts'
import { stateOf, type Presence, type RoundTable } from '../round-table.ts'

export const COMINGS = ['coming', 'sending', 'cannot'] as const
/** What someone says who was asked to a round table. */
export type Coming = (typeof COMINGS)[number]

export const SAY_COMING: Record<Coming, string> = {
  coming: 'I am coming',
  sending: 'I send someone',
  cannot: 'I cannot come',
}

/** The same, of somebody else. */
export const SAY_COMES: Record<Coming, string> = {
  coming: 'Coming',
  sending: 'Sends someone',
  cannot: 'Cannot come',
}

/** An answer to an invitation, by the person or noted for them; the last one counts. */
export interface Answer {
  id: number
  roundTableId: number
  personId: number
  answer: Coming
  /** Who comes in their place: a name or a role, for those who sign in alone. */
  standIn: string | null
  byId: number
  at: string
  takenBackAt: string | null
}

/** The same by a guest without an account; `byId` is whoever noted it for them, if anyone. */
export interface GuestAnswer extends Omit<Answer, 'personId' | 'roundTableId' | 'byId'> {
  readerId: number
  byId: number | null
}

/** Whose an answer is: the id of the person, or of the guest. */
type Given = Answer | GuestAnswer

/** What was typed: an answer, and who stands in. */
export interface TypedAnswer {
  answer: Coming
  standIn: string
}

export const answerInvitation = (
  table: RoundTable,
  { answer, standIn }: TypedAnswer,
): Decision<{ answer: Coming; standIn: string | null }> => {
  const state = stateOf(table)
  if (state === 'cancelled') return refuse('answer', 'This round table does not meet')
  if (state !== 'planned')
    return refuse('answer', 'This round table has begun. Who is here is noted in the room')
  return decide(
    [answer === 'sending' && !standIn && { field: 'standIn', reason: 'Say who comes for you' }],
    () => ({ answer, standIn: answer === 'sending' ? standIn : null }),
  )
}

/** R21: for an hour, by whoever gave it. */
export const takeAnswerBack = <A extends Given>(
  last: A | undefined,
  by: { personId: number | null; at: string },
): Decision<A> => {
  if (!last) return refuse('answer', 'There is no answer to take back')
  return mayTakeAnswerBack(last, by)
    ? accept(last)
    : refuse('answer', 'It was more than an hour ago. Answer again instead')
}

const UNDO_MS = 3_600_000

export const mayTakeAnswerBack = (
  answer: Given,
  { personId, at }: { personId: number | null; at: string },
): boolean => answer.byId === personId && Date.parse(at) - Date.parse(answer.at) < UNDO_MS

/**
 * The answer of each person that counts: the last that was not taken back, and was given for the day
 * on which the table is planned now. Who said yes to another day is asked again (R30).
 */
export const answersNow = <A extends Given>(
  answers: A[],
  { changes }: Pick<RoundTable, 'changes'>,
): Map<number, A> => {
  const movedAt = movedLastAt(changes)
  return lastOfEach(answers.filter((each) => each.at >= movedAt))
}

/** What people had answered to the day before it was moved. */
export const answersBefore = <A extends Given>(
  answers: A[],
  { changes }: Pick<RoundTable, 'changes'>,
): Map<number, A> => {
  const movedAt = movedLastAt(changes)
  return lastOfEach(answers.filter((each) => each.at < movedAt))
}

const movedLastAt = (changes: RoundTable['changes']): string =>
  changes.findLast((each) => each.verb === 'moved')?.at ?? ''

const lastOfEach = <A extends Given>(answers: A[]): Map<number, A> =>
  new Map(answers.filter((each) => each.takenBackAt === null).map((each) => [giverOf(each), each]))

const giverOf = (answer: Given): number =>
  'personId' in answer ? answer.personId : answer.readerId

/** What an answer makes of a seat, for the form that says who is here. */
export const PRESENCE_OF: Record<Coming, Presence> = {
  coming: 'present',
  sending: 'sent-someone',
  cannot: 'apologies',
}
