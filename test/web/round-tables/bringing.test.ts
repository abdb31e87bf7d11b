import { parse } from 'csv-parse/sync'
import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { writeSheet } from '../../../src/web/files/spreadsheets.ts'
import { openHouse, PEOPLE, type Fields, type House, type Visitor } from '../../support/house.ts'

const PATH = '/desk/bringing-in'
const NINE = [
  'Engage with parents to divert youths from gangs.',
  'Community events with WCC and MPS.',
  'Any specific family cases to be supported.',
  'Better engagement between schools and us.',
  'Youth clubs – Circulate those in which we have trust.',
  'Bring school representatives into these meetings.',
  'Continue monthly engagement with mothers.',
  'Youth activities (eg football etc) to start again with communities and MPS.',
  'Pop up stalls with officers and advocates.',
]
const MESSY = `${NINE.slice(0, 8)
  .map((text, i) => `${i + 1}. ${text.replace('with', 'with ')}`)
  .join(' \n\n')} 9. ${NINE[8]} 3`

const count = (house: House) =>
  [
    house.store.actions.everWritten().length,
    house.store.concerns.everWritten().length,
    house.store.journal.lastId(),
  ].join(' ')
const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&')
/** The form of the rows, as a browser would send it back. */
const rowsIn = (body: string) =>
  body
    .split('<fieldset')
    .slice(1)
    .map((each) => {
      const chosen = (name: string) => {
        const options = new RegExp(`name="${name}\\[\\]">(.*?)</select>`, 's').exec(each)![1]!
        return /value="([^"]*)" selected/.exec(options)?.[1] ?? /value="([^"]*)"/.exec(options)![1]!
      }
      const typed = (name: string) =>
        decode(new RegExp(`name="${name}\\[\\]" value="([^"]*)"`).exec(each)![1]!)
      return {
        text: decode(/name="text\[\]"[^>]*>\n?([^<]*)<\/textarea>/.exec(each)![1]!),
        kind: chosen('kind'),
        leadId: chosen('leadId'),
        helperIds: typed('helperIds'),
        by: typed('by'),
        status: chosen('status'),
        said: typed('said'),
        private: decode(chosen('private')),
        remarks: decode(
          [...each.matchAll(/<p class="(?:small late|late|error)">([^<]*)<\/p>/g)]
            .map((found) => found[1])
            .join(' '),
        ),
      }
    })
type Row = ReturnType<typeof rowsIn>[number]
const fieldsOf = (rows: Row[], tableId: string | number = ''): Fields => ({
  tableId,
  ...Object.fromEntries(
    (['text', 'kind', 'leadId', 'helperIds', 'by', 'status', 'said', 'private'] as const).map(
      (name) => [name, rows.map((row) => row[name])],
    ),
  ),
})
const row = (over: Partial<Row> = {}): Row => ({
  text: 'Hold a stall',
  kind: 'action',
  leadId: '',
  helperIds: '',
  by: '',
  status: '',
  said: '',
  private: '',
  remarks: '',
  ...over,
})
/** A file as a browser sends it. */
const upload = (
  who: Visitor,
  bytes: Uint8Array | string,
  { type = 'text/csv', text = '', name = 'log.csv' } = {},
) =>
  who.send({
    method: 'POST',
    url: PATH,
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    payload: Buffer.concat([
      Buffer.from(
        `--edge\r\nContent-Disposition: form-data; name="text"\r\n\r\n${text}\r\n--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      Buffer.from(bytes as Uint8Array),
      Buffer.from('\r\n--edge--\r\n'),
    ]),
  })

t.test(
  'Mosaic’s messy list is nine rows, nothing is written before it is confirmed, and the same paste again makes no doubles',
  async (t) => {
    for (const part of [false, true]) {
      const house = await openHouse({ t })
      const laptop = house.signIn(PEOPLE.coordinator)
      const before = count(house)
      const review = await laptop.post(PATH, { text: MESSY }, { part })
      const rows = rowsIn(review.body)
      t.same(
        rows.map((each) => each.text),
        NINE,
      )
      t.match(rows[8]!.remarks, 'We took out “3”, which looks like a footnote mark')
      t.ok(
        rows.every((each) => each.leadId === '' && each.by === '' && each.status === ''),
        'R2: nothing is filled in',
      )
      t.equal(count(house), before, 'nothing is written yet')
      rows[6]!.kind = 'standing'
      rows[2]!.private = 'A family could be identified.'
      rows[3]!.text = 'Better engagement between schools and the partnership'
      const sent = await laptop.post(`${PATH}/rows`, fieldsOf(rows), { part })
      t.equal(
        part ? sent.headers['hx-redirect'] : sent.headers.location,
        `${PATH}?made=9&doubles=0`,
      )
      const made = house.store.actions.everWritten().slice(-9)
      t.same(
        made.map((each) => [
          termsOf(each).text,
          termsOf(each).kind,
          termsOf(each).leadId,
          termsOf(each).by,
          each.depth,
        ]),
        rows.map((each, i) => [
          each.text,
          i === 6 ? 'standing' : 'one-off',
          null,
          null,
          i === 2 ? 'named' : 'table',
        ]),
      )
      t.same(made[2]!.list, [house.person(PEOPLE.coordinator).id])

      house.clock.pass({ minutes: 5 })
      const after = count(house)
      const again = rowsIn((await laptop.post(PATH, { text: MESSY })).body)
      t.equal(
        again.filter((each) => /here already/.test(each.remarks) && each.kind === 'skip').length,
        8,
        'all but the one that was put right',
      )
      again[3]!.kind = 'skip'
      t.equal(
        (
          await laptop.post(
            `${PATH}/rows`,
            fieldsOf(
              again.map((each) => ({ ...each, kind: each === again[3] ? 'skip' : 'action' })),
            ),
          )
        ).headers.location,
        `${PATH}?made=0&doubles=8`,
      )
      t.equal(count(house), after)
    }
  },
)

t.test(
  'Mosaic’s nine activities, as they stand in its report with the lines before and after, come in one by one',
  async (t) => {
    const source = `The following Activities were identified after the first Round Table Meeting in July 2021:

1 The mosaic community trust- survey on police and policing in the community March 2021 2 Guidelines from the MET police

1. Engage with parents to empower and upskill them to divert youths from gangs and  crime (including working with Westminster Early Years Intervention Programme).

2. Community events to bring together parents, WCC and MPS with children and young  people to improve trust and confidence.

3. Any specific family cases to be supported by the partnership.

4. Ensure better engagement between schools and the partnership.

5. Youth clubs – Circulate those in which we have trust and raise the issue of those clubs  with which we have concerns.

6. Bring Westminster schools representatives into these meetings.

7. Continue ongoing monthly engagement with mothers.

8. Youth activities (eg football etc) to start again with communities and MPS. 9. Pop up stalls with MPS, advocates and WCC.

We had 38 residents, 14 male and 24  female approach our stall. 3`
    const house = await openHouse({ t })
    const rows = rowsIn((await house.signIn(PEOPLE.coordinator).post(PATH, { text: source })).body)
    for (const begins of [
      'Engage with parents to empower',
      'Community events to bring',
      'Any specific family cases',
      'Ensure better engagement',
      'Youth clubs – Circulate',
      'Bring Westminster schools',
      'Continue ongoing monthly',
      'Youth activities (eg football etc)',
      'Pop up stalls with MPS',
    ])
      t.equal(rows.filter((each) => each.text.startsWith(begins)).length, 1, begins)
  },
)

t.test('what was pasted once stays known when someone words it anew', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(
    `${PATH}/rows`,
    fieldsOf([
      row({ text: 'Paint the fence' }),
      row({ text: 'The fence is ugly', kind: 'concern' }),
    ]),
  )
  const action = house.store.actions.everWritten().at(-1)!
  t.equal(
    (
      await laptop.post(`/desk/actions/${action.id}/terms`, {
        text: 'Paint the gate',
        kind: 'one-off',
        leadId: '',
        seatId: '',
        by: '',
        reason: 'It was the gate',
        basedOn: termsOf(action).id,
      })
    ).statusCode,
    303,
  )
  for (const text of ['1. PAINT the fence!\n2. the fence is ugly', '1. Paint the gate'])
    t.ok(
      rowsIn((await laptop.post(PATH, { text })).body).every((each) =>
        /here already/.test(each.remarks),
      ),
      text,
    )
})

t.test(
  'R11: words held in private where this person may not look are not known to be there',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const secret = 'Write to the aunt of the oldest son'
    const by = { personId: house.person(PEOPLE.officer).id, at: house.clock.at() }
    house.store.actions.record(
      {
        text: secret,
        kind: 'one-off',
        leadId: null,
        seatId: null,
        helperIds: [],
        by: null,
        proposed: false,
        first: { status: 'not-started', text: '' },
      },
      {
        roundTableId: null,
        concernIds: [],
        depth: 'named',
        ground: 'A family could be identified.',
        list: [by.personId],
      },
      by,
    )
    house.store.concerns.record(
      {
        text: `${secret}, they said`,
        raisedOn: '2022-01',
        originKind: 'phone',
        originNote: null,
        themeId: null,
        areaId: null,
        depth: 'named',
        ground: 'A family could be identified.',
        list: [by.personId],
      },
      { roundTableId: null, splitFromId: null },
      by,
    )
    const text = `1. ${secret}\n2. ${secret}, they said\n3. Something new`
    const rows = rowsIn((await laptop.post(PATH, { text })).body)
    t.same(
      rows.map((each) => [each.kind, each.remarks]),
      [
        ['action', ''],
        ['action', ''],
        ['action', ''],
      ],
    )
    t.equal(
      (await laptop.post(`${PATH}/rows`, fieldsOf(rows))).headers.location,
      `${PATH}?made=3&doubles=0`,
      'nor when they are written down',
    )
    t.same(
      house.store.journal.list(1).filter((line) => line.verb === 'looked at'),
      [],
    )
  },
)

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
        remarks: /status “Purple”.*“The gas board”.*date “soon”/,
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
  'a list that a word processor numbered with tabs is a list, and cells are cells',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const text of [
      '1.\tHold a stall\n2.\tMend the lamp',
      '•\tHold a stall\n•\tMend the lamp',
      '\t1)\tHold a stall\n\t2)\tMend the lamp',
    ])
      t.same(
        rowsIn((await laptop.post(PATH, { text })).body).map((each) => each.text),
        ['Hold a stall', 'Mend the lamp'],
      )
    t.match(rowsIn((await laptop.post(PATH, { text: 'Hold a stall\tWCC' })).body), [
      { text: 'Hold a stall', leadId: /\d/ },
    ])
  },
)

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

t.test(
  'R11: a private row is held for who brought it, and a gap in the minutes of the table it came to',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const secrets = ['The oldest son was moved', 'Write to the aunt']
    await laptop.post(
      `${PATH}/rows`,
      fieldsOf(
        [
          row({ kind: 'concern', text: secrets[0]!, private: 'A family could be identified.' }),
          row({ text: secrets[1]!, private: 'It is being looked into.' }),
          row({ text: 'Mend the lamp' }),
        ],
        house.store.roundTables.find('2022-q1')!.id,
      ),
    )
    const minutes = (await house.signIn(PEOPLE.approver).get('/desk/round-tables/2022-q1/minutes'))
      .body
    t.match(minutes, /A family could be identified.*It is being looked into/s)
    t.match(minutes, 'Mend the lamp')
    for (const email of [PEOPLE.coordinator, PEOPLE.approver, PEOPLE.observer])
      for (const path of [
        '/desk/actions',
        '/desk/concerns',
        '/desk/actions.csv',
        '/desk/round-tables/2022-q1/minutes',
        '/desk/round-tables/2022-q2/agenda',
      ])
        for (const secret of secrets)
          t.notMatch((await house.signIn(email).get(path)).body, secret, `${email} ${path}`)
    t.same(house.store.concerns.everWritten().at(-1)!.list, [house.person(PEOPLE.coordinator).id])
    const again = rowsIn(
      (await laptop.post(PATH, { text: secrets.map((each, i) => `${i + 1}. ${each}`).join('\n') }))
        .body,
    )
    t.ok(
      again.every((each) => /here already/.test(each.remarks)),
      'its own writer is told',
    )
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

t.test('the action log is a file that a spreadsheet opens and runs nothing of', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const evil = [
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
  await laptop.post(
    `${PATH}/rows`,
    fieldsOf(evil.map((text) => row({ text, status: 'under-way', said: text }))),
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
  for (const each of evil)
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

t.test(
  'R11: the action log is at its reader’s depth, and no filter tells what is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const log = async (email: string, query = '') =>
      (await house.signIn(email).get(`/desk/actions.csv${query}`)).body
    t.match(
      await log(PEOPLE.coordinator),
      /1\.5,Held in private\. A family could be identified\.,,,/,
    )
    for (const email of Object.values(PEOPLE))
      t.notMatch(await log(email), /specific family|with which we have concerns/, email)
    t.notMatch(
      await log(PEOPLE.observer),
      'Held in private',
      'who may not know of it has no line for it',
    )
    const empty = await log(PEOPLE.coordinator, '?q=nothing-is-called-so')
    t.equal(
      await log(PEOPLE.coordinator, '?q=specific+family'),
      empty,
      'and a search for its words finds nothing',
    )
    t.match(await log(PEOPLE.observer, '?q=pop-up'), /Pop-up stalls/)
    t.equal(
      (await log(PEOPLE.observer, '?q=pop-up')).trim().split('\r\n').length,
      2,
      'the file has what the page shows',
    )
    t.equal((await house.stranger().get('/desk/actions.csv')).headers.location, '/sign-in')
  },
)

t.test(
  'R11: a row that may lead to a person or a family says so, and holds nothing by itself',
  async (t) => {
    const house = await openHouse({ t })
    const rows = rowsIn(
      (
        await house.signIn(PEOPLE.coordinator).post(PATH, {
          text: '1. Speak to Mrs Halloway about the lift\n2. Any family cases to be supported\n3. Look at Lantern Lane Youth Club\n4. Mend the lamps',
        })
      ).body,
    )
    for (const [i, words] of [
      [0, /may lead to a person/],
      [1, /It speaks of a family\. Choose who may know/],
      [2, /Lantern Lane Youth Club.*may lead/],
    ] as const)
      t.match(rows[i]!.remarks, words)
    t.equal(rows[3]!.remarks, '')
    t.ok(
      rows.every((each) => each.private === ''),
      'R2: nobody chose yet',
    )
  },
)
