import t from 'tap'
import {
  dueOf,
  isPressing,
  monthsAfter,
  stepsToTake,
  takeStep,
  type Request,
  type RequestStepKind,
} from '../../../src/domain/residents/request.ts'

const asked = (
  kind: Request['kind'],
  receivedOn: string,
  steps: [RequestStepKind, string][] = [],
): Request => ({
  id: 1,
  kind,
  messageId: null,
  text: 'What do you hold about me?',
  receivedOn,
  personId: 1,
  at: `${receivedOn}T09:00:00.000Z`,
  contact: null,
  steps: steps.map(([step, on]) => ({
    kind: step,
    words: 'x',
    on,
    personId: 1,
    at: `${on}T09:00:00.000Z`,
  })),
})

t.test('R29: a month is the same number in the next, or its last day', async (t) => {
  t.equal(monthsAfter('2026-09-03', 1), '2026-10-03')
  t.equal(monthsAfter('2027-01-31', 1), '2027-02-28')
  t.equal(monthsAfter('2028-01-31', 1), '2028-02-29')
  t.equal(monthsAfter('2026-11-30', 3), '2027-02-28')
  t.equal(monthsAfter('2026-12-15', 1), '2027-01-15')
})

t.test('R29: a request has a month, or three where it is complex and they were told', async (t) => {
  t.same(dueOf(asked('access', '2026-03-31')), { todo: 'answer', by: '2026-04-30' })
  const longer = asked('access', '2026-03-31', [['extended', '2026-04-20']])
  t.same(dueOf(longer), { todo: 'answer', by: '2026-06-30' })
  t.equal(dueOf(asked('access', '2026-03-31', [['answered', '2026-04-20']])), null)
  t.match(
    takeStep(
      asked('access', '2026-03-31'),
      { kind: 'extended', words: 'Many files', on: '2026-05-02' },
      '2026-05-02',
    ),
    { accepted: false, refusals: [{ field: 'on' }] },
    'not once the first month is over',
  )
})

t.test('R29: the clock stands still while we wait for what we asked them', async (t) => {
  const waits = asked('access', '2026-03-10', [['asked', '2026-03-15']])
  t.same(dueOf(waits), { todo: 'wait', by: null })
  t.notOk(isPressing(waits, '2027-01-01'))
  const heard = asked('access', '2026-03-10', [
    ['asked', '2026-03-15'],
    ['heard', '2026-03-25'],
  ])
  t.same(dueOf(heard), { todo: 'answer', by: '2026-04-20' }, 'ten days later')
})

t.test(
  'R29: a complaint is acknowledged within 30 days, and never a month without a word',
  async (t) => {
    const complaint = asked('complaint', '2026-06-01')
    t.same(
      dueOf(complaint),
      { todo: 'acknowledge', by: '2026-06-30' },
      'the day it came is the first',
    )
    t.ok(isPressing(complaint, '2026-06-20'))
    t.notOk(isPressing(complaint, '2026-06-19'))
    const acknowledged = asked('complaint', '2026-06-01', [['acknowledged', '2026-06-05']])
    t.same(dueOf(acknowledged), { todo: 'tell', by: '2026-07-05' })
    t.same(stepsToTake(complaint), ['acknowledged', 'asked', 'answered'])
    t.same(stepsToTake(acknowledged), ['asked', 'told', 'answered', 'taken-back'])
  },
)

t.test('R29: what is answered is answered; an answer and a no need words', async (t) => {
  const open = asked('erasure', '2026-06-01')
  const refused = (step: Parameters<typeof takeStep>[1], request = open) =>
    takeStep(request, step, '2026-06-10')
  t.match(refused({ kind: 'answered', words: ' ', on: '2026-06-10' }), {
    refusals: [{ field: 'words' }],
  })
  t.match(refused({ kind: 'answered', words: 'Done', on: '2026-06-11' }), {
    refusals: [{ field: 'on' }],
  })
  t.match(refused({ kind: 'answered', words: 'Done', on: '2026-05-31' }), {
    refusals: [{ field: 'on' }],
  })
  t.match(refused({ kind: 'told', words: 'Soon', on: '2026-06-10' }), {
    refusals: [{ field: 'kind' }],
  })
  t.match(refused({ kind: 'answered', words: ' Done ', on: '2026-06-10' }), {
    accepted: true,
    value: { words: 'Done' },
  })
  const closed = asked('erasure', '2026-06-01', [['refused', '2026-06-09']])
  t.match(refused({ kind: 'answered', words: 'Done', on: '2026-06-10' }, closed), {
    accepted: false,
  })
  t.same(stepsToTake(closed), ['taken-back'])
})

t.test('R29: days that are out of order, or too late, move no deadline', async (t) => {
  const take = (request: Request, kind: RequestStepKind, on: string, today = '2027-01-30') =>
    takeStep(request, { kind, words: 'x', on }, today)
  const waits = asked('access', '2026-11-01', [['asked', '2026-11-20']])
  t.match(
    take(waits, 'heard', '2026-11-05'),
    { refusals: [{ field: 'on' }] },
    'before it was asked',
  )
  t.match(take(waits, 'heard', '2026-11-25'), { accepted: true })
  t.match(take(waits, 'extended', '2027-01-20'), { accepted: true }, 'the clock stands still')
  const late = asked('access', '2026-11-01')
  t.match(take(late, 'asked', '2026-12-02'), { refusals: [{ field: 'on' }] }, 'late stays late')
  const twice = asked('access', '2026-11-01', [
    ['asked', '2026-11-05'],
    ['heard', '2026-11-10'],
    ['asked', '2026-11-12'],
    ['heard', '2026-11-15'],
  ])
  t.same(dueOf(twice), { todo: 'answer', by: '2026-12-09' }, 'five days and three')
})

t.test('R3, R29: a step that was wrong is taken back, and the clock runs again', async (t) => {
  const wrong = asked('access', '2026-03-31', [
    ['extended', '2026-04-20'],
    ['answered', '2026-04-21'],
  ])
  t.equal(dueOf(wrong), null)
  const back = { kind: 'taken-back', words: 'It was another one', on: '2026-04-22' } as const
  t.match(takeStep(wrong, back, '2026-04-22'), { accepted: true })
  const steps = [...wrong.steps, { ...wrong.steps[0]!, kind: 'taken-back' as const }]
  t.same(dueOf({ ...wrong, steps }), { todo: 'answer', by: '2026-06-30' })
  t.same(
    dueOf({ ...wrong, steps: [...steps, steps.at(-1)!] }),
    { todo: 'answer', by: '2026-04-30' },
    'and the one before it',
  )
})
