import { inflateSync } from 'node:zlib'

/** How much of what is packed inside is opened to look at; a file that holds more is not taken. */
const MOST_INFLATED = 16 * 1024 * 1024
/**
 * As far as a name among its properties is read, and as far back as the description of a stream is
 * looked for.
 */
const FAR = 4096
const MOST_NAMES = 200

/**
 * What a file may not hold: programs, other files, and forms that send what is typed elsewhere.
 * `/JS` and `/EF` are so short that they stand in pictures by chance, unless something follows.
 */
const ACTIVE =
  /\/(?:JavaScript|Rendition|Launch|EmbeddedFiles?|FileAttachment|RichMedia|OnInstantiate|XFA|SubmitForm|ImportData|GoToE|GoToR|Movie|Sound)(?!\w)|\/(?:JS|EF)\s*(?:\(|<|\d+\s+\d+\s+R\b)/
/** Notes that someone stuck on it: each comes with the name of who did. */
const NOTES =
  /\/Subtype\s*\/(?:Text|FreeText|Popup|Highlight|Underline|StrikeOut|Squiggly|Caret|Ink|Stamp)(?!\w)/

/**
 * What stands against letting everyone read this file, in words for whoever chose it; nothing where
 * nothing does. All of it is read, older versions of a page that was changed too, since a reader of
 * PDFs may start anywhere; and no pattern here looks far ahead, so that no file can keep the house
 * busy. Source of the format: ISO 32000-1, 7.5 and 14.3.
 * @param mayMake names that may stand as its maker: those of organisations.
 */
export const wrongInside = (bytes: Buffer, raw: string, mayMake: string[]): string | undefined => {
  const outside = plainNames(raw)
  if (/\/Encrypt\b/.test(outside)) return 'This file is locked with a password. Save it without one'
  const packed = unpacked(bytes, raw, outside)
  if (!packed)
    return 'We cannot look inside this file, so we cannot say that it is safe. Print it to a PDF, and choose that one'
  const inside = [outside, ...packed.map(plainNames)].join('\n')
  if (ACTIVE.test(inside))
    return 'This file holds a program, another file or a form that sends something. Print it to a PDF, and choose that one'
  if (NOTES.test(inside))
    return 'This file has comments on it, and they say who wrote them. Take them out, or print it to a PDF without them'
  for (const name of [...makersIn(inside), ...makersInXml([raw, ...packed].join('\n'))]) {
    if (!mayMake.some((each) => alike(each) === alike(name)))
      return `The properties of this file say who made it: “${name}”. Everyone could read that. Take it out (File, Properties, Author) and save it again`
  }
  return undefined
}

/**
 * What is packed: objects and properties, and never pictures or pages, which hold no names of ours
 * to find. Nothing, where there are objects that cannot be opened here.
 */
const unpacked = (bytes: Buffer, raw: string, outside: string): string[] | undefined => {
  const found: string[] = []
  let left = MOST_INFLATED
  let unopened = objectsIn(outside)
  let before = 0
  for (const match of raw.matchAll(/\bstream(?:\r\n|\n|\r)/g)) {
    const head = plainNames(
      raw
        .slice(Math.max(before, match.index - FAR), match.index)
        .split(/endobj|endstream/)
        .at(-1)!,
    )
    before = match.index
    const objects = objectsIn(head)
    if (objects === 0 && !/\/Type\s*\/Metadata|\/Subtype\s*\/XML/.test(head)) continue
    unopened -= objects
    const filters = [...head.matchAll(/\/(\w+Decode|Fl|LZW|A85|AHx|RL|Crypt)\b/g)].map(
      ([, name]) => name!,
    )
    // What is not packed was read with the rest of the file.
    if (filters.length === 0 && !/\/Filter\b/.test(head)) continue
    const isPlainly =
      filters.length === 1 && filters[0]!.startsWith('Fl') && !/\/(DecodeParms|DP)\b/.test(head)
    const text = isPlainly
      ? inflated(bytes.subarray(match.index + match[0].length), left)
      : undefined
    if (text === undefined && objects > 0) return undefined
    left -= text?.length ?? 0
    found.push(text ?? '')
  }
  return unopened > 0 ? undefined : found
}
const objectsIn = (text: string): number => text.match(/\/ObjStm\b/g)?.length ?? 0

const inflated = (packed: Buffer, most: number): string | undefined => {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: 2 }).toString(
      'latin1',
    )
  } catch {
    return undefined
  }
}

/** `/J#61vaScript` says JavaScript as well. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** Who made it, as its properties say: there, or where they point. */
function* makersIn(inside: string): Generator<string> {
  let objects: Map<string, number[]> | undefined
  for (const match of some(inside.matchAll(/\/Author\s*(?:(\d{1,9})\s+\d{1,5}\s+R\b)?/g))) {
    const [all, id] = match
    if (id === undefined) yield* tidy(stringAt(inside, match.index + all.length) ?? '')
    else
      yield* ((objects ??= objectsBy(inside)).get(id) ?? [])
        .map((at) => stringAt(inside, at))
        .flatMap((text) => tidy(text ?? '?'))
    if (id !== undefined && !objects!.has(id)) yield '?'
  }
}
const objectsBy = (inside: string): Map<string, number[]> => {
  const by = new Map<string, number[]>()
  for (const match of inside.matchAll(/\b(\d{1,9})\s+\d{1,5}\s+obj\b\s*/g))
    by.set(match[1]!, [...(by.get(match[1]!)?.slice(-9) ?? []), match.index + match[0].length])
  return by
}

function* some<T>(all: Iterable<T>): Generator<T> {
  let left = MOST_NAMES
  for (const each of all) {
    if (left-- === 0) return
    yield each
  }
}

/** ... and as they say in XML, one name or several. */
function* makersInXml(text: string): Generator<string> {
  // Properties can be written in letters of two bytes.
  for (const xml of text.includes('<\0d\0c\0:') || text.includes('<\0p\0d\0f\0')
    ? [text, text.replaceAll('\0', '')]
    : [text]) {
    for (const match of some(
      xml.matchAll(/<(dc:creator|pdfx?:Author)\b|\b(?:dc:creator|pdfx?:Author)\s*=\s*(["'])/g),
    )) {
      const rest = xml.slice(match.index + match[0].length, match.index + match[0].length + FAR)
      const said = match[2]
        ? rest.slice(0, (rest + match[2]).indexOf(match[2]))
        : rest.slice(rest.indexOf('>') + 1).split(`</${match[1]}`)[0]!
      yield* said
        .split(/<[^>]*>/)
        .flatMap((each) => tidy(unescaped(Buffer.from(each, 'latin1').toString('utf8'))))
    }
  }
}

const alike = (name: string): string => name.toLowerCase().replaceAll('’', "'")
const tidy = (name: string): string[] =>
  [
    name
      .replace(/[\s\0]+/g, ' ')
      .trim()
      .slice(0, 80),
  ].filter((each) => each !== '')

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (xml: string): string =>
  xml.replace(
    /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|(amp|lt|gt|quot|apos));/g,
    (_, number?: string, hex?: string, name?: string) =>
      name ? NAMED[name]! : String.fromCodePoint(number ? Number(number) : parseInt(hex!, 16)),
  )

/**
 * The text that begins here, in brackets that may stand in one another, or in hex; nothing where
 * none does.
 */
const stringAt = (inside: string, at: number): string | undefined => {
  const text = inside.slice(at, at + FAR)
  const hex = /^<([0-9a-fA-F\s]*)>?/.exec(text)?.[1]?.replace(/\s/g, '')
  if (hex !== undefined) return decoded(Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex'))
  if (text[0] !== '(') return undefined
  let plain = ''
  for (let i = 1, depth = 1; i < text.length; i++) {
    const [escape, code] =
      text[i] === '\\' ? (/^\\([0-7]{1,3}|\r\n|[\s\S])/.exec(text.slice(i, i + 4)) ?? []) : []
    if (escape !== undefined) {
      plain += /^[0-7]/.test(code!)
        ? String.fromCharCode(parseInt(code!, 8) & 255)
        : (ESCAPED[code!] ?? code!)
      i += escape.length - 1
      continue
    }
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0
    if (depth === 0) break
    plain += text[i]!
  }
  return decoded(Buffer.from(plain, 'latin1'))
}
const ESCAPED: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '',
  f: '\n',
  '\n': '',
  '\r': '',
  '\r\n': '',
}

/** The marks at the beginning say in which letters it is written. */
const decoded = (bytes: Buffer): string => {
  const mark = bytes.subarray(0, 3).toString('hex')
  if (mark.startsWith('feff'))
    return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
      .swap16()
      .toString('utf16le')
  if (mark.startsWith('fffe')) return bytes.subarray(2).toString('utf16le')
  return mark === 'efbbbf' ? bytes.subarray(3).toString('utf8') : bytes.toString('latin1')
}
