import { hash } from 'node:crypto'

type Value = string | number | bigint | Buffer | null

/**
 * The digest of some columns under a salt, `name, value, name, value`. What is nothing is left out,
 * so that a column which comes later changes no digest of the rows before it.
 */
export const digestOf = (salt: Buffer, ...columns: (string | Value)[]): Buffer =>
  Buffer.from(digestInHex(salt.toString('hex'), ...columns), 'hex')

/** ... from and in hexadecimal: bytes that cross between SQLite and us cost more than the digest. */
export const digestInHex = (salt: string, ...columns: (string | Value)[]): string => {
  const said: [string, unknown][] = []
  for (let i = 0; i < columns.length; i += 2)
    if (columns[i + 1] !== null) said.push([columns[i] as string, plain(columns[i + 1]!)])
  return hash('sha256', `${salt}\n${JSON.stringify(said)}`)
}

const plain = (value: Value): unknown =>
  Buffer.isBuffer(value) ? { sha256: hash('sha256', value) } : value

/** What a link holds of a row, as the next head is made of it. */
export interface Linked {
  id: number
  table_name: string
  row_id: number
  verb: string
  facts: Buffer | null
  words: Buffer | null
}

/** The head of the chain after a link: all that is before it is in it. */
export const headOf = (before: Buffer | null, link: Linked): Buffer => {
  const { id, table_name: table, row_id: row, verb, facts, words } = link
  const head = headInHex(inHex(before), id, table, row, verb, inHex(facts), inHex(words))
  return Buffer.from(head, 'hex')
}

/** ... from and in hexadecimal. What SQLite makes of no bytes at all is an empty text. */
export const headInHex = (
  before: string | null,
  id: number,
  table: string,
  row: number,
  verb: string,
  facts: string | null,
  words: string | null,
): string =>
  hash(
    'sha256',
    JSON.stringify([before || null, id, table, row, verb, facts || null, words || null]),
  )

const inHex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null
