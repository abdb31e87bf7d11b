import t from 'tap'
import { GROUNDS } from '../../../../../src/domain/depth.ts'
import { police, read, sergeant } from './set-up.ts'

t.test('R11: words that hold a line in private give the ground that others read', async (t) => {
  for (const [word, ground] of [
    ['private', 0],
    ['held', 0],
    ['family', 0],
    ['person', 1],
    ['place', 2],
    ['inquiry', 3],
    ['confidence', 4],
  ] as const)
    t.match(
      read(`c They were moved away !${word}`),
      { kind: 'concern', depth: 'named', ground: GROUNDS[ground], text: 'They were moved away' },
      word,
    )
  t.match(
    read('c They were moved away !priv'),
    { depth: 'named', text: 'They were moved away' },
    'a beginning that can be only one',
  )
  t.match(read('a Support them @sergeant !family by May'), {
    kind: 'action',
    depth: 'named',
    leadId: police,
    seatId: sergeant,
    text: 'Support them',
    by: '2022-05',
  })
  t.match(
    read('c They were moved away !private !person !priority'),
    { depth: 'named', ground: GROUNDS[0], priority: true, text: 'They were moved away' },
    'the first ground stands',
  )
  t.match(read('c The park is dark !public'), { depth: 'public', ground: null })
  for (const typed of ['c Moved !public !private', 'c Moved !private !public'])
    t.match(read(typed), { depth: 'named' }, 'the narrower wins')
})

/** What a finger in a hurry makes of “!private”. */
const SLIPS = [
  '!privte',
  '!priavte',
  '!Private',
  '!PRIVATE',
  '!privat',
  '!p',
  '!pri',
  '!pr',
  '!c',
  '!private.',
  '!private,',
  '!private!',
  '(!private)',
  '“!private”',
  '!!private',
  '!private?',
  '!private-',
  '!private’s',
  '!privately',
  '!private)',
  '!privte!',
  '(!privte)',
  '!pr1vate',
  '!1private',
  '！private',
  '！ｐｒｉｖａｔｅ',
  '¡private',
  '❗private',
  '! private',
  '!  private',
  '!private1',
  '! family',
  '1private',
  '@private',
  '#private',
  '+private',
  'private!',
  '!privatе',
  '!privateé',
  '!prívate',
  '!fam',
  '!familly',
  '!person!',
  '!held/',
]

t.test('R11: a slip of the finger in a private mark never shows a family’s story', async (t) => {
  for (const slip of SLIPS) {
    for (const letter of ['c ', 'a ', 'q ', 'd ', 'n ', 'u 1.5 done: ', 'h @mps, ', ''])
      t.equal(read(`${letter}Their son was moved ${slip}`).depth, 'named', `${letter}${slip}`)
    t.equal(read(`c ${slip} Their son was moved`).depth, 'named', `${slip} first`)
  }
  for (const typed of [
    'c Their son was moved!private',
    'c Their son was moved.!private',
    'c Their son was moved!privte',
    'c!private Their son',
    '!private c Their son',
    'c !privateTheir son was moved',
    'c Their son!family was moved',
  ])
    t.equal(read(typed).depth, 'named', typed)
  t.match(read('c Their son was moved !privte').remarks, [
    /We do not know “!privte”, so this is held in private to be safe/,
  ])
  t.match(read('c Their son was moved 1private').remarks, [/It looks like “!private”/])
  t.equal(
    read('c The Ahmeds were moved !Ahmed').text,
    'The Ahmeds were moved !Ahmed',
    'and a word that was not read is not lost',
  )
})

t.test('a sentence that only cries out is not held', async (t) => {
  for (const typed of [
    'c Help! They stopped him',
    'c They said no!',
    'c Stop!',
    'c A private road is dark',
    'c !',
    'c It is 5!',
  ])
    t.equal(read(typed).depth, 'table', typed)
})

t.test(
  'R11: a note, a decision, an update or a line without a letter that is held becomes a concern with every word of it',
  async (t) => {
    const asConcern = (typed: string) => {
      const line = read(typed)
      t.match(
        line,
        {
          kind: 'concern',
          depth: 'named',
          unread: null,
          status: null,
          waitingFor: null,
          number: null,
          here: [],
          closed: false,
        },
        typed,
      )
      t.match(line.remarks.at(-1), 'kept as a concern that only you can open')
      return line.text
    }
    t.equal(asConcern('n Their son was moved !private'), 'Their son was moved')
    t.equal(asConcern('d We support them !private'), 'We support them')
    t.equal(asConcern('Their son was moved !private'), 'Their son was moved')
    t.equal(asConcern('u 1.5 done: their son was moved !private'), '1.5 done: their son was moved')
    t.equal(
      asConcern('u 1.5 waiting for the Ahmeds: they moved on 10 December !private'),
      '1.5 waiting for the Ahmeds: they moved on 10 December',
    )
    t.equal(asConcern('h @mps, the mother !private'), '@mps, the mother')
    t.equal(asConcern('n !private'), 'n !private', 'nothing but the mark')
  },
)

t.test(
  'a word after ! that says nothing about a line is only a word, and is not promised',
  async (t) => {
    t.match(read('a Hold a stall !priority'), {
      priority: false,
      depth: 'table',
      text: 'Hold a stall !priority',
      remarks: [/says nothing about this line/],
    })
    t.match(read('c It rains !closed'), { closed: false, depth: 'table', text: 'It rains !closed' })
    t.match(read('n It rains !public'), { depth: 'table', text: 'It rains !public' })
    t.match(read('a Meet mothers every month !standing'), {
      standing: true,
      every: 'month',
      text: 'Meet mothers',
    })
    t.match(read('q Why? !standing'), { standing: false, text: 'Why? !standing' })
  },
)
