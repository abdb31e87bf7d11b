import type { Db } from '../database.ts'

/**
 * What is about a person themselves, by table and column as the database calls them. Never all that
 * has their number on it: a quote that they wrote down is somebody else's words, and what they did
 * to a matter held in private is told by a verb and a noun, without which one it was (R11).
 */
const ABOUT: Record<string, readonly string[]> = {
  people: ['name', 'email', 'role', 'approves', 'organisation_id', 'created_at', 'ended_at'],
  person_names: ['name', 'until_at'],
  holdings: ['seat_id', 'from_on', 'until_on'],
  alumni: ['agreed', 'at'],
  calendars: ['at', 'ended_at'],
  calendar_words: ['chosen', 'at'],
  table_keys: ['at', 'ended_at'],
  letter_choices: ['frequency', 'at'],
  invitations: ['at', 'expires_at', 'used_at'],
  sessions: ['created_at', 'last_seen_at', 'device', 'ended_at'],
  passkeys: ['name', 'at', 'used_at', 'ended_at'],
  accounts: ['tenant', 'object', 'at', 'ended_at'],
  known_browsers: ['at'],
  journal: ['at', 'verb', 'noun'],
}

/** All that is held about someone who signs in: rows by table. */
export const heldAbout = (db: Db, personId: number): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(ABOUT).map(([table, columns]) => [
      table,
      db.$client
        .prepare(
          `select ${columns.join(', ')} from ${table} where ${table === 'people' ? 'id' : 'person_id'} = ?`,
        )
        .all(personId),
    ]),
  )
