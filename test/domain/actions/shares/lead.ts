import t from 'tap'
import {
  type Action,
  finishedBy,
  isFinished,
  latestOf,
  type Update,
} from '../../../../src/domain/actions/action.ts'
import { hasDoneItsShare } from '../../../../src/domain/actions/shares.ts'
import { wanted } from '../../make.ts'
import { by, COUNCIL, joint, MOSAIC, POLICE, told, waits } from './set-up.ts'
import { change } from '../../../../src/domain/actions/agreement.ts'

/** The police led until September; then the council did, and the police helped. */
const swapped = (said: Partial<Update>[]): Action => {
  const before = joint()
  return joint(
    said,
    {},
    {
      terms: [
        { ...before.terms[0]!, helperIds: [COUNCIL] },
        {
          ...before.terms[0]!,
          id: 2,
          leadId: COUNCIL,
          helperIds: [POLICE],
          reason: 'Theirs',
          at: '2021-09-15T10:00:00.000Z',
        },
      ],
    },
  )
}

t.test(
  'R1: who led before and helps now speaks for its part alone, and what it said while it led still counts',
  async (t) => {
    const after = swapped([
      by(POLICE, 'under-way'),
      by(COUNCIL, 'waiting', { at: '2021-10-01T10:00:00.000Z' }),
      by(POLICE, 'done', { at: '2021-11-01T10:00:00.000Z' }),
    ])
    t.equal(latestOf(after).status, 'waiting', 'the action is where its lead says')
    t.same(told(after), [
      [COUNCIL, true, 'waiting', false],
      [POLICE, false, 'done', true],
    ])
    t.same(waits(after), [COUNCIL])
    const silent = swapped([by(POLICE, 'could-not')])
    t.equal(latestOf(silent).status, 'could-not', 'nobody has said otherwise since')
    t.same(
      told(silent)[1],
      [POLICE, false, null, false],
      'that was of the whole, and says nothing of its new part',
    )
  },
)

t.test(
  'R1: what a helper said of its part is not where the action stands once it leads',
  async (t) => {
    const after = swapped([by(COUNCIL, 'done', { at: '2021-08-01T10:00:00.000Z' })])
    t.equal(latestOf(after).status, 'not-started')
    t.notOk(isFinished(after))
    t.equal(
      latestOf(swapped([by(COUNCIL, 'done', { at: '2021-09-15T10:00:00.000Z' })])).status,
      'done',
      'said in the moment it took over, it is the lead’s',
    )
  },
)

t.test('R1: a lead that is taken away leaves a helper’s word where it was', async (t) => {
  const before = joint()
  const without = joint(
    [by(COUNCIL, 'done', { at: '2021-08-01T10:00:00.000Z' })],
    {},
    {
      terms: [
        before.terms[0]!,
        { ...before.terms[0]!, id: 2, leadId: null, at: '2021-09-15T10:00:00.000Z' },
      ],
    },
  )
  t.equal(latestOf(without).status, 'not-started')
  t.ok(hasDoneItsShare(without, COUNCIL))
})

t.test('nobody helps itself: who becomes the lead is no helper any more', async (t) => {
  const decision = change(
    joint(),
    { ...wanted({ leadId: COUNCIL, helperIds: [COUNCIL, MOSAIC] }), reason: 'Theirs', basedOn: 1 },
    () => true,
  )
  t.ok(decision.accepted)
  if (decision.accepted) t.same(decision.value.helperIds, [MOSAIC])
})

t.test(
  'what finished it is the first last word of those that stand, whatever was put better since',
  async (t) => {
    const id = (...said: Partial<Update>[]) => finishedBy(joint(said))?.id
    t.equal(id(), undefined)
    t.equal(
      id(by(POLICE, 'done'), by(COUNCIL, 'under-way'), by(POLICE, 'done', { text: 'Put better' })),
      2,
    )
    t.equal(
      id(by(POLICE, 'done'), by(POLICE, 'under-way'), by(POLICE, 'could-not')),
      4,
      'finished anew',
    )
    t.equal(
      id(by(POLICE, 'done', { takenBackAt: '2022-01-01T10:00:00.000Z' }), by(POLICE, 'done')),
      3,
    )
  },
)
