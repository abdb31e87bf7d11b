import { Secret, TOTP } from 'otpauth'

/** A secret for an authenticator app to keep. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an app makes its numbers from, under the name of the one they are for. Source: RFC 6238. */
export const appAddress = (secret: string, label: string): string => totp(secret, label).toString()

/** The 30-second step a number belongs to, one either side of now, or null. Source: RFC 6238. */
export const stepOf = (secret: string, typed: string, now: Date): number | null => {
  if (!/^\d{6}$/.test(typed)) return null
  const delta = totp(secret, '').validate({ token: typed, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 30_000) + delta
}

const totp = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Round Table', label, secret: Secret.fromBase32(secret) })
