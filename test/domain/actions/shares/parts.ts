import t from 'tap'
import {
  isFinished,
  lastHeardOn,
  latestOf,
  silence,
} from '../../../../src/domain/actions/action.ts'
import { sharesOf } from '../../../../src/domain/actions/shares.ts'
import { by, COUNCIL, joint, MOSAIC, POLICE, told, waits } from './set-up.ts'

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
    const again = { ...closing, reopenedAt: '2022-02-02T10:00:00.000Z', reopeningReason: 'Again' }
    const reopened = joint([by(POLICE, 'done')], {}, { closings: [again] })
    t.same(told(reopened)[0], [POLICE, true, 'under-way', false], 'R3: it is theirs anew')
    t.same(waits(reopened), [], 'everyone is at work again')
    t.same(
      waits(joint([by(COUNCIL, 'done'), by(POLICE, 'done')], {}, { closings: [again] })),
      [POLICE, MOSAIC],
      'but whose part was done has done it',
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
