import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** What a test bends in an answer that would be right. */
export interface Bent {
  origin?: string
  rpId?: string
  challenge?: string
  verified?: boolean
  present?: boolean
  counter?: number
  type?: string
}
interface Question {
  challenge: string
  rp?: { id?: string }
  rpId?: string
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const text = (bytes: Buffer): string => bytes.toString('base64url')

/** CBOR as far as an authenticator speaks it (RFC 8949): small numbers, bytes, text and maps. */
const head = (major: number, n: number): Buffer =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
const cbor = (value: number | string | Buffer | Map<number | string, unknown>): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([name, each]) => [cbor(name), cbor(each as number)]),
    ])
  return Buffer.concat([head(2, value.length), value])
}

/**
 * A passkey in software (Web Authentication Level 3): one key on the curve P-256, which tells the
 * truth unless it is bent.
 */
export const openAuthenticator = (
  home: { origin: string; rpId: string },
  { counts = true } = {},
) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const cose = coseOf(publicKey)
  const id = randomBytes(32)
  let uses = 0

  const seeing = (bent: Bent, key: Buffer | null): Buffer => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(bent.counter ?? (counts ? ++uses : 0))
    const flags =
      (bent.present === false ? 0 : 1) | (bent.verified === false ? 0 : 4) | (key ? 64 : 0)
    return Buffer.concat([
      sha256(bent.rpId ?? home.rpId),
      Buffer.from([flags]),
      counter,
      ...(key ? [key] : []),
    ])
  }
  return {
    id: text(id),
    /** Makes the passkey, as `navigator.credentials.create` answers. */
    create: (question: Question, bent: Bent = {}): string => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = seeing(bent, Buffer.concat([Buffer.alloc(16), length, id, cose]))
      return answerOf(id, {
        clientDataJSON: text(saying(home.origin, question, 'webauthn.create', bent)),
        attestationObject: text(
          cbor(
            new Map<string, unknown>([
              ['fmt', 'none'],
              ['attStmt', new Map()],
              ['authData', authData],
            ]),
          ),
        ),
      })
    },
    /** Uses it, as `navigator.credentials.get` answers. */
    get: (question: Question, bent: Bent = {}): string => {
      const said = saying(home.origin, question, 'webauthn.get', bent)
      const seen = seeing(bent, null)
      return answerOf(id, {
        clientDataJSON: text(said),
        authenticatorData: text(seen),
        signature: text(sign('sha256', Buffer.concat([seen, sha256(said)]), privateKey)),
      })
    },
  }
}

const saying = (origin: string, question: Question, type: string, bent: Bent): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: bent.type ?? type,
      challenge: bent.challenge ?? question.challenge,
      origin: bent.origin ?? origin,
      crossOrigin: false,
    }),
  )

/** A public key as COSE writes it (RFC 9052). */
const coseOf = (publicKey: KeyObject): Buffer => {
  const { x, y } = publicKey.export({ format: 'jwk' })
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, 'base64url')],
      [-3, Buffer.from(y!, 'base64url')],
    ]),
  )
}

const answerOf = (id: Buffer, response: Record<string, string>): string =>
  JSON.stringify({
    id: text(id),
    rawId: text(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })
