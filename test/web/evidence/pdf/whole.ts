import t, { type Test } from 'tap'
import { samplePdf } from '../../../../src/sample/evidence.ts'
import { fingerprint } from '../../../../src/store/evidence/leaflets.ts'
import { MOST_PDF_BYTES, readPdf } from '../../../../src/web/files/pdf.ts'
import { packed, stream, why, withMore } from './set-up.ts'

t.test('R13: a whole PDF is taken as it is, and known by its fingerprint', async (t) => {
  const file = samplePdf(['A leaflet']).bytes
  const read = await readPdf(file, [])
  t.ok('bytes' in read && read.bytes.equals(file))
  t.equal('text' in read && read.text, 'A leaflet', 'R12: and its words are read')
  t.not(
    fingerprint(samplePdf(['A leaflet.']).bytes),
    fingerprint(file),
    'one changed character is another file',
  )
  t.equal(
    await why(withMore(packed('7 0 << /Type /Font >>'))),
    '',
    'objects that are packed are opened, and these are harmless',
  )
  t.equal(
    await why(
      withMore(
        stream(
          '/Subtype /Image /Metadata 12 0 R /Filter /DCTDecode',
          '\xff\xd8 a picture \x00 of bytes',
        ),
      ),
    ),
    '',
    'a picture is not opened',
  )
  t.equal(
    await why(withMore('<< /S /URI /URI (https://www.police.uk) >>')),
    '',
    'a link is only a link',
  )
})

t.test(
  'R23: what is no PDF, or half of one, or something else behind one, is refused in plain words',
  async (t) => {
    const file = samplePdf(['A leaflet']).bytes
    t.match(await why(Buffer.alloc(0)), /Choose a file/)
    for (const [name, bytes] of Object.entries({
      words: Buffer.from('A leaflet, typed'),
      html: Buffer.from('<!doctype html><p>%PDF-1.4 %%EOF'),
      cut: file.subarray(0, file.length - 30),
      late: Buffer.concat([Buffer.from('GIF89a'), file]),
      page: Buffer.concat([file, Buffer.from('<script>alert(1)</script>')]),
      archive: Buffer.concat([file, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
      version: Buffer.from('%PDF-9.1\n%%EOF'),
    }))
      t.match(await why(bytes), /not a whole PDF/, name)
    t.equal(
      await why(Buffer.concat([file, Buffer.from('\r\n\0\n')])),
      '',
      'empty lines at the end are nothing',
    )
    t.match(
      await why(Buffer.concat([file, Buffer.alloc(MOST_PDF_BYTES)])),
      /too large: 4\.1 MB\. 4 MB at most/,
    )
  },
)

t.test(
  'a file that is locked, runs something, holds another file or has notes stuck on it is refused',
  async (t) => {
    t.match(await why(withMore('trailer << /Encrypt 7 0 R >>')), /locked with a password/)
    t.match(await why(withMore('trailer << /#45ncrypt 7 0 R >>')), /locked with a password/)
    await runsSomething(t)
    for (const kind of ['Text', 'FreeText', 'Highlight', 'Popup'])
      t.match(
        await why(withMore(`<< /Type /Annot /Subtype /${kind} /T (A Reviewer) >>`)),
        /comments on it/,
        kind,
      )
  },
)

async function runsSomething(t: Test) {
  const active = [
    '/S /JavaScript /JS (x)',
    '/S /J#61vaScript',
    '/S/#4a#61#76#61#53#63#72#69#70#74',
    '/JS <78>',
    '/JS 7 0 R',
    '/S /Launch',
    '/Names << /EmbeddedFiles 7 0 R >>',
    '/Subtype /FileAttachment',
    '/EF << /F 7 0 R >>',
    '/S /SubmitForm',
    '/XFA [ 7 0 R ]',
    '/S /GoToR /F (x.pdf)',
    '/Subtype /RichMedia',
  ]
  for (const each of active) {
    t.match(await why(withMore(`8 0 obj << ${each} >> endobj`)), /holds a program/, each)
    t.match(await why(withMore(packed(`8 0 << ${each} >>`))), /holds a program/, `${each}, packed`)
    t.match(
      await why(withMore(`(\nstream\n) 8 0 obj << ${each} >> endobj % endstream`)),
      /holds a program/,
      `${each}, where it only seems to be a picture`,
    )
  }
  t.match(
    await why(
      withMore(
        packed(
          '8 0 << /S /JavaScript >>',
          '/Type /#4fbj#53tm /N 1 /First 4 /Filter /Fl#61teDecode',
        ),
      ),
    ),
    /holds a program/,
    'its kind written in another way',
  )
  t.match(
    await why(
      withMore(
        packed(
          '8 0 << /S /JavaScript >>',
          `/Type /ObjStm /X (${'x'.repeat(3000)}) /N 1 /First 4 /Filter /FlateDecode`,
        ),
      ),
    ),
    /holds a program/,
    'a long way behind its kind',
  )
}

t.test(
  'objects that are packed so that nobody can look inside are refused, and no file keeps the house busy',
  async (t) => {
    const refused = /cannot look inside/
    await cannotBeRead(t, refused)
    const much = (piece: string): Buffer =>
      withMore(piece.repeat(Math.floor((MOST_PDF_BYTES - 2000) / piece.length)))
    for (const piece of [
      'stream\n',
      '/Author (',
      '/Author(Kids & Co)',
      '<dc:creator>',
      '<dc:creator>Kids &amp; Co</dc:creator>',
      '/Author 1 0 R 1 0 obj(Kids & Co)',
      '/Author ',
      '1 0 obj ',
      '<< /ObjStm >> stream\n',
      '#4a',
      '(',
    ]) {
      t.type(await why(much(piece)), 'string', `${piece.trim()}, 4 MB of it, has an answer`)
    }
  },
)

async function cannotBeRead(t: Test, refused: RegExp) {
  t.match(
    await why(withMore(packed('8 0 << /S /JavaScript >>' + ' '.repeat(17 * 1024 * 1024)))),
    refused,
    'a bomb',
  )
  t.match(
    await why(
      withMore(
        packed('8 0 <<>>' + ' '.repeat(9 * 1024 * 1024)),
        packed('8 0 <<>>' + ' '.repeat(9 * 1024 * 1024)),
      ),
    ),
    refused,
    'two halves of one',
  )
  t.match(
    await why(withMore(stream('/Type /ObjStm /Filter /FlateDecode', 'no zip at all'))),
    refused,
  )
  t.match(
    await why(withMore(packed('8 0 <<>>', '/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]'))),
    refused,
  )
  t.match(
    await why(
      withMore(
        packed('8 0 <<>>', '/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>'),
      ),
    ),
    refused,
  )
  t.match(await why(withMore(packed('8 0 <<>>', '/Type /ObjStm /Filter 12 0 R'))), refused)
  t.match(
    await why(
      withMore(packed('8 0 <<>>', '/Type 12 0 R /Filter /FlateDecode'), '12 0 obj /ObjStm endobj'),
    ),
    refused,
    'its kind stands somewhere else',
  )
  t.match(
    await why(
      withMore(packed('8 0 <<>>', `/Type /ObjStm /X (${'x'.repeat(5000)}) /Filter /FlateDecode`)),
    ),
    refused,
    'further behind its kind than anyone looks',
  )
}
