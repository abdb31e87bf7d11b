import t, { type Test } from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { count, fieldsOf, PATH, rowsIn, upload } from './set-up.ts'

t.test(
  'R6: cells are read by their columns; who and when are found, and what is not known is said and left open',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const organisation = (code: string) =>
      String(house.store.organisations.list().find((each) => each.code === code)!.id)
    const text =
      'Action\tWho\tBy when\tStatus\tUpdate\nHold a stall\tMPS and WCC\tApril 2022\tUnder way\tA place is found\nMend the lamp\tThe gas board\tsoon\tPurple\t\nWho checks?\tWard sergeant\t28/4\t\t'
    const rows = rowsIn((await laptop.post(PATH, { text })).body)
    t.match(rows, [
      {
        text: 'Hold a stall',
        leadId: organisation('police'),
        helperIds: organisation('council'),
        by: 'April 2022',
        status: 'under-way',
        said: 'A place is found',
      },
      {
        text: 'Mend the lamp',
        leadId: '',
        by: 'soon',
        status: '',
        remarks: /“The gas board”.*date “soon”.*status “Purple”/,
      },
      { kind: 'question', leadId: organisation('police'), by: '28/4' },
    ])
    const refused = await laptop.post(`${PATH}/rows`, fieldsOf(rows))
    t.equal(refused.statusCode, 422)
    t.match(rowsIn(refused.body)[1]!.remarks, 'Row 2: write a day like 28/4')
    t.same(
      rowsIn(refused.body).map(({ remarks: _remarks, ...each }) => each),
      rows.map(({ remarks: _remarks, ...each }) => each),
      'R23: all that was typed is still there',
    )
    rows[1]!.by = ''
    await laptop.post(`${PATH}/rows`, fieldsOf(rows))
    const [stall] = house.store.actions.everWritten().slice(-3)
    t.match(
      { ...termsOf(stall!) },
      {
        leadId: Number(organisation('police')),
        helperIds: [Number(organisation('council'))],
        by: '2022-04',
        proposed: true,
      },
      'the police were not asked',
    )
    t.match({ ...stall!.updates.at(-1)! }, { status: 'under-way', text: 'A place is found' })
  },
)

t.test(
  'a CSV file is read as it was saved: with commas, semicolons or tabs, a byte-order mark, and from an older Windows',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const before = count(house)
    const want = [{ text: 'Caf\u00e9 \u2013 \u201cBig Thank You\u201d', by: 'April 2022' }]
    const cells = (sign: string) => `Action${sign}By when\r\n${want[0]!.text}${sign}April 2022\r\n`
    const windows = Buffer.from(
      cells(',')
        .replaceAll('\u2013', '\u0096')
        .replaceAll('\u201c', '\u0093')
        .replaceAll('\u201d', '\u0094'),
      'latin1',
    )
    await readAsSaved(t, { laptop, want, cells, windows })
    const broken = await upload(laptop, 'Action,Who\n"Hold a stall,WCC\nMend the lamp,WCC\n', {
      text: 'What I had typed',
    })
    t.equal(broken.statusCode, 422)
    t.match(broken.body, 'a quotation mark may be missing')
    t.match(broken.body, 'What I had typed', 'R23')
    t.equal((await upload(laptop, 'a'.repeat(200 * 1024 + 1))).statusCode, 413)
    t.equal(
      (await upload(laptop, `Action,Who\n${'Mend the lamp,WCC\n'.repeat(201)}`)).statusCode,
      422,
    )
    t.ok(
      [200, 422].includes(
        (await upload(laptop, Buffer.from([0, 255, 254, 1, 2, 3]), { type: 'image/png' }))
          .statusCode,
      ),
      'nor does a picture break anything',
    )
    t.equal(
      (
        await sergeant.send({
          method: 'POST',
          url: PATH,
          headers: { 'content-type': 'multipart/form-data; boundary=edge' },
          payload: '--edge--\r\n',
        })
      ).statusCode,
      403,
    )
    t.equal(count(house), before)
  },
)

async function readAsSaved(
  t: Test,
  {
    laptop,
    want,
    cells,
    windows,
  }: {
    laptop: Visitor
    want: { text: string; by: string }[]
    cells: (sign: string) => string
    windows: Buffer<ArrayBuffer>
  },
) {
  for (const [bytes, type] of [
    [cells(','), 'text/csv'],
    [cells(';'), 'application/vnd.ms-excel'],
    [cells('\t'), 'text/plain'],
    [`\ufeff${cells(',')}`, 'application/octet-stream'],
    [windows, 'text/csv'],
    [windows, 'text/plain'],
  ] as const) {
    const answer = await upload(laptop, bytes, { type })
    t.equal(answer.statusCode, 200, type)
    t.match(rowsIn(answer.body), want, type)
  }
  t.match(
    rowsIn((await upload(laptop, '', { text: '1. Hold a stall' })).body),
    [{ text: 'Hold a stall' }],
    'no file chosen: what was pasted counts',
  )
  t.match(
    rowsIn((await upload(laptop, 'Action,Who\n"Hold a stall,\nthen meet",WCC\n')).body),
    [{ text: 'Hold a stall, then meet' }],
    'a cell may hold a comma and a new line',
  )
}
