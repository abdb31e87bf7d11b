import t from 'tap'
import { countTaps, eventTermsOf, tallyOf } from '../../../../src/domain/evidence/event.ts'
import { must } from '../../../../src/sample/must.ts'
import { AT } from '../../make.ts'
import { event } from './set-up.ts'
import {
  FIRST_GROUPS,
  type Grouping,
  groupingsOf,
} from '../../../../src/domain/evidence/grouping.ts'

const groupings = must(groupingsOf(FIRST_GROUPS))
const gender = groupings[0]!
const tap = (group: string, count = 1, grouping = 'gender') => ({ grouping, group, count, at: AT })

t.test(
  'R19: the partnership sets the groups it counts by, one way of grouping to a line',
  async (t) => {
    t.same(
      groupings.map((each) => [each.code, each.groups.map((group) => group.code)]),
      [
        ['gender', ['male', 'female', 'not-asked']],
        ['age', ['under-18', '18-to-24', '25-and-over', 'not-asked']],
      ],
    )
    t.same(
      must(groupingsOf('\n  Wer: Frauen & Mädchen , Männer\r\n')).map((each) =>
        each.groups.map((group) => group.code),
      ),
      [['frauen-madchen', 'manner']],
    )
    t.same(must(groupingsOf('زبان: العربية, বাংলা'))[0]!.groups.length, 2)
    for (const bad of [
      'Gender',
      'Gender: Male',
      'Gender: Male, male',
      ': Male, Female',
      'Gender: Male, +',
      `Age: ${Array.from({ length: 11 }, (_, i) => `g${i}`).join(', ')}`,
    ]) {
      const decision = groupingsOf(`Area: North, South\n${bad}`)
      t.match(
        decision,
        { accepted: false, refusals: [{ field: 'groups', reason: `This one does not: “${bad}”` }] },
        bad,
      )
    }
    t.match(groupingsOf('Gender: A, B\ngender: C, D'), {
      accepted: false,
      refusals: [{ reason: /name of its own/ }],
    })
    t.equal(
      groupingsOf(Array.from({ length: 7 }, (_, i) => `G${i}: A, B`).join('\n')).accepted,
      false,
    )
    t.equal(
      groupingsOf(Array.from({ length: 6 }, (_, i) => `G${i}: A, B`).join('\n')).accepted,
      true,
    )
  },
)

t.test(
  'R17: a tally is the sum of its taps beside the head count, and whoever was counted in a group that is gone is still in it',
  async (t) => {
    t.equal(tallyOf(event(), gender), null, 'not counted this way')
    t.equal(tallyOf(event({ taps: [tap('under-18', 1, 'age')] }), gender), null)
    const taps = [tap('male', 14), tap('female', 25), tap('female', -1), tap('not-asked', 4)]
    t.same(tallyOf(event({ taps }, { headCount: 40 }), gender), {
      total: 40,
      groups: { male: 14, female: 24, 'not-asked': 4 },
    })
    t.same(tallyOf(event({ taps }, { headCount: null }), gender), {
      total: 42,
      groups: { male: 14, female: 24, 'not-asked': 4 },
    })
    const fewer: Grouping = { ...gender, groups: gender.groups.slice(0, 2) }
    t.same(
      tallyOf(event({ taps }, { headCount: null }), fewer),
      { total: 42, groups: { male: 14, female: 24 } },
      'the four do not go away with their group',
    )
  },
)

t.test('R17: no group falls below nobody, and one that nobody set is not counted', async (t) => {
  const now = event({ taps: [tap('male', 2)] })
  t.equal(countTaps(now, groupings, [tap('male', -1), tap('male', -1)]).accepted, true)
  t.equal(
    countTaps(now, groupings, [tap('male', -1), tap('male', -1), tap('male', -1)]).accepted,
    false,
  )
  t.equal(
    countTaps(now, groupings, [tap('female', -1), tap('female')]).accepted,
    true,
    'one letter counts as a whole',
  )
  for (const [group, grouping] of [
    ['men', 'gender'],
    ['male', 'sex'],
    ['under-18', 'gender'],
    ['constructor', 'gender'],
  ] as const)
    t.equal(countTaps(now, groupings, [tap(group, 1, grouping)]).accepted, false)
  t.same(eventTermsOf(now).name, 'Workshop for mothers')
})
