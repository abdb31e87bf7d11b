import fc from 'fast-check'
import t from 'tap'
import { readList } from '../../../../src/domain/round-tables/bringing-in/list.ts'

/** The nine activities as Mosaic wrote them: 8 and 9 on one line, and a line that runs on. */
const NINE = `1. Engage with parents to empower and upskill them to divert youths from gangs and  crime (including working with Westminster Early Years Intervention Programme). 

2. Community events to bring together parents, WCC and MPS with children and young  people to improve trust and confidence and deliver positive messages to children and  young people. 

3. Any specific family cases to be supported by the partnership. 

4. Ensure better engagement between schools and the partnership. 

5. Youth clubs – Circulate those in which we have trust and raise the issue of those clubs  with which we have concerns. 

6. Bring Westminster schools representatives into these meetings. 

7. Continue ongoing monthly engagement with mothers. 

8. Youth activities (eg football etc) to start again with communities and MPS. 9. Pop up stalls with MPS, advocates and WCC. `
const texts = (pasted: string) => readList(pasted).map((row) => row.text)
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{Nd}]+/gu) ?? []

t.test(
  'Mosaic’s nine activities are nine rows, though two of them run together on one line',
  async (t) => {
    const rows = readList(NINE)
    t.equal(rows.length, 9)
    t.equal(
      rows[7]!.text,
      'Youth activities (eg football etc) to start again with communities and MPS.',
    )
    t.equal(rows[8]!.text, 'Pop up stalls with MPS, advocates and WCC.')
    t.match(rows[0]!.text, /gangs and crime \(including/)
    t.same(
      rows.map((row) => [row.kind, row.who, row.by, row.status, row.said]),
      Array(9).fill(['action', '', '', '', '']),
      'R2: none has an owner or a date, and none is filled in',
    )
    t.same(
      rows.flatMap((row) => row.remarks),
      [],
    )
  },
)

t.test('footnote marks are taken out of the words, and what was taken out is said', async (t) => {
  for (const [typed, text, mark] of [
    [
      'Mosaic took an initiative to conduct a community survey (1) to find out',
      'Mosaic took an initiative to conduct a community survey to find out',
      '(1)',
    ],
    ['This guideline (2)was disseminated', 'This guideline was disseminated', '(2)'],
    ['24 female approach our stall. 3', '24 female approach our stall.', '3'],
    ['we all are equal in the society.4', 'we all are equal in the society.', '4'],
    ['Hold a stall² here', 'Hold a stall here', '²'],
    ['Hold a stall. 3 Then meet', 'Hold a stall. Then meet', '3'],
  ] as const) {
    const [row] = readList(typed)
    t.equal(row!.text, text)
    t.same(row!.remarks, [`We took out “${mark}”, which looks like a footnote mark`])
  }
})

t.test('a time, a day, a sum and a count are words, and no footnote marks', async (t) => {
  for (const words of [
    'Meet at 10.30',
    'Bring 2.50',
    'Done on 28.04.22',
    '38 residents, 14 male and 24 female',
    'Call 999',
    'Section 60 rights',
    'Paid £3.20',
  ])
    t.same(
      readList(words).map((row) => [row.text, row.remarks]),
      [[words, []]],
    )
})

t.test(
  'numbers, brackets and bullets begin a row, a line that runs on does not, and without any each line is a row',
  async (t) => {
    t.same(texts('1) One\n2) Two\n(3) Three\n• Four\n- Five\n– Six'), [
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'Six',
    ])
    t.same(texts('1. One\nand more\n\n2. Two'), ['One and more', 'Two'])
    t.same(texts('One\nTwo\n\nThree'), ['One', 'Two', 'Three'])
    t.same(texts('To do:\n1. One\n2. Two'), ['To do:', 'One', 'Two'])
    t.same(
      texts('1. Meet at 2. Or later'),
      ['Meet at', 'Or later'],
      'the next number in a line begins a row, and it can be put right there',
    )
    t.same(
      texts('1. See rule 3. It says so'),
      ['See rule 3. It says so'],
      'another number does not',
    )
    t.equal(readList('1. Who checks the figures?')[0]!.kind, 'question')
    t.same([texts(''), texts(' \n '), texts('1. (2)')], [[], [], []])
  },
)

const word = fc.oneof(
  fc.constantFrom(
    'Police',
    'stall.',
    'WCC,',
    'trust?',
    '(2)',
    '3',
    '12',
    '8.',
    '9.',
    '(10)',
    '4)',
    'society.4',
    '10.30',
    '28.04.22',
    '²',
    '“Big',
    'You”',
    '5',
    '£2.50',
    'Ærø',
    'مرحبا',
  ),
  fc.stringMatching(/^[A-Za-z]{1,6}[.?!]?$/),
)

t.test('no word of a pasted list is lost, except what a remark names', async () => {
  const mark = fc.constantFrom('', '', '1. ', '2) ', '(3) ', '• ', '- ', '9. ', '– ')
  const pasted = fc
    .array(fc.tuple(mark, fc.array(word, { maxLength: 8 }), fc.constantFrom('\n', '\n\n', ' \n')))
    .map((lines) => lines.map(([begins, words, ends]) => begins + words.join(' ') + ends).join(''))
  const numbering = /^(?:\d{1,3}|[a-z]|x{0,3}(?:ix|iv|v?i{0,3}))$/i
  fc.assert(
    fc.property(pasted, (text) => {
      const rows = readList(text)
      const kept = new Map<string, number>()
      for (const each of rows.flatMap((row) => [
        ...wordsIn(`${row.text} ${row.typed.number}`),
        ...row.remarks.flatMap((remark) =>
          wordsIn([...remark.matchAll(/“([^”]*)”/g)].map((found) => found[1]).join(' ')),
        ),
      ]))
        kept.set(each, (kept.get(each) ?? 0) + 1)
      const lost = wordsIn(text).filter((each) => {
        const left = kept.get(each) ?? 0
        kept.set(each, left - 1)
        return left <= 0
      })
      // What begins a row is its number. Every other word stands in a row or in a remark.
      const begun =
        (text.match(/(?<=^|\s)\(?(?:\d{1,3}|[a-z]|[xvi]{2,6})[.)](?=\s|$)/gim) ?? []).length +
        (text.match(/\(\d{1,2}\)/g) ?? []).length
      return (
        lost.every((each) => numbering.test(each)) &&
        lost.length <= begun &&
        [...kept].every(([, left]) => left <= 0)
      )
    }),
    { numRuns: 1000 },
  )
})

t.test(
  'the letters of the whole source document are all still there, in their order',
  async (t) => {
    const source = `${NINE}\n\nMosaic held a pop-up stall with the local ward officers. 3 \n\nResidents praised Mosaic. “Food was amazing.”`
    const letters = (text: string) => text.replace(/[^\p{L}]+/gu, ' ').trim()
    t.equal(letters(texts(source).join(' ')), letters(source))
  },
)

t.test(
  'what stands after an empty line is a row of its own, so that a paragraph after a list is seen and left out',
  async (t) => {
    t.same(
      readList('1. Hold a stall\nwith officers\n\n2. Mend the lamps\n\nWe had a good day.').map(
        (row) => row.text,
      ),
      ['Hold a stall with officers', 'Mend the lamps', 'We had a good day.'],
    )
  },
)
