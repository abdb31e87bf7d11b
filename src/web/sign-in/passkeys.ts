import { isIP } from 'node:net'
import type {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'

/** A passkey as it is kept: what checks an answer, and nothing that could give one. */
export interface KeptKey {
  credentialId: string
  publicKey: string
  counter: number
}
export type Passkeys = ReturnType<typeof passkeysAt>

/**
 * EdDSA, ES256 and RS256, by their COSE numbers: what devices have. Newer ones are an experiment in
 * Node still.
 */
const ALGORITHMS = [-8, -7, -257]

/**
 * Passkeys for one address (Web Authentication Level 3). The device always asks who is there (a
 * finger, a face, a number), so that a passkey is two factors in one; it is bound to our address,
 * so that no other page can ask for it.
 */
export const passkeysAt = (publicUrl: string) => {
  const site = new URL(publicUrl)
  return {
    isThere: knowsPasskeys(site),
    toSign: async () =>
      (await library()).generateAuthenticationOptions({
        rpID: site.hostname,
        userVerification: 'required',
      }),
    /** @param known credentials of this person, so that one device is not added twice. */
    toAdd: (person: Keeper, known: string[]) => optionsToAdd(site, person, known),
    /** The credential an answer speaks of, before anything in it is believed. */
    credentialIn: (json: string): string => {
      const id: unknown = read(json).id
      return typeof id === 'string' ? id : ''
    },
    /** The new counter where the answer is right, or null. */
    signed: (json: string, challenge: string, key: KeptKey): Promise<number | null> =>
      counterIn({ ...asked(site, challenge), response: read(json) }, key).catch(() => null),
    /** A new key to keep where the answer is right, or null. */
    added: (json: string, challenge: string): Promise<KeptKey | null> =>
      keyIn({ ...asked(site, challenge), response: read(json) }).catch(() => null),
  }
}

/** Read only where somebody uses a passkey. */
const library = () => import('@simplewebauthn/server')

interface Keeper {
  id: number
  name: string
  email: string
}

/** Browsers know passkeys at names only, and over https; this machine itself is the exception. */
const knowsPasskeys = ({ hostname, protocol }: URL): boolean =>
  hostname === 'localhost' ||
  (protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0)

const optionsToAdd = async ({ hostname }: URL, person: Keeper, known: string[]) =>
  (await library()).generateRegistrationOptions({
    rpID: hostname,
    rpName: 'Round Table',
    userID: new TextEncoder().encode(`person-${person.id}`),
    userName: person.email,
    userDisplayName: person.name,
    excludeCredentials: known.map((id) => ({ id })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What an answer has to fit: the question, our address, and someone who was asked who they are. */
const asked = ({ hostname, origin }: URL, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: hostname,
  requireUserVerification: true,
})

/** What a browser sends back is read as it stands: whatever is wrong with it is no answer. */
const read = <Answer = { id?: unknown }>(json: string): Answer => {
  try {
    return (JSON.parse(json) ?? {}) as Answer
  } catch {
    return {} as Answer
  }
}

/** Throws where the answer cannot be read at all. */
const counterIn = async (
  answer: Omit<Parameters<typeof verifyAuthenticationResponse>[0], 'credential'>,
  { credentialId, publicKey, counter }: KeptKey,
): Promise<number | null> => {
  const { verifyAuthenticationResponse: verify } = await library()
  const { verified, authenticationInfo } = await verify({
    ...answer,
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
      counter,
    },
  })
  return verified && authenticationInfo.userVerified ? authenticationInfo.newCounter : null
}

/** ... and so does this. */
const keyIn = async (
  answer: Parameters<typeof verifyRegistrationResponse>[0],
): Promise<KeptKey | null> => {
  const { verifyRegistrationResponse: verify } = await library()
  const { verified, registrationInfo } = await verify({
    ...answer,
    supportedAlgorithmIDs: ALGORITHMS,
  })
  if (!verified) return null
  const { id, publicKey, counter } = registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter }
}
