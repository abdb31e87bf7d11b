import t from 'tap'
import {
  happenedOn,
  isFinished,
  isOverdue,
  openedAgain,
  PUT_RIGHT,
  silence,
  statusOf,
} from '../../../src/domain/actions/action.ts'
import { close } from '../../../src/domain/actions/closing.ts'
import { sayPace } from '../../../src/domain/actions/pace/say-pace.ts'
import { standing } from '../../../src/domain/concerns/standing.ts'
import { saying, TODAY, update } from '../make.ts'

const closing = { id: 1, roundTableId: null, at: '2021-12-02T10:00:00.000Z' }
const reopened = (reopeningReason = 'The lamps went out.', at = '2022-01-20T10:00:00.000Z') => [
  { ...closing, reopenedAt: at, reopeningReason },
]

t.test(
  'R1, R3, R8: what is opened again is to be done again, and is late and silent anew',
  async (t) => {
    const closed = saying(
      'done',
      { by: '2021-12' },
      { closings: [{ ...closing, reopenedAt: null, reopeningReason: null }] },
    )
    t.ok(isFinished(closed))
    t.equal(openedAgain(closed), null)
    const again = { ...closed, closings: reopened() }
    t.equal(statusOf(again), 'under-way')
    t.notOk(isFinished(again))
    t.ok(isOverdue(again, TODAY))
    t.equal(standing([again]), 'under-way')
    t.equal(silence(again, TODAY), 7, 'counted from the day it was opened again')
    t.notOk(close(again).accepted, 'what was said before does not close it a second time')
    t.equal(
      sayPace.openedAgain(again),
      'It was opened again on 20 January 2022. Why: The lamps went out.',
    )
  },
)

t.test('R3: a new word of its owner counts from then on', async (t) => {
  const again = saying('could-not', {}, { closings: reopened() })
  const done = update({ id: 3, status: 'done', text: 'Mended', at: '2022-01-25T10:00:00.000Z' })
  const finished = { ...again, updates: [...again.updates, done] }
  t.equal(statusOf(finished), 'done')
  t.equal(openedAgain(finished), null)
  t.ok(close(finished).accepted)
  t.equal(happenedOn({ ...again, updates: [{ ...done, at: closing.at, on: '2021-12' }] }), null)
  t.equal(happenedOn({ ...finished, updates: [{ ...done, on: '2022-01' }] }), '2022-01')
  const back = { ...done, takenBackAt: '2022-01-25T10:10:00.000Z' }
  t.equal(statusOf({ ...again, updates: [...again.updates, back] }), 'under-way')
})

t.test('a closing that was a slip of whoever minuted leaves it as its owner said', async (t) => {
  const slip = saying('done', {}, { closings: reopened(PUT_RIGHT) })
  t.equal(statusOf(slip), 'done')
  t.ok(close(slip).accepted)
  const [again] = reopened()
  const later = { ...closing, id: 2, reopenedAt: '2022-01-21T10:00:00.000Z' }
  t.equal(
    statusOf(saying('done', {}, { closings: [again!, { ...later, reopeningReason: PUT_RIGHT }] })),
    'under-way',
    'a slip that was put right since is no word of its owner',
  )
  const standingOne = saying('done', { kind: 'standing' }, { closings: reopened() })
  t.equal(statusOf(standingOne), 'done', 'what keeps going was never finished')
})
