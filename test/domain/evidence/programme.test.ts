import t from 'tap'
import {
  addPoint,
  beginPhase,
  endPhase,
  handOver,
  learningByTheme,
  pointsOf,
  rewriteProgramme,
  sayWhatBecame,
  seeOutcome,
  sightOf,
  takeOut,
  programmeTermsOf,
  writeProgramme,
  type Phase,
  type Point,
  type Programme,
  type ProgrammeWritten,
} from '../../../src/domain/evidence/programme.ts'

const WRITTEN: ProgrammeWritten = {
  name: 'Mentoring scheme',
  aim: 'Officers and staff learn from each other',
  startsOn: '2020-09',
  length: 'six months',
  agreement: 'Sessions are not recorded',
  support: 'A therapist',
  partnerIds: [1, 2],
}
const phase = (over: Partial<Phase> = {}): Phase => ({
  id: 1,
  name: 'First phase',
  startsOn: '2020-09',
  pairings: 11,
  handovers: [],
  ...over,
})
const point = (over: Partial<Point> = {}): Point => ({
  id: 1,
  kind: 'opportunity',
  theme: null,
  text: 'Bring back police hubs',
  sights: [],
  steps: [],
  isHeld: false,
  ...over,
})
const programme = (over: Partial<Programme> = {}): Programme => ({
  id: 1,
  depth: 'table',
  ground: null,
  list: [],
  createdAt: '2022-01-20T10:00:00.000Z',
  terms: [{ ...WRITTEN, id: 7, personId: 1, at: '2022-01-20T10:00:00.000Z' }],
  phases: [],
  points: [],
  alumniIds: [],
  ...over,
})

t.test(
  'R2: a programme needs a name and what it is for; all else may be not known yet',
  async (t) => {
    const open = {
      ...WRITTEN,
      startsOn: null,
      length: '',
      agreement: '',
      support: '',
      partnerIds: [],
    }
    t.same(writeProgramme(open), { accepted: true, value: open })
    t.match(writeProgramme({ ...open, name: ' ', aim: ' ' }), {
      accepted: false,
      refusals: [{ field: 'name' }, { field: 'aim' }],
    })
  },
)

t.test('R23: new words over someone else’s newer ones are a conflict', async (t) => {
  t.match(rewriteProgramme(programme(), { ...WRITTEN, name: 'New' }, 7), {
    accepted: true,
    value: { name: 'New' },
  })
  t.match(rewriteProgramme(programme(), WRITTEN, 6), {
    accepted: false,
    refusals: [{ field: 'conflict' }],
  })
  t.match(
    rewriteProgramme(programme(), WRITTEN, NaN),
    { accepted: false },
    'as is a form that does not say what it was made from',
  )
  t.match(rewriteProgramme(programme(), { ...WRITTEN, aim: '' }, 7), {
    accepted: false,
    refusals: [{ field: 'aim' }],
  })
})

t.test('R23: a phase has a name of its own, and a number of pairs or none', async (t) => {
  t.same(beginPhase(programme(), { name: ' First phase ', startsOn: null, pairings: null }), {
    accepted: true,
    value: { name: 'First phase', startsOn: null, pairings: null },
  })
  t.match(beginPhase(programme(), { name: ' ', startsOn: null, pairings: 0 }), {
    refusals: [{ field: 'name' }, { field: 'pairings' }],
  })
  t.match(
    beginPhase(programme({ phases: [phase({ pairings: null })] }), {
      name: 'First phase',
      startsOn: '2020-09',
      pairings: 11,
    }),
    { refusals: [{ field: 'name' }] },
    'a number sent later is not dropped without a word',
  )
  t.equal(endPhase(phase()).accepted, true)
  t.match(
    endPhase(
      phase({
        handovers: [
          { id: 1, organisationId: 1, fromRole: 'an officer', toRole: 'an inspector', at: '' },
        ],
      }),
    ),
    { refusals: [{ field: 'name' }] },
  )
})

t.test('R14: a baton is handed on by role, to someone at an organisation', async (t) => {
  t.same(handOver({ organisationId: 2, fromRole: ' an officer ', toRole: ' an inspector ' }), {
    accepted: true,
    value: { organisationId: 2, fromRole: 'an officer', toRole: 'an inspector' },
  })
  t.match(handOver({ organisationId: null, fromRole: '', toRole: ' ' }), {
    refusals: [{ field: 'organisationId' }, { field: 'fromRole' }, { field: 'toRole' }],
  })
})

t.test('R23: what was learned has a theme, and nothing is written down twice', async (t) => {
  const there = programme({
    points: [point(), point({ id: 2, kind: 'learning', theme: 'Agency', text: 'Both take part' })],
  })
  t.same(addPoint(there, { kind: 'outcome', theme: 'dropped', text: ' Open dialogue ' }), {
    accepted: true,
    value: { kind: 'outcome', theme: null, text: 'Open dialogue' },
  })
  t.match(addPoint(there, { kind: 'learning', theme: ' ', text: '' }), {
    refusals: [{ field: 'text' }, { field: 'theme' }],
  })
  t.match(addPoint(there, { kind: 'opportunity', theme: '', text: 'Bring back police hubs' }), {
    refusals: [{ field: 'text' }],
  })
  t.match(
    addPoint(there, { kind: 'outcome', theme: '', text: 'Bring back police hubs' }),
    { accepted: true },
    'the same words may be wanted as well',
  )
  t.match(
    addPoint(programme({ points: [point({ isHeld: true })] }), {
      kind: 'opportunity',
      theme: '',
      text: 'Bring back police hubs',
    }),
    { accepted: true },
    'R11: what is held in private answers nothing',
  )
  t.same(
    learningByTheme(
      programme({
        points: [
          point({ id: 1, kind: 'learning', theme: 'B' }),
          point({ id: 2, kind: 'learning', theme: 'A' }),
          point({ id: 3, kind: 'learning', theme: 'B' }),
        ],
      }),
    ).map(([theme, points]) => [theme, points.map((each) => each.id)]),
    [
      ['B', [1, 3]],
      ['A', [2]],
    ],
  )
  t.same(
    pointsOf(there, 'opportunity').map((each) => each.id),
    [1],
  )
})

t.test(
  'R12, R23: what is known of an outcome says how, needs words unless it is too early, and never covers what another said',
  async (t) => {
    const outcome = point({ kind: 'outcome' })
    t.same(seeOutcome(outcome, { strength: 'early', words: ' ' }, null), {
      accepted: true,
      value: { strength: 'early', words: '' },
    })
    for (const strength of ['counted', 'told', 'view'] as const) {
      t.match(
        seeOutcome(outcome, { strength, words: ' ' }, null),
        { refusals: [{ field: 'words' }] },
        strength,
      )
      t.match(
        seeOutcome(outcome, { strength, words: 'Six said so' }, null),
        { accepted: true },
        strength,
      )
    }
    t.match(seeOutcome(outcome, { strength: '', words: 'Six said so' }, null), {
      refusals: [{ field: 'strength' }],
    })
    t.match(seeOutcome(point(), { strength: 'view', words: 'Six said so' }, null), {
      accepted: false,
    })
    const seen = point({
      kind: 'outcome',
      sights: [
        { id: 4, strength: 'view', words: 'It helps', personId: 1, at: '' },
        { id: 5, strength: 'told', words: 'They said so', personId: 1, at: '' },
      ],
    })
    t.equal(sightOf(seen)?.id, 5, 'the newest counts')
    t.match(seeOutcome(seen, { strength: 'counted', words: 'Ten of twelve' }, 4), {
      refusals: [{ field: 'conflict' }],
    })
    t.match(seeOutcome(seen, { strength: 'counted', words: 'Ten of twelve' }, 5), {
      accepted: true,
    })
  },
)

t.test(
  'R9: what came of an opportunity is said in words, and keeps it on the record',
  async (t) => {
    t.match(sayWhatBecame(point(), ' It is done so now '), {
      accepted: true,
      value: 'It is done so now',
    })
    t.match(sayWhatBecame(point(), ' '), { refusals: [{ field: 'words' }] })
    t.match(sayWhatBecame(point({ kind: 'outcome' }), 'Words'), { accepted: false })
    t.equal(takeOut(point()).accepted, true)
    t.match(
      takeOut(point({ steps: [{ id: 1, concernId: 2, actionId: null, words: null, at: '' }] })),
      { refusals: [{ field: 'text' }] },
    )
    t.equal(programmeTermsOf(programme()).name, 'Mentoring scheme')
  },
)
