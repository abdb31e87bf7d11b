import type { Configuration } from 'openid-client'

/**
 * Where work accounts live (OpenID Connect), and whose of them are let in. No tenants named means
 * the one of the issuer.
 */
export interface AccountSettings {
  issuer: string
  clientId: string
  clientSecret: string
  tenants: string[]
}
/**
 * Someone in their organisation's directory: the same for as long as they are there, whatever their
 * name or address becomes.
 */
export interface WorkAccount {
  tenant: string
  object: string
}
export type WorkAccounts = ReturnType<typeof workAccountsAt>

const WAIT_SECONDS = 10
/** Ids in a directory are no words: letters, digits and dashes. */
const ID = /^[\w-]{1,100}$/

/** Read only where somebody signs in with a work account. */
const library = () => import('openid-client')

/** Why an account is not let in, in letters that the log may hold. */
const refusal = (code: string): Error => Object.assign(new Error(code), { code })
/**
 * What the provider says to us, and not to the person: the secret is wrong or has run out, or we
 * are not registered there.
 */
const SETTINGS_ARE_WRONG = new Set(['invalid_client', 'unauthorized_client'])

/**
 * The kind of a fault, for the log: a code of ours, of the library or of the standard, and never
 * words, which can quote what came from outside. `isTheirs` where the provider did not answer, or
 * does not know us: nothing that the person could do better.
 */
export const faultOf = (error: unknown): { kind: string; isTheirs: boolean } => {
  const {
    name,
    code,
    cause,
    error: fault,
  } = error as {
    name?: unknown
    code?: unknown
    error?: string
    cause?: { code?: unknown }
  }
  const said = code === 'OAUTH_RESPONSE_BODY_ERROR' ? fault : undefined
  return {
    kind:
      [said, code, cause?.code, name].find(
        (each): each is string => typeof each === 'string' && /^\w{1,60}$/.test(each),
      ) ?? 'unknown',
    isTheirs:
      said !== undefined
        ? SETTINGS_ARE_WRONG.has(said)
        : error instanceof TypeError ||
          code === 'OAUTH_TIMEOUT' ||
          code === 'OAUTH_RESPONSE_IS_NOT_CONFORM',
  }
}

/**
 * Signing in with a work account: Microsoft Entra, which says in `tid` and `oid` who someone is. An
 * e-mail address in its answer is never looked at, since whoever keeps a directory can write any
 * address into it.
 */
export const workAccountsAt = (settings: AccountSettings, publicUrl: string) => {
  const { tenants } = settings
  const returnTo = `${publicUrl}/sign-in/account/return`
  const provider = providerOf(settings)
  return {
    /** The address to go to, and what must come back from there. */
    begin: async (): Promise<{ address: string; secrets: Record<string, string> }> => {
      const configuration = await provider()
      const openId = await library()
      const [state, nonce] = [openId.randomState(), openId.randomNonce()]
      const verifier = openId.randomPKCECodeVerifier()
      const address = openId.buildAuthorizationUrl(configuration, {
        redirect_uri: returnTo,
        scope: 'openid profile',
        response_mode: 'query',
        prompt: 'select_account',
        state,
        nonce,
        code_challenge: await openId.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, secrets: { state, nonce, verifier } }
    },
    /**
     * @param answer the query that the browser came back with. Throws where anything in it is not
     * as it was asked.
     */
    finish: async (
      answer: string,
      { state, nonce, verifier }: Record<string, string>,
    ): Promise<WorkAccount> => {
      const { authorizationCodeGrant } = await library()
      const tokens = await authorizationCodeGrant(
        await provider(),
        new URL(`${returnTo}?${answer}`),
        {
          expectedState: state!,
          expectedNonce: nonce!,
          pkceCodeVerifier: verifier!,
          idTokenExpected: true,
        },
      )
      const { tid, oid } = tokens.claims()!
      if (typeof tid !== 'string' || typeof oid !== 'string' || !ID.test(tid) || !ID.test(oid))
        throw refusal('NO_TENANT_OR_OBJECT')
      if (tenants.length > 0 && !tenants.includes(tid.toLowerCase())) throw refusal('OTHER_TENANT')
      return { tenant: tid.toLowerCase(), object: oid.toLowerCase() }
    },
  }
}

/**
 * Asked for when it is first needed, and again after a failure. The signature of what comes back is
 * always checked.
 */
const providerOf = ({ issuer, clientId, clientSecret }: AccountSettings) => {
  const address = new URL(issuer)
  let found: Configuration | undefined
  return async (): Promise<Configuration> => {
    const openId = await library()
    const secret = openId.ClientSecretPost(clientSecret)
    return (found ??= await openId.discovery(address, clientId, {}, secret, {
      timeout: WAIT_SECONDS,
      execute: [
        openId.enableNonRepudiationChecks,
        ...(address.protocol === 'http:' ? [openId.allowInsecureRequests] : []),
      ],
    }))
  }
}
