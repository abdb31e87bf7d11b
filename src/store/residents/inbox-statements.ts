import type { Statement } from 'better-sqlite3'
import type { Db } from '../database.ts'

/**
 * Every statement behind the forms that residents fill in. They leave something, or read what the
 * one who holds a code is told: nothing here can read what somebody wrote, or anything else of
 * the record (R10, R27). A test EXPLAINs each.
 *
 * An answer whose words are erased was given all the same: whoever holds the code is told that it
 * came to an end, and never that nobody has read what they wrote.
 */
export const INBOX_STATEMENTS = {
  message: `insert into messages (reference_hash, language, text, area, at_risk, at) values (?, ?, ?, ?, 0, ?)`,
  contact: `insert into message_contacts (message_id, name, reach) values (?, ?, ?)`,
  received: `insert into replies (reference_hash, kind, words, slug, "on") values (?, 'received', '', null, ?)`,
  replies: `select case when kind = 'answer' and words = '' then 'closed' else kind end as kind, words, slug, "on" from replies where reference_hash = ? order by id`,
  verdict: `insert into verdicts (slug, version, question, verdict, word, replaces_id, "on") values (?, ?, ?, ?, ?, ?, ?)`,
  follower: `select id from followers where email = ? and ended_at is null`,
  follow: `insert into followers (email, language, often, at) values (?, ?, ?, ?)`,
  choose: `insert into follows (follower_id, scope, "of", often, language, at, confirmed_at) values (?, ?, ?, ?, ?, ?, ?)`,
  chosen: `select 1 from follows where follower_id = ? and scope = ? and "of" = ? and (at > ? or (confirmed_at is not null and often = ? and language = ?))`,
  asked: `select count(*) as letters from letters where follower_id = ? and kind = 'follow' and at > ?`,
  letter: `insert into letters (kind, follower_id, message_id, at, try_at) values ('follow', ?, ?, ?, ?)`,
  byKey: `select f.id, f.often, f.language, l.follow_id as followId from follow_links l join followers f on f.id = l.follower_id where l.token_hash = ? and f.ended_at is null`,
  choice: `select scope, "of", often, language, at, confirmed_at as confirmedAt from follows where id = ?`,
  choices: `select distinct scope, "of" from follows where follower_id = ? and confirmed_at is not null order by id`,
  confirm: `update follows set confirmed_at = ? where id = ?`,
  begin: `update followers set confirmed_at = coalesce(confirmed_at, ?), often = ?, language = ? where id = ?`,
  unlink: `update follow_links set follow_id = null where follow_id in (select id from follows where follower_id = ? and scope = ? and "of" = ?)`,
  drop: `delete from follows where follower_id = ? and scope = ? and "of" = ?`,
  old: `select id from followers where confirmed_at is null and ended_at is null and not exists (select 1 from follows w where w.follower_id = followers.id and w.at >= ?)`,
  endLinks: `delete from follow_links where follower_id = ?`,
  endFollows: `delete from follows where follower_id = ?`,
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
