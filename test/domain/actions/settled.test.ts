import t from 'tap'
import { lastHeardOn } from '../../../src/domain/actions/action.ts'
import { settle, type HowItWas } from '../../../src/domain/actions/agreement.ts'
import { action, TODAY } from '../make.ts'

const OPENED = '2021-07-15T09:00:00.000Z'

t.test('R6: what waits for its lead is settled by how the lead was at the table', async (t) => {
  const of = (proposed: boolean, was: HowItWas, over = {}) =>
    settle(action(over, { leadId: 2, proposed }), OPENED, () => was)?.proposed
  t.equal(of(true, 'here'), false)
  t.equal(of(false, 'away'), true)
  t.equal(of(true, 'away'), undefined, 'it stands as it should')
  t.equal(of(false, 'here'), undefined)
  for (const proposed of [true, false])
    t.equal(of(proposed, 'not said'), undefined, 'nothing is guessed (R2)')
  const answer = { termsId: 1, accepted: true, words: null, organisationId: 2, personId: 1, at: '' }
  t.equal(of(true, 'here', { acceptances: [answer] }), undefined, 'they have said it themselves')
  t.equal(of(true, 'here', { takenOutAt: TODAY }), undefined)
  t.equal(
    settle(action({}, { leadId: null, proposed: true }), OPENED, () => 'here'),
    undefined,
    'and nobody leads it yet',
  )
})

t.test(
  'R6: who led before goes on leading as it was accepted, whatever else the table changed',
  async (t) => {
    const later = '2021-10-28T09:00:00.000Z'
    for (const proposed of [true, false]) {
      const first = { ...action().terms[0]!, leadId: 2, proposed }
      const changed = { ...first, id: 2, by: '2022-05', at: '2021-10-28T10:00:00.000Z' }
      for (const was of ['here', 'away'] as const) {
        const same = action({ terms: [first, changed] })
        t.equal(
          settle(same, later, () => was),
          undefined,
          'only a date is new',
        )
        t.equal(
          settle(action({ terms: [first] }), later, () => was),
          undefined,
          'nothing is new',
        )
      }
      const given = action({ terms: [first, { ...changed, leadId: 3, proposed: true }] })
      t.equal(settle(given, later, () => 'here')?.proposed, false, 'a new lead was there')
    }
  },
)

t.test('R8: a yes or a no to what was proposed is word from its lead', async (t) => {
  const proposed = action({}, { leadId: 2, proposed: true })
  t.equal(lastHeardOn(proposed), '2021-07-15')
  const at = '2021-12-20T10:00:00.000Z'
  for (const accepted of [true, false]) {
    const answer = { termsId: 1, accepted, words: 'Yes', organisationId: 2, personId: 4, at }
    t.equal(lastHeardOn({ ...proposed, acceptances: [answer] }), '2021-12-20')
  }
})
