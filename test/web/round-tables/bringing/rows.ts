import { parse } from 'csv-parse/sync'
import t from 'tap'
import { writeSheet } from '../../../../src/web/files/spreadsheets.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { count, fieldsOf, PATH, row, rowsIn } from './set-up.ts'

t.test(
  'R23: every problem is named by its row, nothing of the others is written, and all that was typed stays',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = count(house)
    const good = row({ text: 'Sweep the yard' })
    for (const [bad, words] of [
      [row({ text: '' }), 'Row 2: Say what will be done'],
      [row({ by: 'soon' }), 'Row 2: write a day'],
      [row({ status: 'done' }), 'Row 2: Say what was done'],
      [row({ status: 'could-not' }), 'Row 2: Say why'],
      [row({ status: 'waiting' }), 'Row 2: Say who you are waiting for'],
      [row({ text: 'a'.repeat(1001) }), 'Row 2: the words are too long'],
      [
        row({ said: 'b'.repeat(2001), status: 'under-way' }),
        'Row 2: what was said of it is too long',
      ],
      [row({ by: 'c'.repeat(61) }), 'Row 2: the date is too long'],
      [row({ said: 'They met' }), 'Row 2: choose where it stands'],
      [row({ kind: 'concern', text: '' }), 'Row 2: Write what residents said'],
    ] as const)
      for (const part of [false, true]) {
        const answer = await laptop.post(`${PATH}/rows`, fieldsOf([good, bad]), { part })
        t.equal(answer.statusCode, 422, words)
        t.match(rowsIn(answer.body)[1]!.remarks, words)
        t.same(
          rowsIn(answer.body).map((each) => ({ ...each, remarks: '' })),
          [good, bad],
        )
      }
    t.equal((await laptop.post(`${PATH}/rows`, fieldsOf([row({ kind: 'skip' })]))).statusCode, 422)
    t.equal(
      (await laptop.post(`${PATH}/rows`, { ...fieldsOf([good]), depth: 'public' })).statusCode,
      400,
    )
    t.equal(
      (await laptop.post(`${PATH}/rows`, fieldsOf([good, row({ leadId: '999' })]))).statusCode,
      400,
      'an organisation that is not there',
    )
    t.equal(
      (
        await laptop.post(
          `${PATH}/rows`,
          fieldsOf([good], house.store.roundTables.find('2021-q4')!.id),
        )
      ).statusCode,
      422,
      'R5: nor into minutes that are over',
    )
    t.equal(count(house), before)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(`${PATH}/rows`, fieldsOf([good]))).statusCode,
      403,
    )
    t.equal((await house.signIn(PEOPLE.observer).get(PATH)).statusCode, 403)
  },
)

t.test('two hundred rows are taken and one more is not, in a paste and in the form', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const before = count(house)
  const list = (rows: number) =>
    Array.from({ length: rows }, (_each, i) => `${i + 1}. Mend lamp number ${i + 1}`).join('\n')
  const many = await laptop.post(PATH, { text: list(201) })
  t.equal(many.statusCode, 422)
  t.match(many.body, 'These are 201 rows. 200 at most')
  t.match(many.body, 'Mend lamp number 201', 'R23')
  t.equal(
    (
      await laptop.post(
        `${PATH}/rows`,
        fieldsOf(Array.from({ length: 201 }, (_each, i) => row({ text: `Mend lamp ${i}` }))),
      )
    ).statusCode,
    422,
  )
  for (const [text, status] of [
    ['', 422],
    [' \n ', 422],
    ['a'.repeat(60_001), 422],
    ['a'.repeat(300_000), 413],
  ] as const)
    t.equal((await laptop.post(PATH, { text })).statusCode, status)
  t.equal(count(house), before)
  const rows = rowsIn((await laptop.post(PATH, { text: list(200) })).body)
  t.equal(
    (await laptop.post(`${PATH}/rows`, fieldsOf(rows))).headers.location,
    `${PATH}?made=200&doubles=0`,
  )
})

const EVIL = [
  '=1+1',
  '+2',
  '-3',
  '@SUM(A1)',
  '\uff1d4+4',
  '\uff0b5',
  '\uff0d6',
  '\uff20SUM(A7)',
  "=cmd|' /C calc'!A0",
  'Quote " and, comma; and\nline',
]

t.test('the action log is a file that a spreadsheet opens and runs nothing of', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)

  await laptop.post(
    `${PATH}/rows`,
    fieldsOf(EVIL.map((text) => row({ text, status: 'under-way', said: text }))),
  )
  const answer = await laptop.get('/desk/actions.csv')
  t.equal(answer.headers['content-type'], 'text/csv; charset=utf-8')
  t.equal(answer.headers['content-disposition'], 'attachment; filename="actions-2022-01-27.csv"')
  t.equal(answer.body[0], '\ufeff')
  const [head, ...rows] = parse(answer.body, { bom: true }) as string[][]
  t.equal(head!.length, 11)
  t.equal(
    rows.length,
    house.store.actions.list(
      house.store.people.who(house.person(PEOPLE.coordinator).id, '2022-01-27')!,
    ).length,
  )
  const dangerous = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
  t.same(
    rows.flat().filter((cell) => dangerous.test(cell)),
    [],
  )
  for (const each of EVIL)
    t.equal(
      rows.flat().filter((cell) => cell.replace(/^'/, '') === each.replace('\n', ' ')).length,
      2,
      `${each}: no word of it is lost`,
    )
  for (const sign of [
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n=',
    '\r\n=',
    '\uff1d',
    '\uff0b',
    '\uff0d',
    '\uff20',
  ]) {
    const [, [cell]] = parse(writeSheet(['a'], [[`${sign}1+1`]]), { bom: true }) as [
      string[],
      string[],
    ]
    t.notMatch(cell, dangerous, JSON.stringify(sign))
    t.match(cell, '1+1')
  }
})
