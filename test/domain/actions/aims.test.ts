import t from 'tap'
import { aimsOf } from '../../../src/domain/actions/aims.ts'
import type { RoundTable } from '../../../src/domain/round-tables/round-table.ts'
import { action, AT, concern, saying, table as tableOf, update } from '../make.ts'

const table = (present: number[], absent: number[] = []): RoundTable =>
  tableOf({
    expectedIds: [],
    openedAt: AT,
    finishedAt: AT,
    attendance: [
      ...present.map((organisationId) => seated(organisationId, 'present')),
      ...absent.map((organisationId) => seated(organisationId, 'absent')),
    ],
  })
const seated = (organisationId: number, presence: 'present' | 'absent') => ({
  organisationId,
  seatId: null,
  guestRole: null,
  sentRole: null,
  count: 1,
  presence,
})
const event = (organisationIds: number[]) => ({ organisationIds })
const none = { concerns: [], table: undefined, events: [], isTold: false }
const reached = (all: ReturnType<typeof aimsOf>): string[] =>
  all.filter((each) => each.reached).map((each) => each.aim)

t.test(
  'an action without a concern, agreed between tables, has reached none of the aims',
  async (t) => {
    t.same(reached(aimsOf(action(), none)), [])
  },
)

t.test(
  'it is thought out with those who were at the table, and not with the absent or by one alone',
  async (t) => {
    const priority = concern({
      priorities: [{ roundTableId: 1, agreed: true, reason: null, at: AT }],
    })
    t.same(reached(aimsOf(action(), { ...none, concerns: [concern()] })), ['understood'])
    const all = aimsOf(action(), { ...none, concerns: [priority], table: table([1, 2], [3]) })
    t.same(reached(all), ['understood', 'priority', 'designed'])
    t.same(all.find((each) => each.aim === 'designed')!.organisationIds, [1, 2])
    t.same(reached(aimsOf(action(), { ...none, table: table([1], [2]) })), [])
    t.same(
      reached(
        aimsOf(action({}, { leadId: 3, proposed: true }), { ...none, table: table([1, 2], [3]) }),
      ),
      [],
      'R6: not while its lead has not accepted it',
    )
  },
)

t.test(
  'it is done with those who did their part or took part, and looked back on once it is closed and told',
  async (t) => {
    t.same(reached(aimsOf(saying('done', { leadId: 1 }), none)), [], 'one alone is not together')
    t.same(
      aimsOf(saying('done', { leadId: 1 }), { ...none, events: [event([1, 2])] }).find(
        (each) => each.aim === 'delivered',
      ),
      { aim: 'delivered', reached: true, organisationIds: [1, 2] },
    )
    const joint = action(
      {
        updates: [
          update({ id: 1 }),
          update({ id: 2, status: 'done', text: 'x' }),
          update({ id: 3, status: 'done', text: 'y', organisationId: 2 }),
        ],
      },
      { leadId: 1, helperIds: [2] },
    )
    t.same(reached(aimsOf(joint, none)), ['delivered'])
    const closed = {
      ...joint,
      closings: [{ id: 1, roundTableId: 1, at: AT, reopenedAt: null, reopeningReason: null }],
    }
    t.same(reached(aimsOf(closed, none)), ['delivered'])
    t.same(reached(aimsOf(closed, { ...none, isTold: true })), ['delivered', 'reviewed'])
  },
)

t.test(
  'R1: nobody did together what could not be done, and each says it of its own part',
  async (t) => {
    const delivered = (one: Parameters<typeof aimsOf>[0]) =>
      aimsOf(one, none).find((each) => each.aim === 'delivered')!.organisationIds
    const said = (lead: 'done' | 'could-not', helper: 'done' | 'could-not') =>
      action(
        {
          updates: [
            update({ id: 1 }),
            update({ id: 2, status: helper, text: 'x', organisationId: 2 }),
            update({ id: 3, status: lead, text: 'y' }),
          ],
        },
        { leadId: 1, helperIds: [2] },
      )
    t.same(delivered(said('could-not', 'done')), [2])
    t.same(delivered(said('done', 'could-not')), [1])
    t.same(delivered(said('done', 'done')), [1, 2])
    t.same(delivered(saying('could-not', { leadId: 1 })), [])
    const again = { id: 1, roundTableId: 1, at: AT, reopenedAt: AT, reopeningReason: 'It broke' }
    t.same(
      delivered({ ...said('done', 'done'), closings: [again] }),
      [2],
      'nor what is opened again',
    )
  },
)

t.test(
  'what came first once was agreed as a priority, here and on the page of the concern',
  async (t) => {
    const priorities = [true, false].map((agreed) => ({
      roundTableId: 1,
      agreed,
      reason: null,
      at: AT,
    }))
    t.match(reached(aimsOf(action(), { ...none, concerns: [concern({ priorities })] })), [
      'understood',
      'priority',
    ])
  },
)
