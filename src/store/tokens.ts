import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret for a link, a cookie or an address: 32 letters for 24 bytes. Nobody guesses it. */
export const newToken = (bytes = 24): string => randomBytes(bytes).toString('base64url')

/** What is kept of it: a stolen file opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A secret that people read and type: no letter in it looks like another. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** ... that follows from a digest: the same one each time. */
export const codeIn = (digest: string, length: number): string => {
  let rest = BigInt(`0x${digest}`)
  return Array.from({ length }, () => {
    const letter = ALPHABET[Number(rest % BigInt(ALPHABET.length))]
    rest /= BigInt(ALPHABET.length)
    return letter
  }).join('')
}

/** People type what they read: small letters, spaces and dashes are all right. */
export const asTyped = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** Until when a secret is good. */
export const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
