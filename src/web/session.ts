import type { FastifyReply } from 'fastify'
import type { Address } from './to.ts'

/** The one cookie, for people who sign in. `__Host-` wherever the address is https. */
export const sessionCookie = (config: Address) => cookie(config, 'session')

/** Ties a code to the browser that asked for it, for ten minutes. */
export const browserCookie = (config: Address) => cookie(config, 'browser')

const cookie = (config: Address, name: string) => {
  const secure = config.publicUrl.startsWith('https:')
  const full = secure ? `__Host-${name}` : name
  const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure }
  return {
    name: full,
    read: (cookies: Record<string, string | undefined>): string | undefined => cookies[full],
    set: (reply: FastifyReply, value: string): void => { reply.setCookie(full, value, options) },
    clear: (reply: FastifyReply): void => { reply.clearCookie(full, options) }
  }
}
