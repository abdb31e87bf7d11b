import t, { type Test } from 'tap'
import { packed, stream, why, withMore } from './set-up.ts'

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])

t.test(
  'R14: a file that says which person made it is refused, however that is written; an organisation may be named',
  async (t) => {
    const said = (name: string) => new RegExp(`say who made it: “${name}”`)
    const info = (author: string | Buffer): Buffer =>
      withMore(
        '8 0 obj << /Title (A leaflet) /Author ',
        author,
        ' >> endobj\ntrailer << /Info 8 0 R >>',
      )
    await inTheDocument(t, said, info)
    const xmp = await inItsMetadata(t, said)
    for (const author of [
      '(mosaic community trust)',
      '()',
      '<>',
      '(Kids & Co)',
      "(Women's Hub \\(London\\))",
      "(Women's Hub (London))",
      `<${utf16('Women’s Hub (London)').toString('hex')}>`,
    ])
      t.equal(await why(info(author)), '', author)
    t.equal(
      await why(Buffer.concat([info('14 0 R'), Buffer.from('14 0 obj () endobj\n%%EOF')])),
      '',
    )
    t.equal(
      await why(
        withMore(
          stream(
            '/Type /Metadata /Subtype /XML',
            xmp('><dc:creator><rdf:Seq><rdf:li>Kids &amp; Co</rdf:li></rdf:Seq></dc:creator>'),
          ),
        ),
      ),
      '',
    )
  },
)

async function inTheDocument(
  t: Test,
  said: (name: string) => RegExp,
  info: (author: string | Buffer) => Buffer,
) {
  t.match(await why(info('(Jo Sample)')), said('Jo Sample'))
  t.match(await why(info('(Jo \\(J\\) \\123ample\\n)')), said('Jo \\(J\\) Sample'))
  t.match(await why(info('(Jo (at the desk) Sample)')), said('Jo \\(at the desk\\) Sample'))
  t.match(await why(info('<4A6F2053616D706C65>')), said('Jo Sample'))
  t.match(await why(info(`<${utf16('Žofie').toString('hex')}>`)), said('Žofie'))
  t.match(
    await why(info(Buffer.concat([Buffer.from('('), utf16('Jo'), Buffer.from(')')]))),
    said('Jo'),
  )
  t.match(
    await why(
      info(
        Buffer.concat([
          Buffer.from('('),
          Buffer.from([0xef, 0xbb, 0xbf]),
          Buffer.from('Žofie'),
          Buffer.from(')'),
        ]),
      ),
    ),
    said('Žofie'),
  )
  t.match(await why(info('14 0 R')), said('\\?'), 'nobody knows where')
  t.match(
    await why(Buffer.concat([info('14 0 R'), Buffer.from('14 0 obj (Jo Sample) endobj\n%%EOF')])),
    said('Jo Sample'),
    'written in a place of its own',
  )
  t.match(await why(withMore('8 0 obj << /#41uthor (Jo Sample) >> endobj')), said('Jo Sample'))
  t.match(
    await why(
      Buffer.concat([info('(Jo Sample)'), Buffer.from('8 0 obj << /Author () >> endobj\n%%EOF')]),
    ),
    said('Jo Sample'),
    'an older version that still stands in the file',
  )
  t.match(await why(withMore(packed('8 0 << /Author (Jo Sample) >>'))), said('Jo Sample'))
}

async function inItsMetadata(t: Test, said: (name: string) => RegExp) {
  const xmp = (inside: string): string =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description ${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`
  for (const inside of [
    '><dc:creator><rdf:Seq><rdf:li>Jo Sample</rdf:li></rdf:Seq></dc:creator>',
    '><dc:creator rdf:x="y">Jo&#x20;Sample</dc:creator>',
    'dc:creator="Jo Sample">',
    '><pdf:Author>Jo Sample</pdf:Author>',
    '><dc:creator><rdf:Seq><rdf:li>Mosaic Community Trust</rdf:li><rdf:li>Jo Sample</rdf:li></rdf:Seq></dc:creator>',
  ]) {
    t.match(
      await why(withMore(stream('/Type /Metadata /Subtype /XML', xmp(inside)))),
      said('Jo Sample'),
      inside,
    )
    t.match(
      await why(
        withMore(packed(xmp(inside), '/Type /Metadata /Subtype /XML /Filter /FlateDecode')),
      ),
      said('Jo Sample'),
      `${inside}, packed`,
    )
  }
  t.match(
    await why(
      withMore(
        stream(
          '/Type /Metadata /Subtype /XML',
          utf16(xmp('><dc:creator><rdf:li>Jo Sample</rdf:li></dc:creator>')),
        ),
      ),
    ),
    said('Jo Sample'),
    'in letters of two bytes',
  )
  return xmp
}
