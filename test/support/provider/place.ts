import { randomBytes } from 'node:crypto'
import { generateKeyPair } from 'jose'

/** A place of this test's own, as Microsoft names them. */
export const TENANT = '3f6d1c2e-8a41-4b0e-9d57-0c1f5a7b9e21'
/** Someone in that directory, with the address of nobody. */
export const OBJECT = 'b0a1d3c5-77e2-4f19-a2c8-6e4d9f0b1a33'

/** What the provider does wrong, one thing at a time. All of it can be changed while it runs. */
export interface Faults {
  /** Claims that take the place of the right ones; `undefined` leaves one out. */
  claims: Record<string, unknown>
  /** What the id token is signed with. */
  signedBy: 'its key' | 'another key' | 'nothing' | 'the client secret'
  /** What it answers instead of a code. */
  says: string | null
  /** These addresses drop the line. */
  down: RegExp | null
  /** ... and these do not answer while it is so. */
  slow: RegExp | null
  /** ... and these answer 500. */
  broken: RegExp | null
  /** More of the answer that the browser brings back. */
  adds: Record<string, string>
  /** Keeps a code good after it was used, as no provider should. */
  takesCodesAgain: boolean
}
export interface ProviderOptions {
  /** Where it says that it lives, for playing someone else's part through `fetch`. */
  origin?: string
  /** Its name for itself, with `{tenantid}` where Microsoft leaves the place open. */
  issuer?: string
  /**
   * It shows a page with a button, as a person sees it; without it the browser is sent straight
   * back.
   */
  asks?: boolean
}

/** What was asked for, and is given for one code. */
export interface Granted {
  challenge: string
  redirectUri: string
  nonce: string
  scope: string
  claims: Record<string, unknown>
  isUsed: boolean
}
/** The provider as it stands: all of it can be changed while it runs. */
export interface Place {
  options: ProviderOptions
  home: string
  isOpen: () => boolean
  key: Key
  other: Key
  clientId: string
  clientSecret: string
  codes: Map<string, Granted>
  asked: {
    path: string
    referer: string | undefined
    query: URLSearchParams
    body: URLSearchParams
  }[]
  wrong: Faults
  who: { tid: unknown; oid: unknown; email: string }
}
type Key = Awaited<ReturnType<typeof makeKey>>

export const makePlace = async (options: ProviderOptions): Promise<Place> => ({
  options,
  home: '',
  isOpen: () => true,
  key: await makeKey(),
  other: await makeKey(),
  clientId: 'round-table',
  clientSecret: randomBytes(24).toString('base64url'),
  codes: new Map(),
  asked: [],
  wrong: {
    claims: {},
    signedBy: 'its key',
    says: null,
    down: null,
    slow: null,
    broken: null,
    adds: {},
    takesCodesAgain: false,
  },
  who: { tid: TENANT, oid: OBJECT, email: 'someone@elsewhere.example' },
})

export const makeKey = async () => ({
  ...(await generateKeyPair('RS256')),
  kid: randomBytes(6).toString('hex'),
})

export const originOf = ({ options, home }: Place): string => options.origin ?? home
export const issuerOf = (place: Place): string =>
  place.options.issuer ?? `${originOf(place)}/${TENANT}/v2.0`
