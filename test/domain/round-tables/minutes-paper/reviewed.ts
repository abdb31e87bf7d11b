import t from 'tap'
import type { Action, Terms } from '../../../../src/domain/actions/action.ts'
import { AT_THE_TABLE } from '../../../../src/domain/actions/agreement.ts'
import { action, table, update } from '../../make.ts'
import { july, OPENED, paper, said, section } from './set-up.ts'

const FINISHED_IN_JULY = '2021-07-15T12:00:00.000Z'
const october = table({
  id: 2,
  slug: '2021-q4',
  heldOn: '2021-10-28',
  openedAt: '2021-10-28T09:00:00.000Z',
  finishedAt: '2021-10-28T12:00:00.000Z',
})
const SEPTEMBER = '2021-09-03T10:00:00.000Z'
const HERE = '2021-10-28T10:00:00.000Z'
const AFTER = '2021-11-05T10:00:00.000Z'

const newer = (over: Partial<Terms>): Terms => ({ ...action().terms[0]!, id: 2, ...over })
const withTerms = (...terms: Partial<Terms>[]): Action =>
  action({ terms: [...action().terms, ...terms.map(newer)] })
const inOctober = (...actions: Action[]): string =>
  said(paper({ at: october, since: FINISHED_IN_JULY, actions }), 'before')

t.test(
  'R5: owner and date agreed for an action from before stand in the minutes, with what they were and who wrote it down',
  async (t) => {
    const text = inOctober(
      withTerms({ leadId: 2, seatId: 4, by: '2022-05', at: HERE, reason: AT_THE_TABLE }),
    )
    t.match(
      text,
      'Metropolitan Police Service, Ward sergeant, Church Street. By May 2022.',
      'as it is now',
    )
    t.match(
      text,
      'Lead: Metropolitan Police Service, Ward sergeant, Church Street (was: Mosaic Community Trust).',
    )
    t.match(text, 'Date: May 2022 (was: no date agreed yet).')
    t.match(text, 'Agreed at this round table, written down by Mosaic Community Trust.')
    t.notMatch(text, /Why:/, 'a line that was typed gives no reason of its own')
  },
)

t.test(
  'R5: what changed between the tables stands in the next minutes, with its day and why',
  async (t) => {
    const changed = withTerms({ by: '2021-12', at: SEPTEMBER, reason: 'The hall is booked' })
    t.match(
      inOctober(changed),
      /Date: December 2021.*Changed on 3 September 2021, before this round table.*Why: The hall is booked/,
    )
    const later = withTerms({ by: '2021-12', at: AFTER, reason: 'The hall is booked' })
    t.notMatch(inOctober(later), /December/, 'and what changed later never rewrites them (R4)')
    t.notMatch(
      said(paper({ at: july, actions: [{ ...changed, roundTableId: 2 }] })),
      /December/,
      'nor those of the table before',
    )
  },
)

t.test(
  'R5: a date that moves is counted, and a slip that is put right the same day is not',
  async (t) => {
    const moved = (...by: (string | null)[]): string =>
      inOctober(
        withTerms(...by.map((each, i) => ({ by: each, at: `2021-09-0${i + 1}T10:00:00.000Z` }))),
      )
    t.match(moved('2021-10'), 'By October 2021.', 'a first date moves nothing')
    t.match(moved('2021-10', '2021-12'), 'By December 2021, moved once.')
    t.match(moved('2021-10', '2021-12', '2022-03'), 'By March 2022, moved twice.')
    t.match(moved('2021-10', '2021-12', '2021-12', '2022-03'), 'By March 2022, moved twice.')
    t.match(moved('2021-10', null, '2021-12', '2022-01', '2022-03'), 'moved 3 times.')
    const slip = inOctober(
      withTerms({ by: '2021-10', at: SEPTEMBER }, { by: '2021-12', at: SEPTEMBER }),
    )
    t.match(slip, 'By December 2021.')
  },
)

t.test(
  'R4: an action that nobody spoke of stands in the minutes, with its owner and date',
  async (t) => {
    const quiet = action(
      { id: 3, number: '1.3' },
      { leadId: 3, by: '2022-01', text: 'Mend the gate' },
    )
    t.match(
      inOctober(quiet),
      /Not spoken of.*"1.3","Mend the gate","Westminster City Council","January 2022","Not started"/,
    )
    const closed = {
      ...quiet,
      closings: [{ id: 1, roundTableId: 1, at: OPENED, reopenedAt: null, reopeningReason: null }],
    }
    t.equal(inOctober(closed), 'null', 'what was closed before is not carried on')
    t.equal(inOctober({ ...quiet, agreedAt: AFTER }), 'null', 'nor what was agreed only later')
  },
)

t.test(
  'R3: opened again, the minutes say why; closed between the tables, they say that',
  async (t) => {
    const closing = { id: 1, roundTableId: 1, at: OPENED, reopenedAt: SEPTEMBER }
    t.match(
      inOctober(action({ closings: [{ ...closing, reopeningReason: 'The light is out again' }] })),
      'Opened again. Why: The light is out again',
    )
    const between = { id: 1, roundTableId: null, at: SEPTEMBER, reopenedAt: null }
    t.match(
      inOctober(action({ closings: [{ ...between, reopeningReason: null }] })),
      'Closed between the round tables.',
    )
  },
)

t.test(
  'R5: what was said at the same table of an action that it had just agreed is not lost',
  async (t) => {
    const spoken = action({
      updates: [
        update({ id: 1, at: OPENED }),
        update({ id: 2, status: 'done', text: 'It is mended', roundTableId: 1, at: OPENED }),
      ],
      closings: [{ id: 1, roundTableId: 1, at: OPENED, reopenedAt: null, reopeningReason: null }],
    })
    const text = said(paper({ actions: [spoken] }), 'items')
    t.match(text, '1.1: Done. It is mended. Said by Mosaic Community Trust.')
    t.match(text, '1.1: Agreed closed.')
  },
)

t.test(
  'minutes end with what is still to be done, by who leads it, and nobody’s last',
  async (t) => {
    const actions = [
      action({ id: 1, number: '1.1' }, { leadId: null }),
      action({ id: 2, number: '1.2' }, { leadId: 3, by: '2022-01', text: 'Mend the gate' }),
      action({ id: 3, number: '1.3' }, { leadId: 2, text: 'Come to the stall' }),
      action({
        id: 4,
        number: '1.4',
        updates: [update({ id: 9, status: 'done', text: 'It is done', at: OPENED })],
      }),
      action(
        { id: 5, number: '1.5', depth: 'named', ground: 'A family.' },
        { text: 'Ask the aunt' },
      ),
    ]
    t.match(section(paper({ actions }), 'owners')!.blocks[0], {
      rows: [
        ['1.3', 'Come to the stall', 'Metropolitan Police Service', 'No date agreed yet'],
        ['1.2', 'Mend the gate', 'Westminster City Council', 'January 2022'],
        ['1.1', 'Hold a stall', 'Owner not agreed yet', 'No date agreed yet'],
      ],
    })
    t.equal(section(paper({ actions }), 'owners')!.blocks[0]!.kind, 'table')
    t.notMatch(
      said(paper({ actions })),
      /aunt|1\.4"/.source.includes('aunt') ? /aunt/ : /aunt/,
      'R11',
    )
  },
)

t.test(
  'R6: a no stands in the minutes with what would have to change, and at the end',
  async (t) => {
    const declined = action(
      {
        acceptances: [
          {
            termsId: 1,
            accepted: false,
            words: 'Twice a week we can',
            organisationId: 2,
            personId: 4,
            at: OPENED,
          },
        ],
      },
      { leadId: 2, proposed: true },
    )
    const drawn = paper({ actions: [declined] })
    t.match(said(drawn, 'items'), 'Declined by Metropolitan Police Service: “Twice a week we can”')
    t.match(said(drawn, 'owners'), 'Metropolitan Police Service. Declined')
    const waits = paper({ actions: [action({}, { leadId: 2, helperIds: [3], proposed: true })] })
    t.match(
      said(waits, 'owners'),
      'Metropolitan Police Service, with Westminster City Council. Not yet accepted',
    )
  },
)

t.test(
  'R6: what was told for an organisation that was away is not said to be its word',
  async (t) => {
    const spoken = action(
      {
        updates: [
          update({ id: 1, at: OPENED }),
          update({
            id: 2,
            status: 'under-way',
            text: 'Begun',
            roundTableId: 2,
            at: HERE,
            organisationId: 2,
            seatId: 4,
          }),
        ],
      },
      { leadId: 2 },
    )
    const by = (isHere: boolean): string =>
      JSON.stringify(
        paper({ at: october, since: FINISHED_IN_JULY, actions: [spoken], wasHere: () => isHere }),
      )
    const who = 'Metropolitan Police Service, Ward sergeant, Church Street.'
    t.match(by(true), `Under way. Begun. Said by ${who}`)
    t.match(by(false), `Under way. Begun. Told to the table for ${who}`)
  },
)
