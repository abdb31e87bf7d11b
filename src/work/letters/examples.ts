import { addDays, dayOf } from '../../domain/day.ts'
import type { Letter } from '../../mail/letter.ts'
import { newsFor } from '../../domain/residents/following.ts'
import { batonLetter, type Stage as BatonStage } from './baton.ts'
import { codeLetter } from './code.ts'
import { inItsForm, type ToFollowers } from './followers.ts'
import { invitationLetter } from './invitation.ts'
import type { WriterParts } from './letter-writer.ts'
import { actionExamples } from './owners/examples.ts'
import { minutesExample } from './round-tables/minutes.ts'
import { tableLetter, type Stage as TableStage } from './round-tables/table-words.ts'
import { wayInLetter } from './way-in.ts'
import { envelopeOf, type Envelope } from './whose.ts'

/** One of each kind of letter, to be looked at before the first goes. */
export interface Example {
  code: string
  name: string
  /** When such a letter goes, and to whom. */
  when: string
  letter: Letter
}

const TO = 'you@example.org'
const SEAT = 'Ward sergeant, Church Street (Police)'

/** Every kind of letter that there is, about nothing real but the round table itself. */
export const examplesOf = (parts: WriterParts, toFollowers: ToFollowers): Example[] => {
  const envelope = envelopeOf(parts.store, parts.publicUrl)
  return [
    ...ofSignIn(parts, envelope),
    ...actionExamples(parts, envelope, TO),
    ...ofBatons(envelope),
    ...ofTables(parts, envelope),
    ...toResidents(parts, toFollowers),
  ]
}

const ofSignIn = ({ now }: WriterParts, envelope: Envelope): Example[] => [
  {
    code: 'code',
    name: 'A code to sign in',
    when: 'Each time someone asks for one.',
    letter: codeLetter(envelope, TO, 'K4T7PM'),
  },
  {
    code: 'way-in',
    name: 'A sign-in has changed',
    when: 'When a way to sign in is added or taken away, to the one it is about.',
    letter: wayInLetter(envelope, TO, 'A passkey was added to your sign-in.'),
  },
  {
    code: 'invitation',
    name: 'Someone is asked to join',
    when: 'When a coordinator adds them, or asks them again.',
    letter: invitationLetter(envelope, TO, {
      organisation: 'the police',
      seat: null,
      until: addDays(dayOf(now()), 7),
      link: `${envelope.publicUrl}/invitation/only-in-the-letter`,
    }),
  },
]

const BATONS: [BatonStage, string][] = [
  ['offered', 'to the one who comes next'],
  ['to-invite', 'someone waits to be invited'],
  ['accepted', 'it was taken on'],
  ['declined', 'it was not taken on'],
  ['withdrawn', 'it stays where it was'],
]

const ofBatons = (envelope: Envelope): Example[] =>
  BATONS.map(([stage, name]) => ({
    code: `seat-${stage}`,
    name: `A seat is handed on: ${name}`,
    when: 'To those who have a part in it.',
    letter: batonLetter(envelope, TO, { stage, whose: SEAT, lists: 0, seatId: 0 }),
  }))

const TABLES: [TableStage, string][] = [
  ['asked', 'are you coming?'],
  ['moved', 'a new day'],
  ['cancelled', 'it does not meet'],
  ['reinstated', 'it meets after all'],
  ['not expected', 'you are not expected any more'],
]

const ofTables = (parts: WriterParts, envelope: Envelope): Example[] => {
  const { store, publicUrl } = parts
  const tables = store.roundTables.list()
  const table = tables.find((each) => each.heldOn.length === 10) ?? tables[0]
  const minutes = minutesExample(parts, TO)
  return [
    ...(table
      ? TABLES.map(([stage, name]) => ({
          code: `table-${stage.replace(' ', '-')}`,
          name: `A round table: ${name}`,
          when: 'To everyone who is expected there.',
          letter: tableLetter(store, envelope, TO, {
            table,
            stage,
            seats: [SEAT],
            since: [],
            answer: isOver(stage) ? null : `${publicUrl}/answer/only-in-the-letter`,
            hasAgenda: true,
          }),
        }))
      : []),
    ...(minutes
      ? [
          {
            code: 'minutes',
            name: 'The minutes of a round table',
            when: 'When a coordinator sends them, with the reader’s own actions first.',
            letter: minutes,
          },
        ]
      : []),
  ]
}

const isOver = (stage: TableStage): boolean => stage === 'cancelled' || stage === 'not expected'

const READER = {
  email: TO,
  language: 'en',
  key: 'only-in-the-letter',
  follows: [{ scope: 'all' as const, of: '', confirmedAt: '0000' }],
  often: 'week' as const,
}

const toResidents = (parts: WriterParts, { confirm, news, moved }: ToFollowers): Example[] => {
  const { store, now } = parts
  const board = store.published.board()
  const until = now().toISOString()
  const found = newsFor(board, READER.follows, { since: new Date(0).toISOString(), until })
  const planned = board.tables.map((each) => moved(board, READER, each.slug)).find(Boolean)
  return [
    {
      code: 'follow',
      name: 'To a resident: do you want our emails?',
      when: 'When someone asks to follow the board with this address.',
      letter: inItsForm(
        parts,
        confirm(board, READER, { ...READER.follows[0]!, often: READER.often }),
      ),
    },
    {
      code: 'news',
      name: 'To a resident: what is new',
      when: 'When something that they follow is told otherwise, once a week at most.',
      letter: inItsForm(parts, news(board, READER, found, until)),
    },
    ...(planned
      ? [
          {
            code: 'moved',
            name: 'To a resident: a round table has another day',
            when: 'When the page of a round table says so.',
            letter: inItsForm(parts, planned),
          },
        ]
      : []),
  ]
}
