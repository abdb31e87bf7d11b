import type { Statement } from 'better-sqlite3'
import type { Db } from '../database.ts'

/**
 * Every statement behind the forms that residents fill in. They leave something, or read what the
 * one who holds a code is told: nothing here can read what somebody wrote, or anything else of
 * the record (R10, R27). A test EXPLAINs each.
 */
export const INBOX_STATEMENTS = {
  message: `insert into messages (reference_hash, language, text, area, at_risk, at) values (?, ?, ?, ?, 0, ?)`,
  contact: `insert into message_contacts (message_id, name, reach) values (?, ?, ?)`,
  received: `insert into replies (reference_hash, kind, words, slug, "on") values (?, 'received', '', null, ?)`,
  replies: `select kind, words, slug, "on" from replies where reference_hash = ? order by id`,
  verdict: `insert into verdicts (slug, version, question, verdict, word, replaces_id, "on") values (?, ?, ?, ?, ?, ?, ?)`,
  follower: `select id, key, confirmed_at as confirmedAt from followers where email = ? and ended_at is null`,
  follow: `insert into followers (email, language, key, at) values (?, ?, ?, ?)`,
  asked: `select at from letters where follower_id = ? and kind = 'follow' order by id desc limit 1`,
  letter: `insert into letters (kind, follower_id, message_id, at, try_at) values ('follow', ?, ?, ?, ?)`,
  byKey: `select id, at, confirmed_at as confirmedAt from followers where key = ? and ended_at is null`,
  confirm: `update followers set confirmed_at = ? where id = ? and confirmed_at is null`,
  lapse: `update followers set ended_at = ?, email = '' where confirmed_at is null and ended_at is null and at < ?`,
  end: `update followers set ended_at = ?, email = '' where id = ?`,
  journal: `insert into journal (at, person_id, verb, noun, noun_id) values (?, null, ?, ?, ?)`,
} as const

/** The statements, prepared once. */
export type Inbox = Record<keyof typeof INBOX_STATEMENTS, Statement<unknown[]>>

export const preparedInbox = (db: Db): Inbox =>
  Object.fromEntries(
    Object.entries(INBOX_STATEMENTS).map(([name, text]) => [name, db.$client.prepare(text)]),
  ) as Inbox

/** A line in the journal: nobody is behind it. */
export const note = (run: Inbox, at: string, verb: string, noun: string, id: number): void => {
  run.journal.run(at, verb, noun, String(id))
}
