import { change } from '../../../src/domain/actions/agreement.ts'
import t from 'tap'
import {
  finishedBy,
  isFinished,
  lastHeardOn,
  latestOf,
  silence,
  type Action,
  type Status,
  type Terms,
  type Update,
} from '../../../src/domain/actions/action.ts'
import { hasDoneItsShare, sharesOf, waitingShares } from '../../../src/domain/actions/shares.ts'
import { action, update, wanted } from '../make.ts'

const POLICE = 2
const COUNCIL = 3
const MOSAIC = 1
const FIRST = update({ id: 1, organisationId: POLICE, at: '2021-07-15T10:00:00.000Z' })
/**
 * Led by the police, helped by the council and Mosaic, and what each said since, on the first of a
 * month.
 */
const joint = (
  said: Partial<Update>[] = [],
  terms: Partial<Terms> = {},
  over: Partial<Action> = {},
): Action =>
  action(
    {
      updates: [
        FIRST,
        ...said.map((each, i) =>
          update({
            id: i + 2,
            at: `2021-${String(i + 8).padStart(2, '0')}-01T10:00:00.000Z`,
            ...each,
          }),
        ),
      ],
      ...over,
    },
    { leadId: POLICE, helperIds: [COUNCIL, MOSAIC], ...terms },
  )
const by = (
  organisationId: number,
  status: Status,
  over: Partial<Update> = {},
): Partial<Update> => ({ organisationId, status, text: 'Said', ...over })
const told = (each: Action) =>
  sharesOf(each).map((part) => [
    part.organisationId,
    part.leads,
    part.latest?.status ?? null,
    part.isDone,
  ])
const waits = (each: Action) => waitingShares(each).map((part) => part.organisationId)

t.test(
  'the lead’s part comes first, then each helper’s in the order they were agreed, and who was never heard of says so',
  async (t) => {
    t.same(told(joint()), [
      [POLICE, true, 'not-started', false],
      [COUNCIL, false, null, false],
      [MOSAIC, false, null, false],
    ])
    t.same(
      told(
        joint([
          by(COUNCIL, 'under-way'),
          by(POLICE, 'waiting', { waitingFor: 'x' }),
          by(MOSAIC, 'done'),
        ]),
      ),
      [
        [POLICE, true, 'waiting', false],
        [COUNCIL, false, 'under-way', false],
        [MOSAIC, false, 'done', true],
      ],
    )
    t.same(sharesOf(joint([], { helperIds: [] })), [], 'where nobody helps there are no parts')
    t.same(
      told(joint([by(COUNCIL, 'done')], { leadId: null, helperIds: [COUNCIL] })),
      [[COUNCIL, false, 'done', true]],
      'R2: with no lead agreed, the helpers alone',
    )
  },
)

t.test(
  'whose part waits is said once somebody’s is done, and not where all are, or the table has closed it',
  async (t) => {
    t.same(waits(joint()), [], 'everyone is at work')
    t.same(waits(joint([by(POLICE, 'done')])), [COUNCIL, MOSAIC])
    t.same(
      waits(joint([by(COUNCIL, 'could-not')])),
      [POLICE, MOSAIC],
      'could not is a last word too',
    )
    t.same(waits(joint([by(POLICE, 'done'), by(COUNCIL, 'done'), by(MOSAIC, 'could-not')])), [])
    const closing = {
      id: 1,
      roundTableId: null,
      at: '2022-01-01T10:00:00.000Z',
      reopenedAt: null,
      reopeningReason: null,
    }
    t.same(waits(joint([by(POLICE, 'done')], {}, { closings: [closing] })), [])
    t.same(
      waits(
        joint(
          [by(POLICE, 'done')],
          {},
          {
            closings: [
              { ...closing, reopenedAt: '2022-01-02T10:00:00.000Z', reopeningReason: 'Again' },
            ],
          },
        ),
      ),
      [COUNCIL, MOSAIC],
    )
    t.same(
      waits(joint([by(POLICE, 'done')], { kind: 'standing' })),
      [],
      'what keeps going is never over, for anyone',
    )
    t.same(
      waits(joint([by(COUNCIL, 'done')], { proposed: true })),
      [],
      'what its lead has not accepted waits for that',
    )
  },
)

t.test(
  'R1, R8: what a helper says never changes where the action stands, nor ends its silence',
  async (t) => {
    for (const status of ['done', 'could-not', 'waiting'] as const) {
      const said = joint([by(COUNCIL, status, { at: '2021-12-01T10:00:00.000Z' })])
      t.match(
        [latestOf(said).id, isFinished(said), lastHeardOn(said), silence(said, '2021-12-02')],
        [1, false, '2021-07-15', 140],
        status,
      )
    }
    t.equal(latestOf(joint([by(POLICE, 'under-way'), by(COUNCIL, 'done')])).status, 'under-way')
    t.equal(
      latestOf(joint([by(COUNCIL, 'done'), { organisationId: null, status: 'waiting' }])).status,
      'waiting',
      'typed for nobody in particular, it is of the whole',
    )
  },
)

t.test(
  'a part that was taken back is as if it had not been said, and the one before counts again',
  async (t) => {
    const back = '2022-01-02T10:00:00.000Z'
    t.same(told(joint([by(COUNCIL, 'under-way'), by(COUNCIL, 'done', { takenBackAt: back })]))[1], [
      COUNCIL,
      false,
      'under-way',
      false,
    ])
    t.same(told(joint([by(COUNCIL, 'done', { takenBackAt: back })]))[1], [
      COUNCIL,
      false,
      null,
      false,
    ])
  },
)

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
