import t from 'tap'
import type { Concern } from '../../../../src/domain/concerns/concern.ts'
import { action, concern, saying, table, update } from '../../make.ts'
import { july, LATER, OPENED, paper, said, section } from './set-up.ts'
import type { Action } from '../../../../src/domain/actions/action.ts'

t.test(
  'R4: what is said, changed, answered, taken back, joined or made a priority later never rewrites earlier minutes',
  async (t) => {
    const agreed = action({}, { leadId: 2, proposed: true })
    const spoken = saying(
      'under-way',
      {},
      {
        id: 2,
        number: '1.2',
        updates: [
          update({ id: 3, at: OPENED }),
          update({ id: 4, status: 'under-way', text: 'Begun', at: OPENED }),
        ],
      },
    )
    const before = {
      concerns: [
        concern(),
        concern({
          id: 2,
          priorities: [{ roundTableId: 1, agreed: true, reason: null, at: OPENED }],
        }),
        concern({
          id: 3,
          priorities: [
            { roundTableId: null, agreed: true, reason: null, at: '2021-03-01T00:00:00.000Z' },
          ],
        }),
      ],
      actions: [agreed, spoken],
    }
    const after = sinceThen(agreed, spoken, before)
    for (const depth of ['public', 'table', 'named'] as const)
      t.same(paper({ ...after, depth }), paper({ ...before, depth }), depth)
    t.match(said(paper(after), 'priorities'), 'New: We are stopped for no reason')
    t.match(said(paper(after), 'items'), 'Item 2. Priority')
    t.match(said(paper(after), 'items'), /Not yet accepted.*Under way/)
  },
)

function sinceThen(
  agreed: Action,
  spoken: Action,
  before: { concerns: Concern[]; actions: Action[] },
) {
  const [one, two, three] = before.concerns as [Concern, Concern, Concern]
  const reworded = { ...two.wordings[0]!, id: 9, text: 'Newer words', at: LATER }
  const after = {
    concerns: [
      { ...one, priorities: [{ roundTableId: 2, agreed: true, reason: null, at: LATER }] },
      {
        ...two,
        wordings: [...two.wordings, reworded],
        priorities: [
          ...two.priorities,
          { roundTableId: 2, agreed: false, reason: null, at: LATER },
          { roundTableId: 1, agreed: false, reason: 'Typed late', at: LATER },
        ],
      },
      {
        ...three,
        mergedIntoId: 2,
        joinings: [{ intoId: 2, personId: 1, at: LATER, parted: null }],
      },
    ],
    actions: [
      {
        ...agreed,
        acceptances: [
          { personId: 1, termsId: 1, accepted: true, words: null, organisationId: 2, at: LATER },
        ],
        terms: [
          ...agreed.terms,
          { ...agreed.terms[0]!, id: 2, text: 'Newer terms', leadId: 3, at: LATER },
        ],
        closings: [{ id: 1, roundTableId: 2, at: LATER, reopenedAt: null, reopeningReason: null }],
      },
      {
        ...spoken,
        updates: [
          spoken.updates[0]!,
          { ...spoken.updates[1]!, takenBackAt: LATER },
          update({ id: 5, status: 'done', text: 'All done', at: LATER }),
        ],
      },
    ],
  }
  return after
}

t.test('R5: draft minutes, agreed minutes and their corrections say what they are', async (t) => {
  t.match(paper().state, 'Draft minutes')
  t.match(paper({ at: { ...july, finishedAt: null } }).state, 'Minutes in progress')
  const agreed = paper({
    at: {
      ...july,
      agreedAt: LATER,
      corrections: [{ text: 'It was the council', reason: 'Heard wrong', at: LATER }],
    },
    agreedAt: table({ id: 2, heldOn: '2021-10' }),
    concerns: [concern()],
  })
  t.match(agreed.state, /Agreed at the October 2021 round table. They are locked/)
  t.equal(agreed.sections[0]!.id, 'corrections')
  t.match(
    said(agreed, 'corrections'),
    'Corrected on 1 September 2021. It was the council Why: Heard wrong',
  )
  t.match(said(agreed, 'items'), 'We are stopped for no reason', 'the first wording stays')
})

t.test(
  'R5: a report taken back at the table says so in words, and what was agreed closed says so',
  async (t) => {
    const reviewed = action({
      roundTableId: 9,
      updates: [
        update({ id: 1 }),
        update({
          id: 2,
          status: 'waiting',
          waitingFor: 'the schools',
          text: 'Letters are out',
          roundTableId: 1,
          at: OPENED,
          takenBackAt: OPENED,
        }),
      ],
      closings: [{ id: 1, roundTableId: 1, at: OPENED, reopenedAt: null, reopeningReason: null }],
    })
    t.same(section(paper({ actions: [reviewed] }), 'before')!.blocks, [
      { kind: 'heading', text: '1.1 Hold a stall' },
      { kind: 'words', text: 'Mosaic Community Trust. No date agreed yet.' },
      {
        kind: 'list',
        items: [
          {
            text: '(taken back) Waiting, for the schools. Letters are out. Said by Mosaic Community Trust.',
            tone: 'struck',
          },
          { text: 'Agreed closed.' },
        ],
      },
    ])
  },
)
