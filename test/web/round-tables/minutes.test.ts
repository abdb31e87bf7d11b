import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { wordDocument } from '../../../src/web/files/word-document.ts'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'
import { unzip, wordsOfDocument, wrongInXml } from '../../support/unzip.ts'

const OPEN = '/desk/round-tables/2022-q1'
const FAMILY = 'Any specific family cases to be supported'
const CLUBS = 'Raise the issue of the youth clubs with which'
const newest = <T extends { id: number }>(rows: T[]): T =>
  rows.reduce((last, each) => (each.id > last.id ? each : last))
const mainOf = (body: string): string => /<main[\s\S]*<\/main>/.exec(body)![0]
const sections = (body: string): string =>
  [...body.matchAll(/<section class="stack section" aria-labelledby="paper-[\s\S]*?<\/section>/g)]
    .map(([found]) => found)
    .join('\n')
const find = (house: House, begins: string) =>
  house.store.actions.everWritten().find((each) => each.terms[0]!.text.startsWith(begins))!
const looksAt = (house: House, noun: string, id: number) =>
  house.store.journal.history(noun, id).filter((line) => line.verb === 'looked at')
const documentOf = async (who: ReturnType<House['signIn']>, path: string) => {
  const answer = await who.get(path)
  return {
    answer,
    files: answer.statusCode === 200 ? unzip(answer.rawPayload) : new Map<string, string>(),
  }
}

t.test(
  'R11: minutes are read at three depths, and only the deepest has words of what is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const path = '/desk/round-tables/2021-q3/minutes'
    for (const [email, depth, reads] of [
      [PEOPLE.coordinator, 'table', []],
      [PEOPLE.coordinator, 'public', []],
      [PEOPLE.coordinator, 'named', [FAMILY, CLUBS]],
      [PEOPLE.sergeant, 'named', [FAMILY]],
      [PEOPLE.officer, 'named', [CLUBS]],
      [PEOPLE.approver, 'named', []],
      [PEOPLE.observer, 'named', []],
      [PEOPLE.coordinator, 'anything', []],
      [PEOPLE.sergeant, 'public', []],
    ] as const) {
      const { body } = await house.signIn(email).get(`${path}?depth=${depth}`)
      for (const secret of [FAMILY, CLUBS])
        t.equal(
          body.includes(secret),
          (reads as readonly string[]).includes(secret),
          `${email} at ${depth}: ${secret}`,
        )
      t.match(
        body,
        reads.length === 2 ? 'Held in private' : /Item \d+: held in private\./,
        'a number',
      )
      if (reads.length < 2)
        t.match(body, /A family could be identified|A place or a group could be harmed/)
    }
    const open = (await house.signIn(PEOPLE.coordinator).get(`${path}?depth=public`)).body
    t.match(open, /Item \d+: not told in public yet\./)
    t.notMatch(
      sections(open),
      'We want safer neighbourhoods',
      'R9: what is at table depth is not in the public minutes',
    )
    t.match(
      sections((await house.signIn(PEOPLE.observer).get(path)).body),
      'We want safer neighbourhoods',
    )
    t.equal((await house.stranger().get(path)).headers.location, '/sign-in')
    t.equal(
      (await house.signIn(PEOPLE.coordinator).get('/desk/round-tables/2022-q2/minutes')).statusCode,
      404,
      'a table that lies ahead has none',
    )
  },
)

t.test(
  'R11: each matter that the deepest minutes open is a look, for that person, on the screen and as a file',
  async (t) => {
    const house = await openHouse({ t })
    const sergeant = house.signIn(PEOPLE.sergeant)
    const [family, clubs] = [find(house, FAMILY), find(house, CLUBS)]
    for (const [path, more] of [
      ['minutes', 0],
      ['minutes?depth=public', 0],
      ['minutes.docx', 0],
      ['minutes.docx?depth=public', 0],
      ['minutes?depth=named', 1],
      ['minutes.docx?depth=named', 1],
    ] as const) {
      const before = looksAt(house, 'action', family.id).length
      t.equal((await sergeant.get(`/desk/round-tables/2021-q3/${path}`)).statusCode, 200)
      t.equal(looksAt(house, 'action', family.id).length - before, more, path)
    }
    t.same(
      looksAt(house, 'action', family.id).map((line) => line.personId),
      [house.person(PEOPLE.sergeant).id, house.person(PEOPLE.sergeant).id],
    )
    t.same(looksAt(house, 'action', clubs.id), [], 'what was not opened was not looked at')
  },
)

t.test('R11: a private action that a table only closed is a look as well', async (t) => {
  const house = await openHouse({ t })
  const family = find(house, FAMILY)
  house.store.actions.recordUpdate(
    family.id,
    { status: 'done', text: 'Two cases were helped', waitingFor: null, on: null },
    { organisationId: null, seatId: null, roundTableId: null },
    { personId: house.person(PEOPLE.sergeant).id, at: house.clock.at() },
  )
  t.equal(
    (await house.signIn(PEOPLE.coordinator).post(`/desk/actions/${family.id}/closing`)).statusCode,
    303,
  )
  const before = looksAt(house, 'action', family.id).length
  t.match((await house.signIn(PEOPLE.sergeant).get(`${OPEN}/minutes?depth=named`)).body, FAMILY)
  t.equal(looksAt(house, 'action', family.id).length, before + 1)
  t.notMatch((await house.signIn(PEOPLE.sergeant).get(`${OPEN}/minutes`)).body, FAMILY)
})

t.test('R11: a look that cannot be written is not shown', async (t) => {
  const house = await openHouse({ t })
  house.store.journal.recordLook = () => {
    throw new Error('the disk is full')
  }
  for (const path of ['minutes?depth=named', 'minutes.docx?depth=named']) {
    const answer = await house.signIn(PEOPLE.sergeant).get(`/desk/round-tables/2021-q3/${path}`)
    t.equal(answer.statusCode, 500)
    t.notMatch(answer.body, FAMILY)
  }
  t.equal(
    (await house.signIn(PEOPLE.sergeant).get('/desk/round-tables/2021-q3/minutes')).statusCode,
    200,
  )
})

t.test(
  'R4: earlier minutes stay word for word, whatever is said, changed, answered, closed, joined, split or made a priority later',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const read = async () =>
      Promise.all(
        ['2021-q3', '2021-q4'].flatMap((slug) =>
          ['table', 'public', 'named'].map(async (depth) =>
            sections((await laptop.get(`/desk/round-tables/${slug}/minutes?depth=${depth}`)).body),
          ),
        ),
      )
    const before = await read()
    const post = async (path: string, fields: Record<string, string | number>) =>
      t.equal((await laptop.post(path, fields)).statusCode, 303, path)
    const concern = (begins: string) =>
      house.store.concerns.everWritten().find((each) => each.wordings[0]!.text.includes(begins))!
    const [stops, asb, safer, crime, knife] = [
      'stop and search',
      'anti-social',
      'safer neighbourhoods',
      'Youth crime',
      'knife crime',
    ].map(concern)

    const figures = find(house, 'What do the stop and search figures')
    t.equal(
      (
        await house
          .signIn(PEOPLE.sergeant)
          .post(`/desk/actions/${figures.id}/acceptance`, { words: 'Yes' })
      ).statusCode,
      303,
    )
    await post(`/desk/actions/${figures.id}/updates`, {
      status: 'done',
      text: 'Fewer than last year',
      waitingFor: '',
      on: '',
      seatId: house.store.organisations
        .seats()
        .find((each) => each.title.startsWith('Ward sergeant'))!.id,
    })
    await post(`/desk/actions/${figures.id}/closing`, {})
    const schools = find(house, 'Ensure better engagement')
    await post(`/desk/actions/${schools.id}/terms`, {
      text: 'Meet every school',
      kind: 'one-off',
      leadId: '',
      seatId: '',
      by: 'May 2022',
      reason: 'It was vague',
      basedOn: termsOf(schools).id,
    })
    await post(`/desk/concerns/${stops!.id}/wordings`, {
      text: 'Stops are worse now',
      themeId: '',
      areaId: '',
      basedOn: stops!.wordings.at(-1)!.id,
      reason: 'Clearer',
    })
    await post(`/desk/concerns/${asb!.id}/priorities`, {
      agreed: 'yes',
      tableId: house.store.roundTables.find('2021-q3')!.id,
    })
    await post(`/desk/concerns/${safer!.id}/priorities`, { agreed: 'yes', tableId: '' })
    await post(`${OPEN}/priorities`, {
      concernId: crime!.id,
      choice: 'drop',
      into: '',
      reason: 'It is in hand',
    })
    await post(`/desk/concerns/${crime!.id}/merging`, { into: knife!.id })
    await post(`/desk/concerns/${safer!.id}/splitting`, { text: 'And the stairs are dark' })
    await post(`${OPEN}/finishing`, {})
    t.same(await read(), before)
    t.match(
      sections((await laptop.get(`${OPEN}/minutes`)).body),
      'Fewer than last year',
      'and it stands where it was said',
    )
  },
)

t.test(
  'R4: a report that is taken back when the table is over still stands in its minutes',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const walk = find(house, 'Walk through the communal areas')
    await laptop.post(`/desk/actions/${walk.id}/updates`, {
      status: 'under-way',
      text: 'A day is set',
      waitingFor: '',
      on: '',
      seatId: '',
    })
    house.clock.pass({ minutes: 1 })
    await laptop.post(`${OPEN}/finishing`)
    const before = sections((await laptop.get(`${OPEN}/minutes`)).body)
    t.match(before, 'Under way')
    house.clock.pass({ minutes: 1 })
    t.equal(
      (
        await laptop.post(
          `/desk/actions/${walk.id}/updates/${newest(house.store.actions.listUnfiltered([walk.id])[0]!.updates).id}/taking-back`,
        )
      ).statusCode,
      303,
    )
    t.equal(sections((await laptop.get(`${OPEN}/minutes`)).body), before)
  },
)

t.test(
  'R5: minutes are drafts until the next table agrees them; a correction has its date and reason, and the first wording stays',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${OPEN}/finishing`)
    t.match(
      (await laptop.get(`${OPEN}/minutes`)).body,
      'Draft minutes. The next round table agrees them.',
    )
    for (const [text, reason] of [
      ['', 'x'],
      ['x', ''],
    ])
      t.equal(
        (await laptop.post(`${OPEN}/corrections`, { text: text!, reason: reason! })).statusCode,
        422,
      )
    t.equal((await laptop.post(`${OPEN}/agreement`)).statusCode, 422, 'not by themselves')
    house.clock.moveTo('2022-04-28T09:30:00.000Z')
    const later = house.signIn(PEOPLE.coordinator)
    await later.post('/desk/round-tables/2022-q2/opening')
    t.equal((await house.signIn(PEOPLE.sergeant).post(`${OPEN}/agreement`)).statusCode, 403)
    t.equal((await later.post(`${OPEN}/agreement`)).statusCode, 303)
    const agreed = sections((await later.get(`${OPEN}/minutes`)).body)
    await later.post(`${OPEN}/corrections`, {
      text: 'It was the council <who> said it',
      reason: 'Heard wrong',
    })
    const { body } = await later.get(`${OPEN}/minutes`)
    t.match(body, /Agreed at the 28 April 2022 round table\. They are locked\./)
    t.match(
      body,
      'Corrected on 28 April 2022. It was the council &lt;who&gt; said it Why: Heard wrong',
    )
    t.ok(sections(body).endsWith(agreed), 'nothing else changed')
    t.notMatch((await later.get(`${OPEN}/minutes?depth=public`)).body, 'Heard wrong')
    t.match(
      (await later.get('/desk/round-tables/2022-q2/minutes')).body,
      'The table agreed the minutes of the 27 January 2022 round table.',
    )
    for (const path of ['concerns', 'lines', 'priorities', 'attendance', 'reopening'])
      t.notOk((await later.post(`${OPEN}/${path}`, { reason: 'x' })).statusCode < 400, path)
  },
)

t.test(
  'R6: minutes name who was expected and did not come, on the screen and in the file',
  async (t) => {
    const house = await openHouse({ t })
    const reader = house.signIn(PEOPLE.observer)
    const { files } = await documentOf(reader, '/desk/round-tables/2021-q4/minutes.docx')
    for (const words of [
      (await reader.get('/desk/round-tables/2021-q4/minutes')).body,
      wordsOfDocument(files.get('word/document.xml')!),
    ]) {
      t.match(words, 'No one from the police was at the table.')
      t.match(words, 'The police present at 1 of the last 2')
    }
  },
)

t.test(
  'minutes open in Word: real headings, lists and tables with a head row, in British English',
  async (t) => {
    const house = await openHouse({ t })
    const { answer, files } = await documentOf(
      house.signIn(PEOPLE.observer),
      '/desk/round-tables/2021-q4/minutes.docx',
    )
    t.equal(
      answer.headers['content-type'],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    t.equal(answer.headers['content-disposition'], 'attachment; filename="minutes-2021-q4.docx"')
    t.equal(answer.headers['cache-control'], 'no-store')
    for (const name of [
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
      'docProps/core.xml',
    ])
      t.ok(files.has(name), name)
    for (const [name, xml] of files)
      if (/\.(xml|rels)$/.test(name)) t.same(wrongInXml(xml), [], name)
    const xml = files.get('word/document.xml')!
    t.match(xml, /<w:pStyle w:val="Title"\/>.*?Minutes of the 28 October 2021 round table/s)
    const styled = [
      ...xml.matchAll(
        /<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Heading(\d)"\/>(?:(?!<\/w:p>).)*<\/w:p>/gs,
      ),
    ].map((each) => [Number(each[1]), wordsOfDocument(each[0]).trim()])
    const page = (await house.signIn(PEOPLE.observer).get('/desk/round-tables/2021-q4/minutes'))
      .body
    const headings = [...sections(page).matchAll(/<h([23])[^>]*>([^<]*)</g)].map((each) => [
      Number(each[1]) - 1,
      each[2]!.replaceAll('&amp;', '&'),
    ])
    t.same(styled, headings, 'the same headings as on the screen, at the same levels')
    t.ok(headings.length > 5)
    for (const level of [1, 2])
      t.match(files.get('word/styles.xml')!, `w:styleId="Heading${level}"`)
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!
    t.equal(tables.length, (sections(page).match(/<table/g) ?? []).length)
    for (const each of tables) {
      t.equal(each.match(/<w:tblHeader\/>/g)?.length, 1, 'one head row, repeated on each page')
      t.ok(each.indexOf('<w:tblHeader/>') < each.indexOf('</w:tr>'), 'the first')
      t.equal(
        new Set(
          each
            .match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)!
            .map((row) => row.match(/<w:tc>/g)!.length),
        ).size,
        1,
        'every row has as many cells',
      )
    }
    t.match(xml, '<w:numPr>', 'lists are lists')
    t.match(files.get('word/styles.xml')!, /w:lang[^>]*w:val="en-GB"/)
  },
)

t.test('whatever is typed, the Word document is whole', async (t) => {
  const text =
    'A & B <b> "q" \u0001\u0008\u000b\u001f \ufffe\uffff lone \ud800 end \u{1F600} مرحبا ]]> &amp; <?x?>'
  const files = unzip(
    await wordDocument({
      title: `Minutes ${text}`,
      state: `Draft ${text}`,
      sections: [
        {
          id: 'a',
          heading: text,
          blocks: [
            { kind: 'heading', text },
            { kind: 'words', text, tone: 'struck' },
            { kind: 'list', items: [{ text, tone: 'struck' }] },
            { kind: 'table', caption: text, head: [text, ''], rows: [[text, '']] },
          ],
        },
      ],
    }),
  )
  for (const [name, xml] of files) if (/\.(xml|rels)$/.test(name)) t.same(wrongInXml(xml), [], name)
  const words = wordsOfDocument(files.get('word/document.xml')!)
  t.equal(words.split('A & B <b> "q"  ').length, 9, 'nothing that can be printed is left out')
  t.match(words, '\u{1F600} مرحبا ]]> &amp; <?x?>')
  t.match(files.get('word/document.xml')!, '<w:strike/>', 'what was taken back is struck through')
})

t.test(
  'R11: no file of a Word document below the deepest has a word held in private, nor a list of who may know',
  async (t) => {
    const house = await openHouse({ t })
    for (const [depth, holds] of [
      ['table', false],
      ['public', false],
      ['named', true],
    ] as const) {
      const { files } = await documentOf(
        house.signIn(PEOPLE.coordinator),
        `/desk/round-tables/2021-q3/minutes.docx?depth=${depth}`,
      )
      const all = [...files.values()].join('\n')
      for (const secret of [FAMILY, CLUBS])
        t.equal(all.includes(secret), holds, `${depth}: ${secret}`)
      t.notMatch(all, /Lantern Lane|@\w+\.example|Coordinator, Mosaic/)
      t.equal(/We want safer neighbourhoods/.test(all), depth !== 'public', 'R9')
    }
  },
)

t.test(
  'R20: the page of a table that is over is its minutes, whole or asked for by htmx',
  async (t) => {
    const house = await openHouse({ t })
    const reader = house.signIn(PEOPLE.observer)
    const page = mainOf((await reader.get('/desk/round-tables/2021-q4/minutes')).body)
    t.equal(mainOf((await reader.get('/desk/round-tables/2021-q4')).body), page)
    t.equal(
      mainOf((await reader.get('/desk/round-tables/2021-q4/minutes', { part: true })).body),
      page,
    )
    t.notMatch(page, /<form/, 'an observer changes nothing')
  },
)

t.test(
  'R4: a table that is planned later does not change what earlier minutes say of the next one',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = sections((await laptop.get('/desk/round-tables/2021-q4/minutes')).body)
    t.match(before, 'No date agreed yet.', 'in October nobody had said when they would meet again')
    house.clock.pass({ minutes: 5 })
    t.equal(
      (
        await laptop.post('/desk/round-tables', {
          heldOn: 'December 2021',
          startsAt: '',
          place: '',
          expectedIds: house.store.organisations.list()[0]!.id,
        })
      ).statusCode,
      303,
    )
    t.equal(sections((await laptop.get('/desk/round-tables/2021-q4/minutes')).body), before)
  },
)

t.test(
  'R11: a private action under a concern that may be told is a line with its number and ground, in public minutes too',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${OPEN}/lines`, {
      text: 'c The park is dark !public\na Mend the lamps @wcc !public\na Visit the mother who asked !family',
      key: 'a-box-of-three',
      last: '',
      seen: '0',
      step: 'save',
    })
    const held = newest(house.store.actions.everWritten())
    t.equal(held.depth, 'named')
    for (const depth of ['public', 'table']) {
      const body = sections((await laptop.get(`${OPEN}/minutes?depth=${depth}`)).body)
      t.match(body, 'Mend the lamps', depth)
      t.match(
        body,
        new RegExp(
          `${held.number.replace('.', '\\.')}[^]*Held in private\\. A family could be identified`,
        ),
        depth,
      )
      t.notMatch(body, 'Visit the mother')
    }
  },
)

t.test(
  'R8: what a coordinator types for a lead without a seat is said by the lead, and ends its silence',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${OPEN}/lines`, {
      text: 'a- Say when the lamps come back @wcc',
      key: 'a-box-of-one',
      last: '',
      seen: '0',
      step: 'save',
    })
    const id = newest(house.store.actions.everWritten()).id
    house.clock.pass({ days: 40 })
    t.equal(
      (
        await house.signIn(PEOPLE.coordinator).post(`/desk/actions/${id}/updates`, {
          status: 'under-way',
          text: 'They come in March',
          waitingFor: '',
          on: '',
          seatId: '',
        })
      ).statusCode,
      303,
    )
    const action = house.store.actions.listUnfiltered([id])[0]!
    t.equal(action.updates.at(-1)!.organisationId, termsOf(action).leadId)
  },
)
