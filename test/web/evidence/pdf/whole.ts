import t from 'tap'
import { samplePdf } from '../../../../src/sample/evidence.ts'
import { fingerprint } from '../../../../src/store/evidence/leaflets.ts'
import { passagesOfFile } from '../../../../src/domain/publishing/wording/file-words.ts'
import { MOST_PDF_BYTES, readPdf } from '../../../../src/web/files/pdf/read-pdf.ts'
import { insideOf, packed, pdfOf, stream, why } from './set-up.ts'

const anew = async (file: Buffer) => {
  const read = await readPdf(file)
  if ('wrong' in read) throw new Error(read.wrong)
  return { ...read, shown: passagesOfFile(read.text)[0].text, inside: insideOf(read.bytes) }
}

t.test(
  'R13: the same file made anew twice is the same, and one letter more is another',
  async (t) => {
    const [one, same, other] = await Promise.all(
      ['A leaflet', 'A leaflet', 'A leaflet.'].map((words) => anew(samplePdf([words]).bytes)),
    )
    t.ok(one!.bytes.equals(same!.bytes))
    t.not(fingerprint(other!.bytes), fingerprint(one!.bytes))
    t.ok((await anew(one!.bytes)).bytes.equals(one!.bytes), 'and made anew again')
    t.match(one!.bytes.toString('latin1'), /^%PDF-1\.\d[^]*\n%%EOF$/)
    t.equal(one!.bytes.toString('latin1').split('%%EOF').length, 2, 'there is one version')
  },
)

t.test(
  'R12: what readers see, follow and have read out stays, and its words are read',
  async (t) => {
    const made = await anew(
      pdfOf({
        catalog: '/Lang (en-GB) /MarkInfo << /Marked true >> /StructTreeRoot 10 0 R',
        page: '/StructParents 0 /Annots [13 0 R 14 0 R]',
        resources: '/XObject << /I 15 0 R >> /Properties << /M << /MCID 1 >> >>',
        content: `/H1 << /MCID 0 >> BDC BT /F1 18 Tf 60 760 Td (Ask) Tj ET EMC
        /P /M BDC BT /F1 9 Tf 60 700 Td [(An\\145) -20 ( way)] TJ ET EMC
        q 90 0 0 90 9 9 cm /I Do Q BI /W 2 /H 1 /CS /G /BPC 8 ID ab EI 1 0 0 rg 5 5 5. --5 re f`,
        objects: [
          '<< /Type /StructTreeRoot /K 11 0 R /ParentTree << /Nums [0 [11 0 R 12 0 R]] >> >>',
          '<< /S /Document /P 10 0 R /K [12 0 R] >>',
          '<< /S /Figure /P 11 0 R /Pg 3 0 R /K [0 << /Type /OBJR /Obj 13 0 R >>] /Alt (A red door) >>',
          '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /StructParent 1 /A << /S /URI /URI (https://www.police.uk/a\\(b\\)) >> >>',
          '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [3 0 R /XYZ 0 700 0] >>',
          packed(
            '/Subtype /Image /Width 2 /Height 1 /ColorSpace [/ICCBased 16 0 R] /BitsPerComponent 8',
            'abcdef',
          ),
          stream('/N 3', 'a profile'),
        ],
      }),
    )
    t.match(made.shown, /^Ask\s+Ane way\n/)
    t.match(made.shown, 'https://www.police.uk/a(b)')
    t.match(made.shown, 'A red door')
    for (const kept of [
      '/Lang (en-GB)',
      '/Marked true',
      '/S /Figure',
      '/S /URI',
      'https://www.police.uk/a\\(b\\)',
      /\/Dest \[ \d+ 0 R \/XYZ 0 700 0 \]/,
      /\/ColorSpace \/DeviceRGB/,
      'abcdef',
      /BI \/W 2 \/H 1 \/BPC 8 \/F \/Fl \/L \d+ \/CS \/G\s+ID/,
      '1 0 0 rg',
      '5 5 5. -5',
      /\/P <<\/MCID 1>> BDC/,
      /\/OBJR/,
      /\/Nums \[ 0 \d+ 0 R \]/,
    ])
      t.match(made.inside, kept)
  },
)

t.test(
  'R23: what is no PDF, or half of one, or locked, or too much, is refused in plain words',
  async (t) => {
    const file = samplePdf(['A leaflet']).bytes
    t.match(await why(Buffer.alloc(0)), /Choose a file/)
    for (const [name, bytes] of Object.entries({
      words: Buffer.from('A leaflet, typed'),
      html: Buffer.from('<!doctype html><p>%PDF-1.4 %%EOF'),
      cut: file.subarray(0, file.length - 30),
      late: Buffer.concat([Buffer.from('GIF89a'), file]),
      version: Buffer.from('%PDF-9.1\n%%EOF'),
      nothing: Buffer.from('%PDF-1.4\n%%EOF'),
    }))
      t.match(await why(bytes), /not a whole PDF/, name)
    t.match(
      await why(Buffer.concat([file, Buffer.alloc(MOST_PDF_BYTES)])),
      /too large: 4\.1 MB\. 4 MB at most/,
    )
    t.match(await why(pdfOf({ trailer: '/Encrypt << /Filter /Standard /V 1 >>' })), /locked with a/)
    t.match(
      await why(pdfOf({ content: 'BI /W 2 /H 1 /CS /G /BPC 8 /F /DCT ID ab EI' })),
      /picture of a kind that we cannot make anew. Print it to a PDF/,
    )
    t.equal(await why(Buffer.concat([file, Buffer.from('<script>PK\x05\x06')])), '', 'cut off')
  },
)
