import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { hashOf } from '../tokens.ts'

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SEALED = 'sealed:'
const KEYED = 'keyed:'

/** The key of a folder: without it, what a stolen record holds of short codes cannot be tried out. */
export type Key = ReturnType<typeof keyOver>

export const keyOver = (bytes: Buffer) => {
  const part = (use: string): Buffer => Buffer.from(hkdfSync('sha256', bytes, '', use, KEY_BYTES))
  const [codes, secrets, same] = [part('codes'), part('secrets'), part('same')]
  const browsers = part('browsers')
  const markOf = (digest: string): string =>
    KEYED + createHmac('sha256', codes).update(digest).digest('hex')
  return {
    /** What is kept of a code that people type: too short for a digest that anyone can make. */
    digest: (code: string): string => markOf(hashOf(code)),
    /** ... of one that an older version kept as a plain digest. */
    fromPlainDigest: (digest: string): string =>
      digest.startsWith(KEYED) ? digest : markOf(digest),
    /** What nobody else can work out, and is the same each time: sixty-four digits of sixteen. */
    again: (text: string): string => createHmac('sha256', same).update(text).digest('hex'),
    /** A secret that has to be used again, as it is kept (AES-256-GCM). */
    seal: (secret: string): string => seal(secrets, secret),
    /** Null where it was sealed with another key, or changed since. */
    open: (sealed: string): string | null =>
      sealed.startsWith(SEALED) ? open(secrets, sealed) : null,
    isSealed: (kept: string): boolean => kept.startsWith(SEALED),
    /** What a browser keeps for somebody, and for nobody else: good for them alone, and here. */
    sealFor: (whose: string, text: string): string => seal(browsers, text, whose),
    openFor: (whose: string, sealed: string): string | null =>
      sealed.startsWith(SEALED) ? open(browsers, sealed, whose) : null,
  }
}

/** @param whose what has to be named again to open it; it is not in what is sealed. */
const seal = (key: Buffer, secret: string, whose = ''): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(whose))
  const words = [cipher.update(secret, 'utf8'), cipher.final()]
  return SEALED + Buffer.concat([nonce, ...words, cipher.getAuthTag()]).toString('base64url')
}

const open = (key: Buffer, sealed: string, whose = ''): string | null => {
  const all = Buffer.from(sealed.slice(SEALED.length), 'base64url')
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    cipher.setAAD(Buffer.from(whose)).setAuthTag(all.subarray(-TAG_BYTES))
    const words = all.subarray(NONCE_BYTES, -TAG_BYTES)
    return Buffer.concat([cipher.update(words), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
