import type Database from 'better-sqlite3'
import type { Goes } from '../../domain/people/erasing.ts'
import { digestOf, salted, type AddressErasure } from './list.ts'
import { countOf, isThere, runStep, type Step } from './step.ts'

const FOLLOWER = '(select id from followers where lower(email) = :address and at <= :at)'

/** A message that someone may see: of one at risk, those on its list alone (R11). */
const SEEN = '(select value from json_each(:messages))'
const OF_MESSAGE = `holds_address(reach, :address)
  and message_id in (select id from messages where at <= :at) and message_id in ${SEEN}`
const OF_REQUEST = `holds_address(reach, :address) and request_id in (select id from requests
  where at <= :at and (message_id is null or message_id in ${SEEN}))`

/**
 * What an address that somebody typed stands in, beside those of people who sign in. What came later
 * is a new yes: an erasure that is done again leaves it alone.
 */
const STEPS: readonly Step[] = [
  { what: 'What they follow', table: 'follows', where: `follower_id in ${FOLLOWER}` },
  { what: 'Links in letters to them', table: 'follow_links', where: `follower_id in ${FOLLOWER}` },
  {
    what: 'Their address, as someone who follows',
    table: 'followers',
    set: "email = '', ended_at = coalesce(ended_at, :at)",
    where: 'lower(email) = :address and at <= :at',
  },
  {
    what: 'Their address among those who are sent minutes',
    table: 'minute_readers',
    set: "email = '', ended_at = coalesce(ended_at, :at)",
    where: 'lower(email) = :address and at <= :at',
  },
  {
    what: 'Their name and address where a seat was handed to them',
    table: 'batons',
    set: "name = '', email = ''",
    where: `lower(email) = :address and at <= :at and id in (select baton_id from baton_ends)`,
  },
  {
    what: 'Their name and address beside a message',
    table: 'message_contacts',
    where: OF_MESSAGE,
  },
  {
    what: 'Their name and address beside a request',
    table: 'request_contacts',
    where: OF_REQUEST,
  },
]

/** What would go, by the very conditions that it goes by. @param messages those that someone may see. */
export const whatGoesOf = (
  client: Database.Database,
  address: string,
  messages: readonly number[],
  at: string,
): Goes[] => {
  const values = valuesOf(client, { address, messages, at })
  return STEPS.flatMap((step) => {
    const rows = countOf(client, step, values)
    return rows > 0 ? [{ what: step.what, rows }] : []
  })
}

/** One address, in what someone may see, as far as it was there at a time. */
export interface Address {
  address: string
  messages: readonly number[]
  at: string
}

/** Within a transaction of its caller. Steps of tables that an older copy has not got are no loss. */
export const eraseAddress = (client: Database.Database, erasure: Address): void => {
  const values = valuesOf(client, erasure)
  for (const step of STEPS) if (isThere(client, step.table)) runStep(client, step, values)
}

const valuesOf = (client: Database.Database, { address, messages, at }: Address) => {
  client.function('holds_address', { deterministic: true }, (text, wanted) =>
    addressesIn(String(text)).includes(String(wanted)) ? 1 : 0,
  )
  return { address, messages: JSON.stringify(messages), at }
}

/** The addresses in a text, each whole: never one that ends or begins in another. */
const addressesIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,;:<>()"'[\]]+/)
    .filter((piece) => piece.includes('@'))
    .map((piece) => piece.replace(/(?<![.!?])[.!?]+$/, ''))

/**
 * How the list knows an address again without holding it: by a digest with a salt of its own, so that
 * two lists tell nothing of each other.
 */
export const lineOf = ({ address, at }: Address, held: readonly number[]): AddressErasure => ({
  noun: 'address',
  ...salted(address),
  held: [...held],
  at,
})

/** Addresses of a record that stand on a list, as they were erased, and are back. */
export const addressesBack = (
  client: Database.Database,
  list: readonly AddressErasure[],
): Address[] => {
  if (list.length === 0) return []
  const known = new Set(
    WHERE_THEY_STAND.filter(([table]) => isThere(client, table)).flatMap(([table, column]) =>
      (
        client
          .prepare(`select ${column} from ${table} where ${column} like '%@%'`)
          .pluck()
          .all() as string[]
      ).flatMap(addressesIn),
    ),
  )
  const open = isThere(client, 'messages')
    ? (client.prepare('select id from messages where at_risk = 0').pluck().all() as number[])
    : []
  return [...known].flatMap((address) =>
    list
      .filter(({ salt, digest }) => digestOf(address, salt) === digest)
      .map(({ held, at }) => ({ address, messages: [...open, ...held], at }))
      .filter((each) => isStillThere(client, each)),
  )
}

const isStillThere = (client: Database.Database, erasure: Address): boolean => {
  const values = valuesOf(client, erasure)
  return STEPS.some((step) => isThere(client, step.table) && countOf(client, step, values) > 0)
}

const WHERE_THEY_STAND = [
  ['followers', 'email'],
  ['minute_readers', 'email'],
  ['batons', 'email'],
  ['message_contacts', 'reach'],
  ['request_contacts', 'reach'],
] as const
