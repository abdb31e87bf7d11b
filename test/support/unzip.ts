import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a zip, by their names, with every checksum held against its words. */
export const unzip = (zip: Buffer): Map<string, string> => {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end < 0) throw new Error('this is no zip')
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, sum, size, nameLength, extra, comment, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ] as const
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + size)
    const bytes = method === 8 ? inflateRawSync(packed) : packed
    if (crc32(bytes) !== sum) throw new Error(`${name} is damaged`)
    if (!name.endsWith('/')) files.set(name, bytes.toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return files
}

/**
 * What makes XML ill-formed: tags that do not close in their order, a bare & or <, a control
 * character, two attributes of one name.
 */
export const wrongInXml = (xml: string): string[] => {
  const wrong: string[] = []
  const open: string[] = []
  if (
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
      xml,
    )
  )
    wrong.push('a character that XML cannot hold')
  const body = xml.replace(/^\ufeff?<\?xml[^?]*\?>/, '')
  for (const [, text, tag] of body.matchAll(/([^<]*)(<[^>]*>|$)/g)) {
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text!))
      wrong.push(`a bare & in “${text!.slice(0, 40)}”`)
    if (open.length === 0 && text!.trim())
      wrong.push(`words outside the document: “${text!.slice(0, 40)}”`)
    if (!tag) continue
    const read =
      /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<&]*(?:&[\w#]+;[^"<&]*)*")*)\s*(\/?)>$/.exec(
        tag,
      )
    if (!read) {
      wrong.push(`not a tag: ${tag.slice(0, 80)}`)
      continue
    }
    const [, closing, name, attributes, alone] = read as unknown as [
      string,
      string,
      string,
      string,
      string,
    ]
    const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map((each) => each[1])
    if (new Set(names).size < names.length)
      wrong.push(`two attributes of one name: ${tag.slice(0, 80)}`)
    if (closing) {
      if (open.pop() !== name) wrong.push(`</${name}> closes something else`)
    } else if (!alone) open.push(name)
  }
  return [...wrong, ...open.map((name) => `<${name}> is never closed`)]
}

/** The words of a Word document. */
export const wordsOfDocument = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>([^<]*)<\/w:t>|<\/w:p>/g)]
    .map(([found]) =>
      found === '</w:p>'
        ? '\n'
        : found
            .replace(/<[^>]+>/g, '')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&apos;', "'")
            .replaceAll('&amp;', '&'),
    )
    .join('')
