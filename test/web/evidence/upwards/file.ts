import t from 'tap'
import { wordDocument } from '../../../../src/web/files/word-document.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { tableWords, tell } from '../../../support/publications.ts'
import { unzip } from '../../../support/unzip.ts'
import { wordsOfDocument, wrongInXml } from '../../../support/xml.ts'
import { mainOf, paperOf, raise, read, textOf } from './set-up.ts'

t.test(
  'R10, R20: the Word file says what the screen says, at both depths, and is well formed',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    raise(house, 'First line\r\nsecond line & <b>more</b> \u0007 \ud800', { raisedOn: '2021-08' })
    for (const depth of ['public', 'table'] as const) {
      const answer = await laptop.get(`/desk/upwards.docx?period=2021&depth=${depth}`)
      t.equal(
        answer.headers['content-disposition'],
        `attachment; filename="upwards-2021-${depth}.docx"`,
      )
      t.equal(answer.headers['cache-control'], 'no-store')
      const files = await unzip(answer.rawPayload)
      for (const [name, xml] of files)
        if (/\.(xml|rels)$/.test(name)) t.same(wrongInXml(xml), [], name)
      const words = wordsOfDocument(files.get('word/document.xml')!)
        .replace(/\ufffd/g, '')
        .replace(/\s+/g, ' ')
      const page = read(mainOf(await laptop.get(`/desk/upwards?period=2021&depth=${depth}`)))
      for (const piece of textOf(paperOf(house, '2021', depth)).split('\n')) {
        const text = piece
          .replace(/[\u0000-\u0008\ufffd]/g, '')
          .replace(/\s+/g, ' ')
          .trim()
        t.ok(words.replaceAll(' ', '').includes(text.replaceAll(' ', '')), `the file says: ${text}`)
        t.ok(
          page
            .replace(/[\u0000-\u0008\ufffd]/g, '')
            .replaceAll(' ', '')
            .includes(text.replaceAll(' ', '')),
          `the screen says: ${text}`,
        )
      }
      t.equal(
        (files.get('word/document.xml')!.match(/<w:tblHeader/g) ?? []).length,
        (files.get('word/document.xml')!.match(/<w:tbl>/g) ?? []).length,
        'each table repeats its head',
      )
    }
  },
)

t.test('R20: a line that was broken off stays so in the Word file', async (t) => {
  const document = await unzip(
    await wordDocument({
      title: 'T',
      state: 'S',
      sections: [
        {
          id: 'a',
          heading: 'A',
          blocks: [
            { kind: 'table', caption: 'c', head: ['h'], rows: [['one\r\ntwo\nthree']] },
            { kind: 'words', text: 'four\nfive' },
          ],
        },
      ],
    }),
  )
  const xml = document.get('word/document.xml')!
  t.equal((xml.match(/<w:br\/>/g) ?? []).length, 3)
  t.same(wrongInXml(xml), [])
})

t.test('R2: an empty record has a sheet for each depth, as a page and as a file', async (t) => {
  const house = await openHouse({
    t,
    sample: false,
    prepare: (store) => {
      store.people.record(
        {
          name: 'Coordinator',
          email: PEOPLE.coordinator,
          organisationId: store.organisations.record(
            { code: 'mosaic', name: 'Mosaic', publicName: 'Mosaic', expected: true },
            { personId: null, at: '2022-01-20T10:00:00.000Z' },
          ),
          role: 'coordinator',
          approves: false,
        },
        { personId: null, at: '2022-01-20T10:00:00.000Z' },
      )
    },
  })
  const laptop = house.signIn(PEOPLE.coordinator)
  for (const depth of ['public', 'table']) {
    const answer = await laptop.get(`/desk/upwards?depth=${depth}`)
    t.equal(answer.statusCode, 200)
    t.match(
      read(mainOf(answer)),
      depth === 'public'
        ? 'Nothing raised in this time is told in public.'
        : 'Nothing was raised in this time.',
    )
    t.notMatch(mainOf(answer), /undefined|null|NaN/)
    t.equal((await laptop.get(`/desk/upwards.docx?depth=${depth}`)).statusCode, 200)
  }
  t.match(textOf(paperOf(house, '2021', 'table')), 'No round table met in this time.')
  tell(
    house.store,
    tableWords({
      heldOn: '2021-07',
      state: 'agreed',
      organisations: [{ code: 'mosaic', name: 'Mosaic', presence: 'present', expected: true }],
    }),
  )
  t.match(textOf(paperOf(house, '2021', 'public')), 'Present')
})
