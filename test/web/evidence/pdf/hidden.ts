import { AROUND } from './places-around.ts'
import { DRAWN } from './places-drawn.ts'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import t from 'tap'
import { became, holds, packed, pdfOf, SECRET, stream, withMore } from './set-up.ts'

t.test('R12: a guarded word, wherever it stands in a PDF, is gone, or stops it', async (t) => {
  for (const [place, [becomes, made]] of Object.entries({ ...AROUND, ...DRAWN })) {
    const file = pdfOf(made)
    const isHidden = holds(file, SECRET) || /letter by letter|pieces|escaped/.test(place)
    t.ok(isHidden, `it was there: ${place}`)
    t.match(await became(file), becomes, place)
  }
})

t.test('R12: nor does one that is in no page at all', async (t) => {
  const rewritten = `6 0 obj << /Title (${SECRET}) >> endobj`
  for (const [place, file] of Object.entries({
    'behind the end': Buffer.concat([pdfOf({}), Buffer.from(SECRET)]),
    'behind the end, packed': Buffer.concat([pdfOf({}), deflateSync(SECRET)]),
    'an older page': Buffer.concat([
      pdfOf({ content: `BT /F1 9 Tf (${SECRET}) Tj ET` }),
      Buffer.from('4 0 obj\n'),
      stream('', 'BT /F1 9 Tf (Newer) Tj ET'),
      Buffer.from('\nendobj\ntrailer << /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n'),
    ]),
    'an older property': withMore(rewritten, '\n6 0 obj << /Title (New) >> endobj\n'),
    'packed objects': withMore(
      '9 0 obj\n',
      packed('/Type /ObjStm /N 1 /First 5', `12 0 (${SECRET})`),
      '\nendobj\n',
    ),
    'an empty object': withMore(`7 0 obj\n<< /X (${SECRET}) >>\nendobj\n`),
  })) {
    t.ok(holds(file, SECRET) || place.endsWith('packed'), `it was there: ${place}`)
    t.equal(await became(file), 'gone', place)
  }
})

t.test('R12: a photo in a PDF says neither where nor by whom it was taken', async (t) => {
  const made = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c40' } })
  const exif = { IFD0: { Artist: SECRET, ImageDescription: SECRET } }
  const photo = Buffer.concat([await made.withExif(exif).jpeg().toBuffer(), Buffer.from(SECRET)])
  const of = (more: string) =>
    `/Subtype /Image /Width 40 /Height 30 /ColorSpace /DeviceRGB /BitsPerComponent 8 ${more}`
  const draws = { resources: '/XObject << /I 10 0 R >>', content: 'q 90 0 0 90 9 9 cm /I Do Q' }
  const plain = pdfOf({ ...draws, objects: [stream(of('/Filter /DCTDecode'), photo)] })
  t.ok(holds(plain, SECRET))
  t.equal(await became(plain), 'gone')
  const both = of('/Filter [/FlateDecode /DCTDecode]')
  t.equal(await became(pdfOf({ ...draws, objects: [stream(both, deflateSync(photo))] })), 'gone')
  for (const filter of ['JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode'])
    t.match(
      await became(pdfOf({ ...draws, objects: [stream(of(`/Filter /${filter}`), SECRET)] })),
      /refused: .*picture of a kind that we cannot make anew. Print it to a PDF/,
      filter,
    )
})
