import { answerOf, inForce, type Passing } from '../../../concerns/passing.ts'
import type { Concern } from '../../../concerns/concern.ts'
import type { Standing } from '../../../concerns/standing.ts'
import type { When } from '../../../day.ts'
import type { EntryWords } from '../entry.ts'
import type { Field, Lack, Piece, Typed } from '../kind.ts'
import { lackOf, pieceOf } from '../usual.ts'

/** A concern that was passed on, as it is told: to whom, how to reach them, and what they say. */
export interface ToldPassing {
  /** Which of those on the record it is, so that its words stay its own when another is taken back. */
  id: number
  on: When
  answeredOn: When | null
  to: string
  contact: string
  /** True where the body gives that contact to everyone, so that no alert is raised for it (R12). */
  isPublicContact: boolean
  answer: string
}

/** What is told of it, with the words that someone typed for the public. */
export const passedOnOf = (concern: Concern, typed: Typed): ToldPassing[] | undefined =>
  some(
    inForce(concern.passings).map((passing) => {
      const contact = typed(`passed-contact-${passing.id}`)
      return {
        ...datesOf(passing),
        to: typed(`passed-to-${passing.id}`),
        contact,
        isPublicContact: passing.isPublicContact && contact === passing.contact,
        answer: typed(`passed-answer-${passing.id}`),
      }
    }),
  )

/** The words it begins with: the body, and its contact only where it gives that to everyone. */
export const firstPassedOn = (concern: Concern): ToldPassing[] | undefined =>
  passedOnOf(concern, (field) => {
    const [, what, id] = field.match(/^passed-(\w+)-(\d+)$/)!
    const passing = concern.passings.find((each) => each.id === Number(id))!
    if (what === 'to') return passing.toWhom
    return what === 'contact' && passing.isPublicContact ? (passing.contact ?? '') : ''
  })

export const fieldsOfPassedOn = (concern: Concern | undefined): Field[] =>
  inForce(concern?.passings ?? []).flatMap(({ id }) => [
    { name: `passed-to-${id}`, label: 'Passed on to', most: 200 },
    { name: `passed-contact-${id}`, label: 'How residents reach them', most: 200 },
    { name: `passed-answer-${id}`, label: 'What they answered', rows: 2, most: 600 },
  ])

export const typedPassedOn = ({ passedOn = [] }: EntryWords): Record<string, string> =>
  Object.fromEntries(
    passedOn.flatMap(({ id, to, contact, answer }) => [
      [`passed-to-${id}`, to],
      [`passed-contact-${id}`, contact],
      [`passed-answer-${id}`, answer],
    ]),
  )

export const piecesOfPassedOn = ({ passedOn = [] }: EntryWords): Piece[] =>
  passedOn.flatMap(({ to, contact, isPublicContact, answer }) => [
    pieceOf('passed-to', to),
    {
      ...pieceOf('passed-contact', contact),
      read: false,
      ...(isPublicContact && { contact: true as const }),
    },
    pieceOf('passed-answer', answer),
  ])

export const lacksOfPassedOn = ({ passedOn = [] }: EntryWords): Lack[] =>
  passedOn.flatMap(({ id, to, answer, answeredOn }) => [
    ...lackOf(`passed-to-${id}`, to, 'Say which body it was passed on to'),
    ...(answeredOn === null
      ? []
      : lackOf(`passed-answer-${id}`, answer, 'Say what they answered, in public words')),
  ])

/**
 * What the answer is called (R1): a body that it was passed on to may have answered where we have
 * not, and then it does not say that nobody did.
 */
export const pairOf = ({ standing, passedOn }: EntryWords): Standing | 'unanswered-by-us' =>
  standing === 'unanswered' && hasAnswer(passedOn) ? 'unanswered-by-us' : standing

export const hasAnswer = (passedOn: ToldPassing[] = []): boolean =>
  passedOn.some((each) => each.answeredOn !== null)

/** Days that its words may say (R12). */
export const datesOfPassedOn = ({ passedOn = [] }: EntryWords): (When | null)[] =>
  passedOn.flatMap(({ on, answeredOn }) => [on, answeredOn])

/** Passed on, answered or taken back since these words were written (R28). */
export const hasPassedSince = ({ passedOn = [] }: EntryWords, concern: Concern): boolean =>
  JSON.stringify(passedOn.map(({ id, on, answeredOn }) => ({ id, on, answeredOn }))) !==
  JSON.stringify(inForce(concern.passings).map(datesOf))

const datesOf = (passing: Passing): Pick<ToldPassing, 'id' | 'on' | 'answeredOn'> => ({
  id: passing.id,
  on: passing.on,
  answeredOn: answerOf(passing)?.on ?? null,
})

const some = <T>(all: T[]): T[] | undefined => (all.length > 0 ? all : undefined)
