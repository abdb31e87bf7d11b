import { randomUUID } from 'node:crypto'
import type { Letter } from './letter.ts'

/** Who writes, where a reply goes, and the site that it is written for. */
export interface Sender {
  mailFrom: string
  replyTo?: string | null
  publicUrl?: string
}

/**
 * What a program that answers mail goes by: a letter that nobody typed asks for no holiday notice
 * (RFC 3834, and what Exchange reads), and one to many says so. Returned mail still comes back.
 */
export const withHeaders = (
  { calendar, fromName, ...letter }: Letter,
  { mailFrom, replyTo, publicUrl }: Sender,
) => {
  const isToMany = letter.headers?.['List-Unsubscribe'] !== undefined
  return {
    from: fromName ? { name: fromName, address: addressOf(mailFrom) } : mailFrom,
    ...(replyTo && { replyTo }),
    ...letter,
    // Lines stay short in every script, and the words are there to read in the raw letter.
    textEncoding: 'quoted-printable' as const,
    ...(calendar && { icalEvent: { ...calendar, filename: 'round-table.ics' } }),
    messageId: named(letter.messageId, domainOf(mailFrom, publicUrl)),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
      ...(isToMany && { Precedence: 'bulk' }),
      ...letter.headers,
    },
  }
}

const addressOf = (mailFrom: string): string => mailFrom.match(/<([^<>]+)>/)?.[1] ?? mailFrom

/** One fixed name for as long as it is tried, under a domain of the sender's own where there is one. */
const named = (given: string | undefined, domain: string | undefined): string => {
  const messageId = given ?? `<${randomUUID()}@round-table.localhost>`
  return domain === undefined ? messageId : messageId.replace(/@[^@>]*>$/, `@${domain}>`)
}

const NAME = /^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i

/** Of who writes, or of the site; on one's own machine neither has one. */
const domainOf = (mailFrom: string, publicUrl: string | undefined): string | undefined => {
  const from = mailFrom.match(/@([^@>\s]+)>?\s*$/)?.[1] ?? ''
  const site = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).hostname : ''
  return [from, site].find((each) => NAME.test(each))
}
