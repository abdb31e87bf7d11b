import { packed, SECRET, stream, type Made } from './set-up.ts'

const wide = `<feff${Buffer.from(SECRET, 'utf16le').swap16().toString('hex')}>`
const CLOSE = SECRET.replaceAll(' ', '')
const PAGE_AND = (content: string): string => `BT /F1 18 Tf 60 760 Td (A leaflet) Tj ET ${content}`
const cmap = (lines: string) =>
  `/CIDInit /ProcSet findresource begin begincmap % ${SECRET}\n/CMapName /${CLOSE} def\n${lines}\nendcmap`

/** ... and in what pages are drawn with. */
export const DRAWN: Record<string, [becomes: 'gone' | 'checked' | RegExp, made: Made]> = {
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
DRAWN['words shown as others']![1].page = '/Resources << /Font << /F9 10 0 R >> >>'
