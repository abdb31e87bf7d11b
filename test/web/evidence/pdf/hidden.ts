import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import t from 'tap'
import { became, holds, packed, pdfOf, SECRET, stream, withMore, type Made } from './set-up.ts'

const wide = `<feff${Buffer.from(SECRET, 'utf16le').swap16().toString('hex')}>`
const CLOSE = SECRET.replaceAll(' ', '')
const PAGE_AND = (content: string): string => `BT /F1 18 Tf 60 760 Td (A leaflet) Tj ET ${content}`
const cmap = (lines: string) =>
  `/CIDInit /ProcSet findresource begin begincmap % ${SECRET}\n/CMapName /${CLOSE} def\n${lines}\nendcmap`

/** Every place we know of where words stand in a PDF, and what becomes of them there. */
const PLACES: Record<string, [becomes: 'gone' | 'checked' | RegExp, made: Made]> = {
  title: ['gone', { trailer: '/Info 10 0 R', objects: [`<< /Title (${SECRET}) >>`] }],
  'author, in wide letters': [
    'gone',
    { trailer: '/Info 10 0 R', objects: [`<< /Author ${wide} >>`] },
  ],
  'a property of their own': ['gone', { trailer: `/Info << /${CLOSE} (${SECRET}) >>` }],
  'file id': ['gone', { trailer: `/ID [(${SECRET}) (${SECRET})]` }],
  xmp: [
    'gone',
    {
      catalog: '/Metadata 10 0 R',
      objects: [packed('/Type /Metadata /Subtype /XML', `<x>${SECRET}</x>`)],
    },
  ],
  'xmp of a page': [
    'gone',
    { page: '/Metadata 10 0 R', objects: [stream('/Type /Metadata', SECRET)] },
  ],
  'form value': [
    /boxes to fill in/,
    {
      catalog: '/AcroForm << /Fields [10 0 R] >>',
      page: '/Annots [10 0 R]',
      objects: [
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (${SECRET}) /Rect [0 0 9 9] >>`,
      ],
    },
  ],
  'form without fields': ['gone', { catalog: `/AcroForm << /Fields [] /DA (${SECRET}) >>` }],
  'form of another kind': [
    /boxes to fill in/,
    { catalog: '/AcroForm << /Fields [] /XFA 10 0 R >>', objects: [stream('', SECRET)] },
  ],
  note: [
    /comments on it/,
    { page: `/Annots [<< /Type /Annot /Subtype /Text /Contents (${SECRET}) /Rect [0 0 9 9] >>]` },
  ],
  stamp: [
    /comments on it/,
    { page: `/Annots [<< /Subtype /Stamp /NM (${SECRET}) /Rect [0 0 9 9] >>]` },
  ],
  'address of a link': [
    'checked',
    {
      page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.example/${SECRET}) >> >>]`,
    },
  ],
  'address of a link, escaped': [
    'checked',
    {
      page: '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.example/?q=L%61ntern%20Lane%20Youth+Club) >> >>]',
    },
  ],
  'words of a link': [
    'checked',
    {
      page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /Contents ${wide} /A << /S /URI /URI (https://x.example) >> >>]`,
    },
  ],
  'a link that does more': [
    'gone',
    {
      page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /NM (${SECRET}) /A << /S /URI /URI (https://x.example) /Next << /S /JavaScript /JS (${SECRET}) >> >> >>]`,
    },
  ],
  'a link to a program': [
    'gone',
    {
      page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (javascript:${SECRET}) >> >>]`,
    },
  ],
  'a link to a file': [
    'gone',
    {
      page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (${SECRET}.pdf) >> >>]`,
    },
  ],
  bookmark: [
    'gone',
    {
      catalog: '/Outlines 10 0 R',
      objects: [
        '<< /First 11 0 R /Last 11 0 R /Count 1 >>',
        `<< /Title (${SECRET}) /Parent 10 0 R >>`,
      ],
    },
  ],
  'page label': ['gone', { catalog: `/PageLabels << /Nums [0 << /P (${SECRET}) >>] >>` }],
  'named place': [
    'gone',
    {
      catalog: `/Names << /Dests << /Names [(${SECRET}) [3 0 R /Fit]] >> >> /Dests << /${CLOSE} [3 0 R /Fit] >>`,
    },
  ],
  attachment: [
    'gone',
    {
      catalog: `/Names << /EmbeddedFiles << /Names [(${SECRET}) << /F (${SECRET}) /EF << /F 10 0 R >> >>] >> >> /AF [10 0 R]`,
      objects: [stream('/Type /EmbeddedFile', SECRET)],
    },
  ],
  'what runs on opening': [
    'gone',
    {
      catalog: `/OpenAction << /S /JavaScript /JS (${SECRET}) >> /AA << /WC << /S /JavaScript /JS (${SECRET}) >> >>`,
    },
  ],
  'what runs on a page': ['gone', { page: `/AA << /O << /S /JavaScript /JS (${SECRET}) >> >>` }],
  'notes of a program': [
    'gone',
    { page: `/PieceInfo << /X << /Private (${SECRET}) >> >> /LastModified (${SECRET})` },
  ],
  'article, collection, web capture': [
    'gone',
    {
      catalog: `/Threads [<< /I << /Title (${SECRET}) >> >>] /Collection << /D (${SECRET}) >> /SpiderInfo << /V (${SECRET}) >> /URI << /Base (${SECRET}) >>`,
    },
  ],
  'layer, hidden': [
    /layers that are hidden/,
    {
      catalog: `/OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >>`,
      objects: [`<< /Type /OCG /Name (${SECRET}) >>`],
    },
  ],
  'name of a layer': [
    'gone',
    {
      catalog: `/OCProperties << /OCGs [10 0 R] /D << >> >>`,
      objects: [`<< /Type /OCG /Name (${SECRET}) >>`],
      resources: '/Properties << /L 10 0 R >>',
      content: '/OC /L BDC BT /F1 9 Tf (x) Tj ET EMC',
    },
  ],
  'words in place of a picture': [
    'checked',
    {
      catalog: '/StructTreeRoot 10 0 R',
      objects: [
        '<< /Type /StructTreeRoot /K 11 0 R >>',
        `<< /Type /StructElem /S /Figure /P 10 0 R /Alt (${SECRET}) >>`,
      ],
    },
  ],
  'words in place of words': [
    'checked',
    {
      catalog: '/StructTreeRoot 10 0 R',
      objects: [
        '<< /Type /StructTreeRoot /K [11 0 R] >>',
        `<< /S /Span /P 10 0 R /ActualText ${wide} >>`,
      ],
    },
  ],
  'title and class of a tag': [
    'gone',
    {
      catalog: '/StructTreeRoot 10 0 R',
      objects: [
        `<< /Type /StructTreeRoot /K [11 0 R] /ClassMap << /${CLOSE} << /O /${CLOSE} >> >> /IDTree << /Names [(${SECRET}) 11 0 R] >> >>`,
        `<< /S /P /P 10 0 R /T (${SECRET}) /ID (${SECRET}) /C /${CLOSE} /A << /O /UserProperties /P [<< /N (${SECRET}) /V (${SECRET}) >>] >> >>`,
      ],
    },
  ],
  'kind of a tag': [
    'checked',
    {
      catalog: '/StructTreeRoot 10 0 R',
      objects: ['<< /Type /StructTreeRoot /K [11 0 R] >>', `<< /S /${CLOSE} /P 10 0 R >>`],
    },
  ],
  'language of a page': ['gone', { catalog: `/Lang (${SECRET})` }],
  'marked on the page': [
    'checked',
    { content: PAGE_AND(`/Span << /ActualText (${SECRET}) >> BDC EMC`) },
  ],
  'marked on the page, by name': [
    'checked',
    {
      resources: `/Properties << /M << /Alt (${SECRET}) /Hidden (${SECRET}) >> >>`,
      content: PAGE_AND('/Span /M BDC EMC'),
    },
  ],
  'marked with what is not read': [
    'gone',
    {
      content: PAGE_AND(
        `/Span << /MCID 0 /Note (${SECRET}) /X << /Y (${SECRET}) >> >> BDC EMC /X << /Y (${SECRET}) >> DP`,
      ),
    },
  ],
  'letter by letter, read out': [
    'checked',
    {
      content: PAGE_AND(
        [...CLOSE].map((one) => `/Span << /ActualText (${one}) >> BDC EMC`).join(' '),
      ),
    },
  ],
  'remark on the page': ['gone', { content: PAGE_AND(`% ${SECRET}\n q Q`) }],
  'words without a meaning': [
    'gone',
    { content: PAGE_AND(`(${SECRET}) [(${SECRET})] Xy /${CLOSE} Yz (${SECRET}) q Q`) },
  ],
  'words on the page, not seen': [
    'checked',
    { content: PAGE_AND(`BT 3 Tr /F1 1 Tf 9999 9999 Td (${SECRET}) Tj ET`) },
  ],
  'words on the page, in pieces': [
    'checked',
    { content: PAGE_AND('BT /F1 9 Tf 9 9 Td [(Lan) 20 (tern La) -9 (ne You) 5 (th Club)] TJ ET') },
  ],
  'words shown as others': [
    'checked',
    {
      content: 'BT /F9 9 Tf 9 9 Td (LanternLaneYouthClub) Tj ET',
      resources: '',
      page: '',
      objects: [
        `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 11 0 R >>`,
        stream(
          '',
          cmap(
            '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <0041> endbfrange',
          ),
        ),
      ],
    },
  ],
  'meaning of letters': [
    'gone',
    {
      resources: '/XObject << >>',
      objects: [
        stream('', cmap(`1 beginbfchar <41> ${wide.replace('feff', '')} endbfchar`)),
        `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 10 0 R >>`,
      ],
      page: '/X 1',
    },
  ],
  'name of a font': [
    'checked',
    {
      resources: `/ExtGState << /G << /Font [<< /Type /Font /Subtype /Type1 /BaseFont /${CLOSE} >> 9] >> >>`,
    },
  ],
  'name of a glyph': [
    'checked',
    {
      resources: `/ExtGState << /G << /Font [<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Differences [65 /${CLOSE}] >> >> 9] >> >>`,
    },
  ],
  'name of a colour': [
    'gone',
    {
      resources: `/ColorSpace << /C [/Separation /${CLOSE} /DeviceRGB << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0] /C1 [1 1 1] >>] >>`,
    },
  ],
  'profile of a colour': [
    'gone',
    { resources: '/ColorSpace << /C [/ICCBased 10 0 R] >>', objects: [stream('/N 3', SECRET)] },
  ],
  'colours of a palette': [
    'checked',
    { resources: `/ColorSpace << /C [/Indexed /DeviceRGB 9 (${SECRET})] >>` },
  ],
  'name of a thing': ['checked', { resources: `/ExtGState << /${CLOSE} << /LW 1 >> >>` }],
  'remark of a sum': [
    'gone',
    {
      resources: `/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 10 0 R >> >>`,
      objects: [
        stream(
          '/FunctionType 4 /Domain [0 1] /Range [0 1]',
          `{ dup % ${SECRET}\n (${SECRET}) pop }`,
        ),
      ],
    },
  ],
  'behind the dots of a picture': [
    'gone',
    {
      resources: '/XObject << /I 10 0 R >>',
      objects: [
        packed(
          '/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
          `x${SECRET}`,
        ),
      ],
    },
  ],
  'words beside a picture': [
    'gone',
    {
      resources: '/XObject << /I 10 0 R >>',
      objects: [
        packed(
          `/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Name /${CLOSE} /Metadata 11 0 R /OPI << /F (${SECRET}) >>`,
          'x',
        ),
        stream('', SECRET),
      ],
    },
  ],
  'behind a picture in the page': [
    'gone',
    { content: PAGE_AND(`BI /W 1 /H 1 /CS /G /BPC 8 /L 9 /${CLOSE} (${SECRET}) ID x EI`) },
  ],
  'a piece of a page': [
    'checked',
    {
      resources: '/XObject << /P 10 0 R >>',
      content: PAGE_AND('/P Do'),
      objects: [
        stream(
          '/Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 5 0 R >> >>',
          `BT /F1 9 Tf (${SECRET}) Tj ET`,
        ),
      ],
    },
  ],
  'what stands beside a piece': [
    'gone',
    {
      resources: '/XObject << /P 10 0 R >>',
      objects: [
        stream(
          `/Subtype /Form /BBox [0 0 9 9] /Metadata 11 0 R /PieceInfo << /X (${SECRET}) >> /Ref << /F (${SECRET}) >>`,
          `q Q % ${SECRET}`,
        ),
        stream('', SECRET),
      ],
    },
  ],
  'a thing of nobody': [
    'gone',
    { objects: [`(${SECRET})`, stream('', SECRET), packed('', SECRET)] },
  ],
  'remarks of the file': ['gone', { head: `% ${SECRET}\n` }],
}
PLACES['words shown as others']![1].page = '/Resources << /Font << /F9 10 0 R >> >>'

t.test('R12: a guarded word, wherever it stands in a PDF, is gone, or stops it', async (t) => {
  for (const [place, [becomes, made]] of Object.entries(PLACES)) {
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
