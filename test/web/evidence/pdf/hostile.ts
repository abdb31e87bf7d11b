import t from 'tap'
import { samplePdf } from '../../../../src/sample/evidence.ts'
import { MOST_PDF_BYTES } from '../../../../src/web/files/pdf/read-pdf.ts'
import { openHouse } from '../../../support/house.ts'
import { hands } from '../leaflets/set-up.ts'
import { packed, pdfOf, stream, why, withMore } from './set-up.ts'

const TOO_MUCH = /too much to read here|more than 100 pages|cannot look inside|not a whole PDF/
const manyPages = (count: number): Buffer =>
  withMore(
    `2 0 obj << /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, i) => `${i + 20} 0 R`).join(' ')}] >> endobj\n`,
    ...Array.from(
      { length: count },
      (_, i) => `${i + 20} 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj\n`,
    ),
  )

/** Small files that are large to read. */
const HOSTILE: Record<string, () => Buffer> = {
  'twenty thousand pages': () => manyPages(20_000),
  'packed a thousandfold': () =>
    withMore(
      '9 0 obj\n',
      packed('/Type /ObjStm /N 1 /First 4', Buffer.alloc(900_000_000)),
      '\nendobj\n',
    ),
  'a page packed a thousandfold': () =>
    pdfOf({ page: '/Contents 10 0 R', objects: [packed('', Buffer.alloc(400_000_000, 'q Q\n'))] }),
  'a picture of a billion dots': () =>
    pdfOf({
      resources: '/XObject << /I 10 0 R >>',
      objects: [
        packed(
          '/Subtype /Image /Width 32000 /Height 32000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
          'x',
        ),
      ],
    }),
  'lists in lists on the page': () => pdfOf({ content: '['.repeat(1_000_000) }),
  'pieces in pieces': () =>
    pdfOf({
      resources: '/XObject << /P 10 0 R >>',
      objects: Array.from({ length: 5000 }, (_, i) =>
        stream(
          `/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /P ${i + 11} 0 R >> >>`,
          '/P Do',
        ),
      ),
    }),
  'a tree of tags without end': () =>
    pdfOf({
      catalog: '/StructTreeRoot 10 0 R',
      objects: [
        '<< /Type /StructTreeRoot /K 11 0 R >>',
        ...Array.from({ length: 5000 }, (_, i) => `<< /S /P /K ${i + 12} 0 R >>`),
      ],
    }),
}

t.test('R23: a small file that is large to read is refused, and says what to do', async (t) => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    const file = make()
    t.ok(file.length <= MOST_PDF_BYTES, `${name}: ${file.length} bytes`)
    t.match(await why(file), TOO_MUCH, name)
  }
  t.equal(await why(samplePdf(['A leaflet']).bytes), '', 'and the next one is read')
})

t.test('no file of one piece repeated keeps the house busy: each has an answer', async (t) => {
  // What grows faster than the file does runs into the clock at a quarter of the most as well.
  const much = (piece: string): string =>
    piece.repeat(Math.floor((MOST_PDF_BYTES / 4 - 4000) / piece.length))
  for (const piece of ['stream\n', '(', '[', '1 0 obj '])
    t.type(await why(withMore(much(piece))), 'string', piece)
  for (const piece of ['q ', '(a)Tj ', 'BI ID '])
    t.type(await why(pdfOf({ content: much(piece) })), 'string', `${piece}, on the page`)
})

t.test('R23: the board answers everyone while such a file is read', async (t) => {
  const house = await openHouse({ t })
  const { make, put } = hands(house)
  const id = await make()
  let isRead = false
  // Refused by its pages, whatever else takes or frees memory meanwhile.
  const sent = put(id, HOSTILE['twenty thousand pages']!(), { language: 'ar' }).then((answer) => {
    isRead = true
    return answer
  })
  let answered = 0
  while (!isRead && answered < 200) {
    t.equal((await house.stranger().get(answered % 2 ? '/' : '/healthz')).statusCode, 200)
    if (!isRead) answered += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  t.ok(answered > 3, `${answered} pages came before the file was read`)
  const answer = await sent
  t.equal(answer.statusCode, 422)
  t.match(answer.body, /<option value="ar" selected/, 'what was chosen stays')
})
