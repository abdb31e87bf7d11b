import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { wordDocument } from '../../../../src/web/files/word-document.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { unzip } from '../../../support/unzip.ts'
import { wordsOfDocument, wrongInXml } from '../../../support/xml.ts'
import { CLUBS, FAMILY, newest, OPEN, sections } from './set-up.ts'

const mainOf = (body: string): string => /<main[\s\S]*<\/main>/.exec(body)![0]
const documentOf = async (who: ReturnType<House['signIn']>, path: string) => {
  const answer = await who.get(path)
  return {
    answer,
    files: answer.statusCode === 200 ? await unzip(answer.rawPayload) : new Map<string, string>(),
  }
}

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
      t.match(each, /<w:tblLook [^>]*w:firstColumn="true"/, 'and a head column: what its row is of')
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
  const files = await unzip(
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
      t.notMatch(all, /Lantern Lane|@\w+\.example/)
      t.equal(/Coordinator, Mosaic/.test(all), holds, 'R14: who sat there is named at the deepest')
      t.equal(/Pop-up stalls with MPS/.test(all), depth !== 'public', 'R9')
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

t.test(
  'minutes in Word say when and where, number their pages, and give each column its room',
  async (t) => {
    const house = await openHouse({ t })
    const { files } = await documentOf(
      house.signIn(PEOPLE.observer),
      '/desk/round-tables/2021-q4/minutes.docx',
    )
    const xml = files.get('word/document.xml')!
    t.match(wordsOfDocument(xml), 'Thursday 28 October 2021, 10.30.')
    const foot = [...files].find(([name]) => /footer\d*\.xml$/.test(name))![1]
    t.match(foot, /Page .*PAGE.* of .*NUMPAGES/s)
    const tables = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(([, grid]) =>
      [...grid!.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
    )
    t.ok(tables.length > 0)
    for (const widths of tables)
      t.ok(widths.reduce((sum, each) => sum + each, 0) <= 9026, 'no wider than the page')
    t.ok(
      tables.some((widths) => widths[0]! < Math.max(...widths) / 3),
      'a number needs little',
    )
  },
)
