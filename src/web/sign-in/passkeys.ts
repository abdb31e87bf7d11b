import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
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

/** What a browser sends back is read as it stands: whatever is wrong with it is no answer. */
const read = <Answer = { id?: unknown }>(json: string): Answer => {
  try {
    return (JSON.parse(json) ?? {}) as Answer
  } catch {
    return {} as Answer
  }
}

/**
 * Passkeys for one address (Web Authentication Level 3). The device always asks who is there (a
 * finger, a face, a number), so that a passkey is two factors in one; it is bound to our address,
 * so that no other page can ask for it.
 */
export const passkeysAt = (publicUrl: string) => {
  const { hostname, protocol, origin } = new URL(publicUrl)
  return {
    /**
     * Browsers know passkeys at names only, and over https; this machine itself is the exception.
     */
    isThere:
      hostname === 'localhost' ||
      (protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0),
    toSign: () => generateAuthenticationOptions({ rpID: hostname, userVerification: 'required' }),
    /** @param known credentials of this person, so that one device is not added twice. */
    toAdd: (person: { id: number; name: string; email: string }, known: string[]) =>
      generateRegistrationOptions({
        rpID: hostname,
        rpName: 'Round Table',
        userID: new TextEncoder().encode(`person-${person.id}`),
        userName: person.email,
        userDisplayName: person.name,
        excludeCredentials: known.map((id) => ({ id })),
        supportedAlgorithmIDs: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
    /** The credential an answer speaks of, before anything in it is believed. */
    credentialIn: (json: string): string => {
      const id: unknown = read(json).id
      return typeof id === 'string' ? id : ''
    },
    /** The new counter where the answer is right, or null. */
    signed: async (json: string, challenge: string, key: KeptKey): Promise<number | null> => {
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: read(json),
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: true,
          credential: {
            id: key.credentialId,
            publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
            counter: key.counter,
          },
        })
        return verified && authenticationInfo.userVerified ? authenticationInfo.newCounter : null
      } catch {
        return null
      }
    },
    /** A new key to keep where the answer is right, or null. */
    added: async (json: string, challenge: string): Promise<KeptKey | null> => {
      try {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: read(json),
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: hostname,
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        })
        if (!verified) return null
        const { id, publicKey, counter } = registrationInfo.credential
        return {
          credentialId: id,
          publicKey: Buffer.from(publicKey).toString('base64url'),
          counter,
        }
      } catch {
        return null
      }
    },
  }
}
