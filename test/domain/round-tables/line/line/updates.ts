import t from 'tap'
import { council, police, read, sergeant } from './set-up.ts'

t.test('an update names its action and says how it stands', async (t) => {
  const said = (words: string) => read(`u 1.5 ${words}`)
  t.match(said('done: leaflets printed'), {
    kind: 'update',
    number: '1.5',
    status: 'done',
    text: 'leaflets printed',
  })
  t.match(said('Done. Leaflets printed'), { status: 'done', text: 'Leaflets printed' })
  t.match(said('answered: yes, ask for a warrant card'), {
    status: 'done',
    text: 'yes, ask for a warrant card',
  })
  for (const words of ['under way', 'underway', 'started', 'doing'])
    t.match(
      said(`${words}: a hall is booked`),
      { status: 'under-way', text: 'a hall is booked' },
      words,
    )
  t.match(said('not started, no money'), { status: 'not-started', text: 'no money' })
  for (const words of [
    'could not, because',
    'could not because',
    'couldn’t because',
    "couldn't, because",
    'cannot',
    'can’t:',
    'Could not:',
  ])
    t.match(
      said(`${words} there is no hall`),
      { status: 'could-not', text: 'there is no hall' },
      words,
    )
  t.match(
    said('A hall is booked'),
    { status: null, text: 'A hall is booked' },
    'what does not begin with a status says none',
  )
  t.match(said('the work is done'), { status: null, text: 'the work is done' })
  t.match(said('not done'), { status: null, text: 'not done' })
  t.match(
    said('still going: two more'),
    { status: null, text: 'still going: two more' },
    'R3: still going is not done',
  )
  t.match(said(', done: printed'), { number: '1.5', status: 'done', text: 'printed' })
})

t.test('an update says for whom it waits, by name, and that is not who leads', async (t) => {
  t.match(read('u 1.5 waiting for the council: they said June'), {
    status: 'waiting',
    waitingFor: 'the council',
    text: 'they said June',
    leadId: null,
  })
  t.match(read('u 1.5 waiting for Mosaic to read it'), {
    status: 'waiting',
    waitingFor: 'Mosaic to read it',
    text: '',
  })
  t.match(read('u 1.5 waiting for @mps: figures by May'), {
    status: 'waiting',
    waitingFor: 'Metropolitan Police Service',
    text: 'figures',
    leadId: null,
    by: '2022-05',
  })
  t.match(
    read('u 1.5 waiting'),
    { status: 'waiting', waitingFor: null, text: '' },
    'the rule asks for whom',
  )
})

t.test(
  'an update says when it happened, that it is closed, and what changes in what was agreed',
  async (t) => {
    t.match(read('u 1.5 done: the stall was held on 10 December'), {
      on: '2021-12-10',
      text: 'the stall was held',
    })
    t.match(read('u 1.5 done: the stall was held on Church Street'), {
      on: null,
      text: 'the stall was held on Church Street',
    })
    t.match(read('u 1.5 done: we met on Monday with two of them'), {
      on: null,
      text: 'we met on Monday with two of them',
    })
    for (const words of [
      'done, closed: printed',
      'done and closed: printed',
      'done, agreed closed: printed',
      'done: printed !closed',
    ])
      t.match(read(`u 1.5 ${words}`), { status: 'done', closed: true, text: 'printed' }, words)
    t.match(read('u 1.5 closed'), { status: null, closed: true, text: '' })
    t.match(read('u 1.5 done: the road is closed'), { closed: false, text: 'the road is closed' })
    t.match(read('u 1.5 @sergeant +wcc by May'), {
      leadId: police,
      seatId: sergeant,
      helperIds: [council],
      by: '2022-05',
      status: null,
      text: '',
    })
  },
)

t.test('R2: a status in doubt stays as it was, keeps its words and is asked about', async (t) => {
  for (const words of [
    'done in part, the rest is coming',
    'done? not sure',
    'cannot say yet',
    'can’t wait to begin',
    'doing nothing',
    'nearly done',
    'Green - ongoing',
    'completed? No',
  ])
    t.match(
      read(`u 3.1 ${words}`),
      { status: null, statusInDoubt: true, text: words, remarks: [/./] },
      words,
    )
  for (const [words, status] of [
    ['finished', 'done'],
    ['complete', 'done'],
    ['in hand', 'under-way'],
    ['cancelled: no hall', 'could-not'],
  ])
    t.match(read(`u 3.1 ${words}`), { status, statusInDoubt: false }, String(words))
  t.match(read('u 3.1 completed on 12 January: 40 leaflets'), {
    status: 'done',
    on: '2022-01-12',
    text: '40 leaflets',
  })
  t.match(read('u 3.1 Awaiting @wcc: they meet in May'), {
    status: 'waiting',
    waitingFor: 'Westminster City Council',
    text: 'they meet in May',
  })
})

t.test('R2: an update of two actions says nothing of where the first stands', async (t) => {
  for (const typed of [
    '1.5, 1.6 done',
    '1.5/1.6 done',
    '1.5 and 1.6 done: leaflets',
    '1.5 & 1.6 done',
    '1.5 1.6 done',
    '1.5 - 1.6 done',
    '1.5 done, 1.6 not',
    '1.5 done, 1.6 done',
    '1.5 done and 1.6 under way',
  ])
    t.match(
      read(`u ${typed}`),
      {
        number: '1.5',
        status: null,
        statusInDoubt: true,
        text: /1\.6/,
        remarks: ['One line for each action: 1.6 was not read'],
      },
      typed,
    )
  for (const typed of [
    '1.5 done: it cost 2.50 each',
    '1.5 done, 1.2 metres of fence',
    '1.5 - done',
  ])
    t.match(read(`u ${typed}`), { number: '1.5', status: 'done', remarks: [] }, typed)
  t.match(read('u 1.5 - done: printed'), { status: 'done', text: 'printed' })
})
