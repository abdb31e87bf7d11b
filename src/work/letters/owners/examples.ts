import type { Action, Closing, Terms, Update } from '../../../domain/actions/action.ts'
import type { Why, World } from '../../../domain/actions/notices.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import type { NoticeRow } from '../../../store/actions/notices.ts'
import { worldOf } from '../../clock/reminders.ts'
import { actionsLetter } from '../action-lines.ts'
import type { Example } from '../examples.ts'
import type { WriterParts } from '../letter-writer.ts'
import { lookingAt } from '../looked-at.ts'
import { whoseSeat, type Envelope } from '../whose.ts'
import { lineOf } from './line.ts'
import { sayMeets } from './meets.ts'

const WHYS: [Why, string][] = [
  ['agreed', 'an action is yours'],
  ['absent', 'agreed without you'],
  ['due', 'coming due'],
  ['late', 'late'],
  ['quiet', 'quiet for 30 days'],
  ['colleague', 'a colleague is quiet'],
  ['helping', 'your help is needed'],
  ['part', 'your part is still to come'],
  ['table', 'before a round table'],
  ['closed', 'closed'],
]

/** One of each letter to an owner, drawn as those that go, about an action that nobody agreed. */
export const actionExamples = (parts: WriterParts, envelope: Envelope, to: string): Example[] => {
  const looked = { ...parts, store: lookingAt(parts.store) }
  const now = worldOf(parts.store, parts.now())
  const charityId = parts.store.people.find(now.coordinators[0] ?? 0)?.organisationId
  const pair = pairOf(now, charityId)
  const world = withASitter(now, pair)
  return [
    ...WHYS.map(([why, name]) => {
      const reader = readerOf(why, pair)
      const action = exampleOf(why, world, pair)
      const notice = noticeOf(why, reader.id)
      const seats = [whoseSeat(parts.store, reader)]
      const line = lineOf(looked, world, action, notice)
      const meets = sayMeets(world, [action], [notice])
      return {
        code: `actions-${why}`,
        name: `To an owner: ${name}`,
        when: 'By day, with all that waits for the same person in one letter.',
        letter: actionsLetter(envelope, { to, seats, often: OFTEN, meets }, [line], false),
      }
    }),
    {
      code: 'actions-private',
      name: 'To an owner: something held in private',
      when: 'In the same letter, to those on its list alone. It never says what it is.',
      letter: actionsLetter(envelope, { to, seats: [], often: OFTEN, meets: [] }, [], true),
    },
  ]
}

const OFTEN =
  'We write when something is agreed, due, late or quiet, and never more than once a day.'

/** Whose the example is, and who helps: two seats that there are, of two organisations. */
interface Pair {
  lead: Seat
  helper: Seat
}

const NOBODY: Seat = { id: -1, organisationId: 0, title: 'Seat', endedOn: null, holders: [] }

const pairOf = ({ seats }: World, charityId: number | undefined): Pair => {
  const there = seats.filter((seat) => seat.endedOn === null)
  const lead = there.find((seat) => seat.organisationId !== charityId) ?? there[0] ?? NOBODY
  const helper = there.findLast((seat) => seat.organisationId !== lead.organisationId) ?? lead
  return { lead, helper }
}

/** ... the first of them held by somebody. */
const withASitter = (world: World, { lead, helper }: Pair): World => {
  const personId = world.people[0] ?? 0
  const holders = [{ id: 0, seatId: lead.id, personId, fromOn: '0000-01-01', untilOn: null }]
  return { ...world, seats: [{ ...lead, holders }, helper] }
}

/** The seat that each is written to: who helps has a part, and everyone else leads. */
const readerOf = (why: Why, { lead, helper }: Pair): Seat =>
  why === 'helping' || why === 'part' ? helper : lead

const noticeOf = (why: Why, seatId: number): NoticeRow => ({
  id: 0,
  personId: 0,
  actionId: 0,
  seatId,
  why,
  cause: '',
  on: '',
  letterId: 0,
})

const exampleOf = (why: Why, world: World, { lead, helper }: Pair): Action => {
  const ago = (days: number): string => `${addDays(world.today, -days)}T12:00:00.000Z`
  const quiet = why === 'colleague' ? 46 : why === 'quiet' ? 31 : 10
  const by: Day = addDays(world.today, why === 'late' ? -20 : 7)
  const terms: Terms = {
    id: 0,
    text: 'Put a pop-up stall on Church Street',
    kind: 'one-off',
    reason: null,
    leadId: lead.organisationId,
    seatId: lead.id,
    helperIds: [helper.organisationId],
    by,
    review: null,
    proposed: why === 'absent',
    personId: 0,
    at: ago(quiet),
  }
  const update: Update = {
    id: 0,
    text: '',
    waitingFor: null,
    on: null,
    organisationId: null,
    seatId: null,
    personId: 0,
    roundTableId: null,
    at: ago(quiet),
    takenBackAt: null,
    status: why === 'part' ? 'done' : 'under-way',
  }
  const closing: Closing = {
    id: 0,
    at: ago(0),
    reopenedAt: null,
    reopeningReason: null,
    roundTableId: world.tables.find((each) => each.finishedAt !== null)?.id ?? null,
  }
  return {
    id: 0,
    number: '1.4',
    roundTableId: closing.roundTableId,
    concernIds: [],
    moves: [],
    depth: 'table',
    ground: null,
    list: [],
    agreedAt: ago(quiet),
    terms: [terms],
    updates: [update],
    held: [],
    acceptances: [],
    wishes: [],
    steps: [],
    takenOutAt: null,
    closings: why === 'closed' ? [closing] : [],
  }
}
