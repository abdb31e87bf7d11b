import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link, a cookie or an address: 32 letters for 24 bytes. Nobody guesses it. */
export const newToken = (bytes = 24): string => randomBytes(bytes).toString('base64url')

/** What is kept of it: a stolen file opens nothing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
