import type { Action, Closing, Terms, Update } from '../../../domain/actions/action.ts'
import type { Why, World } from '../../../domain/actions/notices.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import type { NoticeRow } from '../../../store/actions/notices.ts'
import { worldOf } from '../../reminders.ts'
import { actionsLetter, type Addressed } from '../action-lines.ts'
import type { Example } from '../examples.ts'
import type { WriterParts } from '../letter-writer.ts'
import { lookingAt } from '../looked-at.ts'
import type { Envelope } from '../whose.ts'
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
export const actionExamples = (
  parts: WriterParts,
  envelope: Envelope,
  { to, seats }: Pick<Addressed, 'to' | 'seats'>,
): Example[] => {
  const looked = { ...parts, store: lookingAt(parts.store) }
  const world = withASitter(worldOf(parts.store, parts.now()))
  const addressed = { to, seats, often: OFTEN }
  return [
    ...WHYS.map(([why, name]) => {
      const action = exampleOf(why, world)
      const notice = noticeOf(why)
      const line = lineOf(looked, world, action, notice)
      const meets = sayMeets(world, [action], [notice])
      return {
        code: `actions-${why}`,
        name: `To an owner: ${name}`,
        when: 'By day, with all that waits for the same person in one letter.',
        letter: actionsLetter(envelope, { ...addressed, meets }, [line], false),
      }
    }),
    {
      code: 'actions-private',
      name: 'To an owner: something held in private',
      when: 'In the same letter, to those on its list alone. It never says what it is.',
      letter: actionsLetter(envelope, { ...addressed, meets: [] }, [], true),
    },
  ]
}

const OFTEN =
  'We write when something is agreed, due, late or quiet, and never more than once a day.'

/** The seat of the example, and that of the reader where they help. */
const [LEADS, HELPS] = [-1, -2]

/** ... so that the seat of the example is held by somebody. */
const withASitter = (world: World): World => {
  const [real] = world.seats
  const leadId = real?.organisationId ?? 0
  const helperId = world.seats.find((seat) => seat.organisationId !== leadId)?.organisationId ?? 0
  const held = { id: 0, personId: world.people[0] ?? 0, fromOn: '0000-01-01', untilOn: null }
  const seatOf = (id: number, organisationId: number) => ({
    id,
    organisationId,
    title: 'Ward sergeant, Church Street',
    endedOn: null,
    holders: [
      {
        ...held,
        seatId: id,
      },
    ],
  })
  return { ...world, seats: [seatOf(LEADS, leadId), seatOf(HELPS, helperId)] }
}

const noticeOf = (why: Why): NoticeRow => ({
  id: 0,
  personId: 0,
  actionId: 0,
  seatId: why === 'helping' || why === 'part' ? HELPS : LEADS,
  why,
  cause: '',
  on: '',
  letterId: 0,
})

const exampleOf = (why: Why, world: World): Action => {
  const ago = (days: number): string => `${addDays(world.today, -days)}T12:00:00.000Z`
  const quiet = why === 'colleague' ? 46 : why === 'quiet' ? 31 : 10
  const [lead, helper] = world.seats
  const by: Day = addDays(world.today, why === 'late' ? -20 : 7)
  const terms: Terms = {
    id: 0,
    text: 'Put a pop-up stall on Church Street',
    kind: 'one-off',
    reason: null,
    leadId: lead!.organisationId,
    seatId: LEADS,
    helperIds: [helper!.organisationId],
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
