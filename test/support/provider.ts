import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

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
export type Provider = Awaited<ReturnType<typeof openProvider>>

/**
 * Where work accounts live, small and strict: discovery, authorize, token and keys as OpenID
 * Connect has them.
 */
export const openProvider = async (
  t: { teardown: (fn: () => unknown) => unknown },
  options: ProviderOptions = {},
) => {
  const makeKey = async () => ({
    ...(await generateKeyPair('RS256')),
    kid: randomBytes(6).toString('hex'),
  })
  const other = await makeKey()
  let key = await makeKey()
  const [clientId, clientSecret] = ['round-table', randomBytes(24).toString('base64url')]
  const codes = new Map<
    string,
    {
      challenge: string
      redirectUri: string
      nonce: string
      scope: string
      claims: Record<string, unknown>
      isUsed: boolean
    }
  >()
  const asked: {
    path: string
    referer: string | undefined
    query: URLSearchParams
    body: URLSearchParams
  }[] = []
  const wrong: Faults = {
    claims: {},
    signedBy: 'its key',
    says: null,
    down: null,
    slow: null,
    broken: null,
    adds: {},
    takesCodesAgain: false,
  }
  const who = { tid: TENANT as unknown, oid: OBJECT as unknown, email: 'someone@elsewhere.example' }
  let home = ''

  const issuer = (): string => options.issuer ?? `${origin()}/${TENANT}/v2.0`
  const origin = (): string => options.origin ?? home
  const json = (reply: ServerResponse, status: number, body: unknown): void => {
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  const authorize = (reply: ServerResponse, query: URLSearchParams): void => {
    const redirectUri = query.get('redirect_uri') ?? ''
    const isWhole =
      query.get('client_id') === clientId &&
      query.get('response_type') === 'code' &&
      query.get('scope')?.split(' ').includes('openid') &&
      query.get('code_challenge_method') === 'S256' &&
      query.get('code_challenge')
    if (!isWhole || !URL.canParse(redirectUri))
      return json(reply, 400, { error: 'invalid_request' })
    if (options.asks && !query.has('tapped')) {
      const fields = [...query]
        .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
        .join('')
      reply
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Pick an account</title></head><body><h1>Pick an account</h1><form action="${home}/authorize">${fields}<button name="tapped" value="yes">${who.email}</button></form></body></html>`,
        )
      return
    }
    const back = new URL(redirectUri)
    const code = randomBytes(24).toString('base64url')
    if (wrong.says) back.searchParams.set('error', wrong.says)
    else {
      // Microsoft tells the object id only to who asks for the profile.
      const { oid, ...rest } = who
      const scope = query.get('scope')!
      codes.set(code, {
        challenge: query.get('code_challenge')!,
        redirectUri,
        nonce: query.get('nonce') ?? '',
        scope,
        claims: scope.split(' ').includes('profile') ? { ...rest, oid } : rest,
        isUsed: false,
      })
      back.searchParams.set('code', code)
    }
    back.searchParams.set('state', query.get('state') ?? '')
    back.searchParams.set('session_state', 'what Microsoft adds')
    for (const [name, value] of Object.entries(wrong.adds)) back.searchParams.set(name, value)
    reply.writeHead(302, { location: back.href }).end()
  }

  const token = async (reply: ServerResponse, body: URLSearchParams): Promise<void> => {
    if (body.get('client_id') !== clientId || body.get('client_secret') !== clientSecret)
      return json(reply, 401, {
        error: 'invalid_client',
        error_description: 'AADSTS7000222: the provided client secret keys are expired',
      })
    const found = codes.get(body.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (
      !found ||
      (found.isUsed && !wrong.takesCodesAgain) ||
      verifier !== found.challenge ||
      body.get('redirect_uri') !== found.redirectUri ||
      body.get('grant_type') !== 'authorization_code'
    )
      return json(reply, 400, { error: 'invalid_grant' })
    found.isUsed = true
    json(reply, 200, {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: randomBytes(16).toString('hex'),
      id_token: await idToken(found),
    })
  }

  const idToken = async ({
    nonce,
    claims,
  }: {
    nonce: string
    claims: Record<string, unknown>
  }): Promise<string> => {
    const now = Math.floor(Date.now() / 1000)
    const whole = {
      iss: issuer().replace('{tenantid}', String(claims.tid)),
      aud: clientId,
      sub: 'pairwise',
      iat: now,
      nbf: now,
      exp: now + 300,
      nonce,
      ver: '2.0',
      preferred_username: who.email,
      ...claims,
      ...wrong.claims,
    }
    const payload = JSON.parse(JSON.stringify(whole)) as Record<string, unknown>
    if (wrong.signedBy === 'nothing')
      return `${[{ alg: 'none', typ: 'JWT' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`
    if (wrong.signedBy === 'the client secret')
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', kid: key.kid })
        .sign(new TextEncoder().encode(clientSecret))
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .sign(wrong.signedBy === 'its key' ? key.privateKey : other.privateKey)
  }

  const answer = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url!, origin())
    let sent = ''
    for await (const piece of request) sent += String(piece)
    asked.push({
      path: pathname,
      referer: request.headers.referer,
      query: searchParams,
      body: new URLSearchParams(sent),
    })
    if (wrong.down?.test(pathname)) {
      request.socket.destroy()
      return
    }
    while (wrong.slow?.test(pathname) && server.listening) await wait(20)
    if (wrong.broken?.test(pathname)) return json(reply, 500, { error: 'server_error' })
    if (pathname === '/favicon.ico') {
      reply.writeHead(204).end()
      return
    }
    if (pathname === '/authorize') return authorize(reply, searchParams)
    if (pathname === '/token' && request.method === 'POST')
      return token(reply, new URLSearchParams(sent))
    if (pathname === '/keys')
      return json(reply, 200, {
        keys: [{ ...(await exportJWK(key.publicKey)), kid: key.kid, use: 'sig', alg: 'RS256' }],
      })
    if (pathname.endsWith('/.well-known/openid-configuration')) {
      return json(reply, 200, {
        issuer: issuer(),
        authorization_endpoint: `${origin()}/authorize`,
        token_endpoint: `${origin()}/token`,
        jwks_uri: `${origin()}/keys`,
        // It says that it signs with anything, so that what is refused is refused by us.
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
        token_endpoint_auth_methods_supported: ['client_secret_post'],
        code_challenge_methods_supported: ['S256'],
      })
    }
    json(reply, 404, { error: 'not_found' })
  }

  const server = createServer((request, reply) => {
    void answer(request, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  t.teardown(close)

  return {
    home,
    clientId,
    clientSecret,
    asked,
    wrong,
    who,
    /** The settings of someone who registered with it. */
    settings: (tenants: string[] = []) => ({ issuer: issuer(), clientId, clientSecret, tenants }),
    /** It signs with a new key from now on, as every provider does now and then. */
    changeKey: async (): Promise<void> => {
      key = await makeKey()
    },
    /** A browser goes to the address: where it is sent next. */
    visit: async (address: string): Promise<string> => {
      const { pathname, search } = new URL(address)
      const { status, headers } = await fetch(`${home}${pathname}${search}`, { redirect: 'manual' })
      const next = headers.get('location')
      if (!next) throw new Error(`the provider answered ${status} and sent nobody back`)
      return next
    },
    close,
  }
}
