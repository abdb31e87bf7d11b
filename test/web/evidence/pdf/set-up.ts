import { deflateSync } from 'node:zlib'
import { samplePdf } from '../../../../src/sample/evidence.ts'
import { readPdf } from '../../../../src/web/files/pdf.ts'

const MAY = ['Mosaic Community Trust', 'Kids & Co', 'Women’s Hub (London)']
/**
 * The sample's file with something more in it, as a program that changes a PDF adds it at the end.
 */
export const withMore = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    samplePdf(['A leaflet']).bytes,
    ...parts.map((each) => Buffer.from(each as string, 'latin1')),
    Buffer.from('\n%%EOF\n'),
  ])
export const stream = (head: string, bytes: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`9 0 obj\n<< ${head} >>\nstream\n`),
    Buffer.from(bytes as string, 'latin1'),
    Buffer.from('\nendstream\nendobj\n'),
  ])
export const packed = (
  text: string,
  head = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
): Buffer => stream(head, deflateSync(Buffer.from(text, 'latin1')))
export const why = async (file: Buffer): Promise<string> => {
  const read = await readPdf(file, MAY)
  return 'wrong' in read ? read.wrong : ''
}
