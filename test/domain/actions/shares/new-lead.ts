import t from 'tap'
import {
  lastHeardOn,
  saidBeforeLead,
  silence,
  statusOf,
  termsOf,
  type Terms,
} from '../../../../src/domain/actions/action.ts'
import { sayBeforeLead } from '../../../../src/domain/actions/pace/say-pace.ts'
import { factsOf } from '../../../../src/domain/publishing/kinds/entry/facts.ts'
import { action, concern, source, update } from '../../make.ts'
import { COUNCIL, POLICE, told } from './set-up.ts'

const SAID = '2022-03-01T10:00:00.000Z'
const terms = (over: Partial<Terms>): Terms => ({ ...termsOf(action()), ...over })
const handedOn = (helperIds: number[] = [], more: Parameters<typeof update>[0][] = []) =>
  action({
    updates: [
      update({ id: 1, organisationId: POLICE, at: '2022-01-10T10:00:00.000Z' }),
      update({ id: 2, organisationId: POLICE, status: 'under-way', text: 'Rota drawn', at: SAID }),
      ...more.map((each) => update(each)),
    ],
    terms: [
      terms({ id: 1, leadId: POLICE, at: '2022-01-10T10:00:00.000Z' }),
      terms({ id: 2, leadId: COUNCIL, helperIds, at: '2022-04-28T10:00:00.000Z' }),
    ],
  })

t.test(
  'R1, R5, R8: what the old lead said stays, as its own words; the new lead is not heard of yet, and is silent from the day it became theirs',
  async (t) => {
    const given = handedOn([POLICE])
    t.equal(statusOf(given), 'under-way')
    t.match(saidBeforeLead(given), { organisationId: POLICE, text: 'Rota drawn' })
    t.equal(
      sayBeforeLead(given, { publicName: (id) => (id === POLICE ? 'the police' : 'the council') }),
      'The police said this on 1 March 2022, before the council led it.',
    )
    t.same(told(given), [
      [COUNCIL, true, null, false],
      [POLICE, false, null, false],
    ])
    t.equal(lastHeardOn(given), '2022-04-28')
    t.equal(silence(given, '2022-05-08'), 10)
  },
)

t.test('R5, R8: once the new lead has spoken, the words are theirs', async (t) => {
  const spoken = handedOn(
    [],
    [
      {
        id: 3,
        organisationId: COUNCIL,
        status: 'done',
        text: 'Up',
        at: '2022-05-02T10:00:00.000Z',
      },
    ],
  )
  t.equal(saidBeforeLead(spoken), null)
  t.equal(lastHeardOn(spoken), '2022-05-02')
})

t.test('R28: a copy tells whose words they were, and gives them to nobody else', async (t) => {
  const told = (given: ReturnType<typeof handedOn>) =>
    factsOf(concern(), 'A stall', source({ actionsUnder: () => [given] }), () => 'Lights')
      .actions[0]!
  t.match(told(handedOn()), {
    status: 'under-way',
    lastHeardOn: '2022-04-28',
    saidBefore: { on: '2022-03-01' },
  })
  const own = { id: 3, organisationId: COUNCIL, at: '2022-05-02T10:00:00.000Z' }
  t.equal(told(handedOn([], [{ ...own, text: 'Up' }])).saidBefore, undefined)
})
