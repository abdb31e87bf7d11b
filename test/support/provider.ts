import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { exportJWK, SignJWT } from 'jose'
import {
  type Granted,
  issuerOf,
  makeKey,
  makePlace,
  originOf,
  type Place,
  type ProviderOptions,
} from './provider/place.ts'

export type Provider = Awaited<ReturnType<typeof openProvider>>

/**
 * Where work accounts live, small and strict: discovery, authorize, token and keys as OpenID
 * Connect has them.
 */
export const openProvider = async (
  t: { teardown: (fn: () => unknown) => unknown },
  options: ProviderOptions = {},
) => {
  const place = await makePlace(options)
  const { clientId, clientSecret, asked, wrong, who } = place
  const server = createServer((request, reply) => {
    void answer(place, request, reply)
  })
  place.isOpen = () => server.listening
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  place.home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  t.teardown(close)

  return {
    home: place.home,
    clientId,
    clientSecret,
    asked,
    wrong,
    who,
    /** The settings of someone who registered with it. */
    settings: (tenants: string[] = []) => ({
      issuer: issuerOf(place),
      clientId,
      clientSecret,
      tenants,
    }),
    /** It signs with a new key from now on, as every provider does now and then. */
    changeKey: async (): Promise<void> => {
      place.key = await makeKey()
    },
    /** A browser goes to the address: where it is sent next. */
    visit: async (address: string): Promise<string> => {
      const { pathname, search } = new URL(address)
      const { status, headers } = await fetch(`${place.home}${pathname}${search}`, {
        redirect: 'manual',
      })
      const next = headers.get('location')
      if (!next) throw new Error(`the provider answered ${status} and sent nobody back`)
      return next
    },
    close,
  }
}

/** What the provider answers to one request. */
export const answer = async (
  place: Place,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> => {
  const { asked, wrong } = place
  const { pathname, searchParams } = new URL(request.url!, originOf(place))
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
  while (wrong.slow?.test(pathname) && place.isOpen()) await wait(20)
  if (wrong.broken?.test(pathname)) return json(reply, 500, { error: 'server_error' })
  if (pathname === '/favicon.ico') {
    reply.writeHead(204).end()
    return
  }
  if (pathname === '/authorize') return authorize(place, reply, searchParams)
  if (pathname === '/token' && request.method === 'POST')
    return token(place, reply, new URLSearchParams(sent))
  if (pathname === '/keys')
    return json(reply, 200, {
      keys: [
        { ...(await exportJWK(place.key.publicKey)), kid: place.key.kid, use: 'sig', alg: 'RS256' },
      ],
    })
  if (pathname.endsWith('/.well-known/openid-configuration')) {
    return json(reply, 200, discovery(place))
  }
  json(reply, 404, { error: 'not_found' })
}

const discovery = (place: Place) => ({
  issuer: issuerOf(place),
  authorization_endpoint: `${originOf(place)}/authorize`,
  token_endpoint: `${originOf(place)}/token`,
  jwks_uri: `${originOf(place)}/keys`,
  // It says that it signs with anything, so that what is refused is refused by us.
  response_types_supported: ['code'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  token_endpoint_auth_methods_supported: ['client_secret_post'],
  code_challenge_methods_supported: ['S256'],
})

const authorize = (place: Place, reply: ServerResponse, query: URLSearchParams): void => {
  const { clientId, codes, options, who, wrong } = place
  const redirectUri = query.get('redirect_uri') ?? ''
  const isWhole =
    query.get('client_id') === clientId &&
    query.get('response_type') === 'code' &&
    query.get('scope')?.split(' ').includes('openid') &&
    query.get('code_challenge_method') === 'S256' &&
    query.get('code_challenge')
  if (!isWhole || !URL.canParse(redirectUri)) return json(reply, 400, { error: 'invalid_request' })
  if (options.asks && !query.has('tapped')) return showPage(place, reply, query)
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

/** A page with a button, as a person sees it. */
const showPage = ({ home, who }: Place, reply: ServerResponse, query: URLSearchParams): void => {
  const fields = [...query]
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')
  reply
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Pick an account</title></head><body><h1>Pick an account</h1><form action="${home}/authorize">${fields}<button name="tapped" value="yes">${who.email}</button></form></body></html>`,
    )
}

const token = async (place: Place, reply: ServerResponse, body: URLSearchParams): Promise<void> => {
  const { clientId, clientSecret, codes, wrong } = place
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
    id_token: await idToken(place, found),
  })
}

const idToken = async (place: Place, { nonce, claims }: Granted): Promise<string> => {
  const { clientId, clientSecret, key, other, who, wrong } = place
  const now = Math.floor(Date.now() / 1000)
  const whole = {
    iss: issuerOf(place).replace('{tenantid}', String(claims.tid)),
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

const json = (reply: ServerResponse, status: number, body: unknown): void => {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
