import t from 'tap'
import {
  answer,
  concernsOf,
  isEnded,
  isWaiting,
  join,
  markAtRisk,
  putAside,
  type Message,
  type OutcomeKind,
} from '../../../src/domain/residents/message.ts'
import { may } from '../../../src/domain/may.ts'
import { saysNo } from '../../../src/domain/residents/verdict.ts'
import { ROLES } from '../../../src/domain/people/person.ts'
import { AT, concern } from '../make.ts'

const outcome = (kind: OutcomeKind, concernId: number | null = null) => ({
  kind,
  concernId,
  personId: 1,
  at: AT,
})
const message = (over: Partial<Message> = {}): Message => ({
  id: 1,
  text: 'The lift is broken',
  language: 'en',
  area: null,
  at: AT,
  atRisk: false,
  list: [],
  contact: null,
  outcomes: [],
  ...over,
})
const why = (decision: { accepted: boolean; refusals?: { reason: string }[] }): string =>
  decision.accepted ? '' : decision.refusals!.map((each) => each.reason).join('. ')

t.test('R27: a message waits until someone decides what becomes of it', async (t) => {
  t.ok(isWaiting(message()))
  t.ok(isWaiting(message({ outcomes: [outcome('read')] })), 'being read is not a decision')
  for (const kind of ['answered', 'closed'] as const) {
    t.notOk(isWaiting(message({ outcomes: [outcome(kind)] })))
    t.ok(isEnded(message({ outcomes: [outcome(kind)] })))
  }
  const became = message({
    outcomes: [outcome('read'), outcome('concern', 4), outcome('joined', 7)],
  })
  t.notOk(isWaiting(became))
  t.notOk(isEnded(became), 'an answer may still come')
  t.same(concernsOf(became), [4, 7])
})

t.test(
  'R27: someone may be at risk: at least one person may know, and it is said once',
  async (t) => {
    t.ok(markAtRisk(message(), [3]).accepted)
    t.match(why(markAtRisk(message(), [])), 'at least one person')
    t.match(why(markAtRisk(message({ atRisk: true, list: [3] }), [4])), 'already')
  },
)

t.test(
  'R11: a message of someone at risk is joined only to a concern that is held in private, and the other way round',
  async (t) => {
    const held = concern({ depth: 'named', ground: 'A family could be identified.', list: [3] })
    t.ok(join(message(), concern()).accepted)
    t.ok(join(message({ atRisk: true, list: [3] }), held).accepted)
    t.match(why(join(message({ atRisk: true, list: [3] }), concern())), 'held in private')
    t.match(why(join(message(), held)), 'held in private')
    t.match(why(join(message(), concern({ mergedIntoId: 2 }))), 'not there any more')
    t.match(why(join(message(), concern({ takenOutAt: AT }))), 'not there any more')
    t.match(why(join(message({ outcomes: [outcome('joined', 1)] }), concern())), 'already')
  },
)

t.test(
  'R27: what is answered has words, ends it, and never goes to a number that may be in other hands',
  async (t) => {
    t.same(answer(message(), '  On Thursdays.  '), { accepted: true, value: 'On Thursdays.' })
    t.match(why(answer(message(), '  ')), 'Write the answer')
    t.match(why(answer(message({ outcomes: [outcome('answered')] }), 'Again')), 'answered already')
    t.match(why(answer(message({ atRisk: true, list: [3] }), 'We will ring you')), 'in other hands')
    t.ok(putAside(message({ atRisk: true, list: [3] })).accepted, 'it can be dealt with')
    t.notOk(putAside(message({ outcomes: [outcome('closed')] })).accepted)
  },
)

t.test(
  'R27: who may read it: coordinators alone, and only those listed once someone may be at risk',
  async (t) => {
    const calm = { atRisk: false, list: [] }
    const risky = { atRisk: true, list: [9] }
    for (const role of ROLES) {
      const who = {
        personId: 1,
        name: 'x',
        role,
        approves: true,
        organisationId: 1,
        seatIds: [1],
        isCharity: true,
      }
      t.equal(may.readMessages(who), role === 'coordinator', role)
      t.equal(may.seeMessage(who, calm), role === 'coordinator', `${role} and a message`)
      t.equal(may.seeMessage(who, risky), false, `${role} and one that names others`)
      t.equal(may.seeMessage({ ...who, personId: 9 }, risky), true, `${role} who is listed`)
      t.equal(
        may.handleMessage({ ...who, personId: 9 }, risky),
        role === 'coordinator',
        `${role} who is listed, and acting on it`,
      )
    }
  },
)

t.test('three who say no put it on the agenda, unless more say yes', async (t) => {
  const said = (yes: number, no: number) => ({ yes, little: 0, no, unsure: 0 })
  t.notOk(saysNo('difference', said(0, 2)))
  t.ok(saysNo('difference', said(0, 3)))
  t.ok(saysNo('difference', said(2, 3)))
  t.notOk(saysNo('difference', said(3, 3)))
  t.notOk(saysNo('difference', said(9, 3)))
})
