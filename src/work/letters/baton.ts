import { dayOf } from '../../domain/day.ts'
import { isUnderWay, type Baton } from '../../domain/people/baton.ts'
import { drawn, words, type Part } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import type { LetterRow } from '../../store/letters/letters.ts'
import type { Person } from '../../store/people/people.ts'
import type { Store } from '../../store/store.ts'
import { questionsFor } from '../list-questions.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'
import { envelopeOf, sayFrom, SIGN_IN, whoseSeat, type Envelope } from './whose.ts'

/** Letters about a seat that is handed on. */
export const batonWriter =
  ({ store, publicUrl, now, isLook }: WriterParts): LetterWriter =>
  (row) => {
    const person = store.people.find(row.personId!)
    const baton = store.batons.find(row.batonId!)
    const seat = baton && store.organisations.findSeat(baton.seatId)
    if (!person || person.endedAt !== null || !seat) return undefined
    const stage = baton.end
      ? stageOfEnd(row, person, baton.end)
      : isUnderWay(baton, seat, dayOf(now()))
        ? stageUnderWay(person, baton)
        : undefined
    if (!stage) return undefined
    const lists = stage === 'accepted' && !isLook ? listsLeftBy(store, person.id, baton, now()) : 0
    const whose = whoseSeat(store, seat)
    return batonLetter(envelopeOf(store, publicUrl), person.email, {
      stage,
      whose,
      lists,
      seatId: seat.id,
    })
  }

/** R7, R21: how many lists wait for this person to answer, and no word of what they are of. */
const listsLeftBy = (store: Store, personId: number, { fromId }: Baton, now: Date): number => {
  const today = dayOf(now)
  const who = store.people.who(personId, today)
  return who ? questionsFor(store, who, today).filter((each) => each.leaverId === fromId).length : 0
}

export type Stage = 'offered' | 'to-invite' | 'accepted' | 'declined' | 'withdrawn'

/**
 * What was written before the end and never went has nothing left to say: the letter about the end
 * says it.
 */
const stageOfEnd = (
  row: LetterRow,
  person: Person,
  end: NonNullable<Baton['end']>,
): Stage | undefined => (person.id === end.personId || row.at < end.at ? undefined : end.kind)

const stageUnderWay = (person: Person, { toId }: Baton): Stage | undefined => {
  if (person.id === toId) return person.role === 'observer' ? undefined : 'offered'
  return toId === null ? 'to-invite' : undefined
}

interface Said {
  subject: string
  /** What happened, and what is asked. */
  text: string
  press: string
}

const SAID: Record<Stage, Said> = {
  offered: {
    subject: 'will you take on a seat?',
    text: 'This seat is being handed on to you. Read the note that comes with it, and say yes or no.',
    press: 'Read the note, and say yes or no',
  },
  'to-invite': {
    subject: 'someone waits for your invitation',
    text:
      'The holder of this seat has named who comes next, and they do not sign in here yet. ' +
      'Invite them, or stop it.',
    press: 'Invite them, or stop it',
  },
  accepted: {
    subject: 'a seat was handed on',
    text: 'The one who comes next has said yes. This seat is theirs now.',
    press: 'See the seat',
  },
  declined: {
    subject: 'a seat was not taken on',
    text: 'The one who was asked has said no. The seat stays where it was. Read why.',
    press: 'Read why',
  },
  withdrawn: {
    subject: 'a seat stays where it was',
    text: 'This seat is not being handed on any more.',
    press: 'See the seat',
  },
}

/** It asks to sign in: a link alone never makes anyone the holder of a seat. */
export const batonLetter = (
  envelope: Envelope,
  to: string,
  { stage, whose, lists, seatId }: { stage: Stage; whose: string; lists: number; seatId: number },
): Letter => {
  const { subject, text, press } = SAID[stage]
  const at = (path: string): string => `${envelope.publicUrl}/desk/${path}`
  return drawn({
    ...envelope,
    to,
    subject,
    parts: [
      ...words(sayFrom(envelope.partnership, [whose]), text),
      { is: 'press', words: press, to: at(`seats/${seatId}/baton`), note: SIGN_IN },
      ...(lists > 0 ? saysLists(lists, at('private-lists')) : []),
    ],
    foot: [
      ...envelope.reach,
      ...words('We write when a seat is handed on, to those who have a part in it.'),
    ],
  })
}

const saysLists = (count: number, to: string): Part[] => [
  ...words(
    count === 1
      ? 'The one who left is still on the list of a matter held in private.'
      : `The one who left is still on the lists of ${count} matters held in private.`,
  ),
  { is: 'link', words: 'Say what is to become of that', to },
]
