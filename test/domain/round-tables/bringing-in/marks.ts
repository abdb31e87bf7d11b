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

t.test('points that stand in one line are points, in small letters too', async (t) => {
  const three = ['fix the gate', 'hold a stall', 'call']
  for (const line of [
    '1. fix the gate 2. hold a stall 3. call',
    '1) fix the gate; 2) hold a stall; 3) call',
    '(1) fix the gate, (2) hold a stall, (3) call',
    '(i) fix the gate (ii) hold a stall (iii) call',
    'i) fix the gate; ii) hold a stall; iii) call',
    '(a) fix the gate; (b) hold a stall; (c) call',
  ])
    t.same(texts(line), three, line)
  for (const line of ['Lamp at No. 3. Fix it', 'Lamp at No. 3. fix it', 'Ask Mr. B. about it'])
    t.same(texts(line), [line])
  for (const [line, whole] of [
    ['1. Lamp at No. 2. fix it', 'Lamp at No. 2. fix it'],
    ['1. Lamp at No. 2. fix it 3. call', 'Lamp at No. 2. fix it 3. call'],
    ['1. meet them at 2. then call', 'meet them at 2. then call'],
    ['1. ask for a plan (see 2) and call', 'ask for a plan (see 2) and call'],
  ])
    t.same(texts(line!), [whole])
})

t.test('a picture before the words is a mark, and a cross is no tick', async (t) => {
  for (const mark of ['➡️', '📌', '🔴', '👉', '👉🏽', '✅', '—', '―', '–', '⭐', '1️⃣']) {
    t.same(
      texts(`${mark} Fix the gate\n${mark} Hold a stall`),
      ['Fix the gate', 'Hold a stall'],
      mark,
    )
  }
  const [tick, cross, key] = readList('✅ fix it\n❌ hold a stall\n✗ call')
  t.match(tick?.question, /is ticked/)
  for (const row of [cross, key]) {
    t.notMatch(row?.question, /ticked/)
    t.match(row?.question, /has a cross/)
  }
  const [cell] = readCells([
    ['Action', 'Owner'],
    ['❌ hold a stall', 'WCC'],
  ])
  t.match(cell, { text: 'hold a stall', question: /has a cross/ })
})

t.test('signs that turn the direction are taken out', async (t) => {
  t.same(texts('1. \u202Efix\u202C the \u2066gate\u2069'), ['fix the gate'])
  const [row] = readCells([
    ['Action', 'Owner'],
    ['\u202Efix the gate\u200F', '\u202EWCC'],
  ])
  t.match(row, { text: 'fix the gate', who: 'WCC' })
})

t.test('the worst of a list is read in good time', async (t) => {
  const runs = (unit: string): string => unit.repeat(Math.ceil(100_000 / unit.length))
  for (const text of [
    runs('(1) '),
    runs('1. a '),
    runs('(i) (ii) '),
    runs('a¹ '),
    runs('.1 '),
    runs('👉'),
    Array.from({ length: 9000 }, (_, i) => `${i % 999}. Ab`).join(' '),
  ]) {
    const before = performance.now()
    readList(text)
    const took = performance.now() - before
    t.ok(took < 600, `${text.slice(0, 12)}: ${Math.round(took)} ms`)
  }
})
