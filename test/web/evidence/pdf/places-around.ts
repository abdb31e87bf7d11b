import { packed, SECRET, stream, type Made } from './set-up.ts'

const wide = `<feff${Buffer.from(SECRET, 'utf16le').swap16().toString('hex')}>`
const CLOSE = SECRET.replaceAll(' ', '')
/** Places around the pages where words stand, and what becomes of them there. */
export const AROUND: Record<string, [becomes: 'gone' | 'checked' | RegExp, made: Made]> = {
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
}
