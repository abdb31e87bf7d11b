import type { FastifyReply } from 'fastify'
import type { Address } from '../to.ts'

/** The one cookie, for people who sign in. `__Host-` wherever the address is https. */
export const sessionCookie = (config: Address) => cookie(config, 'session')

/**
 * Ties a code to the browser that asked for it. Where someone came in with one it stays, so that the
 * browser is known for theirs the next time (R25).
 */
export const browserCookie = (config: Address) => cookie(config, 'browser')

/**
 * ... and a question to a passkey: apart, so that a code on its way is still good for whoever tries
 * a passkey meanwhile.
 */
export const passkeyCookie = (config: Address) => cookie(config, 'passkey')

/** ... and a visit to where a work account lives. */
export const accountCookie = (config: Address) => cookie(config, 'account')

/** ... and the page that someone was going to when they had to sign in. */
export const onwardCookie = (config: Address) => cookie(config, 'onward')

/** ... and the keys of other round tables that somebody brought, for each who uses this browser. */
export const tablesCookie = (config: Address, personId: number) =>
  cookie(config, `tables-${personId}`)

const cookie = (config: Address, name: string) => {
  const secure = config.publicUrl.startsWith('https:')
  const full = secure ? `__Host-${name}` : name
  const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure }
  return {
    name: full,
    read: (cookies: Record<string, string | undefined>): string | undefined => cookies[full],
    set: (reply: FastifyReply, value: string, days?: number): void => {
      reply.setCookie(full, value, {
        ...options,
        ...(days !== undefined && { maxAge: days * 24 * 3600 }),
      })
    },
    clear: (reply: FastifyReply): void => {
      reply.clearCookie(full, options)
    },
  }
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const MACHINES: [RegExp, string][] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'an Android phone'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'a Mac'],
  [/\bLinux\b|\bCrOS\b/, 'a computer'],
]

/**
 * What a browser calls itself, in a few words that its owner knows: `Firefox on Windows`. Nothing
 * that tells two of a kind apart.
 */
export const deviceOf = (userAgent: string | undefined): string => {
  const found = (all: [RegExp, string][]): string | undefined =>
    all.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return `${found(BROWSERS) ?? 'A browser'} on ${found(MACHINES) ?? 'another device'}`
}
