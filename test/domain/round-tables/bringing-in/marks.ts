import fc from 'fast-check'
import t from 'tap'
import { pipeCells } from '../../../../src/domain/round-tables/bringing-in/pipe-table.ts'
import { readCells } from '../../../../src/domain/round-tables/bringing-in/cells.ts'
import { readList } from '../../../../src/domain/round-tables/bringing-in/list.ts'

const texts = (pasted: string) => readList(pasted).map((row) => row.text)

/** Marks of a list, for its first point and its second. */
const MARKS = [
  ...[...'•·▪▫◦‣●○■□–—-*+➢➤→✓✔☐☑\uf0b7\uf0a7\uf0d8\uf0fc'].map((mark) => [`${mark} `, `${mark} `]),
  ...[...'•■➢☐\uf0b7ov'].map((mark) => [`${mark}\t`, `${mark}\t`]),
  'a) |b) ',
  'A) |B) ',
  '(a) |(b) ',
  'a. |b. ',
  'A. |B. ',
  'i. |ii. ',
  '(i) |(ii) ',
  'IV. |V. ',
  '1. |2. ',
  '1) |2) ',
  '(1) |(2) ',
  '1.1. |1.2. ',
  '1.1 |1.2 ',
  '56.1 |56.2 ',
  '1 - |2 - ',
  '1 – |2 – ',
  '1.|2.',
  '1)|2)',
  'Action 1: |Action 2: ',
  'AP1: |AP2: ',
  '- [ ] |- [x] ',
  '* |  - ',
  '> - |> - ',
].map((pair) => (typeof pair === 'string' ? pair.split('|') : pair) as [string, string])

t.test('a list with any marks is the same points, and its wrapped lines go on', async () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MARKS),
      fc.constantFrom('\n', '\r\n', '\n\n', '\v').map((end) => end.replace('\r', '')),
      ([one, two], end) =>
        JSON.stringify(texts(`${one}Hold a stall\nby the library${end}${two}Mend the lamp`)) ===
        JSON.stringify(['Hold a stall by the library', 'Mend the lamp']),
    ),
    { numRuns: 800 },
  )
})

t.test('points within points are points, and what is a number is no mark', async (t) => {
  t.same(
    texts('•\tElection of chair\no\tMrs Example was elected\no\tNo volunteers\n•\tNext meeting'),
    ['Election of chair', 'Mrs Example was elected', 'No volunteers', 'Next meeting'],
  )
  t.same(texts('1.1. Special advert\n1.2. Crime reports for the\nnoticeboard\n2. Patrols'), [
    'Special advert',
    'Crime reports for the noticeboard',
    'Patrols',
  ])
  t.same(texts('2. Lamp at No. 3. Fix it'), ['Lamp at No. 3. Fix it'])
  t.same(texts('2. Go to flat 3. Fix it\n3. Sweep'), ['Go to flat 3. Fix it', 'Sweep'])
  t.same(texts('10.30 Arrive\n11.15 Coffee'), ['10.30 Arrive', '11.15 Coffee'])
  t.same(texts('Fix the lamp at No. 3'), ['Fix the lamp at No. 3'])
  t.same(texts('1. A commu-\nnity stall\n2. A pop-\nup stall'), [
    'A community stall',
    'A pop-up stall',
  ])
})

t.test(
  'the signs of Markdown are no words, and what is ticked or struck is asked about',
  async (t) => {
    t.match(readList('## Actions\n- **WCC** to confirm\n- [x] done that\n- ~~sweep~~ the yard'), [
      { kind: 'skip', text: 'Actions' },
      { text: 'WCC to confirm', question: null },
      { text: 'done that', question: /ticked/, status: '' },
      { text: 'sweep the yard', question: /struck/, status: '' },
    ])
    const cells = pipeCells(
      '## Minutes\n\n| # | Action | Owner | Due By | Status |\n|---|:--|---|---|--:|\n| 1 | **Fix** the gate | WCC | April | Done |\n\nThat is all.',
    )!
    t.match(readCells(cells), [
      { text: 'Fix the gate', who: 'WCC', by: 'April', status: 'done', remarks: [/./, /Minutes/] },
      { kind: 'skip', text: 'That is all.' },
    ])
    t.equal(pipeCells('1. Either | or\n2. Two'), undefined)
  },
)
