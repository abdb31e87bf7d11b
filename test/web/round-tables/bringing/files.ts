import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import t from 'tap'
import { readApart } from '../../../../src/web/files/apart.ts'
import { readText } from '../../../../src/web/files/text-file.ts'
import type { Sheet } from '../../../../src/web/files/workbook-sheets.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { count, rowsIn, upload } from './set-up.ts'

const WANT = [{ text: 'Café – “Big Thank You”', by: 'April 2022' }]
const TEXT = `Action\tBy when\r\n${WANT[0]!.text}\tApril 2022\r\n`

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** A zip file of these parts. */
const zipOf = async (parts: Record<string, string>): Promise<Uint8Array> => {
  const zip = new ZipWriter(new BlobWriter())
  for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text))
  return new Uint8Array(await (await zip.close()).arrayBuffer())
}

/** The parts of a workbook of one sheet for each list of rows; style 1 is that of a day. */
const bookOf = (
  sheets: Record<string, string>,
  folder = 'worksheets/',
  before = '',
): Record<string, string> => {
  const names = Object.keys(sheets)
  const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${ns}" xmlns:r="${rels}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_name, i) => `<Relationship Id="rId${i + 1}" Type="${rels}/worksheet" Target="${folder}sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${ns}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/${folder}sheet${i + 1}.xml`,
        `<worksheet xmlns="${ns}">${before}<sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
  }
}
const workbook = (sheets: Record<string, string>): Promise<Uint8Array> => zipOf(bookOf(sheets))
const cell = (at: string, value: string | number, style = 0): string =>
  typeof value === 'number'
    ? `<c r="${at}" s="${style}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const ROWS = `<row r="1">${cell('A1', 'Ward action log')}</row><row r="3">${cell('A3', 'Ref')}${cell('B3', 'Action')}${cell('C3', 'Owner')}${cell('D3', 'Due date')}</row><row r="4">${cell('A4', 1)}${cell('B4', 'Fix the gate')}${cell('C4', 'WCC')}${cell('D4', 44652, 1)}</row><row r="5">${cell('A5', 2)}${cell('B5', 'Hold a stall')}${cell('C5', 'MPS')}${cell('D5', 44679)}</row>`

t.test(
  'a file is read in whatever letters it was saved, and a line that names its sign is no row',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = count(house)
    for (const [how, bytes] of [
      ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
      ['UTF-16 the other way round', bigEndian(`\ufeff${TEXT}`)],
      ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
      ['UTF-16 the other way round without a mark', bigEndian(TEXT)],
      ['UTF-8', Buffer.from(TEXT)],
      ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
      ['a sign that is named', Buffer.from(`sep=;\r\n${TEXT.replaceAll('\t', ';')}`)],
      ['... and after a mark', Buffer.from(`\ufeffsep=;\n${TEXT.replaceAll('\t', ';')}`)],
      [
        'a table of Markdown',
        Buffer.from(`| Action | By when |\n|---|---|\n| ${WANT[0]!.text} | April 2022 |\n`),
      ],
    ] as const) {
      const answer = await upload(laptop, bytes, { type: 'text/plain' })
      t.equal(answer.statusCode, 200, how)
      t.match(rowsIn(answer.body), WANT, how)
      t.equal(rowsIn(answer.body).length, 1, how)
      t.notMatch(answer.body, /[\0\uFFFD]/, how)
    }
    t.match(
      rowsIn(
        (await upload(laptop, '1. Hold a stall, with officers\n2. Mend the lamp, soon\n')).body,
      ),
      [{ text: 'Hold a stall, with officers' }, { text: 'Mend the lamp, soon' }],
      'a file that holds a list is a list',
    )
    t.equal(count(house), before)
  },
)

t.test('an Excel workbook is read: its first table, with its days', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const answer = await upload(laptop, await workbook({ Notes: '', Log: ROWS, Other: ROWS }))
  t.equal(answer.statusCode, 200)
  t.match(rowsIn(answer.body), [
    { text: 'Fix the gate', by: '2022-04-01', leadId: /\d/ },
    { text: 'Hold a stall', by: '44679' },
  ])
  t.match(answer.body, 'Read as <b>1 April 2022</b>')
  t.match(answer.body, 'Read as <b>28 April 2022</b>', 'the number of a day is a day')
  t.match(answer.body, /We read the sheet “Log”, and not “Other”/)
  t.match(answer.body, /Ward action log/, 'what stands above is said')
})

t.test(
  'R23: what is no list and no table is refused in plain words, and nothing of it stands on the page',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = count(house)
    const far = await workbook({ Log: `<row r="1048576">${cell('XFD1048576', 'far')}</row>` })
    const bomb = await workbook({
      Log: `<row r="1">${cell('A1', 'a'.repeat(12 * 1024 * 1024))}</row>`,
    })
    t.ok(bomb.length < 200 * 1024, 'a small file that unpacks to a large one')
    const whole = await workbook({ Log: ROWS })
    for (const [bytes, words] of [
      [far, /too large/],
      [bomb, /too large/],
      [whole.subarray(0, whole.length - 40), /damaged/],
      [await workbook({ Log: '' }), /empty/],
      [await zipOf({ 'word/document.xml': '<w/>' }), /Word document/],
      [await zipOf({ 'content.xml': '<o/>' }), /OpenDocument/],
      [await zipOf({ 'photo.jpg': 'x' }), /packed file/],
      [Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), /old Excel or Word/],
      [Buffer.from('%PDF-1.7\n%âã'), /This is a PDF/],
      [Buffer.from('{\\rtf1 hello}'), /This is a document/],
      [Buffer.from('89504e470d0a1a0a0000', 'hex'), /This is a picture/],
      [Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), /web page/],
      [Buffer.from([1, 0, 2, 3, 0, 0, 9, 200, 201]), /not text/],
      [Buffer.from([1, 2, 3, 4, 65, 66]), /not text/],
    ] as const) {
      const answer = await upload(laptop, bytes, { text: 'What I had typed' })
      t.equal(answer.statusCode, 422, String(words))
      t.match(answer.body, words)
      t.match(answer.body, /copy|paste|Choose another/i, 'what to do')
      t.match(answer.body, 'What I had typed', 'R23')
      t.notMatch(answer.body, /[\0-\u0008\uFFFD]/)
    }
    t.equal(count(house), before)
  },
)

const asTable = (rows: string): string => rows.replaceAll('"', "'")

t.test('R23: whatever a workbook holds, the worst is that it is refused', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const refused = async (how: string, parts: Record<string, string>, words: RegExp) => {
    const answer = await upload(laptop, await zipOf(parts))
    t.equal(answer.statusCode, 422, how)
    t.match(answer.body, words, how)
  }
  const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  const at = (row: string, place: string): string =>
    `<row r='${row}'><c r='${place}' t='inlineStr'><is><t>x</t></is></c></row>`
  for (const [how, rows] of [
    ['single marks', at('1048576', 'ALL1048576')],
    ['blanks', '<row r = "1048576"><c\nr\n=\n"A1048576"><v>1</v></c></row>'],
    ['a prefix', '<x:row r="1"><x:c r="ALL1"><x:v>1</x:v></x:c></x:row>'],
    ['signs written out', at('&#49;048576', 'A1')],
    ['a number of another kind', at('1e6', 'A1')],
    ['a number in sixteens', at('0x100000', 'A1')],
    ['a sign in a value before it', '<row spans=">" r="1048576"/>'],
    ['small letters', at('1', 'all1')],
  ] as const) {
    await refused(how, bookOf({ Log: rows }), /too large/)
    const named = bookOf({ Log: rows }, 'w/')
    t.notOk(Object.keys(named).some((name) => name.includes('worksheets')))
    await refused(`${how}, in a part of another name`, named, /too large/)
  }
  await refused(
    'the size it says',
    bookOf({ Log: '' }, 'worksheets/', '<dimension ref="A1:A1048576"/>'),
    /too large/,
  )
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`S${i}`, '']))
  await refused('many sheets', bookOf(many), /too large/)
  await refused(
    'no table at all',
    { ...bookOf({ Log: '' }), 'xl/worksheets/sheet1.xml': sheet('<row r="1"><c') },
    /damaged|could not read/,
  )
  const good = await zipOf(bookOf({ Log: asTable(ROWS) }, 'w/'))
  t.match(rowsIn((await upload(laptop, good)).body), [{ text: 'Fix the gate' }, {}])
})

t.test(
  'what eats the memory of its thread ends as nothing, and not as a dead server',
  async (t) => {
    // Past the measure, as if it had found nothing.
    const far = await zipOf(
      bookOf({ Log: "<row r='90000000'><c r='A90000000'><v>1</v></c></row>" }),
    )
    const reader = new URL('../../../../src/web/files/workbook-sheets.ts', import.meta.url).href
    const thread = new URL(
      `data:text/javascript,import { parentPort, workerData } from 'node:worker_threads'; import { sheetsIn } from '${reader}'; parentPort.postMessage(await sheetsIn(workerData))`,
    )
    const limits = { mostMs: 8000, mostMemoryMb: 160, mostGrowthMb: 512 }
    const [read, next] = await Promise.all([
      readApart<Sheet[]>(thread, far, limits),
      zipOf(bookOf({ Log: ROWS })).then((book) => readApart<Sheet[]>(thread, book, limits)),
    ])
    t.match(read, { failed: /too much|broken/ })
    t.match(next, { read: [{ cells: { 3: { 1: 'Fix the gate' } } }] }, 'the next one is read')
  },
)

t.test('what is hidden in a workbook is said to be hidden', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const hide = (parts: Record<string, string>, name: string): Record<string, string> => ({
    ...parts,
    'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
      `name="${name}"`,
      `name="${name}" state='veryHidden'`,
    ),
  })
  const one = await upload(laptop, await zipOf(hide(bookOf({ Old: ROWS, Log: ROWS }), 'Old')))
  t.match(one.body, /We read the sheet “Log”, and not “Old” \(hidden\)/)
  const alone = await upload(laptop, await zipOf(hide(bookOf({ Old: ROWS }), 'Old')))
  t.match(alone.body, /The sheet “Old” is hidden/)
  for (const mark of ['hidden="1"', "hidden = 'true'"]) {
    const rows = ROWS.replace('<row r="5">', `<row r="5" ${mark}>`)
    const answer = await upload(laptop, await zipOf(bookOf({ Log: rows })))
    t.match(answer.body, /has hidden rows or columns/, mark)
  }
  const shown = await upload(laptop, await workbook({ Log: ROWS }))
  t.notMatch(shown.body, /hidden rows/)
})

t.test('UTF-16 without a mark is read in Arabic and in other letters too', async (t) => {
  for (const words of ['إصلاح البوابة', 'গেটটি ঠিক করুন', 'Починить ворота', '修好大门 请告诉邻居'])
    for (const bytes of [
      Buffer.from(`${words}\tMPS\r\n${words}\tWCC\r\n`, 'utf16le'),
      bigEndian(`${words}\tMPS\r\n${words}\tWCC\r\n`),
    ])
      t.same(readText(bytes), { text: `${words}\tMPS\n${words}\tWCC\n` }, `${words}, ${bytes[0]}`)
  for (const bytes of ['00ff00d800010002', '2000ffff3000d800', '7f454c46020101000000000000000000'])
    t.match(readText(Buffer.from(bytes, 'hex')), { wrong: /not text/ }, bytes)
})
