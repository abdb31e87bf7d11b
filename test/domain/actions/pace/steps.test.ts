import t from 'tap'
import { statusOf } from '../../../../src/domain/actions/action.ts'
import { changeSteps, sayStepsDone, type Step } from '../../../../src/domain/actions/pace/steps.ts'
import { action } from '../../make.ts'

const step = (id: number, done?: boolean, over: Partial<Step> = {}): Step => ({
  id,
  text: `Step ${id}`,
  personId: 1,
  at: '2022-01-27T10:00:00.000Z',
  endedAt: null,
  ticks: done === undefined ? [] : [{ done, personId: 1, at: '2022-01-28T10:00:00.000Z' }],
  ...over,
})
const NOTHING = { shown: [], ticked: [], done: [], added: [], out: null }

t.test('R2: steps are counted, and say nothing of where the action stands', async (t) => {
  const taken = step(4, true, { endedAt: '2022-01-29T10:00:00.000Z' })
  const walked = action({ steps: [step(1, true), step(2, false), step(3), taken] })
  t.equal(sayStepsDone(walked), '1 of 3 steps')
  t.equal(sayStepsDone(action({ steps: [step(1, true)] })), '1 of 1 step')
  t.equal(sayStepsDone(action()), '')
  t.equal(statusOf(action({ steps: [step(1, true)] })), 'not-started')
})

t.test(
  'R23: only what someone changed is written, and what others ticked meanwhile stays',
  async (t) => {
    const now = action({ steps: [step(1, true), step(2), step(3)] })
    const form = { ...NOTHING, shown: [1, 2, 3] }
    // Drawn before a colleague ticked the first: the form says nothing of it.
    t.match(changeSteps(now, { ...form, done: [2] }), {
      value: { ticks: [{ stepId: 2, done: true }] },
    })
    t.match(changeSteps(now, { ...form, ticked: [1] }), {
      value: { ticks: [{ stepId: 1, done: false }] },
    })
    t.match(changeSteps(now, { ...form, done: [1] }), { value: { ticks: [] } }, 'done already')
    t.match(changeSteps(now, { ...NOTHING, out: 2 }), { value: { ticks: [], out: 2 } })
    t.match(changeSteps(now, { ...NOTHING, out: 99 }), { value: { out: null } })
  },
)

t.test('there are twelve steps at most, each one line', async (t) => {
  const full = action({ steps: Array.from({ length: 11 }, (_, i) => step(i + 1)) })
  const added = changeSteps(full, { ...NOTHING, added: [' Book the hall ', '', ' '] })
  t.match(added, { accepted: true, value: { added: ['Book the hall'] } })
  t.match(changeSteps(full, { ...NOTHING, added: ['One', 'Two'] }), {
    accepted: false,
    refusals: [{ field: 'text', reason: /room for 1 more/ }],
  })
  t.match(changeSteps(full, { ...NOTHING, added: ['a'.repeat(201)] }), { accepted: false })
  t.match(changeSteps(action({ takenOutAt: 'x' }), { ...NOTHING, added: ['One'] }), {
    accepted: false,
  })
})
