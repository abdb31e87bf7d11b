import { createHmac, randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Goes } from '../../domain/people/erasing.ts'
import type { AddressErasure } from './list.ts'
import { countOf, runStep, type Step } from './step.ts'

const FOLLOWER = '(select id from followers where lower(email) = :address)'

/** What an address that somebody typed stands in, beside those of people who sign in. */
const STEPS: readonly Step[] = [
  { what: 'What they follow', table: 'follows', where: `follower_id in ${FOLLOWER}` },
  {
    what: 'Links in letters to them',
    table: 'follow_links',
    where: `follower_id in ${FOLLOWER}`,
  },
  {
    what: 'Their address, as someone who follows',
    table: 'followers',
    set: "email = '', ended_at = coalesce(ended_at, :at)",
    where: 'lower(email) = :address',
  },
  {
    what: 'Their address among those who are sent minutes',
    table: 'minute_readers',
    set: "email = '', ended_at = coalesce(ended_at, :at)",
    where: 'lower(email) = :address',
  },
  {
    what: 'Their name and address where a seat was handed to them',
    table: 'batons',
    set: "name = '', email = ''",
    where: 'lower(email) = :address',
  },
  {
    what: 'Their name and address beside a message',
    table: 'message_contacts',
    where: 'instr(lower(reach), :address) > 0',
  },
  {
    what: 'Their name and address beside a request',
    table: 'request_contacts',
    where: 'instr(lower(reach), :address) > 0',
  },
  {
    what: 'Forms that one of us filled in with it and did not send',
    table: 'kept_forms',
    where: 'instr(lower(fields), :address) > 0',
  },
  {
    what: 'Words that one of us typed with it and did not send',
    table: 'unsent_texts',
    where: 'instr(lower(fields), :address) > 0',
  },
]

/** What would go, by the very conditions that it goes by. @param address in small letters. */
export const whatGoesOf = (client: Database.Database, address: string): Goes[] =>
  STEPS.flatMap((step) => {
    const rows = countOf(client, step, { address, at: '' })
    return rows > 0 ? [{ what: step.what, rows }] : []
  })

/** Within a transaction of its caller. */
export const eraseAddress = (client: Database.Database, address: string, at: string): void => {
  for (const step of STEPS) runStep(client, step, { address, at })
}

/**
 * How the list knows an address again without holding it: by a digest with a salt of its own, so that
 * two lists tell nothing of each other.
 */
export const lineOf = (address: string, at: string): AddressErasure => {
  const salt = randomBytes(16).toString('hex')
  return { noun: 'address', salt, digest: digestOf(address, salt), at }
}

const digestOf = (address: string, salt: string): string =>
  createHmac('sha256', salt).update(address).digest('hex')

/** Addresses of a record that stand on a list, with when they were erased. */
export const addressesBack = (
  client: Database.Database,
  list: readonly AddressErasure[],
): { address: string; at: string }[] => {
  if (list.length === 0) return []
  const known = new Set(
    (client.prepare(WHERE_THEY_STAND).pluck().all() as string[]).flatMap((text) =>
      text.split(/[\s,;<>()]+/).filter((piece) => piece.includes('@')),
    ),
  )
  return [...known].flatMap((address) =>
    list
      .filter(({ salt, digest }) => digestOf(address, salt) === digest)
      .slice(0, 1)
      .map(({ at }) => ({ address, at })),
  )
}

const WHERE_THEY_STAND = [
  'followers.email',
  'minute_readers.email',
  'batons.email',
  'message_contacts.reach',
  'request_contacts.reach',
]
  .map((place) => place.split('.'))
  .map(([table, column]) => `select lower(${column}) from ${table} where ${column} like '%@%'`)
  .join(' union ')
