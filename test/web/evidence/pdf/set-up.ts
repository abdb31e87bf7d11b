import { deflateSync, inflateSync } from 'node:zlib'
import { samplePdf } from '../../../../src/sample/evidence.ts'
import { forbidden } from '../../../../src/domain/publishing/wording/forbidden.ts'
import { passagesOfFile } from '../../../../src/domain/publishing/wording/file-words.ts'
import { readHere } from '../../../../src/web/files/pdf/read-here.ts'
import { readPdf } from '../../../../src/web/files/pdf/read-pdf.ts'

/** A guarded word, which must not reach anyone. */
export const SECRET = 'Lantern Lane Youth Club'

/** What a PDF of one page is made of; each part can have more in it. */
export interface Made {
  catalog?: string
  page?: string
  resources?: string
  content?: string
  /** Further objects, from number 10 on. */
  objects?: (string | Buffer)[]
  trailer?: string
  head?: string
}

export const pdfOf = ({ objects = [], ...made }: Made): Buffer => {
  const drawn = made.content ?? 'BT /F1 18 Tf 60 760 Td (A leaflet) Tj ET'
  const parts: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${made.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${made.page ?? ''}
      /Resources << /Font << /F1 5 0 R >> ${made.resources ?? ''} >> >>`,
    stream('', drawn),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const all = [...parts.entries()].map(([i, part]) => [i + 1, part] as const)
  const more = objects.map((part, i) => [i + 10, part] as const)
  let file = Buffer.from(`%PDF-1.7\n${made.head ?? ''}`, 'latin1')
  const lines: string[] = []
  for (const [number, part] of [...all, ...more]) {
    lines.push(`${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`)
    const bytes = Buffer.from(part as string, 'latin1')
    file = Buffer.concat([file, Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from('\nendobj\n')])
  }
  const trailer = `trailer\n<< /Size 99 /Root 1 0 R ${made.trailer ?? ''} >>`
  const end = `xref\n0 1\n0000000000 65535 f \n${lines.join('')}${trailer}\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(end, 'latin1')])
}

export const stream = (head: string, bytes: string | Buffer): Buffer => {
  const body = Buffer.from(bytes as string, 'latin1')
  return Buffer.concat([
    Buffer.from(`<< ${head} /Length ${body.length} >>\nstream\n`, 'latin1'),
    body,
    Buffer.from('\nendstream'),
  ])
}
export const packed = (head: string, bytes: string | Buffer): Buffer =>
  stream(`${head} /Filter /FlateDecode`, deflateSync(Buffer.from(bytes as string, 'latin1')))

/** The sample's file with something more behind it, as programs that change a PDF add it. */
export const withMore = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    samplePdf(['A leaflet']).bytes,
    ...parts.map((each) => Buffer.from(each as string, 'latin1')),
    Buffer.from('\n%%EOF\n'),
  ])

/** Why it is refused; nothing where it is taken. */
export const why = async (file: Buffer): Promise<string> => {
  const read = await readPdf(file)
  return 'wrong' in read ? read.wrong : ''
}

/** Everything in a file, as it stands and unpacked. */
export const insideOf = (file: Buffer): string => {
  const raw = file.toString('latin1')
  const opened = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(file.subarray(index + length), { finishFlush: 2 }).toString('latin1')
    } catch {
      return ''
    }
  })
  return [raw, ...opened].join('\n')
}

/** Whether these words are in there, in whatever letters they are written. */
export const holds = (file: Buffer, words: string): boolean => {
  const inside = insideOf(file)
  const plain = inside
    .replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/<([0-9a-f\s]{6,})>/gi, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
  const close = (text: string): string => text.replace(/[\0\s_-]|%20/g, '').toLowerCase()
  return [inside, plain].some((text) => close(text).includes(close(words)))
}

/** What became of a word that was hidden in a file. */
export const became = async (file: Buffer): Promise<string> => {
  const read = await readHere(file)
  if ('wrong' in read) return `refused: ${read.wrong}`
  const alerts = forbidden(passagesOfFile(read.text), { guarded: [SECRET], private: [] })
  return alerts.length > 0 ? 'checked' : holds(read.bytes, SECRET) ? 'LEAKED' : 'gone'
}
