import fc from 'fast-check'
import t from 'tap'
import { readStatus } from '../../../src/domain/actions/status-words.ts'

t.test(
  'R3: a word that stands alone says where it stands, and keeps what follows it',
  async (t) => {
    for (const [typed, status, rest, on] of [
      ['Done', 'done', '', ''],
      ['DONE!', 'done', '', ''],
      ['Done: 38 residents came', 'done', '38 residents came', ''],
      ['done: eleven lamps are broken', 'done', 'eleven lamps are broken', ''],
      ['done, 38 residents came, no complaints', 'done', '38 residents came, no complaints', ''],
      ['Done – leaflets are out', 'done', 'leaflets are out', ''],
      ['Finished', 'done', '', ''],
      ['complete', 'done', '', ''],
      ['completed on 12 January: 40 leaflets', 'done', '40 leaflets', '12 January'],
      ['Completed 12/01/22', 'done', '', '12/01/22'],
      ['Done (12 Jan)', 'done', '', '12 Jan'],
      ['Closed', 'done', '', ''],
      ['In hand', 'under-way', '', ''],
      ['Ongoing.', 'under-way', '', ''],
      ['In progress since March', 'under-way', 'since March', ''],
      ['Not started yet', 'not-started', '', ''],
      ['No progress', 'not-started', '', ''],
      ['Cancelled: no hall', 'could-not', 'no hall', ''],
      ['could not, because there is no hall', 'could-not', 'there is no hall', ''],
      ['On hold', 'waiting', '', ''],
    ] as const) {
      const read = readStatus(typed)
      t.same([read.status, read.rest, read.on], [status, rest, on], typed)
      t.equal(read.question, null, typed)
    }
    for (const typed of [
      'Awaiting the council',
      'waiting for the council',
      'Waiting on the council',
    ])
      t.match(readStatus(typed), { status: 'waiting', waitingFor: 'the council' }, typed)
  },
)

t.test('R2: what is in doubt, and every colour, is asked about and not taken', async (t) => {
  for (const typed of [
    'done in part, the rest by June',
    'Completed? No',
    'done? not sure',
    'cannot say yet',
    'can’t wait to begin',
    'doing nothing',
    'Closed - not possible',
    'Done (partly)',
    'not done',
    'nearly done',
    'to be done',
    'all but done',
    'Done, mostly',
    'done - awaiting sign-off',
    'done, except the last two',
    'Completed but late',
    'done by 12 January',
    'could not yet',
    'Green',
    'Green - ongoing',
    'Green/Amber',
    'Amber',
    'Red',
    'Blue',
    'RAG: G',
    'Open',
    'Carried forward',
    '50%',
    'Yes',
    '☑',
  ]) {
    const read = readStatus(typed)
    t.equal(read.status, null, typed)
    t.type(read.question, 'string', typed)
    t.equal(read.rest, typed, 'and no word of it is lost')
  }
  for (const typed of ['A hall is booked', 'the work is done', 'New lamps are in'])
    t.match(readStatus(typed), { status: null, question: null }, typed)
})

t.test('R3: no word for done or could not counts in a sentence that doubts it', async () => {
  const word = fc.constantFrom('Done', 'done', 'Completed', 'finished', 'Closed', 'answered')
  const doubt = fc.constantFrom(
    ' in part',
    ' partly',
    '? not sure',
    '?',
    ', mostly',
    ' - not possible',
    ' (partly)',
    ': not yet',
    ', but not the lamp',
    ' / ongoing',
    ', except one',
    ': no',
    ' soon',
    ' apart from the paint',
    ', the rest by June',
    ' subject to approval',
    ' 50%',
    ', I think',
    ' when the hall is free',
  )
  const more = fc.constantFrom('', '.', ' and the hall', ' by June', '!')
  fc.assert(
    fc.property(word, doubt, more, (begins, takenBack, ends) => {
      const { status } = readStatus(begins + takenBack + ends)
      return status !== 'done' && status !== 'could-not'
    }),
    { numRuns: 500 },
  )
  const before = fc.constantFrom(
    'not ',
    'nearly ',
    'to be ',
    'almost ',
    'will be ',
    'half ',
    'can be ',
  )
  fc.assert(
    fc.property(before, word, more, (begins, said, ends) => {
      const { status } = readStatus(begins + said.toLowerCase() + ends)
      return status !== 'done' && status !== 'could-not'
    }),
  )
})
