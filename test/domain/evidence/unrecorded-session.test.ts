import t from 'tap'
import {
  countUnrecorded,
  planUnrecorded,
  type UnrecordedSession,
} from '../../../src/domain/evidence/unrecorded-session.ts'
import { TODAY } from '../make.ts'

const session = (over: Partial<UnrecordedSession> = {}): UnrecordedSession => ({
  id: 1,
  programmeId: null,
  heldOn: '2022-01-20',
  name: 'Mentoring group',
  headCount: null,
  shared: null,
  ...over,
})

t.test('R16: a session is planned with a day or a month, and which group it is', async (t) => {
  t.same(planUnrecorded({ heldOn: '2022-02', name: ' Mentoring group ' }), {
    accepted: true,
    value: { heldOn: '2022-02', name: 'Mentoring group' },
  })
  t.match(planUnrecorded({ heldOn: null, name: ' ' }), {
    accepted: false,
    refusals: [{ field: 'heldOn' }, { field: 'name' }],
  })
})

t.test(
  'R16: it is counted when it has been, and words are shared only when the group agreed',
  async (t) => {
    const came = { headCount: 11, shared: '', agreed: false }
    t.same(countUnrecorded(session(), came, TODAY), {
      accepted: true,
      value: { headCount: 11, shared: null },
    })
    t.same(
      countUnrecorded(
        session(),
        { headCount: 0, shared: ' We want to meet again ', agreed: true },
        TODAY,
      ),
      { accepted: true, value: { headCount: 0, shared: 'We want to meet again' } },
    )
    t.match(countUnrecorded(session(), { ...came, shared: 'We want to meet again' }, TODAY), {
      refusals: [{ field: 'agreed' }],
    })
    t.match(countUnrecorded(session(), { ...came, headCount: null }, TODAY), {
      refusals: [{ field: 'headCount' }],
    })
    t.match(countUnrecorded(session({ heldOn: '2022-01-28' }), came, TODAY), {
      refusals: [{ field: 'headCount', reason: /lies ahead/ }],
    })
    t.match(countUnrecorded(session({ heldOn: '2022-02' }), came, TODAY), { accepted: false })
    t.match(
      countUnrecorded(session({ heldOn: '2022-01' }), came, TODAY),
      { accepted: true },
      'this month may have been',
    )
    t.match(countUnrecorded(session({ heldOn: TODAY }), came, TODAY), { accepted: true })
  },
)
