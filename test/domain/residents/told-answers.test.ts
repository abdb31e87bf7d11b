import fc from 'fast-check'
import t from 'tap'
import { tellAnswers, type Answered } from '../../../src/domain/residents/told-answers.ts'
import {
  questionOf,
  saysNo,
  VERDICTS,
  type Verdicts,
} from '../../../src/domain/residents/verdict.ts'

const said = (verdicts: Partial<Verdicts>, over: Partial<Answered> = {}): Answered => ({
  slug: '2021-q3-1',
  since: 1,
  question: 'difference',
  verdicts: { yes: 0, little: 0, no: 0, unsure: 0, ...verdicts },
  ...over,
})
const counts = fc.record({
  yes: fc.nat(99),
  little: fc.nat(99),
  no: fc.nat(99),
  unsure: fc.nat(99),
})

t.test('an answer is asked for where there is one to give', async (t) => {
  t.same((['done', 'standing', 'under-way', 'could-not', 'unanswered'] as const).map(questionOf), [
    'difference',
    'difference',
    'still',
    'still',
    'still',
  ])
  t.ok(saysNo('still', { yes: 3, little: 0, no: 1, unsure: 0 }))
  t.notOk(saysNo('still', { yes: 0, little: 0, no: 9, unsure: 0 }), 'a problem that is gone')
  t.ok(saysNo('difference', { yes: 1, little: 0, no: 3, unsure: 0 }))
})

t.test(
  'R17: an answer of fewer than ten people is never told, and no total gives it away',
  async (t) => {
    t.same(tellAnswers([said({ yes: 9, no: 9 })], []), [], 'nothing at all')
    t.same(tellAnswers([said({ yes: 46, little: 3, no: 12 })], [])[0]!.counts, {
      yes: 40,
      little: null,
      no: 10,
      unsure: null,
    })
    // Whatever the small ones are, the page is the same: nobody can tell 0 from 9.
    fc.assert(
      fc.property(counts, fc.nat(9), fc.constantFrom(...VERDICTS), (verdicts, small, which) => {
        const one = tellAnswers([said({ ...verdicts, [which]: small })], [])
        const other = tellAnswers([said({ ...verdicts, [which]: 0 })], [])
        t.same(one, other)
      }),
      { numRuns: 200 },
    )
  },
)

t.test(
  'R17: all the times that they are told, taken together, tell no small number either',
  async (t) => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const before = tellAnswers([said(first)], [])
        const after = tellAnswers([said(second)], before)
        for (const verdict of VERDICTS) {
          const [one, two] = [before[0]?.counts[verdict] ?? 0, after[0]?.counts[verdict] ?? 0]
          t.ok(two >= one && (two - one) % 10 === 0, 'it grows by whole tens and never less')
        }
      }),
      { numRuns: 200 },
    )
  },
)

t.test(
  'answers to one question are never added to those of the other, nor to older news',
  async (t) => {
    const before = tellAnswers([said({ yes: 50 })], [])
    t.same(tellAnswers([said({ yes: 10 }, { question: 'still' })], before)[0]!.counts.yes, 10)
    t.same(tellAnswers([said({ yes: 20 }, { since: 2 })], before)[0]!.counts.yes, 20)
  },
)
