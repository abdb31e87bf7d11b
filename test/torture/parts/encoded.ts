import { FILES } from './files.ts'
import type { Sending } from './forms.ts'

/** Where the board is, for whoever asks: passkeys are bound to a name, and not to a number. */
export const HOST = 'localhost:3000'

/** How a route begins that is asked for in another language. */
export const ARABIC = '/:language(^(?:ar|bn|ckb|es|fa|fr|pt|so|sq|ur)$)'

/** A form as a browser sends it: its head and its body. */
export const encoded = (
  { fields, file, caller, cookies = {} }: Sending,
  sessions: Record<string, string>,
): { headers: Record<string, string>; body: Buffer } => {
  const session = sessions[caller]
  const kept = Object.entries({ ...(session && { session }), ...cookies })
  return {
    headers: {
      host: HOST,
      'content-type': file
        ? 'multipart/form-data; boundary=edge'
        : 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(kept.length > 0 && {
        cookie: kept.map(([name, value]) => `${name}=${value}`).join('; '),
      }),
    },
    body: file ? inParts(fields, file) : Buffer.from(inOne(fields)),
  }
}

const inOne = (fields: Sending['fields']): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, all]) =>
      all.map((each): [string, string] => [name, each]),
    ),
  ).toString()

const inParts = (fields: Sending['fields'], of: string): Buffer => {
  const { name, type, bytes } = FILES[of]!
  const part = (head: string): Buffer =>
    Buffer.from(`--edge\r\nContent-Disposition: form-data; ${head}\r\n`)
  return Buffer.concat([
    ...Object.entries(fields).flatMap(([field, all]) =>
      all.map((each) => Buffer.concat([part(`name="${field}"`), Buffer.from(`\r\n${each}\r\n`)])),
    ),
    part(`name="file"; filename="${name}"`),
    Buffer.from(`Content-Type: ${type}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n--edge--\r\n'),
  ])
}
