import fc from 'fast-check'
import t from 'tap'
import { read, reading } from './set-up.ts'
import { readLines } from '../../../../../src/domain/round-tables/line/read-line.ts'

t.test('many lines are read one by one, and empty ones are nothing', async (t) => {
  t.same(readLines('', reading), [])
  t.same(readLines(' \n\n\t\n', reading), [])
  t.same(
    readLines('c The park is dark\n\n  a Mend the lamp @wcc  \nn Thanks\n', reading).map((line) => [
      line.kind,
      line.text,
    ]),
    [
      ['concern', 'The park is dark'],
      ['action', 'Mend the lamp'],
      ['note', 'Thanks'],
    ],
  )
})

t.test(
  'whatever is typed, no line throws, is refused or is lost, and a private mark anywhere holds it',
  async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const line = read(typed)
        return (
          line.typed === typed &&
          (line.unread === null ||
            line.depth !== 'table' ||
            line.text === typed ||
            line.text ===
              typed
                .replace(/\s+/g, ' ')
                .replace(/ ([.,;:?!])/g, '$1')
                .trim())
        )
      }),
    )
    fc.assert(
      fc.property(
        anything,
        anything,
        fc.constantFrom('!private', '！private', '!PRIVATE', '!Private'),
        (before, after, mark) => read(before + mark + after).depth === 'named',
      ),
    )
  },
)

/** Every piece of a line that is read, with words beside it that nobody reads. */
const PIECES = [
  '@mps',
  '@officer',
  '@fire',
  '+wcc',
  '#stop',
  '#s',
  '!priority',
  '!public',
  '!standing',
  '!closed',
  '!',
  '1.5',
  '99',
  'by',
  'by Sept',
  'by Friday',
  'by 3pm',
  'promised by',
  'on',
  'on 10 December',
  'on Friday',
  'done',
  'done,',
  'closed:',
  'and closed',
  'waiting',
  'waiting for',
  'waiting for @mps:',
  'could not because',
  'still going',
  'not started',
  'apologies',
  'sorry',
  'absent',
  'sent someone',
  'here',
  '7 residents',
  'residents',
  ',',
  ';',
  '.',
  ':',
  '(',
  ')',
  '&',
  'and',
  'the',
  'next',
  'end of',
  'May',
]

t.test('R11: no word is ever lost: each is read, or stands in the words', async () => {
  const filler = fc.nat({ max: 999 }).map((n) => `zq${n}`)
  const piece = fc.oneof(
    { arbitrary: filler, weight: 2 },
    { arbitrary: fc.constantFrom(...PIECES), weight: 3 },
    fc
      .tuple(fc.constantFrom('!', '@', '+', '#', '!private', '(', '“'), filler)
      .map((pair) => pair.join('')),
  )
  const opening = fc.constantFrom(
    '',
    'c ',
    'a ',
    'a3 ',
    'a- ',
    'A ',
    'q ',
    'd ',
    'n ',
    'u ',
    'u 1.5 ',
    'u 1.5, ',
    'u 1.5 done: ',
    'u 1.5 waiting for ',
    'h ',
    'h @mps ',
    'h @sergeant ',
  )
  fc.assert(
    fc.property(opening, fc.array(piece, { minLength: 1, maxLength: 9 }), (first, pieces) => {
      const typed = (first + pieces.join(' ')).trim()
      const line = read(typed)
      const kept = [line.text, line.waitingFor, ...line.here.map((each) => each.guestRole)].join(
        ' ',
      )
      return (
        (typed.match(/zq\d+/g) ?? []).every((word) => kept.includes(word)) &&
        (!typed.includes('!private') || line.depth === 'named')
      )
    }),
    { numRuns: 3000 },
  )
})
