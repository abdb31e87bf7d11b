import { dayOf } from '../../domain/day.ts'
import { isUnderWay, type Baton } from '../../domain/people/baton.ts'
import type { Letter } from '../../mail/letter.ts'
import type { LetterRow } from '../../store/letters.ts'
import type { Person } from '../../store/people/people.ts'
import type { Store } from '../../store/store.ts'
import { questionsFor } from '../list-questions.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'
import { fromPartnership, whoseSeat } from './whose.ts'

/** Letters about a seat that is handed on. */
export const batonWriter =
  ({ store, publicUrl, now }: WriterParts): LetterWriter =>
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
    const page = `${publicUrl}/desk/seats/${seat.id}/baton`
    const lists = stage === 'accepted' ? listsLeftBy(store, person.id, baton, now()) : 0
    const whose = fromPartnership(store) + whoseSeat(store, seat)
    return batonLetter(person.email, stage, whose, [
      page,
      ...(lists > 0 ? ['', saysLists(lists), '', `${publicUrl}/desk/private-lists`] : []),
    ])
  }

/** R7, R21: how many lists wait for this person to answer, and no word of what they are of. */
const listsLeftBy = (store: Store, personId: number, { fromId }: Baton, now: Date): number => {
  const today = dayOf(now)
  const who = store.people.who(personId, today)
  return who ? questionsFor(store, who, today).filter((each) => each.leaverId === fromId).length : 0
}

const saysLists = (count: number): string =>
  count === 1
    ? 'The one who left is still on the list of a matter held in private. Say what is to become of it:'
    : `The one who left is still on the lists of ${count} matters held in private. ` +
      'Say what is to become of them:'

type Stage = 'offered' | 'to-invite' | 'accepted' | 'declined' | 'withdrawn'

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

const WORDS: Record<Stage, { subject: string; text: (whose: string) => string }> = {
  offered: {
    subject: 'A seat is being handed on to you',
    text: (whose) =>
      `${whose}: this seat is being handed on to you. ` +
      'Read the note that comes with it, and say yes or no.',
  },
  'to-invite': {
    subject: 'Someone waits for your invitation',
    text: (whose) =>
      `${whose}: its holder has named who comes next, and they do not sign in here yet. ` +
      'Invite them, or stop it.',
  },
  accepted: {
    subject: 'A seat was handed on',
    text: (whose) => `${whose}: the one who comes next has said yes. It is theirs now.`,
  },
  declined: {
    subject: 'A seat was not taken on',
    text: (whose) =>
      `${whose}: the one who was asked has said no. Read why. The seat stays where it was.`,
  },
  withdrawn: {
    subject: 'A seat stays where it was',
    text: (whose) => `${whose}: it is not being handed on any more.`,
  },
}

/** It asks to sign in: a link alone never makes anyone the holder of a seat. */
const batonLetter = (to: string, stage: Stage, whose: string, pages: string[]): Letter => ({
  to,
  subject: WORDS[stage].subject,
  text: [WORDS[stage].text(whose), '', ...pages, '', 'You will be asked to sign in.'].join('\n'),
})
